"""The house pattern: eight-pointed stars and crosses, after the geometry of zellige, computed and drawn by code."""

from math import cos, pi, sin, sqrt

from PySide6.QtCore import Property, QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Drawing"
QML_IMPORT_MAJOR_VERSION = 1

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


def _motif(cell: float) -> QPainterPath:
    """A star, the star within it, and the cross between four such stars."""
    motif = QPainterPath()
    middle = QPointF(cell / 2, cell / 2)
    motif.addPolygon(star_polygon(QPointF(), cell / 2))
    motif.addPolygon(star_polygon(QPointF(), cell / 4.6, pi / POINTS))
    motif.addPolygon(star_polygon(middle, cell * (1 - 1 / sqrt(2)) / 2 * 0.9, pi / POINTS))
    return motif


class _Painted(QQuickPaintedItem):
    """An item that is painted anew when one of its properties changes."""

    def _repaint(self) -> None:
        self.update()


@QmlElement
class ZelligePattern(_Painted):
    """A field of stars joined by crosses, edge to edge."""

    inkChanged = Signal()
    cellChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ink = QColor("black")
        self._cell = 80.0
        self.setAntialiasing(True)
        self.inkChanged.connect(self._repaint)
        self.cellChanged.connect(self._repaint)

    def paint(self, painter: QPainter) -> None:
        cell = max(8.0, self._cell)
        motif = _motif(cell)
        painter.setPen(QPen(self._ink, max(1.0, cell / 60)))
        for row in range(int(self.height() / cell) + 2):
            for column in range(int(self.width() / cell) + 2):
                painter.drawPath(motif.translated(column * cell, row * cell))

    def get_ink(self) -> QColor:
        return self._ink

    def set_ink(self, ink: QColor) -> None:
        if ink != self._ink:
            self._ink = QColor(ink)
            self.inkChanged.emit()

    def get_cell(self) -> float:
        return self._cell

    def set_cell(self, cell: float) -> None:
        if cell != self._cell:
            self._cell = cell
            self.cellChanged.emit()

    ink = Property(QColor, get_ink, set_ink, notify=inkChanged)
    cell = Property(float, get_cell, set_cell, notify=cellChanged)


@QmlElement
class StarMedallion(_Painted):
    """One star within a star: the ground of an item's picture."""

    fillChanged = Signal()
    ringChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fill = QColor("black")
        self._ring = QColor("white")
        self.setAntialiasing(True)
        self.fillChanged.connect(self._repaint)
        self.ringChanged.connect(self._repaint)

    def paint(self, painter: QPainter) -> None:
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width(), self.height()) / 2
        painter.setPen(QPen(self._ring, max(1.0, radius / 24)))
        painter.setBrush(self._fill)
        painter.drawPolygon(star_polygon(centre, radius * 0.97, pi / POINTS))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawPolygon(star_polygon(centre, radius * 0.86, pi / POINTS))

    def get_fill(self) -> QColor:
        return self._fill

    def set_fill(self, fill: QColor) -> None:
        if fill != self._fill:
            self._fill = QColor(fill)
            self.fillChanged.emit()

    def get_ring(self) -> QColor:
        return self._ring

    def set_ring(self, ring: QColor) -> None:
        if ring != self._ring:
            self._ring = QColor(ring)
            self.ringChanged.emit()

    fill = Property(QColor, get_fill, set_fill, notify=fillChanged)
    ring = Property(QColor, get_ring, set_ring, notify=ringChanged)
