"""What the attract loop is made of, drawn by code: zellige half built, the arch, what is seen through it."""

from collections.abc import Callable
from math import acos, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.domain.zellige import Cell, cell, part
from kiosk.ui.drawing.moving_signs import blank, dial, hand, painter_on, ring
from kiosk.ui.drawing.pattern import RIM, STRAP, lay_pieces, pattern_image, polygon_of, weave

STEPS = 20
"""Pictures of a cell from nothing to whole."""
STRAPS_DRAWN = 0.6
"""Share of the steps after which all straps are there."""
PIECES_FROM = 0.4
"""Share of the steps from which the pieces are laid."""
OPENING, JAMB, CROWN = 0.43, 0.375, 0.05
"""Of the arch, where its picture is 1 wide: the radius of its round, half the width of its foot, and the depth of its stones."""
STONES = 17


# zellige ---------------------------------------------------------------------------------------------------------------


def building(size: QSize, step: str, *colours: str) -> QImage:
    """A cell that is being built: first its straps grow, then its pieces are laid.

    Args:
        size: of the cell, in pixels.
        step: from 0, nothing, to STEPS, the whole cell.
        colours: those of the field.
    """
    side, share = size.width(), int(step) / STEPS
    image = blank(size)
    if share <= 0:
        return image
    painter, one = painter_on(image), cell(side)
    painter.translate(side / 2, side / 2)
    *pieces, strap, rim = colours
    painter.setOpacity(min(1.0, max(0.0, (share - PIECES_FROM) / (1 - PIECES_FROM))))
    if painter.opacity() > 0:
        lay_pieces(painter, one, side, *pieces)
    painter.setOpacity(1)
    if share < STRAPS_DRAWN:
        _grow(painter, one, side, share / STRAPS_DRAWN, strap, rim)
    else:
        weave(painter, one, side, strap, rim)
    painter.end()
    return image


def _grow(painter: QPainter, one: Cell, side: float, share: float, strap: str, rim: str) -> None:
    square = (*one.straps[0], one.straps[0][0])
    drawn = [part(line, share) for line in (square, *one.straps[1:])]
    for width, colour in ((side * (STRAP + 2 * RIM), rim), (side * STRAP, strap)):
        pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for line in drawn:
            painter.drawPolyline(polygon_of(line))


# the arch --------------------------------------------------------------------------------------------------------------


def _arch_path(width: float, height: float, wider: float = 0.0) -> QPainterPath:
    """The opening: a round on a narrower foot, as in a horseshoe."""
    radius, foot = width * OPENING + wider, width * JAMB + wider
    middle = QPointF(width / 2, width * (OPENING + CROWN * 1.5))
    turn = 90 + 180 / pi * _foot_angle(radius, foot)
    path = QPainterPath(QPointF(middle.x() - foot, height))
    path.arcTo(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), 90 + turn, -2 * turn)
    path.lineTo(middle.x() + foot, height)
    path.closeSubpath()
    return path


def _foot_angle(radius: float, foot: float) -> float:
    """How far below its middle the round goes on, in radians."""
    return acos(foot / radius)


def gateway(size: QSize, cell_side: str, stone: str, other: str, *colours: str) -> QImage:
    """A wall of zellige with an open arch in it; the wall's cells begin at the upper left corner.

    Args:
        size: of the wall, in pixels.
        cell_side: of a cell of the wall, in pixels.
        stone: colour of every other stone of the round, and of its edge.
        other: colour of those between.
        colours: those of the field.
    """
    width, height = size.width(), size.height()
    image = blank(size)
    painter = painter_on(image)
    deep, opening = width * CROWN, _arch_path(width, height)
    wall = QPainterPath()
    wall.addRect(0, 0, width, height)
    wall.addPath(_arch_path(width, height, deep))  # what lies in both is left out
    painter.fillPath(wall, QBrush(pattern_image("field", int(cell_side), *colours)))
    round_of_stones = _arch_path(width, height, deep)
    round_of_stones.addPath(opening)
    painter.fillPath(round_of_stones, QColor(stone))
    _lay_stones(painter, width, other, deep)
    for edge in (opening, _arch_path(width, height, deep)):
        painter.strokePath(edge, QPen(QColor(colours[-1]), max(2.0, width / 130)))
    painter.end()
    return image


def _lay_stones(painter: QPainter, width: float, colour: str, deep: float) -> None:
    """Every other stone of the round, from its foot to its foot."""
    inner, outer = width * OPENING, width * OPENING + deep
    middle = QPointF(width / 2, width * (OPENING + CROWN * 1.5))
    reach = pi / 2 + _foot_angle(inner, width * JAMB)
    for number in range(0, STONES, 2):
        begin, end = (-reach + 2 * reach * (number + place) / STONES for place in (0.0, 1.0))
        steps = [begin + (end - begin) * step / 8 for step in range(9)]
        corners = [(middle.x() + outer * sin(a), middle.y() - outer * cos(a)) for a in steps]
        corners += [(middle.x() + inner * sin(a), middle.y() - inner * cos(a)) for a in reversed(steps)]
        path = QPainterPath()
        path.addPolygon(polygon_of(corners))
        painter.fillPath(path, QColor(colour))


# what is seen through it -------------------------------------------------------------------------------------------------


def skyline(size: QSize, sky: str, sun: str, far: str, near: str) -> QImage:
    """A sun over the walls and towers of a town."""
    width, height = size.width(), size.height()
    image = blank(size)
    image.fill(QColor(sky))
    painter = painter_on(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(sun))
    painter.drawEllipse(QPointF(width * 0.76, height * 0.86), width * 0.075, width * 0.075)
    for colour, base, towers in (
        (far, 0.89, ((0.24, 0.08), (0.66, 0.06))),
        (near, 0.935, ((0.16, 0.05), (0.47, 0.06), (0.84, 0.05))),
    ):
        painter.setBrush(QColor(colour))
        painter.drawPath(_town(width, height, base, towers))
    painter.end()
    return image


def _town(width: float, height: float, base: float, towers: tuple[tuple[float, float], ...]) -> QPainterPath:
    """A wall with battlements, and square towers with a lantern on each."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    top, tooth = height * base, width / 60
    path.addRect(0, top, width, height - top)
    for number in range(0, 60, 2):
        path.addRect(number * tooth, top - tooth, tooth, tooth * 1.5)
    for place, tall in towers:
        left, broad, head = width * place - width * 0.04, width * 0.08, top - height * tall
        path.addRect(left, head, broad, height - head)
        for number in range(4):
            path.addRect(left + number * broad / 3.6, head - tooth * 0.8, broad / 7, tooth)
        path.addRect(left + broad * 0.3, head - broad * 0.6, broad * 0.4, broad * 0.7)
        path.addEllipse(QPointF(left + broad / 2, head - broad * 0.62), broad * 0.2, broad * 0.22)
    return path


SHAPES: dict[str, Callable[..., QImage]] = {
    "building": building,
    "gateway": gateway,
    "skyline": skyline,
    "hand": hand,
    "ring": ring,
    "dial": dial,
}
"""What may be asked for, by name."""


def attract_image(shape: str, size: QSize, *how: str) -> QImage:
    """One of the pictures, in a size and its colours."""
    return SHAPES[shape](size, *how)
