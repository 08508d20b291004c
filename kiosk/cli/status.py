"""`kiosk status`: the fleet, from pictures of the kiosks' status codes."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_table, progress
from kiosk.domain.english import how_many
from kiosk.errors import StaffError
from kiosk.staff.rescue import read_fleet_key
from kiosk.staff.status import Status, verified

_COLUMNS = tuple(Status.__dataclass_fields__)


@click.command()
@click.argument("images", type=PATH, nargs=-1, required=True)
@click.option("--key", type=PATH, required=True, help="The admin's file with the fleet's key.")
@json_option
def read(images: tuple[Path, ...], key: Path, *, as_json: bool) -> int:
    """Collect the status codes on IMAGES (photographs, or frames of a camera) into a list; exit status 1 where one is refused."""
    fleet_key, latest, refused = read_fleet_key(key), dict[str, Status](), list[dict[str, str]]()
    with progress() as line:
        line.add_task(f"reading {how_many(len(images), 'image')}")
        for image in images:
            try:
                for found in _codes(image):
                    row = verified(found, fleet_key)
                    latest[row.kiosk] = max(row, latest.get(row.kiosk, row), key=lambda one: one.time)
            except StaffError as error:
                refused.append({"image": str(image), "why": str(error)})
    rows: list[dict[str, Any]] = [asdict(latest[name]) for name in sorted(latest)]
    if as_json:
        print_json({"kiosks": rows, "refused": refused})
    else:
        print_table(how_many(len(rows), "kiosk"), _COLUMNS, (row.values() for row in rows))
        if refused:
            print_table("Refused", ("image", "why"), (row.values() for row in refused))
    return 1 if refused else 0


_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM")
"""Of pictures; others, such as EPS, would be programs that another program runs."""
_OF_BROKEN_PICTURES = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, struct.error, zlib.error)
"""What Pillow raises while it opens a picture, and while it reads its points."""


def _codes(image: Path) -> Iterator[str]:
    import zxingcpp  # loaded by this command alone
    from PIL import Image

    try:
        with Image.open(image, formats=_FORMATS) as picture:
            found = zxingcpp.read_barcodes(picture.convert("L"))
    except (*_OF_BROKEN_PICTURES, Image.DecompressionBombError) as error:
        message = f"{image}: cannot be read ({error}); give a photograph in a common format"
        raise StaffError(message) from error
    if not found:
        message = f"{image}: shows no code; come nearer, and hold still"
        raise StaffError(message)
    for code in found:
        yield code.text
