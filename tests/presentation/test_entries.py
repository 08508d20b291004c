"""What each screen says and offers: pure, so told by tables."""

from collections.abc import Iterable

import pytest

from kiosk.domain.interface_words import BLANKS, WORDS
from kiosk.domain.item import ItemKind
from kiosk.domain.language import LocalizedText
from kiosk.domain.page import Block, BlockKind, Page, PageCase
from kiosk.presentation.entries.common import Foot, foot_entries
from kiosk.presentation.entries.entry import Act, Menu, Verb, entry, said, untitled, whole
from kiosk.presentation.entries.lists import services_menu, slides_menu, tiles_menu
from kiosk.presentation.entries.pages import Carried, Paper, page_menu, takeaway_menu
from kiosk.presentation.entries.steps import feedback_menu, guide_menu, officer_menu, quiz_menu, resume_menu
from kiosk.presentation.guide_steps import START, SUMMARY, GuideStep
from kiosk.presentation.route import Screen
from kiosk.presentation.scripts import Placed
from tests.helpers.made import CARD, GUIDE, MODES
from tests.helpers.things import LANGUAGES, head, statement, template, text, visible

KNOWN: dict[str, LocalizedText] = {
    word: template(f"{word} " + " ".join(f"{{{blank}}}" for blank in sorted(BLANKS.get(word, ()))))
    if word in BLANKS
    else text(word)
    for word in WORDS
}
SERVICES = [head(f"service:{name}", ItemKind.PUBLIC_SERVICE).card for name in ("cnie", "loss")]
PEOPLE = [head("audience:tourist", ItemKind.AUDIENCE).card]


def french(placed: Iterable[Placed]) -> list[str]:
    return [visible(one.in_language("fr")).strip() for _, one in placed]


def test_an_entry_says_its_name_its_state_its_place_and_then_what_is_told_of_it() -> None:
    entries = tuple(entry(text(name), text("more"), act=Act(Verb.OPEN, name), chosen=name == "b", among="all") for name in "abc")
    menu = Menu("m", untitled(text("title")), entries)
    assert french(said(menu, 1, KNOWN)) == ["b fr", "chosen fr", "2", "of_count 3", "more fr"]
    assert french(said(menu._replace(entries=entries[:1]), 0, KNOWN)) == ["a fr", "more fr"]


def test_a_whole_screen_says_how_many_there_are_and_leaves_letters_out() -> None:
    letters = tuple(entry(text(name), act=Act(Verb.LETTER, name), among="letters")._replace(aside=True) for name in "xy")
    found = tuple(entry(text(name), among="found") for name in "ab")
    menu = Menu("search", untitled(text("title")), (*found, *letters), (text("status"),))
    assert french(whole(menu, KNOWN)) == ["title fr", "status fr", "choices_count 2", "a fr", "b fr"]


def test_the_lists_are_whole_and_what_narrows_them_is_told() -> None:
    menu = services_menu(SERVICES, [], PEOPLE, "", PEOPLE[0].identifier, KNOWN)
    acts = [one.act for one in menu.entries if one.act]
    assert [Act(Verb.OPEN, card.identifier) for card in SERVICES] == acts[:2]
    assert next(one for one in menu.entries if one.act == Act(Verb.AUDIENCE, PEOPLE[0].identifier)).chosen
    assert french(untitled(*menu.status)) == ["found_count 2"]
    assert "no_service fr" in french(whole(services_menu([], [], PEOPLE, "", "", KNOWN), KNOWN))


@pytest.mark.parametrize(
    ("step", "answers", "told"),
    [
        (
            START,
            {},
            ["find_my_list fr", "service:cnie fr", "guide_gives fr", "guide_length 1 2", "guide_private fr", "guide_start fr"],
        ),
        ("why", {}, ["service:cnie fr", "guide_progress 2 1", "why fr", "hint fr", "choices_count 2", "lost fr", "new fr"]),
        (
            SUMMARY,
            {"why": "new"},
            ["service:cnie fr", "guide_summary fr", "guide_summary_how fr", "why fr", "new fr", "guide_show_list fr"],
        ),
    ],
)
def test_a_step_says_what_it_asks_and_what_can_be_answered(step: str, answers: dict, told: list[str]) -> None:
    assert french(whole(guide_menu(GuideStep(GUIDE, CARD, step, answers), "", KNOWN), KNOWN)) == told


