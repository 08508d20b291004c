"""A row of a database by column, apart from what makes rows of sources, which a kiosk never loads."""

from typing import Any

TableRow = dict[str, Any]
