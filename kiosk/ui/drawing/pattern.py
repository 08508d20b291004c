"""The house pattern, stars, arches and faces: eight-pointed, after the geometry of zellige, computed and drawn by code."""

from math import cos, pi, sin, sqrt

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

POINTS = 8


def star_polygon(centre: QPointF, radius: float, turn: float = 0.0) -> QPolygonF:
    """The outline of two squares turned by an eighth: the khatem, seal of zellige."""
    inner = radius * cos(pi / 4) / cos(pi / POINTS)
    corners = []
    for step in range(2 * POINTS):
        angle = turn + step * pi / POINTS
        reach = radius if step % 2 == 0 else inner
        corners.append(QPointF(centre.x() + reach * cos(angle), centre.y() + reach * sin(angle)))
    return QPolygonF([*corners, corners[0]])


def _pen(colour: str, width: float) -> QPen:
    """A pen that draws in a colour; its brush fills in it."""
    pen = QPen()  # one made of a colour, as a brush, brings all enumerations of Qt, which takes 16 ms
    pen.setColor(QColor(colour))
    pen.setWidthF(width)
    return pen


def _outline(polygon: QPolygonF) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(polygon)
    return path


def draw_zellige(painter: QPainter, cell: int, ink: str) -> None:
    """One cell of a field of stars joined by crosses; it continues over its edges."""
    motif = QPainterPath()
    motif.addPolygon(star_polygon(QPointF(), cell / 2))
    motif.addPolygon(star_polygon(QPointF(), cell / 4.6, pi / POINTS))
    motif.addPolygon(star_polygon(QPointF(cell / 2, cell / 2), cell * (1 - 1 / sqrt(2)) / 2 * 0.9, pi / POINTS))
    for x in (0, cell):
        for y in (0, cell):
            painter.strokePath(motif.translated(x, y), _pen(ink, max(1.0, cell / 60)))


def draw_star(painter: QPainter, side: int, fill: str, ring: str) -> None:
    """One star within a star."""
    centre, radius = QPointF(side / 2, side / 2), side / 2
    outer = _outline(star_polygon(centre, radius * 0.97, pi / POINTS))
    pen = _pen(ring, max(1.0, radius / 24))
    painter.fillPath(outer, _pen(fill, 1).brush())
    painter.strokePath(outer, pen)
    painter.strokePath(_outline(star_polygon(centre, radius * 0.86, pi / POINTS)), pen)


def draw_arch(painter: QPainter, side: int, fill: str, ring: str) -> None:
    """A horseshoe arch that stands on the lower edge, a line along it."""
    for scale, paint in ((1.0, ring), (0.965, fill)):
        vault, feet = QPainterPath(), QPainterPath()
        radius, foot, middle = 0.41 * scale * side, 0.34 * scale * side, QPointF(side / 2, 0.43 * side)
        vault.addEllipse(middle, radius, radius)
        feet.addRect(middle.x() - foot, middle.y() + 0.2 * side, 2 * foot, side)
        painter.fillPath(vault.united(feet), _pen(paint, 1).brush())


def draw_face(painter: QPainter, side: int, mood: str, fill: str, ink: str) -> None:
    """A face on a star, its mouth from 1, turned down, to 5, a laugh."""
    from PySide6.QtCore import Qt  # its enumerations are many, and made at once: not before the first picture

    centre, radius, bend = side / 2, side / 2, (int(mood) - 3) / 2
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(fill))
    painter.drawPolygon(star_polygon(QPointF(centre, centre), radius * 0.97, pi / POINTS))
    painter.setBrush(QColor(ink))
    for side_of_face in (-1, 1):
        painter.drawEllipse(QPointF(centre + side_of_face * radius * 0.23, centre - radius * 0.17), radius * 0.068, radius * 0.085)
    mouth = QPainterPath(QPointF(centre - radius * 0.32, centre + radius * (0.25 - 0.1 * bend)))
    mouth.quadTo(
        QPointF(centre, centre + radius * (0.25 + 0.34 * bend)),
        QPointF(centre + radius * 0.32, centre + radius * (0.25 - 0.1 * bend)),
    )
    pen = QPen(QColor(ink), radius * 0.075)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if bend < 1:
        painter.setBrush(QColor(0, 0, 0, 0))
    else:
        mouth.closeSubpath()
    painter.drawPath(mouth)


def pattern_image(shape: str, side: int, *how: str) -> QImage:
    """`zellige` in an ink, a `star` or an `arch` in a fill and a ring, or a `face` of a mood in a fill and an ink."""
    nothing = bytes(4 * side * side)
    image = QImage(nothing, side, side, QImage.Format.Format_ARGB32_Premultiplied).copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw = {"zellige": draw_zellige, "star": draw_star, "arch": draw_arch, "face": draw_face}[shape]
    draw(painter, side, *how)
    painter.end()
    return image
