"""Proves every guide: whatever a visitor answers, it ends in one outcome with papers, fee and place, and nothing in it is idle."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.guides.shapes import ServiceShape, guide_of, service_of
from kiosk.content.reading.guide_assembly import local
from kiosk.domain.condition import Answers, Condition
from kiosk.domain.guide import Amendment, Guide, Outcome, Question, QuestionKind, Walk, walks
from kiosk.domain.personal_list import amendments_for, outcomes_for
from kiosk.domain.resume_code import MOST_WALKS, count_walks, guide_fingerprint

FEWEST_QUESTIONS, MOST_QUESTIONS = 2, 5
MOST_COMBINATIONS = 20_000
_TOLD = 3
"""Findings of one kind told for one guide; the others are counted."""


@dataclass(frozen=True)
class _Ending:
    """What a complete set of answers leads to."""

    walk: Walk
    outcome: Outcome
    amendments: tuple[Amendment, ...]


def services_without_guide(content: Content) -> Iterator[Problem]:
    """Every public service has its questions."""
    guided = {str(row["service"]) for row in content.rows.tables["guide"]}
    for service in content.of_kind("service"):
        guide = f"guide:{local(service)}"
        if service not in guided and guide not in content.unread:
            yield service, "guide", "has no guide", f"write guides/{local(service)}.yaml"


def unproved_guides(content: Content) -> Iterator[Problem]:
    """Every guide that can be followed is proved; what it refers to wrongly has been found before."""
    shapes: dict[int, str] = {}
    for row in content.rows.tables["guide"]:
        guide = guide_of(content, row)
        if guide is None or content.lacks(guide.service) or guide.service in content.unread:
            continue
        other = shapes.setdefault(guide_fingerprint(guide), guide.identifier)
        if other != guide.identifier:
            what = f"has the resume codes of {other}"
            yield guide.identifier, "questions", what, "rename a question or an option of one of them"
        misplaced = list(_misplaced_rules(guide))
        for name, what, mend in misplaced or _proved(guide, service_of(content, guide.service)):
            yield guide.identifier, name, what, mend


# rules look back ---------------------------------------------------------------------------------------------------

Fault = tuple[str, str, str]
"""Part of the guide, what is wrong, the mend."""


def _parts(guide: Guide) -> Iterator[tuple[str, Condition]]:
    yield from ((f"questions {question.identifier}", question.ask_when) for question in guide.questions)
    yield from ((f"outcomes {outcome.identifier}", outcome.when) for outcome in guide.outcomes)
    yield from ((f"amendments {amendment.identifier}", amendment.when) for amendment in guide.amendments)
    yield from ((name.replace(":", "s ", 1), rule) for name, rule in guide.limits.items())


def _misplaced_rules(guide: Guide) -> Iterator[Fault]:
    places = {question.identifier: place for place, question in enumerate(guide.questions)}
    for place, question in enumerate(guide.questions):
        for test in question.ask_when.tests():
            if places[test.question] >= place:
                what = f"waits for the answer to {test.question!r}, which is not asked before it: a circle without an end"
                yield f"questions {question.identifier}", what, "ask that question first, or take the rule away"
    by_name = {question.identifier: question for question in guide.questions}
    for part, rule in _parts(guide):
        for test in rule.tests():
            asked = by_name[test.question]
            if not test.options and asked.kind is not QuestionKind.NUMBER:
                yield part, f"compares {test.question!r} with a number, but it is a {asked.kind}", "name its options"
            elif not test.options and not _cuts(asked, test.at_least, test.under):
                what = f"has bounds of {test.question!r} that no answer from {asked.least} to {asked.most} meets, or all meet"
                yield part, what, "write a bound inside"


def _cuts(question: Question, at_least: int | None, under: int | None) -> bool:
    bounds = [bound for bound in (at_least, under) if bound is not None]
    return any(question.least < bound <= question.most for bound in bounds)


# every way to the end ----------------------------------------------------------------------------------------------


def _proved(guide: Guide, service: ServiceShape) -> Iterator[Fault]:
    ways = list(islice(walks(guide), MOST_COMBINATIONS + 1))
    if len(ways) > MOST_COMBINATIONS or count_walks(guide) > MOST_WALKS:
        yield "questions", f"more than {MOST_COMBINATIONS} combinations of answers", "ask fewer questions, or with fewer answers"
        return
    yield from _some(_lengths(ways))
    faults: list[Fault] = []
    endings: list[_Ending] = []
    for way in ways:
        found = outcomes_for(guide, way.answers)
        if len(found) == 1:
            endings.append(_Ending(way, found[0], amendments_for(guide, way.answers)))
        else:
            names = " and ".join(outcome.identifier for outcome in found) or "no outcome: a dead end"
            faults.append(
                ("outcomes", f"{answers_said(way.answers)} leads to {names}", "change the rules so that one outcome is left")
            )
    yield from _some(iter(faults))
    yield from _some(_unplaced(guide, service, endings))
    yield from _wrong_papers(guide, service, endings)
    if not faults:
        yield from _idle(guide, service, ways, endings)


def answers_said(answers: Answers) -> str:
    """Answers as the console command takes them."""
    return ", ".join(f"{key}={answer}" for key, answer in answers.items())


def _some(faults: Iterator[Fault]) -> Iterator[Fault]:
    """The first few faults; the last of them says how many more there are."""
    first = list(islice(faults, _TOLD))
    more = sum(1 for _ in faults)
    for number, (part, what, mend) in enumerate(first, 1):
        yield part, f"{what} (and {more} more like it)" if more and number == _TOLD else what, mend


def _lengths(ways: list[Walk]) -> Iterator[Fault]:
    for way in ways:
        if not FEWEST_QUESTIONS <= len(way.asked) <= MOST_QUESTIONS:
            limits = f"ask {FEWEST_QUESTIONS} to {MOST_QUESTIONS}"
            yield "questions", f"{answers_said(way.answers)} is a path of {len(way.asked)} questions", limits


def _unplaced(guide: Guide, service: ServiceShape, endings: list[_Ending]) -> Iterator[Fault]:
    for ending in endings:
        answers = ending.walk.answers
        if not any(name not in guide.limits or guide.limits[name].holds(answers) for name in service.channels):
            yield "channels", f"{answers_said(answers)} leads to no place", "let one channel of the service apply"


def _wrong_papers(guide: Guide, service: ServiceShape, endings: list[_Ending]) -> Iterator[Fault]:
    for outcome in guide.outcomes:
        part = f"outcomes {outcome.identifier}"
        if outcome.situation not in service.papers:
            yield (
                part,
                f"leads to {outcome.situation!r}, which is no situation of its service",
                "name one of the service's situations",
            )
        yield from _unasked(part, "removes", outcome.removes, service.papers.get(outcome.situation, frozenset()))
    for amendment in guide.amendments:
        part, proved = f"amendments {amendment.identifier}", service.papers.get(amendment.situation or "", frozenset())
        yield from _unasked(part, "adds", amendment.adds, proved)
        changed = [service.papers.get(e.outcome.situation, frozenset()) for e in endings if amendment in e.amendments]
        if changed:
            yield from _unasked(part, "removes", amendment.removes, frozenset().union(*changed))


def _unasked(part: str, does: str, papers: tuple[str, ...], asked_for: frozenset[str]) -> Iterator[Fault]:
    for paper in papers:
        if paper not in asked_for:
            yield part, f"{does} {paper!r}, which the situation does not ask for", "name only papers of the situation"


def _idle(guide: Guide, service: ServiceShape, ways: list[Walk], endings: list[_Ending]) -> Iterator[Fault]:
    asked = {question.identifier for way in ways for question in way.asked}
    mend = "change the rules, or remove it"
    for question in guide.questions:
        if question.identifier not in asked:
            yield f"questions {question.identifier}", "is never asked", mend
    reached = {ending.outcome.identifier for ending in endings}
    for outcome in guide.outcomes:
        if outcome.identifier not in reached:
            yield f"outcomes {outcome.identifier}", "is never reached", mend
    for part, rule in _parts(guide):
        if not part.startswith("outcomes") and not any(rule.holds(way.answers) for way in ways):
            yield part, "has a rule that no set of answers meets", mend
    yield from _missing_situations(service, endings)


def _missing_situations(service: ServiceShape, endings: list[_Ending]) -> Iterator[Fault]:
    led_to = {ending.outcome.situation for ending in endings}
    led_to |= {amendment.situation for ending in endings for amendment in ending.amendments if amendment.situation}
    for situation in service.papers:
        if situation not in led_to:
            yield "outcomes", f"no answers lead to the situation {situation!r}", "write an outcome or an amendment for it"
