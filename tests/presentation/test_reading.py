"""In which language a screen is read, and what is read aloud of it: pure, so told by tables."""

import pytest

from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import KINDS, PAGE_KINDS
from kiosk.domain.language import Language
from kiosk.presentation.pages import COMPOSERS
from kiosk.presentation.reading import Reading, word_in
from kiosk.presentation.route import HOME, RESTS, Screen
from kiosk.presentation.scripts import script_in_all
from tests.helpers.things import ARABIC, ENGLISH, FRENCH, LANGUAGES, template, text


@pytest.mark.parametrize(
    ("current", "bilingual", "columns"),
    [
        (ARABIC, False, ["ar"]),
        (FRENCH, False, ["fr"]),
        (ARABIC, True, ["fr", "ar"]),
        (FRENCH, True, ["fr", "ar"]),
        (ENGLISH, True, ["en", "ar"]),
    ],
)
def test_left_to_right_stands_left(current: Language, bilingual: bool, columns: list[str]) -> None:
    reading = Reading(LANGUAGES, current, bilingual)
    assert [language.tag for language in reading.columns()] == columns
    assert [side.language for side in reading.sides(text("a"))] == columns
    assert reading.sides(None) == ()


def test_templates_keep_their_braces() -> None:
    reading = Reading(LANGUAGES, FRENCH)
    assert word_in(text("plain"), reading) == "plain fr"
    assert word_in(template("{time} left"), reading) == "{time} left"


def test_an_announcement_is_said_in_every_language() -> None:
    said = script_in_all([text("a")], Reading(LANGUAGES, ENGLISH)).utterances
    assert [one.sentence.language for one in said] == ["ar", "fr", "en"]


def test_a_visit_begins_where_somebody_is_served() -> None:
    assert HOME.screen not in RESTS
    assert {Screen.CLOSED, Screen.EVACUATION, Screen.OUT_OF_SERVICE, Screen.ATTRACT} == RESTS


def test_every_kind_with_a_page_is_composed() -> None:
    apart = {ItemKind.PUBLIC_SERVICE, ItemKind.DEMONSTRATION}
    assert {*COMPOSERS, *apart} == PAGE_KINDS
    assert {kind.name for kind in KINDS if kind.page} == PAGE_KINDS
