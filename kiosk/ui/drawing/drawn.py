"""What is drawn by code reaches QML as pictures.

Items of our own that QML makes would leave their Python half behind each time a screen is left.
"""

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.ui.drawing.pattern import PATTERNS, pattern_image

PROVIDER = "drawn"
SMALLEST = 8
"""Pixels of a side: QML asks for sizes before it knows them."""


class DrawnProvider(QQuickImageProvider):
    """Gives QML pictures in the size asked for, colours as #rrggbb; and codes.

    They are `zellige/INK`, `field/COLOURS`, `star/FILL/RING`, `arch/FILL/RING`, `face/MOOD/FILL/INK` and `country/FILL`.
    What the attract loop is made of is named in `kiosk.ui.drawing.attract`; `code/PAYLOAD`, percent-encoded, is one pixel a module.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, identifier: str, size: QSize, wanted: QSize) -> QImage:
        shape, _, rest = identifier.partition("/")
        if shape == "code":
            from kiosk.ui.drawing.qr_image import code_image  # none is in the first picture

            return code_image(unquote(rest))
        if shape in PATTERNS:
            return pattern_image(shape, max(SMALLEST, min(wanted.width(), wanted.height())), *rest.split("/"))
        if shape == "country":
            from kiosk.ui.drawing.country import country_image  # as above

            return country_image(wanted.expandedTo(QSize(SMALLEST, SMALLEST)), *rest.split("/"))
        from kiosk.ui.drawing.attract import attract_image  # the loop begins after the first picture

        return attract_image(shape, wanted.expandedTo(QSize(SMALLEST, SMALLEST)), *rest.split("/"))
