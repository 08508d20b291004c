"""The steps of a guide as the screen shows them: pure, so told by tables."""

import pytest

from kiosk.presentation.guide_steps import START, SUMMARY, GuideStep, derive_guide_props, step_after, trail
from kiosk.presentation.reading import Reading
from tests.helpers.made import CARD, GUIDE
from tests.helpers.things import FRENCH, LANGUAGES, template, text, visible

READING = Reading(LANGUAGES, FRENCH)
PLAIN = ("find_my_list", "guide_gives", "guide_private", "guide_summary", "guide_summary_how", "guide_to_answer", "guide_not_asked")
WORDS = {key: text(key) for key in PLAIN} | {
    "guide_length": template("{least} - {most}"),
    "guide_length_fixed": template("{most}"),
    "guide_progress": template("{number} / {most}"),
}


@pytest.mark.parametrize(
    ("answers", "step", "steps", "after"),
    [
        ({}, START, [START], "why"),
        ({}, "why", [START, "why"], "why"),
        ({"why": "lost"}, "age", [START, "why", "age"], "age"),
        ({"why": "new"}, SUMMARY, [START, "why", SUMMARY], SUMMARY),
        ({"why": "lost", "age": 8}, "why", [START, "why"], SUMMARY),
        ({"why": "lost", "age": 8}, SUMMARY, [START, "why", "age", SUMMARY], SUMMARY),
    ],
)
def test_the_way_back_and_the_way_on(answers: dict, step: str, steps: list[str], after: str) -> None:
    assert trail(GUIDE, answers, step) == steps
    assert step_after(GUIDE, answers) == after


@pytest.mark.parametrize(
    ("step", "answers", "kind", "title", "progress", "part"),
    [
        (START, {}, "start", "find_my_list fr", "", 0.0),
        ("why", {}, "choice", "why fr", "1 / 2", 0.0),
        ("age", {"why": "lost"}, "number", "age fr", "2 / 2", 0.5),
        (SUMMARY, {"why": "new"}, "summary", "guide_summary fr", "", 1.0),
    ],
)
def test_each_step_has_its_kind_and_progress(step: str, answers: dict, kind: str, title: str, progress: str, part: float) -> None:
    shown = derive_guide_props(GuideStep(GUIDE, CARD, step, answers), READING, WORDS)
    assert (shown.kind, shown.title, visible(shown.progress), shown.part) == (kind, title, progress, part)


def test_the_chosen_option_is_marked() -> None:
    shown = derive_guide_props(GuideStep(GUIDE, CARD, "why", {"why": "new"}), READING, WORDS)
    assert [(option.identifier, option.chosen) for option in shown.options] == [("lost", False), ("new", True)]


@pytest.mark.parametrize(
    ("answers", "rows", "complete"),
    [
        ({}, [("why", "guide_to_answer fr", False)], False),
        ({"why": "lost"}, [("why", "lost fr", False), ("age", "guide_to_answer fr", False)], False),
        ({"why": "new", "age": 8}, [("why", "new fr", False), ("age", "8", True)], True),
    ],
)
@pytest.mark.clause("WCAG 3.3.7")
def test_the_summary_keeps_what_is_not_asked_any_more(answers: dict, rows: list[tuple[str, str, bool]], complete: bool) -> None:
    shown = derive_guide_props(GuideStep(GUIDE, CARD, SUMMARY, answers), READING, WORDS)
    found = [(row.identifier, visible(row.answer), row.stale) for row in shown.answers]
    assert [(key, stale) for key, _, stale in found] == [(key, stale) for key, _, stale in rows]
    assert all(said.startswith(wanted) for (_, said, _), (_, wanted, _) in zip(found, rows, strict=True))
    assert shown.complete is complete
