"""Morocco's outline as a picture."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPolygonF

from kiosk.domain.morocco import OUTLINE, on_map
from kiosk.ui.drawing.moving_signs import blank, painter_on


def country_image(size: QSize, fill: str) -> QImage:
    """The country in one colour on nothing, as large as the place."""
    image = blank(size)
    painter = painter_on(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    corners = [on_map(place) for place in OUTLINE]
    painter.drawPolygon(QPolygonF([QPointF(x * size.width(), y * size.height()) for x, y in corners]))
    painter.end()
    return image
