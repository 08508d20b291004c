"""QR codes, drawn on whole pixels at any size."""

from PySide6.QtCore import Property, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.domain.takeaway import CODE_CAPACITY

QML_IMPORT_NAME = "Kiosk.Drawing"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""
LARGEST_VERSION = 20


def code_matrix(payload: str) -> list[list[bool]]:
    """The modules of a code, quiet zone included: the smallest version with error level M.

    Raises:
        ValueError: the payload is over `CODE_CAPACITY` bytes of UTF-8.
    """
    from qrcode.constants import ERROR_CORRECT_M  # loaded when the first code is asked for, not before the first picture
    from qrcode.main import QRCode

    data = payload.encode()
    if len(data) > CODE_CAPACITY:
        message = f"{len(data)} bytes do not fit a code of version {LARGEST_VERSION}-M ({CODE_CAPACITY} bytes); split the text"
        raise ValueError(message)
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(data, optimize=0)
    code.make(fit=True)
    matrix: list[list[bool]] = code.get_matrix()
    return matrix


@QmlElement
class QrCode(QQuickPaintedItem):
    """A code for a payload, dark on white, as large as whole pixels per module allow."""

    payloadChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._payload = ""
        self._matrix: list[list[bool]] = []

    def paint(self, painter: QPainter) -> None:
        side = min(self.width(), self.height())
        painter.fillRect(QRectF(0, 0, self.width(), self.height()), QColor("white"))
        if not self._matrix:
            return
        ratio = painter.device().devicePixelRatio()
        module = int(side * ratio) // len(self._matrix) / ratio
        margin_x = int((self.width() - module * len(self._matrix)) / 2 * ratio) / ratio
        margin_y = int((self.height() - module * len(self._matrix)) / 2 * ratio) / ratio
        dark = QColor("black")
        for row, modules in enumerate(self._matrix):
            for column, filled in enumerate(modules):
                if filled:
                    painter.fillRect(QRectF(margin_x + column * module, margin_y + row * module, module, module), dark)

    def get_payload(self) -> str:
        return self._payload

    def set_payload(self, payload: str) -> None:
        if payload == self._payload:
            return
        self._payload = payload
        self._matrix = code_matrix(payload) if payload else []
        self.payloadChanged.emit()
        self.update()

    payload = Property(str, get_payload, set_payload, notify=payloadChanged)

    @Property(int, notify=payloadChanged)
    def modules(self) -> int:
        """Modules along a side, quiet zone included."""
        return len(self._matrix)
