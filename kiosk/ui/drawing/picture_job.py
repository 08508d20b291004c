"""Draws the vector pictures of the content ahead, in a process of its own: the window never waits for one.

`python -m kiosk.ui.drawing.picture_job FOLDER CACHE SIDE`: FOLDER holds the pictures, those drawn go to CACHE, SIDE is the longer
side of the panel in pixels. On standard input, a JSON list of [file name, SHA-256]; what else stands in CACHE is removed. What
cannot be drawn is a line on standard error.
"""

import errno
import json
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.disk.files import contents_of, make_folder
from kiosk.domain.vector_picture import LARGEST_BYTES, flaws_of, is_scene
from kiosk.ui.drawing.picture import LARGE, SMALL

NICE = 10
"""Visitors come first."""
LEAST, MOST = 960, 2_880
"""Pixels across the larger size: half a page of a small panel, and what a panel of 4K is given."""
CARD = 0.4
"""The smaller size, as a part of the larger; specimens of papers have it alone."""
_PNG_EFFORT = 20
"""Flat pictures are small in any case; more would take longer to write and to read."""


def draw(data: bytes, width: int) -> QImage:
    """One picture, as wide as is asked for; null for what cannot be drawn."""
    renderer = QSvgRenderer(QByteArray(data))
    box = renderer.viewBoxF()
    if not renderer.isValid() or box.isEmpty():
        return QImage()
    image = QImage(width, round(width * box.height() / box.width()), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _write(image: QImage, path: Path) -> None:
    """Write a picture, which is there whole or not at all.

    Raises:
        OSError: the disk does not take it.
    """
    passing = path.with_suffix(".part")
    writer = QImageWriter(str(passing), QByteArray(b"png"))
    writer.setCompression(_PNG_EFFORT)
    if not writer.write(image):
        raise OSError(errno.EIO, writer.errorString(), str(path))
    passing.replace(path)


def draw_all(
    folder: Path, cache: Path, side: int, wanted: list[tuple[str, str]], needed: Callable[[], bool] = lambda: True
) -> list[str]:
    """Draw what is not there yet while it is needed, and take away what is not wanted any more; returns what is wrong."""
    make_folder(cache)
    width = min(max(side, LEAST), MOST)
    stamp, noted = cache / "width", f"{width}\n"
    keep = {f"{digest}-{size}.png" for _, digest in wanted for size in (SMALL, LARGE)}
    same = stamp.is_file() and stamp.read_text(encoding="utf-8") == noted
    for path in cache.iterdir():
        if path.name not in keep or not same:
            path.unlink()
    stamp.write_text(noted, encoding="utf-8")
    there = takewhile(lambda _picture: needed(), wanted)
    return [wrong for name, digest in there if (wrong := _one(folder / Path(name).name, cache, digest, width))]


def _one(path: Path, cache: Path, digest: str, width: int) -> str:
    if (cache / f"{digest}-{SMALL}.png").exists():
        return ""
    try:
        data = contents_of(path, LARGEST_BYTES)
        if sha256(data).hexdigest() != digest:
            return f"{path}: not the picture the content was made with; put that one there"
        for flaw in flaws_of(data):
            return f"{path}: {flaw.what}; {flaw.mend}"
        small = round(width * CARD)
        image = draw(data, width if is_scene(data) else small)
        if image.isNull():
            return f"{path}: cannot be drawn; draw it anew"
        if image.width() > small:
            _write(image, cache / f"{digest}-{LARGE}.png")
            image = image.scaledToWidth(small, Qt.TransformationMode.SmoothTransformation)
        _write(image, cache / f"{digest}-{SMALL}.png")
    except OSError as error:
        return f"{error.filename}: {error.strerror}; mend the folder or its disk"
    return ""


def main(arguments: list[str]) -> int:
    """Draw the pictures named on standard input, until whoever asked for them is gone."""
    asking = os.getppid()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.nice(NICE)
    application = QGuiApplication(sys.argv[:1])
    folder, cache, side = arguments
    wanted = [(str(name), str(digest)) for name, digest in json.load(sys.stdin)]
    wrong = draw_all(Path(folder), Path(cache), int(side), wanted, lambda: os.getppid() == asking)
    application.quit()
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
