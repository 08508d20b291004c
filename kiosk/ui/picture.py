"""Decodes picture files: raster formats only, the format forced by the file's name, the size checked before a pixel is read."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kiosk.errors import ContentCorruptError

FORMATS = {".png": b"png", ".jpg": b"jpeg", ".jpeg": b"jpeg", ".webp": b"webp"}
LARGEST_SIDE = 8_192
"""Pixels; twice the longest side of a 4K panel."""
LARGEST_MEGABYTES = 256


def read_picture(path: Path, fit: QSize) -> QImage:
    """A picture scaled down to fit.

    Args:
        path: a file whose name ends in one of `FORMATS`.
        fit: the largest size wanted, in pixels; the proportions are kept.

    Raises:
        ContentCorruptError: another format, other bytes than the name says, or too large.
    """
    forced = FORMATS.get(path.suffix.lower())
    if forced is None:
        message = f"{path}: pictures are {', '.join(FORMATS)}; convert the file"
        raise ContentCorruptError(message)
    reader = QImageReader(str(path), forced)
    reader.setAutoDetectImageFormat(False)
    QImageReader.setAllocationLimit(LARGEST_MEGABYTES)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_SIDE:
        message = f"{path}: not a {forced.decode()} picture of at most {LARGEST_SIDE} pixels a side; convert the file"
        raise ContentCorruptError(message)
    reader.setScaledSize(size.scaled(fit, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size))
    image = reader.read()
    if image.isNull():
        message = f"{path}: {reader.errorString()}; convert the file"
        raise ContentCorruptError(message)
    return image
