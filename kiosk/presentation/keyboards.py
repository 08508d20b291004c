"""The keyboards that the screen shows for the search."""

import json
from functools import cache

from kiosk.config import DATA

KEYBOARDS = DATA / "assets" / "keyboards.json"


@cache
def keyboards() -> tuple[str, dict[str, list[str]]]:
    """The row of figures, and the letters by language; read by the first visitor who searches."""
    read = json.loads(KEYBOARDS.read_text(encoding="utf-8"))
    return read["figures"], read["layouts"]
