"""Picture files of the content: raster only, the format forced by the name, hash and size checked before a pixel is read."""

import errno
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

from kiosk.disk.files import contents_of
from kiosk.errors import ContentCorruptError

FORMATS = {".png": b"png", ".jpg": b"jpeg", ".jpeg": b"jpeg", ".webp": b"webp"}
LARGEST_BYTES = 32_000_000
LARGEST_SIDE = 8_192
"""Pixels; twice the longest side of a 4K panel."""
LARGEST_MEGABYTES = 256
"""Of a decoded picture."""
DEFAULT_SIDE = 1_024

log = logging.getLogger(__name__)


def read_picture(path: Path, sha256: str, fit: QSize) -> QImage:
    """A picture scaled down to fit.

    Args:
        path: a file whose name ends in one of `FORMATS`.
        sha256: of the bytes it must hold.
        fit: the largest size wanted, in pixels; the proportions are kept.

    Raises:
        ContentCorruptError: not there, another format, other bytes, or too large.
    """
    from PySide6.QtCore import Qt  # its enumerations are many, and made at once: not before the first picture

    forced = FORMATS.get(path.suffix.lower())
    if forced is None:
        message = f"{path}: pictures are {', '.join(FORMATS)}; convert the file"
        raise ContentCorruptError(message)
    buffer = QBuffer()
    buffer.setData(QByteArray(_checked_bytes(path, sha256)))
    reader = QImageReader(buffer, forced)
    reader.setAutoDetectImageFormat(False)
    QImageReader.setAllocationLimit(LARGEST_MEGABYTES)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_SIDE:
        message = f"{path}: not a {forced.decode()} picture of at most {LARGEST_SIDE} pixels a side; convert the file"
        raise ContentCorruptError(message)
    reader.setScaledSize(size.scaled(fit, Qt.AspectRatioMode.KeepAspectRatioByExpanding).boundedTo(size))
    image = reader.read()
    if image.isNull():
        message = f"{path}: {reader.errorString()}; convert the file"
        raise ContentCorruptError(message)
    return image


def _checked_bytes(path: Path, sha256: str) -> bytes:
    try:
        data = contents_of(path, LARGEST_BYTES)
    except OSError as error:
        if error.errno == errno.EFBIG:
            message = f"{path}: over {LARGEST_BYTES} bytes; convert the file"
            raise ContentCorruptError(message) from error
        message = f"{path}: cannot be read ({error.strerror}); put the picture there"
        raise ContentCorruptError(message) from error
    import hashlib  # loads OpenSSL; not before the first picture

    if hashlib.sha256(data).hexdigest() != sha256:
        message = f"{path}: not the picture the content was made with; put that one there"
        raise ContentCorruptError(message)
    return data


class PictureProvider(QQuickImageProvider):
    """Gives QML the pictures by `address`; a bad one is one log line and nothing drawn, so that the drawn sign stays."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        """Give pictures of a folder, which is asked for each time: it changes with the content."""
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, identifier: str, size: QSize, wanted: QSize) -> QImage:
        sha256, _, name = identifier.partition("/")
        fit = wanted if wanted.isValid() else QSize(DEFAULT_SIDE, DEFAULT_SIDE)
        try:
            return read_picture(self._folder() / Path(name).name, sha256, fit)
        except ContentCorruptError as error:
            log.warning("no picture: %s", error)
            nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
            nothing.fill(QColor(0, 0, 0, 0))
            return nothing
