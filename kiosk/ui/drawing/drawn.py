"""What is drawn by code reaches QML as pictures.

Items of our own that QML makes would leave their Python half behind each time a screen is left.
"""

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.ui.drawing.pattern import pattern_image
from kiosk.ui.drawing.qr_image import code_image

PROVIDER = "drawn"


class DrawnProvider(QQuickImageProvider):
    """Gives QML pictures in the size asked for, colours as #rrggbb; and codes.

    They are `zellige/INK`, `star/FILL/RING`, `arch/FILL/RING` and `face/MOOD/FILL/INK`.
    `code/PAYLOAD`, percent-encoded, is one pixel a module.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, identifier: str, size: QSize, wanted: QSize) -> QImage:
        shape, _, rest = identifier.partition("/")
        if shape == "code":
            return code_image(unquote(rest))
        return pattern_image(shape, max(8, min(wanted.width(), wanted.height())), *rest.split("/"))
