"""A guide: a few short questions that lead from a public service to the papers of one person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.condition import Answer, Answers, Condition
from kiosk.domain.item import Statement
from kiosk.domain.language import LocalizedText

UNKNOWN = "unknown"
"""Identifier of the option "I don't know", wherever a question has one."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    identifier: str
    name: LocalizedText
    icon: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a guide."""

    identifier: str
    kind: QuestionKind
    text: LocalizedText
    hint: LocalizedText | None
    options: tuple[Option, ...]
    """Empty for a number."""
    least: int
    most: int
    """The least and the greatest number that can be answered; both 0 for other kinds."""
    unit: LocalizedText | None
    """What a number counts."""
    ask_when: Condition

    def accepts(self, answer: Answer) -> bool:
        """Whether this is an answer to the question."""
        if isinstance(answer, int):
            return self.kind is QuestionKind.NUMBER and self.least <= answer <= self.most
        return any(option.identifier == answer for option in self.options)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a path through the questions ends: a situation of the service, with the papers of it that apply."""

    identifier: str
    situation: str
    removes: tuple[str, ...]
    """Identifiers of papers of the situation that are for others."""
    notes: bool
    """Whether the situation's own notes are told."""
    when: Condition


@dataclass(frozen=True, slots=True)
class Amendment:
    """What changes an outcome for some answers: papers added or replaced, things to be told, doubts."""

    identifier: str
    situation: str | None
    """The situation of the service that proves the papers added."""
    adds: tuple[str, ...]
    removes: tuple[str, ...]
    statements: tuple[Statement, ...]
    confirm: bool
    """The sources do not say how the cases combine: the whole list is to be confirmed at the desk."""
    when: Condition
    services: tuple[str, ...] = ()
    """Identifiers of the public services that have more for these answers."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The questions of one public service and what follows from the answers."""

    identifier: str
    service: str
    checked_on: date
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]
    """For every set of answers exactly one; `kiosk content check` proves it."""
    amendments: tuple[Amendment, ...]
    limits: Mapping[str, Condition]
    """Costs and channels of the service that are not for everyone, by their identifiers, such as `cost:child`."""

    def conditions(self) -> Iterator[Condition]:
        """Every rule of the guide."""
        yield from (question.ask_when for question in self.questions)
        yield from (outcome.when for outcome in self.outcomes)
        yield from (amendment.when for amendment in self.amendments)
        yield from self.limits.values()


@dataclass(frozen=True, slots=True)
class Walk:
    """How far some answers lead."""

    asked: tuple[Question, ...]
    """Questions asked and answered, in order."""
    answers: Answers
    """Their answers; an answer to a question that is not asked any more is not among them."""
    following: Question | None
    """The question to ask next; None at the end."""


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers of a question that no rule tells apart."""

    answer: Answer
    """The first of them."""
    width: int
    """How many numbers it stands for; 1 for an option."""


def walk(guide: Guide, answers: Answers) -> Walk:
    """Ask the questions in their order, each only when its rule holds for the answers before it."""
    asked: list[Question] = []
    heard: dict[str, Answer] = {}
    for question in guide.questions:
        if not question.ask_when.holds(heard):
            continue
        if question.identifier not in answers:
            return Walk(tuple(asked), heard, question)
        asked.append(question)
        heard[question.identifier] = answers[question.identifier]
    return Walk(tuple(asked), heard, None)


def cells(guide: Guide, question: Question) -> tuple[AnswerGroup, ...]:
    """All answers to a question, numbers cut wherever some rule of the guide cuts them."""
    if question.kind is not QuestionKind.NUMBER:
        return tuple(AnswerGroup(option.identifier, 1) for option in question.options)
    tests = [test for rule in guide.conditions() for test in rule.tests() if test.question == question.identifier]
    cuts = {bound for test in tests for bound in (test.at_least, test.under) if bound is not None}
    starts = sorted({question.least, *(cut for cut in cuts if question.least < cut <= question.most)})
    ends = [*starts[1:], question.most + 1]
    return tuple(AnswerGroup(start, end - start) for start, end in zip(starts, ends, strict=True))


def walks(guide: Guide, answers: Answers | None = None) -> Iterator[Walk]:
    """Every way to the end from some answers on, one for each combination of cells."""
    so_far = walk(guide, answers or {})
    if so_far.following is None:
        yield so_far
        return
    for cell in cells(guide, so_far.following):
        yield from walks(guide, {**so_far.answers, so_far.following.identifier: cell.answer})


def lengths(guide: Guide, answers: Answers) -> tuple[int, int]:
    """How many questions are asked in all, at least and at most, given some answers."""
    counts = {len(way.asked) for way in walks(guide, answers)}
    return min(counts), max(counts)
