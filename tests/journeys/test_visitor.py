"""A visitor's two minutes, by touch, in Arabic and in French."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.item import ItemKind
from kiosk.ui.application import KioskApplication
from kiosk.ui.tools.visits import choose
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot
from tests.helpers.touches import LANGUAGES, codes_on, word


def first_pavilion(kiosk: KioskApplication, tag: str) -> str:
    store = kiosk.content.holder.store
    assert store is not None
    return kiosk.shell.reading.plain(store.cards(ItemKind.PAVILION, 0, 1)[0].name)


@pytest.mark.any_order
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_from_the_attract_state_to_a_pavilion_listening_a_code_and_the_reset(
    robot: Robot, kiosk: KioskApplication, clock: ManualClock, player: FakePlayer, tag: str
) -> None:
    robot.touch(LANGUAGES[tag])
    robot.sees(word(kiosk, "home_question"))
    assert kiosk.shell.language == tag

    robot.touch(word(kiosk, "pavilions"))
    robot.touch(first_pavilion(kiosk, tag))
    robot.sees(word(kiosk, "what_it_is"))

    robot.touch(word(kiosk, "listen"))
    robot.until(lambda: player.playing)
    robot.press_at(QPoint(500, 700))
    assert not player.playing
    robot.release_at(QPoint(500, 700))

    robot.touch(word(kiosk, "take_away"))
    robot.until(lambda: bool(codes_on(robot.picture())))
    assert codes_on(robot.picture())[0] == kiosk.visitor.screens.takeaway.current.payload

    clock.advance(91)
    robot.sees(word(kiosk, "still_here"))
    clock.advance(30)
    robot.until(lambda: kiosk.shell.screen == "Attract")
    assert not kiosk.visitor.screens.takeaway.opened


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_procedure_is_found_by_need_and_read_for_ones_own_case(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    store = kiosk.content.holder.store
    assert store is not None
    service = store.public_service("service:cnie")
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "services"))
    robot.touch(kiosk.shell.reading.plain(service.life_events[0].name))
    robot.touch(kiosk.shell.reading.plain(service.head.card.name))
    robot.sees(word(kiosk, "papers"))
    loss = next(s for s in service.situations if s.identifier.endswith("loss_theft_damage"))
    read = kiosk.shell.reading.plain(service.situations[0].name)
    folded, case = f"{word(kiosk, 'your_case')} · {read}", kiosk.shell.reading.plain(loss.name)
    robot.touch(folded)
    robot.until(lambda: robot.find(case).rectangle.top() >= robot.find(folded).rectangle.bottom(), "the cases stand under it")
    robot.touch(case)
    for paper in service.evidence_for(loss):
        robot.sees(paper.name.in_language(tag))


@pytest.mark.clause("WCAG 3.1.1")
def test_another_language_keeps_the_page(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "pavilions"))
    robot.touch(first_pavilion(kiosk, "fr"))
    page = kiosk.shell.identifier
    robot.touch(LANGUAGES["ar"])
    robot.sees(word(kiosk, "what_it_is"))
    assert kiosk.shell.identifier == page
    assert kiosk.shell.rightToLeft
    robot.touch(LANGUAGES["en"])
    robot.sees("In short")


@pytest.mark.clause("WCAG 3.1.2")
def test_two_languages_stand_side_by_side_each_on_its_side(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "pavilions"))
    robot.touch(first_pavilion(kiosk, "fr"))
    robot.touch(word(kiosk, "aids"))
    robot.touch(word(kiosk, "bilingual"))
    robot.touch(word(kiosk, "close"))
    robot.sees("En bref")
    robot.sees("تعريف")
    places = {n.name: n.rectangle.center().x() for n in robot.nodes()}
    assert places["En bref"] < places["تعريف"]


@pytest.mark.clause("WCAG 3.2.6")
def test_the_police_number_is_one_touch_away_everywhere(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(LANGUAGES["fr"])
    for key in ("services", "pavilions", "demonstrations", "editions", "glossary"):
        robot.touch(word(kiosk, key))
        robot.touch(word(kiosk, "call") + " 19")
        assert kiosk.shell.screen == "Emergency"
        robot.touch(word(kiosk, "home"))


@pytest.mark.clause("WCAG 2.2.1")
def test_any_touch_answers_the_prompt(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    robot.touch(LANGUAGES["fr"])
    clock.advance(95)
    robot.sees(word(kiosk, "still_here"))
    robot.touch_at(QPoint(100, 100))
    robot.until(lambda: not kiosk.shell.prompting)
    assert kiosk.shell.screen == "Home"


def test_back_and_home_lead_out_of_anywhere(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "pavilions"))
    robot.touch(first_pavilion(kiosk, "fr"))
    robot.touch(word(kiosk, "back"))
    assert kiosk.shell.screen == "Catalogue"
    robot.touch(word(kiosk, "home"))
    assert kiosk.shell.screen == "Home"


@pytest.mark.parametrize("screen", ["pavilions", "services", "demonstrations", "glossary"])
def test_what_is_opened_anew_begins_at_its_top(robot: Robot, kiosk: KioskApplication, screen: str) -> None:
    """Gone home, the place in a list is forgotten; gone back to, it is kept."""

    def scrolled() -> bool:
        return any(node.name == word(kiosk, "scroll_up") and node.interactive and node.enabled for node in robot.nodes())

    kiosk.window.resize(1080, 900)
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, screen))
    robot.touch(word(kiosk, "scroll_down"))
    robot.until(scrolled)
    kiosk.shell.show("CallStaff")
    robot.touch(word(kiosk, "back"))
    robot.until(scrolled)
    robot.touch(word(kiosk, "home"))
    robot.touch(word(kiosk, screen))
    robot.picture()
    assert not scrolled()


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_visit_ends_where_something_is_taken_home(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "pavilions"))
    robot.touch(first_pavilion(kiosk, tag))
    robot.touch(word(kiosk, "take_away"))
    robot.until(lambda: kiosk.visitor.screens.takeaway.opened)
    robot.touch(word(kiosk, "finished"))
    robot.until(lambda: kiosk.shell.screen == "Feedback")
    assert not kiosk.visitor.screens.takeaway.opened


@pytest.mark.parametrize("by", ["key", "screen reader"])
def test_a_kiosk_at_rest_is_read_aloud_without_a_touch(robot: Robot, kiosk: KioskApplication, player: FakePlayer, by: str) -> None:
    choose(kiosk, "closed")
    button = robot.find(word(kiosk, "listen"))
    robot.settle()
    if by == "key":
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space):
            QTest.keyClick(kiosk.window, key)
    else:
        button.interface.actionInterface().doAction("Press")
    robot.until(lambda: player.playing)


@pytest.mark.clause("House: listening holds the visit")
def test_listening_holds_the_inactivity_timer(
    robot: Robot, kiosk: KioskApplication, clock: ManualClock, player: FakePlayer
) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "pavilions"))
    robot.touch(first_pavilion(kiosk, "fr"))
    robot.touch(word(kiosk, "listen"))
    robot.until(lambda: player.playing)
    clock.advance(89)
    kiosk.shell.session.tick()
    clock.advance(89)
    kiosk.shell.session.tick()
    assert not kiosk.shell.prompting


def test_the_listen_button_stops_what_it_started(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "listen"))
    robot.until(lambda: player.playing)
    robot.touch(word(kiosk, "stop"))
    robot.find(word(kiosk, "listen"))
    assert not player.playing
