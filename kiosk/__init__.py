"""Jusur, the visitor kiosk of the National Security Open Days."""

__version__ = "0.1.0"
