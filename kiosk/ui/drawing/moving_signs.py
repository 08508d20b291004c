"""Signs that move over a screen, drawn by code: the hand, the circle around its touch, a ring that runs down."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform


def blank(size: QSize) -> QImage:
    """A picture of a size with nothing on it."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def painter_on(image: QImage) -> QPainter:
    """What draws smoothly on a picture."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def hand(size: QSize, skin: str, edge: str, sleeve: str) -> QImage:
    """A hand that points up, with its cuff; two thirds as wide as high."""
    image = blank(size)
    painter = painter_on(image)
    painter.scale(size.width() / 100, size.height() / 150)
    palm = _rounded(24, 66, 64, 56, 20)
    fingers = (_rounded(27, 4, 18, 90, 9), _rounded(45, 50, 16, 42, 8), _rounded(60, 54, 15, 40, 7.5), _rounded(74, 62, 14, 34, 7))
    for finger in fingers:
        palm = palm.united(finger)
    thumb = QTransform().translate(28, 94).rotate(-38).map(_rounded(-9, -30, 18, 52, 9))
    palm = palm.united(thumb).united(_rounded(32, 108, 44, 26, 6))
    pen = QPen(QColor(edge), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(skin))
    painter.drawPath(palm)
    for x, y in ((45, 64), (60, 66), (74, 70)):
        painter.drawLine(QPointF(x, y), QPointF(x, y + 18))
    painter.setBrush(QColor(sleeve))
    painter.drawPath(_rounded(25, 124, 58, 40, 6))
    painter.end()
    return image


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def ring(size: QSize, colour: str) -> QImage:
    """A circle around a touch."""
    image, side = blank(size), size.width()
    painter = painter_on(image)
    painter.setPen(QPen(QColor(colour), side / 14))
    painter.drawEllipse(QPointF(side / 2, side / 2), side * 0.45, side * 0.45)
    painter.end()
    return image


def dial(size: QSize, share: str, colour: str, track: str) -> QImage:
    """A ring that runs down: what is left of it, from the top on.

    Args:
        size: of the ring, in pixels.
        share: what is left, in thousandths.
        colour: of what is left.
        track: of what has gone.
    """
    image, side = blank(size), size.width()
    painter, wide = painter_on(image), size.width() / 14
    box = QRectF(wide, wide, side - 2 * wide, side - 2 * wide)
    for ink, thousandths in ((track, 1000), (colour, int(share))):
        painter.setPen(QPen(QColor(ink), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(box, 90 * 16, -round(360 * 16 * thousandths / 1000))
    painter.end()
    return image
