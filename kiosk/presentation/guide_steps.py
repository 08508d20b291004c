"""The steps of a guide as the guide screen shows them: start, one question each, summary."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.bidi import isolate
from kiosk.domain.condition import Answer, Answers
from kiosk.domain.formatting import filled
from kiosk.domain.guide import Guide, Question, QuestionKind, lengths, walk
from kiosk.domain.item import Card
from kiosk.domain.language import LocalizedText
from kiosk.domain.personal_list import answer_text
from kiosk.presentation.pictures import address
from kiosk.presentation.reading import Reading
from kiosk.presentation.serving_rows import Choice, GuideAnswer

START = ""
SUMMARY = "summary:"
"""A name no question has."""


@dataclass(frozen=True, slots=True)
class GuideProps:
    """What the guide screen shows."""

    kind: str = ""
    """start, choice, number or summary."""
    step: str = ""
    service: str = ""
    icon: str = ""
    picture: str = ""
    """Where the picture of what it is about is found; empty where there is none."""
    title: str = ""
    lines: tuple[str, ...] = ()
    progress: str = ""
    part: float = 0.0
    """How much of the longest way is behind, 0 to 1."""
    options: tuple[Choice, ...] = ()
    """Of a choice."""
    answers: tuple[GuideAnswer, ...] = ()
    """Of the summary."""
    least: int = 0
    most: int = 0
    unit: str = ""
    complete: bool = False
    """Every question asked is answered."""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """Where a visitor is in a guide."""

    guide: Guide
    service: Card
    step: str
    answers: Answers

    @property
    def question(self) -> Question | None:
        """The question of the step; None at the start and at the summary."""
        return next((question for question in self.guide.questions if question.identifier == self.step), None)


def trail(guide: Guide, answers: Answers, step: str) -> list[str]:
    """The steps from the start to a step, which the way back leads through."""
    if step == START:
        return [START]
    asked = [question.identifier for question in walk(guide, answers).asked]
    before = asked[: asked.index(step)] if step in asked else asked
    return [START, *before, step]


def step_after(guide: Guide, answers: Answers) -> str:
    """The first question without an answer, else the summary."""
    following = walk(guide, answers).following
    return following.identifier if following else SUMMARY


def derive_guide_props(at: GuideStep, reading: Reading, words: Mapping[str, LocalizedText]) -> GuideProps:
    """A step in the language in use."""
    question = at.question
    if question is not None:
        return _question_props(at, question, reading, words)
    service, picture = reading.plain(at.service.name), address(at.service.picture)
    common = GuideProps(step=at.step, service=service, icon=at.service.icon, picture=picture)
    if at.step == SUMMARY:
        return replace(
            common,
            kind="summary",
            title=reading.plain(words["guide_summary"]),
            lines=(reading.plain(words["guide_summary_how"]),),
            part=1.0,
            answers=tuple(_summary_rows(at, reading, words)),
            complete=walk(at.guide, at.answers).following is None,
        )
    lines = tuple(reading.plain(text) for text in start_texts(at.guide, words))
    return replace(common, kind="start", title=reading.plain(words["find_my_list"]), lines=lines)


def start_texts(guide: Guide, words: Mapping[str, LocalizedText]) -> tuple[LocalizedText, ...]:
    """What a guide gives, how long it is, and that nothing is kept."""
    least, most = lengths(guide, {})
    length = words["guide_length" if least < most else "guide_length_fixed"]
    return (words["guide_gives"], filled(length, lambda _tag: {"least": str(least), "most": str(most)}), words["guide_private"])


def _question_props(at: GuideStep, question: Question, reading: Reading, words: Mapping[str, LocalizedText]) -> GuideProps:
    number, most = place_of_question(at, question)
    progress = filled(words["guide_progress"], lambda _tag: {"number": str(number), "most": str(most)})
    chosen = at.answers.get(question.identifier)
    return GuideProps(
        kind="number" if question.kind is QuestionKind.NUMBER else "choice",
        step=question.identifier,
        service=reading.plain(at.service.name),
        icon=at.service.icon,
        picture=address(at.service.picture),
        title=reading.plain(question.text),
        lines=(reading.plain(question.hint),) if question.hint else (),
        progress=reading.plain(progress),
        part=(number - 1) / most,
        options=tuple(Choice(o.identifier, reading.plain(o.name), o.icon, o.identifier == chosen) for o in question.options),
        least=question.least,
        most=question.most,
        unit=reading.plain(question.unit) if question.unit else "",
    )


def place_of_question(at: GuideStep, question: Question) -> tuple[int, int]:
    """Which question it is, counted from 1, and how many there are at most after the answers before it."""
    asked = trail(at.guide, at.answers, question.identifier)[1:]
    before: dict[str, Answer] = {key: at.answers[key] for key in asked[:-1]}
    return len(asked), lengths(at.guide, before)[1]


def _summary_rows(at: GuideStep, reading: Reading, words: Mapping[str, LocalizedText]) -> list[GuideAnswer]:
    """Answers in order, then the question still to answer, then answers that are kept but not asked for any more."""
    way = walk(at.guide, at.answers)
    rows = [_summary_row(q, answer_text(q, at.answers), reading, note="", stale=False) for q in way.asked]
    if way.following is not None:
        missing = words["guide_to_answer"]
        rows.append(_summary_row(way.following, missing, reading, note="", stale=False))
    stale = [q for q in at.guide.questions if q.identifier in at.answers and q not in way.asked]
    note = reading.plain(words["guide_not_asked"])
    return rows + [_summary_row(q, answer_text(q, at.answers), reading, note=note, stale=True) for q in stale]


def _summary_row(question: Question, answer: LocalizedText, reading: Reading, *, note: str, stale: bool) -> GuideAnswer:
    answered = isolate(answer.in_language(reading.tag))
    return GuideAnswer(question.identifier, reading.plain(question.text), answered, note, stale)
