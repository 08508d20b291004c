"""Writes every picture file: `python -m script.picture_kit [NAME…]`."""

import sys
from pathlib import Path

from script.picture_kit.all_pictures import pictures

FOLDER = Path(__file__).parents[2] / "assets" / "content" / "pictures"

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, drawing in pictures().items():
        if not sys.argv[1:] or name in sys.argv[1:]:
            (FOLDER / f"{name}.svg").write_text(drawing, encoding="utf-8")
