"""QR codes as pictures; `QrCode.qml` makes them as large as whole pixels allow."""

from PySide6.QtGui import QImage

from kiosk.domain.takeaway import CODE_CAPACITY

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


def code_image(payload: str) -> QImage:
    """A code, dark on white, one pixel a module.

    Raises:
        ValueError: the payload is over `CODE_CAPACITY` bytes of UTF-8.
    """
    matrix = code_matrix(payload)
    side, shades = len(matrix), bytes(0 if dark else 255 for row in matrix for dark in row)
    return QImage(shades, side, side, side, QImage.Format.Format_Grayscale8).copy()
