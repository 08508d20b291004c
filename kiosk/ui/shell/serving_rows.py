"""Rows of what serves visitors and staff; to be imported before their QML is loaded, which asks for the types."""

from kiosk.presentation import serving_rows
from kiosk.ui.shell.rows import TYPES, OneRow, QVariantList, Row, Rows, make_types

__all__ = ["TYPES", "OneRow", "QVariantList", "Row", "Rows"]

make_types(serving_rows, changing=frozenset({serving_rows.Lit}))
