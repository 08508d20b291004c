"""Picture files of the content: the format forced by the name, hash and size checked before a pixel is read.

Vector pictures were drawn ahead (`kiosk.ui.drawing.picture_job`): the window loads nothing that draws them.
"""

import errno
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath
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
VECTOR = ".svg"
SMALL, LARGE = "1", "2"
"""In the names of pictures drawn ahead: for a card, and for the width of a page."""

log = logging.getLogger(__name__)


_CORNER = 0.16
"""Of the side of a pictogram: its rounded corners, and a little more."""


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


def drawn_folder(cache: Path) -> Path:
    """Where pictures stand that were drawn ahead."""
    return cache / "pictures"


def drawn_ahead(folder: Path, sha256: str, fit: QSize) -> QImage:
    """A vector picture as it was drawn ahead, in the smallest size that covers what is wanted; null before it has been drawn."""
    from PySide6.QtCore import Qt  # as above

    largest: Path | None = None
    for path in sorted(folder.glob(f"{sha256}-*.png")):
        reader = QImageReader(str(path), b"png")
        size = reader.size()
        if size.width() >= fit.width() and size.height() >= fit.height():
            reader.setScaledSize(size.scaled(fit, Qt.AspectRatioMode.KeepAspectRatioByExpanding).boundedTo(size))
            return reader.read()
        largest = path
    return QImage(str(largest)) if largest else QImage()


def whole(image: QImage, fit: QSize) -> QImage:
    """A picture in the middle of a place of other proportions, on its own ground: a pictogram is never cut."""
    from PySide6.QtCore import Qt  # as above

    ground = image.pixelColor(image.width() // 2, 2)
    inner = image.scaled(fit, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    left, top = (fit.width() - inner.width()) // 2, (fit.height() - inner.height()) // 2
    rounded = QPainterPath()
    rounded.addRoundedRect(left, top, inner.width(), inner.height(), _CORNER * inner.width(), _CORNER * inner.height())
    placed = QImage(fit, QImage.Format.Format_ARGB32_Premultiplied)
    placed.fill(ground)
    painter = QPainter(placed)
    painter.setClipPath(rounded)
    painter.drawImage(left, top, inner)
    painter.end()
    return placed


def cut(image: QImage, fit: QSize, across: float, down: float) -> QImage:
    """What of a picture fills a place: cut at the sides it is too large on, around its focus.

    Args:
        image: the picture.
        fit: the place in pixels; the picture is cut to its proportions.
        across: the focus from the left, as a part of the whole.
        down: the focus from the top.
    """
    from PySide6.QtCore import Qt  # as above

    size = fit.scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = round(min(max(0.0, across * image.width() - size.width() / 2), image.width() - size.width()))
    top = round(min(max(0.0, down * image.height() - size.height() / 2), image.height() - size.height()))
    return image.copy(QRect(left, top, size.width(), size.height()))


class PictureProvider(QQuickImageProvider):
    """Gives QML the pictures by `address`, cut to the place they fill; without one, nothing is drawn, so that the sign stays.

    A bad one is one log line.
    """

    def __init__(self, folder: Callable[[], Path], drawn: Path) -> None:
        """Give pictures.

        Args:
            folder: gives the folder they stand in; asked each time, for it changes with the content.
            drawn: where those that were drawn ahead stand.
        """
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder, self._drawn = folder, drawn
        self._said = ""

    def _say_once(self, reason: str) -> None:
        """One line, however many sizes of a picture are asked for one after the other."""
        if reason != self._said:
            self._said = reason
            log.warning("no picture: %s", reason)

    def requestImage(self, identifier: str, size: QSize, wanted: QSize) -> QImage:
        sha256, name, *focus = identifier.split("/")
        across, down = (int(share) / 100 for share in focus or ("50", "50"))
        fit = wanted if wanted.isValid() and not wanted.isEmpty() else QSize(DEFAULT_SIDE, DEFAULT_SIDE)
        try:
            drawn = name.endswith(VECTOR)
            image = drawn_ahead(self._drawn, sha256, fit) if drawn else read_picture(self._folder() / Path(name).name, sha256, fit)
        except ContentCorruptError as error:
            self._say_once(str(error))
            image = QImage()
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(QColor(0, 0, 0, 0))
            return image
        if not wanted.isValid() or wanted.isEmpty():
            return image
        sign = drawn and image.width() == image.height()
        return whole(image, wanted) if sign and wanted.width() != wanted.height() else cut(image, wanted, across, down)
