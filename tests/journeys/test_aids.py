"""Visitors who see little, sit, or need calm ask the screen for what helps them; nobody after them sees it."""

import pytest
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.domain.mount import HIGHEST_MM, Mount, capital_mm
from kiosk.domain.panel import Panel
from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.aids_view_model import AIDS
from tests.helpers.aided import small
from tests.helpers.fakes import ManualClock
from tests.helpers.glass import items
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import StaffRobot
from tests.helpers.touches import opened, plain, word


def sheet(kiosk: KioskApplication) -> QQuickItem:
    found = kiosk.window.findChild(QObject, "largePrint")
    assert isinstance(found, QQuickItem)
    return found


def asks(robot: Robot, kiosk: KioskApplication, aid: str) -> None:
    """Two touches on the way, and one to go back."""
    robot.touch(word(kiosk, "aids"))
    robot.touch(word(kiosk, f"aid_{aid}"))
    robot.touch(word(kiosk, "close"))


def turned_to(robot: Robot, kiosk: KioskApplication, name: str) -> None:
    """Touch something on whatever page of the sheet it stands."""
    for _page in range(30):
        robot.picture()
        places: list[QRect] = []
        robot.until(lambda: places.append(robot.find(name).rectangle) or places[-2:].count(places[-1]) == 2)  # noqa: B023
        node = robot.find(name)
        if QRectF(0, 0, kiosk.window.width(), kiosk.window.height()).contains(node.rectangle.center().toPointF()):
            robot.touch(name)
            return
        robot.touch(word(kiosk, "next"))
    pytest.fail(f"{name!r} is on no page")


