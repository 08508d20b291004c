"""The house pattern, stars, arches and faces: eight-pointed, after the geometry of zellige, computed and drawn by code."""

from collections.abc import Iterable
from math import hypot, pi, sqrt

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.domain.zellige import POINTS, Cell, Crossing, Point, Polygon, cell, star

STRAP, RIM = 0.046, 0.009
"""Width of a strap, and of the dark rim at either side of it, where a cell is 1."""


def polygon_of(points: Iterable[Point]) -> QPolygonF:
    """The points as Qt draws them."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def star_polygon(centre: QPointF, radius: float, turn: float = 0.0) -> QPolygonF:
    """The outline of two squares turned by an eighth, closed."""
    corners = star(radius, (centre.x(), centre.y()), turn)
    return polygon_of((*corners, corners[0]))


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


def _fill(painter: QPainter, points: Iterable[Point], colour: str) -> None:
    painter.fillPath(_outline(polygon_of(points)), _pen(colour, 1).brush())


def _band(begin: Point, end: Point, width: float, longer: float) -> Polygon:
    """A straight strap of a width, longer at both ends."""
    reach = hypot(end[0] - begin[0], end[1] - begin[1])
    x, y = (end[0] - begin[0]) / reach, (end[1] - begin[1]) / reach
    a, b = (begin[0] - x * longer, begin[1] - y * longer), (end[0] + x * longer, end[1] + y * longer)
    side = (-y * width / 2, x * width / 2)
    return tuple((p[0] + sign * side[0], p[1] + sign * side[1]) for p, sign in ((a, 1), (b, 1), (b, -1), (a, -1)))


def _straps(one: Cell, width: float) -> list[QPainterPath]:
    """All straps of a cell, at a width: the square as a frame, the others as bands that go on over the edge."""
    frame = QPainterPath()
    half = one.straps[0][0][0]
    for reach in (half + width / 2, half - width / 2):
        frame.addPolygon(polygon_of(((reach, reach), (-reach, reach), (-reach, -reach), (reach, -reach), (reach, reach))))
    return [frame, *(_outline(polygon_of(_band(begin, end, width, width))) for begin, end in one.straps[1:])]


def _reach(one: Cell, crossing: Crossing, width: float) -> float:
    """How far the upper strap covers one of a width: farther where they meet at half a right angle."""
    slanting = one.crossings.index(crossing) < POINTS
    return width * ((1 + sqrt(2)) / 2 if slanting else 0.5)


def _over(crossing: Crossing, width: float, reach: float) -> Polygon:
    """The piece of the upper strap where two cross."""
    (x, y), (along, down) = crossing.at, crossing.over
    return _band((x - along * reach, y - down * reach), (x + along * reach, y + down * reach), width, 0)


def weave(painter: QPainter, one: Cell, side: float, strap: str, rim: str) -> None:
    """The straps of a cell, over and under one another; its star stands at the painter's origin."""
    inner, outer = side * STRAP, side * (STRAP + 2 * RIM)
    for width, colour in ((outer, rim), (inner, strap)):
        for path in _straps(one, width):
            painter.fillPath(path, _pen(colour, 1).brush())
    for crossing in one.crossings:
        reach = _reach(one, crossing, outer)
        _fill(painter, _over(crossing, outer, reach), rim)
        _fill(painter, _over(crossing, inner, reach + side * RIM), strap)


def lay_pieces(painter: QPainter, one: Cell, side: float, cross: str, heart: str, tip: str, bud: str) -> None:
    """The coloured pieces between the straps: crosses, the star's heart, its tips, and a bud in the middle of each."""
    half = side / 2
    _fill(painter, ((-half, -half), (half, -half), (half, half), (-half, half)), cross)
    for triangle in one.tips:
        _fill(painter, triangle, tip)
    _fill(painter, one.heart, heart)
    _fill(painter, star(side * 0.155), bud)
    _fill(painter, star(side * 0.085), heart)
    for x in (-half, half):
        for y in (-half, half):
            _fill(painter, star(side * 0.09, (x, y)), bud)


def draw_field(painter: QPainter, side: int, *colours: str) -> None:
    """One cell of a field of zellige; it continues over its edges.

    Args:
        painter: draws in a square.
        side: of the cell, in pixels.
        colours: of crosses, hearts, tips, buds, straps and their rims.
    """
    *pieces, strap, rim = colours
    one = cell(side)
    painter.translate(side / 2, side / 2)
    lay_pieces(painter, one, side, *pieces)
    weave(painter, one, side, strap, rim)


def draw_zellige(painter: QPainter, side: int, ink: str) -> None:
    """One cell of a field of zellige in lines alone: the rims of its straps, in one ink on nothing."""
    one, line = cell(side), max(1.0, side / 70)
    width = side * STRAP
    painter.translate(side / 2, side / 2)
    for path in _straps(one, width + line):
        painter.fillPath(path, _pen(ink, 1).brush())
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    for path in _straps(one, width - line):
        painter.fillPath(path, _pen(ink, 1).brush())
    for crossing in one.crossings:
        reach = _reach(one, crossing, width)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        _fill(painter, _over(crossing, width + line, reach), ink)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        _fill(painter, _over(crossing, width - line, reach + line), ink)


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


PATTERNS = {"zellige": draw_zellige, "field": draw_field, "star": draw_star, "arch": draw_arch, "face": draw_face}
"""What may be asked for, by name."""


def pattern_image(shape: str, side: int, *how: str) -> QImage:
    """A picture of `PATTERNS`: its colours follow, a fill before a ring or an ink."""
    nothing = bytes(4 * side * side)
    image = QImage(nothing, side, side, QImage.Format.Format_ARGB32_Premultiplied).copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    PATTERNS[shape](painter, side, *how)
    painter.end()
    return image
