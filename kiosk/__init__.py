"""Jusur, the visitor kiosk of the National Security Open Days."""