@pytest.mark.clause("EN 5.1.4", "508 402.4", "WCAG 1.4.4", "WCAG 1.4.10")
def test_who_sees_little_reads_a_service_in_letters_that_fill_the_angle(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    asks(robot, kiosk, "large")
    robot.until(lambda: sheet(kiosk).isVisible())
    turned_to(robot, kiosk, word(kiosk, "services"))
    robot.until(lambda: kiosk.shell.screen == "Services")
    store = kiosk.content.holder.store
    assert store is not None
    turned_to(robot, kiosk, kiosk.shell.reading.plain(store.card("service:cnie").name))
    robot.until(lambda: kiosk.shell.screen == "Page")
    robot.sees(word(kiosk, "papers"))
    panel = Panel(kiosk.window.width(), kiosk.window.height(), 32.0)
    assert list(small(sheet(kiosk), panel, Mount())) == []
    assert list(small(sheet(kiosk), panel, Mount(viewing_distance_mm=1200))) != []
    assert capital_mm(Mount()) == pytest.approx(7.33, abs=0.01)


def test_back_leads_out_of_the_aids_and_what_is_taken_home_takes_their_place(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    robot.touch(word(kiosk, "aids"))
    robot.touch(word(kiosk, "back"))
    assert not kiosk.shell.aids.opened
    kiosk.shell.open("service:cnie")
    robot.touch(word(kiosk, "aids"))
    robot.touch(word(kiosk, "back"))
    assert (kiosk.shell.screen, kiosk.shell.aids.opened) == ("Page", False)
    robot.touch(word(kiosk, "aids"))
    robot.touch(word(kiosk, "take_away"))
    assert (kiosk.visitor.screens.takeaway.is_open, kiosk.shell.aids.opened) == (True, False)


def printed(kiosk: KioskApplication) -> list[QQuickItem]:
    """The texts printed large, from the first on, on whatever page."""
    flow = next(item for item in items(sheet(kiosk)) if "PagedFlow" in item.metaObject().className())
    return sorted((item for item in flow.childItems() if item.property("line")), key=QQuickItem.y)


def test_large_texts_stand_on_the_side_they_are_read_from(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    kiosk.shell.open("service:cnie")
    asks(robot, kiosk, "large")
    robot.until(lambda: sheet(kiosk).isVisible() and len(printed(kiosk)) > 10)
    side = Qt.AlignmentFlag.AlignRight if kiosk.shell.rightToLeft else Qt.AlignmentFlag.AlignLeft
    for text in (item for block in printed(kiosk) for item in items(block) if item.property("text")):
        drawn, _ = QQmlExpression(qmlContext(text), text, "effectiveHorizontalAlignment").evaluate()
        assert drawn == side.value, text.property("text")


def test_of_two_languages_ones_own_is_printed_first(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    kiosk.shell.open("service:cnie")
    kiosk.shell.toggleBilingual()
    asks(robot, kiosk, "large")
    name = opened(kiosk).card("service:cnie").name
    own = [plain(kiosk, name), *(name.in_language(tag) for tag in ("fr", "ar") if tag != kiosk.shell.language)]
    robot.until(lambda: [str(one.property("source").property("text")) for one in printed(kiosk)][:2] == own)


def test_no_large_heading_is_left_alone_at_the_end_of_a_page(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    asks(robot, kiosk, "large")
    alone = []
    for service in ("cnie", "fines", "theft", "recruitment"):
        kiosk.shell.open(f"service:{service}")
        name = plain(kiosk, opened(kiosk).card(f"service:{service}").name)
        robot.until(lambda: name in str(printed(kiosk)[0].property("source").property("text")).replace("\u00a0", " "))  # noqa: B023
        robot.settle()
        for page in range(int(sheet(kiosk).property("pages")) - 1):
            sheet(kiosk).setProperty("page", page)
            robot.settle()
            view = printed(kiosk)[0].parentItem().parentItem()
            whole = [one for one in printed(kiosk) if 0 <= view.mapFromItem(one, QPointF(0, one.height())).y() <= view.height() + 1]
            alone += [last.property("source").property("text") for last in whole[-1:] if last.property("heading")]
    assert alone == []


@pytest.mark.parametrize("settings", [{"panel_lower_edge_mm": 900}])
@pytest.mark.clause("EN 8.3.3")
def test_who_sits_brings_every_control_within_reach(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    asks(robot, kiosk, "reach")
    panel = Panel(kiosk.window.width(), kiosk.window.height(), 32.0)
    for name in ("services", "home", "pavilions"):
        turned_to(robot, kiosk, word(kiosk, name))
        robot.settle()
        touched = [node for node in robot.nodes() if node.interactive and node.enabled and node.rectangle.height() > 1]
        highest = min(node.rectangle.top() for node in touched)
        assert len(touched) > 10
        assert 900 + (panel.height_px - highest) / panel.pixels_per_millimetre <= HIGHEST_MM + 1


@pytest.mark.clause("WCAG 2.2.1", "WCAG 2.3.3")
@pytest.mark.parametrize("settings", [{"motion": True}])
def test_who_needs_calm_has_three_times_as_long_and_nothing_moves(visited: StaffRobot, clock: ManualClock) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    asks(robot, kiosk, "calm")
    clock.advance(95)
    kiosk.shell.session.tick()
    assert not kiosk.shell.prompting
    clock.advance(180)
    kiosk.shell.session.tick()
    assert kiosk.shell.prompting
    assert 80 < kiosk.shell.secondsLeft <= 90


@pytest.mark.clause("EN 5.2", "EN 5.1.3.13")
@pytest.mark.parametrize("aid", AIDS)
def test_nothing_of_it_is_left_for_the_next_visitor(robot: Robot, kiosk: KioskApplication, aid: str) -> None:
    robot.touch("Français")
    asks(robot, kiosk, aid)
    assert getattr(kiosk.shell.aids, aid)
    kiosk.shell.leave()
    robot.touch("العربية")
    assert [one for one in AIDS if getattr(kiosk.shell.aids, one)] == []
    assert not sheet(kiosk).isVisible()
    assert not kiosk.shell.aids.opened
