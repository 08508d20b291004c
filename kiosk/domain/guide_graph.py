"""A guide as a graph: its questions, layer by layer, and where each answer leads."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.condition import AnswerTest, Condition
from kiosk.domain.guide import AnswerGroup, Guide, Outcome, Question, QuestionKind, Walk, cells, walks
from kiosk.domain.language import LanguageTag
from kiosk.domain.personal_list import outcomes_for

_ALTERNATIVES, _TOGETHER = " / ", " + "


@dataclass(frozen=True, slots=True)
class Edge:
    """The answers to one question that may lead from it to the same next thing."""

    start: str
    end: str
    """A question, or `outcome:` and its identifier."""
    answers: tuple[str, ...]
    """In words of one language."""


@dataclass(frozen=True, slots=True)
class GuideGraph:
    """Layers from the first question down to the outcomes; every edge leads downwards."""

    layers: tuple[tuple[str, ...], ...]
    edges: tuple[Edge, ...]


def guide_graph(guide: Guide, tag: LanguageTag) -> GuideGraph:
    """The graph of all walks, its edges named in a language."""
    answers: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for way in walks(guide):
        for start, end, answer in _steps(guide, way, tag):
            answers[start, end][answer] = None
    edges = tuple(Edge(start, end, tuple(found)) for (start, end), found in answers.items())
    return GuideGraph(_layers(guide, edges), edges)


def _steps(guide: Guide, way: Walk, tag: LanguageTag) -> Iterator[tuple[str, str, str]]:
    ends = [question.identifier for question in way.asked[1:]]
    found: tuple[Outcome, ...] = outcomes_for(guide, way.answers)
    for question, end in zip(way.asked, [*ends, *(f"outcome:{outcome.identifier}" for outcome in found)], strict=False):
        cell = next(cell for cell in cells(guide, question) if cell.answer == way.answers[question.identifier])
        yield question.identifier, end, cell_text(question, cell, tag)


def _layers(guide: Guide, edges: tuple[Edge, ...]) -> tuple[tuple[str, ...], ...]:
    """Each question as deep as the longest path to it; the outcomes together, below all."""
    depth: dict[str, int] = {}
    for question in guide.questions:
        above = [depth[edge.start] for edge in edges if edge.end == question.identifier]
        depth[question.identifier] = max(above, default=-1) + 1
    layers: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for question in guide.questions:
        layers[depth[question.identifier]].append(question.identifier)
    return (*map(tuple, layers), tuple(f"outcome:{outcome.identifier}" for outcome in guide.outcomes))


def cell_text(question: Question, cell: AnswerGroup, tag: LanguageTag) -> str:
    """An answer in words: an option's name, or a range of numbers."""
    if isinstance(cell.answer, int):
        return _range_text(question, cell.answer, cell.answer + cell.width, tag)
    return _option_text(question, cell.answer, tag)


def _option_text(question: Question, identifier: str, tag: LanguageTag) -> str:
    return next(option.name.in_language(tag) for option in question.options if option.identifier == identifier)


def _range_text(question: Question, at_least: int, under: int, tag: LanguageTag) -> str:
    unit = f" {question.unit.in_language(tag)}" if question.unit else ""
    first, last = max(at_least, question.least), min(under - 1, question.most)
    if first <= question.least:
        return f"≤ {last}{unit}"
    return f"≥ {first}{unit}" if last >= question.most else f"{first}–{last}{unit}"


def rule_text(guide: Guide, rule: Condition, tag: LanguageTag) -> str:
    """A rule in words: what is needed together, the alternatives one after the other."""
    questions = {question.identifier: question for question in guide.questions}
    alternatives = (_TOGETHER.join(_test_text(questions, test, tag) for test in tests) for tests in rule.alternatives)
    return _ALTERNATIVES.join(dict.fromkeys(alternatives))


def _test_text(questions: Mapping[str, Question], test: AnswerTest, tag: LanguageTag) -> str:
    question = questions[test.question]
    if test.options:
        named = " ∨ ".join(_option_text(question, option, tag) for option in test.options)
        return f"{question.text.in_language(tag)} {named}" if question.kind is QuestionKind.YES_NO else named
    at_least = question.least if test.at_least is None else test.at_least
    return _range_text(question, at_least, question.most + 1 if test.under is None else test.under, tag)
