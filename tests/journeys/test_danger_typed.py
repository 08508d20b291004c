"""A danger is told by finished words: harmless words show none on the way, who is in danger sees it when they rest."""

import pytest

from kiosk.ui.application import KioskApplication
from tests.helpers.robot import Robot
from tests.helpers.touches import enter_search, rest, type_by_touch, word

SPACE = " "


def touch_key(robot: Robot, kiosk: KioskApplication, letter: str) -> None:
    robot.touch(word(kiosk, "key_space") if letter == SPACE else letter)


@pytest.mark.parametrize(
    ("tag", "typed"),
    [("fr", "violon"), ("fr", "feuille"), ("fr", "mortier"), ("fr", "gazelle"), ("ar", "ضربة حرة"), ("ar", "قتل الوقت")],
)
def test_a_harmless_word_shows_no_danger_at_any_key(robot: Robot, kiosk: KioskApplication, tag: str, typed: str) -> None:
    enter_search(robot, kiosk, tag)
    search = kiosk.visitor.screens.search
    for letter in typed:
        touch_key(robot, kiosk, letter)
        assert (search.crisis, search.maybe) == ("", []), search.query
    rest(robot, kiosk)
    assert search.crisis == ""


@pytest.mark.parametrize(("tag", "typed"), [("fr", "mon mari me frappe"), ("ar", "راجلي كيضربني")])
def test_a_danger_is_shown_when_the_typist_rests_and_stays_while_more_is_typed(
    robot: Robot, kiosk: KioskApplication, tag: str, typed: str
) -> None:
    enter_search(robot, kiosk, tag)
    search = kiosk.visitor.screens.search
    type_by_touch(robot, kiosk, typed)
    assert search.crisis == ""
    rest(robot, kiosk)
    assert search.crisis == "violence_home"
    robot.sees(word(kiosk, "call_staff"))
    for letter in (*typed[-2:], SPACE, *typed[:2]):
        touch_key(robot, kiosk, letter)
        assert search.crisis == "violence_home", search.query


@pytest.mark.parametrize(("tag", "typed"), [("fr", "mon mari me frappe "), ("ar", "راجلي كيضربني ")])
def test_a_blank_finishes_a_word_at_once(robot: Robot, kiosk: KioskApplication, tag: str, typed: str) -> None:
    enter_search(robot, kiosk, tag)
    type_by_touch(robot, kiosk, typed)
    assert kiosk.visitor.screens.search.crisis == "violence_home"
    assert not kiosk.visitor.screens.search.resting.isActive()


def test_the_next_visitor_inherits_no_danger_from_a_typist_who_left(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "au secours")
    kiosk.visitor.screens.search.forget()
    assert not kiosk.visitor.screens.search.resting.isActive()
    assert kiosk.visitor.screens.search.crisis == ""
