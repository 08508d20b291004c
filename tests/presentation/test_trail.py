"""The way a visitor goes, step by step, and what leads back."""

import pytest

from kiosk.presentation.route import HOME, Route, Screen
from kiosk.presentation.trail import Trail, to_choice, to_item, to_screen, to_steps

LIST = Route(Screen.SERVICES)
CARD = Route(Screen.PAGE, "service:cnie")


@pytest.mark.parametrize(
    ("trail", "screen", "after"),
    [
        ((HOME,), Screen.SERVICES, (HOME, LIST)),
        ((HOME, LIST, CARD), Screen.SERVICES, (HOME, LIST)),
        ((HOME, LIST, CARD), Screen.HOME, (HOME,)),
    ],
)
def test_a_screen_already_on_the_way_is_gone_back_to(trail: Trail, screen: Screen, after: Trail) -> None:
    assert to_screen(trail, screen) == after


@pytest.mark.parametrize(
    ("identifier", "added"),
    [
        ("service:cnie", (CARD,)),
        ("situation:cnie/minor", (Route(Screen.PAGE, "service:cnie", "minor"),)),
        ("screen:CallStaff", (Route(Screen.CALL_STAFF),)),
        ("term:police", ()),
        ("no-such-kind:x", ()),
        ("", ()),
    ],
)
def test_an_item_with_a_page_is_opened(identifier: str, added: Trail) -> None:
    assert to_item((HOME,), identifier) == (HOME, *added)


def test_an_item_that_is_open_is_not_opened_again() -> None:
    assert to_item((HOME, CARD), CARD.identifier) == (HOME, CARD)


def test_another_situation_is_read_in_the_place_of_the_page() -> None:
    assert to_choice((HOME, CARD), "minor") == (HOME, Route(Screen.PAGE, "service:cnie", "minor"))


def test_the_way_back_from_a_step_leads_through_those_before_it() -> None:
    steps = [Route(Screen.GUIDE, "guide:cnie", step) for step in ("", "age", "why")]
    assert to_steps((HOME, CARD), "guide:cnie", ["", "age"]) == (HOME, CARD, *steps[:2])
    assert to_steps((HOME, CARD, *steps), "guide:cnie", ["", "why"]) == (HOME, CARD, steps[0], steps[2])
