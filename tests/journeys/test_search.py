"""A visitor who knows a word: typed by touch on the kiosk's own keyboard, found, opened, and forgotten."""

import pytest
import yaml
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from kiosk.config import ROOT
from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import ManualClock
from tests.helpers.robot import Robot
from tests.helpers.touches import LANGUAGES, enter_search, rest, type_by_touch, word

QUERIES = ROOT / "tests" / "content" / "search"


@pytest.mark.any_order
@pytest.mark.parametrize(
    ("tag", "typed", "name", "page"),
    [
        ("ar", "سوابق", "بطاقة السوابق", "service:fiche"),
        ("fr", "amende", "Paiement des amendes routières", "service:fines"),
    ],
)
@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["portrait", "landscape"])
def test_a_word_typed_by_touch_leads_to_the_page(
    robot: Robot, kiosk: KioskApplication, tag: str, typed: str, name: str, page: str
) -> None:
    enter_search(robot, kiosk, tag)
    type_by_touch(robot, kiosk, typed)
    robot.sees(word(kiosk, "services"))
    robot.touch(name)
    robot.until(lambda: kiosk.shell.screen == "Page")
    assert kiosk.shell.identifier == page
    robot.touch(word(kiosk, "back"))
    robot.find(name)
    assert kiosk.visitor.screens.search.query == typed


def test_the_letters_of_another_language_find_the_item_named_in_ones_own(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    robot.touch(next(one.letters for one in kiosk.visitor.screens.search.alphabets if one.tag == "ar"))
    type_by_touch(robot, kiosk, "الدرك")
    robot.touch("Gendarmerie royale")
    robot.until(lambda: kiosk.shell.identifier == "emergency:gendarmerie")


def test_a_case_opens_its_procedure_for_that_case(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "tajdid")
    robot.touch("Renouvellement")
    robot.until(lambda: kiosk.shell.identifier == "service:cnie")
    assert kiosk.shell.route.choice == "renewal"


def test_letters_are_taken_back_one_by_one_or_all_at_once(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "cartt")
    robot.touch(word(kiosk, "key_erase"))
    assert kiosk.visitor.screens.search.query == "cart"
    robot.touch(word(kiosk, "key_clear"))
    assert kiosk.visitor.screens.search.query == ""
    robot.sees(word(kiosk, "search_hint"))


@pytest.mark.any_order
def test_a_slip_is_told_and_nothing_found_offers_the_nearest_words(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "passxpqrt")
    robot.sees(word(kiosk, "search_nothing"))
    robot.touch("passport")
    robot.until(lambda: kiosk.visitor.screens.search.rows != [])
    kiosk.visitor.screens.search.write("amemde")
    robot.sees("Résultats pour\u00a0: amende")


def test_a_word_of_the_glossary_is_its_own_answer(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "empreintes")
    robot.sees("Fingerprints")
    assert not [node for node in robot.nodes() if node.interactive and node.name == "Empreintes digitales"]


def test_nothing_typed_is_left_for_the_next_visitor(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "amende")
    clock.advance(91)
    robot.sees(word(kiosk, "still_here"))
    clock.advance(30)
    robot.until(lambda: kiosk.shell.screen == "Attract")
    assert (kiosk.visitor.screens.search.query, kiosk.visitor.screens.search.rows) == ("", [])
    enter_search(robot, kiosk, "ar")
    assert kiosk.visitor.screens.search.layout == "ar"
    assert "amende" not in robot.names()


def test_every_touch_of_a_key_keeps_the_visit_alive(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    enter_search(robot, kiosk, "fr")
    for letter in "carte":
        clock.advance(60)
        robot.touch(letter)
        kiosk.shell.session.tick()
    assert not kiosk.shell.prompting


def test_a_keyboard_with_a_cable_writes_too(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    for letter in "amende":
        QTest.keyClick(kiosk.window, letter)
    robot.find("Paiement des amendes routières")
    QTest.keyClick(kiosk.window, Qt.Key.Key_Backspace)
    assert kiosk.visitor.screens.search.query == "amend"


def test_the_search_is_one_touch_away_on_every_list(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(LANGUAGES["fr"])
    for key in ("services", "pavilions", "demonstrations", "editions", "emergency", "glossary"):
        robot.touch(word(kiosk, key))
        robot.touch(word(kiosk, "search"))
        assert kiosk.shell.screen == "Search"
        robot.touch(word(kiosk, "home"))


def perhaps_in_danger(kiosk: KioskApplication) -> str:
    """A query which may be a cry for help, as the content that is shown takes it."""
    store = kiosk.content.holder.store
    assert store is not None
    queries = yaml.load((QUERIES / "everyday.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return next(one["text"] for one in queries if store.search(one["text"], 1).maybe)


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_who_may_be_in_danger_finds_numbers_and_an_officer_above_the_results(
    robot: Robot, kiosk: KioskApplication, tag: str
) -> None:
    enter_search(robot, kiosk, tag)
    kiosk.visitor.screens.search.write(perhaps_in_danger(kiosk))
    rest(robot, kiosk)
    robot.sees(word(kiosk, "maybe_danger"))
    assert kiosk.visitor.screens.search.crisis == "" and kiosk.visitor.screens.search.rows != []
    robot.picture()  # the strip has its place when it is drawn
    number = kiosk.visitor.screens.search.maybe[0]
    robot.touch(number.summary)
    robot.until(lambda: kiosk.shell.identifier == number.identifier)
    robot.touch(word(kiosk, "back"))
    robot.touch(word(kiosk, "call_staff"))
    robot.until(lambda: kiosk.shell.screen == "CallStaff")


def test_the_results_are_read_aloud(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "amende")
    said = [utterance.sentence.text for utterance in kiosk.visitor.presenter.script().utterances]
    assert any("Paiement des amendes" in text for text in said)


def test_what_stands_above_the_results_is_read_aloud_before_them(robot: Robot, kiosk: KioskApplication) -> None:
    enter_search(robot, kiosk, "fr")
    search = kiosk.visitor.screens.search
    search.write(perhaps_in_danger(kiosk))
    rest(robot, kiosk)
    robot.sees(word(kiosk, "maybe_danger"))
    said = " ".join(utterance.sentence.text for utterance in kiosk.visitor.presenter.script().utterances)
    order = ("Appelez tout de suite", search.maybe[0].name, word(kiosk, "call_staff"))
    places = [said.index(text) for text in order]
    assert places == sorted(places) and not said.endswith(word(kiosk, "call_staff"))


@pytest.mark.parametrize(
    ("tag", "told", "number", "page"),
    [
        ("ar", "ولدي ضاع ليا", "شرطة النجدة", "طفلي مختفي"),
        ("fr", "mon mari me frappe", "Police secours", "Signaler des violences contre les femmes"),
    ],
)
@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["portrait", "landscape"])
def test_who_is_in_danger_sees_an_officer_first_then_the_numbers_and_the_page_once(
    robot: Robot, kiosk: KioskApplication, tag: str, told: str, number: str, page: str
) -> None:
    enter_search(robot, kiosk, tag)
    kiosk.visitor.screens.search.write(told)
    rest(robot, kiosk)
    robot.find(page)
    robot.picture()
    shown = [node.name for node in robot.nodes() if node.interactive]
    officer = word(kiosk, "call_staff")
    places = [shown.index(name) for name in (officer, number, page)]
    assert places == sorted(places) and shown.count(page) == 1
    robot.touch(officer)
    robot.until(lambda: kiosk.shell.screen == "CallStaff")
    robot.touch(word(kiosk, "back"))
    robot.touch(number)
    robot.until(lambda: kiosk.shell.identifier == "emergency:police")
