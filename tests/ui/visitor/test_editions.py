"""The figure of the editions: what is written on it is seen."""

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtQuick import QQuickItem

from kiosk.ui.application import KioskApplication
from tests.helpers.glass import items
from tests.helpers.robot import Robot
from tests.helpers.touches import LANGUAGES, word


@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["portrait", "landscape"])
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_no_year_on_the_map_lies_under_a_smaller_circle(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "editions"))
    robot.until(lambda: len(_years(kiosk)) > 3)
    robot.settle()
    hidden = []
    for year in _years(kiosk):
        circle = year.parentItem()
        digits, place = year.property("font").pixelSize() * 0.7, year.mapToItem(circle.parentItem(), QPointF(0, year.height() / 2))
        for other in circle.parentItem().childItems():
            if other.z() > circle.z():
                middle, radius = other.position() + QPointF(other.width(), other.height()) / 2, other.width() / 2
                across = max(place.x() - middle.x(), middle.x() - place.x() - year.width(), 0)
                down = max(abs(place.y() - middle.y()) - digits / 2, 0)
                hidden += [year.property("text")] if across**2 + down**2 < radius**2 else []
    assert hidden == []


def _years(kiosk: KioskApplication) -> list[QQuickItem]:
    """The years that are written in circles."""
    figure = next(item for item in items(kiosk.window.contentItem()) if "EditionMap" in item.metaObject().className())
    return [item for item in items(figure) if item.property("text")]
