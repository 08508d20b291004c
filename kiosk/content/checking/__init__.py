"""Checking: the rules that sources must meet before they are built or published."""
