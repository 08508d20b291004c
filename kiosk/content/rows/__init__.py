"""Rows: forms turned into the rows of content.db."""