def test_a_number_that_is_entered_is_told_with_its_unit() -> None:
    menu = guide_menu(GuideStep(GUIDE, CARD, "age", {"why": "lost"}), "12", KNOWN)
    assert french(untitled(*menu.status)) == ["12", "years fr"]


def test_a_page_says_its_picture_its_doubts_and_where_it_leads() -> None:
    blocks = (
        Block(BlockKind.ROW, text("t"), label=text("l"), confirm=True),
        Block(BlockKind.LINK, text("s"), label=text("n"), target="unit:dogs"),
    )
    choices = (PageCase("a", text("case a")), PageCase("b", text("case b")))
    page = Page(head("service:cnie", ItemKind.PUBLIC_SERVICE), blocks, choices, "b")
    menu = page_menu(page, KNOWN, guide="guide:cnie", way="service:cnie")
    assert [place for place, _ in menu.title] == ["title", "lead", ""]
    assert [place for place, _ in menu.entries[0].texts] == ["0.label", "0.text", ""]
    assert "to_confirm fr" in french(menu.entries[0].texts)
    verbs = [one.act.verb for one in menu.entries if one.act]
    assert verbs == [Verb.OPEN, Verb.GUIDE, Verb.WAY, Verb.CASE, Verb.CASE, Verb.FINISH]
    assert [one.chosen for one in menu.entries if one.act and one.act.verb is Verb.CASE] == [False, True]


def test_a_take_away_says_what_it_holds_and_its_code_sign_by_sign() -> None:
    told = (text("caption"), None, text("how"))
    codes = [Carried(text("list"), *told, text("list")), Carried(text("site"), *told, text("host"))]
    menu = takeaway_menu(codes, 0, "X02G-20BS", Paper(printable=True), KNOWN)
    assert french(menu.entries[0].texts) == ["list fr", "caption fr", "how fr"]
    assert french(menu.entries[1].texts) == ["resume_code fr", *"X02G20BS"]
    assert Verb.PRINT in [one.act.verb for one in menu.entries if one.act]
    done = takeaway_menu(codes, 0, "", Paper(printable=True, said="printed"), KNOWN)
    assert french(untitled(*done.status)) == ["printed fr"]
    assert Verb.PRINT not in [one.act.verb for one in done.entries if one.act]


def test_a_resume_code_is_entered_sign_by_sign() -> None:
    assert french(untitled(*resume_menu("X0", KNOWN, refused=True).status)) == ["X", "0", "resume_unknown fr"]
    acts = [one.act for one in resume_menu("X02G20BS", KNOWN, refused=False).entries]
    assert (acts[0], acts[1], acts[-1]) == (Act(Verb.SUBMIT), Act(Verb.SIGN, "0"), Act(Verb.ERASE_SIGN))
    assert Act(Verb.SUBMIT) not in [one.act for one in resume_menu("X02", KNOWN, refused=False).entries]


def test_what_came_of_a_choice_is_told() -> None:
    from kiosk.domain.content_mode import QuizQuestion

    question = QuizQuestion("q", text("who"), (text("a"), text("b")), 1, statement("because"))
    assert french(untitled(*quiz_menu(question, (1, 2), 0, (1, 2), 1, KNOWN).status)) == ["quiz_again fr"]
    assert french(untitled(*quiz_menu(question, (1, 2), 1, (1, 2), 1, KNOWN).status)) == ["quiz_right fr", "because fr"]
    assert [one.act for one in feedback_menu(KNOWN, thanks=False).entries][-1] == Act(Verb.LEAVE)


def test_the_screens_of_a_mode() -> None:
    mode = MODES["day"]
    assert french(whole(tiles_menu(mode, KNOWN), KNOWN)) == ["mode:day fr", "summary fr", "pavilion:k9 fr", "summary fr"]
    assert french(whole(slides_menu(mode, KNOWN), KNOWN)) == ["mode:day fr", "pavilion:k9 fr", "summary fr"]
    assert french(officer_menu(KNOWN).title)[:2] == ["call_shown fr", "call_staff_how fr"]


def test_the_foot_has_what_the_bar_has() -> None:
    foot = foot_entries(Foot(Screen.PAGE, LANGUAGES, "fr", on_page=True, taking=True), KNOWN)
    assert [one.act for one in foot][:2] == [Act(Verb.PUT_AWAY), Act(Verb.PUT_AWAY)]
    assert [one.act.what for one in foot if one.act and one.act.verb is Verb.LANGUAGE and one.chosen] == ["fr"]
    assert all(one.aside for one in foot)
