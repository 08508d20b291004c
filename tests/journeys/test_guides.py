"""From a procedure to one's own list, by touch, in Arabic and in French: questions, changes of mind, the code, another kiosk."""

import pytest

from kiosk.domain.resume_code import decode, encode
from kiosk.presentation.guide_steps import SUMMARY
from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot
from tests.helpers.touches import LANGUAGES, answer, begin, codes_on, opened, plain, question, word

LOST_CHILD = {"reason": "loss", "age": 8, "home": "abroad", "companion": "father"}
PAPERS = ["consular", "photos4", "sworn", "preform", "minor_present", "rep_card"]


def follow(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    """All the way to the list."""
    begin(robot, kiosk, tag)
    for identifier, value in LOST_CHILD.items():
        answer(robot, kiosk, identifier, value)
    robot.until(lambda: kiosk.visitor.screens.guide.step == SUMMARY)
    robot.picture()
    robot.touch(word(kiosk, "guide_show_list"))
    robot.until(lambda: kiosk.shell.screen == "Page")


def change_reason(robot: Robot, kiosk: KioskApplication, given: str) -> None:
    """Touch the answer in the summary."""
    robot.picture()
    asked = question(kiosk, "reason")
    name = next(option.name for option in asked.options if option.identifier == given)
    robot.touch(f"{plain(kiosk, asked.text)} \u2068{plain(kiosk, name)}\u2069")


def papers_named(kiosk: KioskApplication) -> list[str]:
    return [block.labels[0].text for block in kiosk.visitor.screens.page.blocks if block.kind == "evidence"]


def paper_names(kiosk: KioskApplication, papers: list[str]) -> list[str]:
    service = opened(kiosk).public_service("service:cnie")
    names = {p.identifier: p.name for situation in service.situations for p in service.evidence_for(situation)}
    return [plain(kiosk, names[f"document:{paper}"]) for paper in papers]


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_lost_card_of_a_child_abroad_ends_in_one_list_to_take_home(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    follow(robot, kiosk, tag)
    assert papers_named(kiosk) == paper_names(kiosk, PAPERS)
    robot.sees("50")
    robot.picture()
    robot.touch(word(kiosk, "take_away"))
    robot.until(lambda: bool(codes_on(robot.picture())))
    note = "".join(code.payload for code in kiosk.visitor.screens.takeaway.codes if code.title == word(kiosk, "take_checklist"))
    assert note.count("☐") == len(PAPERS)
    assert codes_on(robot.picture())[0] == kiosk.visitor.screens.takeaway.current.payload
    _, answers = decode(kiosk.visitor.screens.takeaway.resumeCode.strip("\u2068\u2069"), opened(kiosk).guides())
    assert answers == LOST_CHILD
    robot.sees(kiosk.visitor.screens.takeaway.resumeCode.strip("\u2068\u2069"))


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_way_back_keeps_answers_and_a_change_of_mind_keeps_those_still_asked(
    robot: Robot, kiosk: KioskApplication, tag: str
) -> None:
    begin(robot, kiosk, tag)
    for identifier, value in {"reason": "first", "nationality": "moroccan", "age": 30, "home": "morocco"}.items():
        answer(robot, kiosk, identifier, value)
    robot.touch(word(kiosk, "back"))
    robot.touch(word(kiosk, "back"))
    assert kiosk.visitor.screens.guide.number == "30"
    robot.picture()
    robot.touch(word(kiosk, "guide_continue"))
    answer(robot, kiosk, "immobile", "no")
    robot.until(lambda: kiosk.visitor.screens.guide.step == SUMMARY)

    change_reason(robot, kiosk, "first")
    answer(robot, kiosk, "reason", "renewal")
    robot.until(lambda: kiosk.visitor.screens.guide.step == SUMMARY)
    rows = {row.identifier: row.stale for row in kiosk.visitor.screens.guide.answers}
    assert rows == {"reason": False, "age": False, "home": False, "immobile": False, "nationality": True}
    robot.sees(word(kiosk, "guide_not_asked"))

    change_reason(robot, kiosk, "renewal")
    answer(robot, kiosk, "reason", "first")
    robot.until(lambda: kiosk.visitor.screens.guide.step == SUMMARY)
    assert not any(row.stale for row in kiosk.visitor.screens.guide.answers)
    assert kiosk.visitor.screens.guide.complete


def test_another_language_keeps_the_step_and_what_is_being_typed(robot: Robot, kiosk: KioskApplication) -> None:
    begin(robot, kiosk, "fr")
    answer(robot, kiosk, "reason", "loss")
    robot.picture()
    robot.touch("4")
    for tag in ("ar", "en", "fr"):
        robot.touch(LANGUAGES[tag])
        robot.sees(plain(kiosk, question(kiosk, "age").text))
        assert (kiosk.visitor.screens.guide.step, kiosk.visitor.screens.guide.number) == ("age", "4")


def test_only_numbers_that_are_answers_can_be_given(robot: Robot, kiosk: KioskApplication) -> None:
    begin(robot, kiosk, "fr")
    answer(robot, kiosk, "reason", "loss")
    assert not kiosk.visitor.screens.guide.numberFits
    robot.picture()
    for figure in "999":
        robot.touch(figure)
    assert kiosk.visitor.screens.guide.number == "99"
    robot.touch(word(kiosk, "number_more"))
    robot.touch(word(kiosk, "number_less"))
    assert kiosk.visitor.screens.guide.number == "99"
    kiosk.visitor.screens.guide.add(10_000)
    assert kiosk.visitor.screens.guide.number == "120"
    kiosk.visitor.screens.guide.figure(-1)
    kiosk.visitor.screens.guide.figure(10)
    kiosk.visitor.screens.guide.choose("no such option")
    assert (kiosk.visitor.screens.guide.step, kiosk.visitor.screens.guide.number) == ("age", "120")


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_code_opens_the_same_list_on_another_kiosk(robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str) -> None:
    follow(robot, kiosk, tag)
    robot.picture()
    robot.touch(word(kiosk, "take_away"))
    robot.until(lambda: kiosk.visitor.screens.takeaway.resumeCode != "")
    code, papers = kiosk.visitor.screens.takeaway.resumeCode.strip("\u2068\u2069").replace("-", ""), papers_named(kiosk)

    clock.advance(200)
    robot.until(lambda: kiosk.shell.screen == "Attract")
    assert (
        kiosk.visitor.screens.guide.kind == ""
        and not kiosk.visitor.screens.page.blocks
        and not kiosk.visitor.screens.takeaway.codes
        and not kiosk.visitor.screens.takeaway.resumeCode
    )

    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "services"))
    robot.touch(word(kiosk, "have_code"))
    robot.sees(word(kiosk, "resume_how"))
    robot.picture()
    wrong = ("1" if code[0] != "1" else "2") + code[1:]
    for key in wrong:
        robot.touch(key)
    robot.touch(word(kiosk, "resume_open"))
    robot.sees(word(kiosk, "resume_unknown"))
    for _ in code:
        robot.touch(word(kiosk, "erase"))
    for key in code:
        robot.touch(key)
    robot.touch(word(kiosk, "resume_open"))
    robot.until(lambda: kiosk.shell.screen == "Page")
    assert papers_named(kiosk) == papers
    robot.touch(word(kiosk, "guide_change_answers"))
    robot.until(lambda: kiosk.visitor.screens.guide.step == SUMMARY)
    assert kiosk.visitor.screens.guide.complete


def test_the_next_visitor_finds_no_answers_of_the_last(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    follow(robot, kiosk, "fr")
    clock.advance(200)
    robot.until(lambda: kiosk.shell.screen == "Attract")
    begin(robot, kiosk, "fr")
    robot.until(lambda: kiosk.visitor.screens.guide.step == "reason")
    assert not any(row.chosen for row in kiosk.visitor.screens.guide.options)


def test_a_question_is_read_aloud_with_its_answers(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    begin(robot, kiosk, "fr")
    said = " ".join(utterance.sentence.text for utterance in kiosk.visitor.presenter.script().utterances)
    for option in question(kiosk, "reason").options:
        assert option.name.spoken("fr") in said
    robot.touch(word(kiosk, "listen"))
    robot.until(lambda: player.playing)


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_whoever_lost_the_card_is_one_touch_from_its_own_page(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    guide = opened(kiosk).guide("guide:loss")
    kiosk.shell.open_list("guide:loss", encode(guide, {"what": "card", "stolen": "no", "area": "town"}))
    card = opened(kiosk).public_service("service:cnie").head.card
    robot.picture()
    robot.touch(plain(kiosk, card.name))
    robot.until(lambda: kiosk.visitor.screens.page.name == plain(kiosk, card.name))
