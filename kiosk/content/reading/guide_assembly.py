"""Puts a guide together from its rows, whether they come from a database or from sources."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.content.rows.table_row import TableRow
from kiosk.domain.condition import ALWAYS, AnswerTest, Condition
from kiosk.domain.guide import Amendment, Guide, Option, Outcome, Question, QuestionKind
from kiosk.domain.item import Statement
from kiosk.domain.language import LocalizedText

GUIDE_TABLES = ("guide_question", "guide_option", "guide_outcome", "guide_amendment", "guide_test", "guide_test_option")
"""Tables whose rows name their guide."""


def local(identifier: object) -> str:
    """The name its author gave: the last part of an item's identifier."""
    return str(identifier).rpartition("/")[2].rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class GuideParts:
    """The rows of one guide, with what is looked up beside them."""

    guide: str
    service: str
    checked_on: date
    rows: Mapping[str, Iterable[TableRow]]
    """By table; each in the order of its items, with the columns `icon` and `confirm` of the item where it has one."""
    text: Callable[[str, str], LocalizedText | None]
    """The text of an item's field."""
    related: Callable[[str, str], Iterable[str]]
    """The items an item is tied to by name."""
    statements: Callable[[str], tuple[Statement, ...]]
    """The statements of an amendment."""


def assemble(parts: GuideParts) -> Guide:
    """The guide.

    Raises:
        LookupError: a part is missing.
        ValueError: a value is impossible.
    """
    rules = _rules(parts)
    return Guide(
        identifier=parts.guide,
        service=parts.service,
        checked_on=parts.checked_on,
        questions=tuple(_question(parts, row, rules) for row in parts.rows["guide_question"]),
        outcomes=tuple(_outcome(parts, row, rules) for row in parts.rows["guide_outcome"]),
        amendments=tuple(_amendment(parts, row, rules) for row in parts.rows["guide_amendment"]),
        limits={f"{item.partition(':')[0]}:{local(item)}": rule for item, rule in rules.items() if item.startswith(_LIMITED)},
    )


_LIMITED = ("cost:", "channel:")


def _rules(parts: GuideParts) -> dict[str, Condition]:
    options: dict[tuple[str, int, str], tuple[str, ...]] = {}
    for row in parts.rows["guide_test_option"]:
        key = (str(row["item"]), int(row["alternative"]), str(row["question"]))
        options[key] = (*options.get(key, ()), local(row["option"]))
    found: dict[str, dict[int, tuple[AnswerTest, ...]]] = {}
    for row in parts.rows["guide_test"]:
        item, alternative, question = str(row["item"]), int(row["alternative"]), str(row["question"])
        bounds = _whole(row["at_least"]), _whole(row["under"])
        test = AnswerTest(local(question), options.get((item, alternative, question), ()), *bounds)
        alternatives = found.setdefault(item, {})
        alternatives[alternative] = (*alternatives.get(alternative, ()), test)
    return {item: Condition(tuple(alternatives.values())) for item, alternatives in found.items()}


def _whole(value: Any) -> int | None:
    """A bound of an answer: a database of somebody else may hold what is no whole number."""
    if value is None or type(value) is int:
        return value
    message = f"{str(value)[:40]!r} is no whole number"
    raise ValueError(message)


def _needed(parts: GuideParts, item: str, field: str) -> LocalizedText:
    text = parts.text(item, field)
    if text is None:
        raise KeyError(item, field)
    return text


def _question(parts: GuideParts, row: TableRow, rules: Mapping[str, Condition]) -> Question:
    item = str(row["id"])
    return Question(
        identifier=local(item),
        kind=QuestionKind(str(row["kind"])),
        text=_needed(parts, item, "text"),
        hint=parts.text(item, "hint"),
        options=tuple(
            Option(local(option["id"]), _needed(parts, str(option["id"]), "name"), str(option["icon"]))
            for option in parts.rows["guide_option"]
            if option["question"] == item
        ),
        least=int(row["least"] or 0),
        most=int(row["most"] or 0),
        unit=parts.text(item, "unit"),
        ask_when=rules.get(item, ALWAYS),
    )


def _related(parts: GuideParts, item: str, relation: str) -> tuple[str, ...]:
    return tuple(parts.related(item, relation))


def _outcome(parts: GuideParts, row: TableRow, rules: Mapping[str, Condition]) -> Outcome:
    item = str(row["id"])
    papers = _related(parts, item, "removes")
    return Outcome(local(item), local(row["situation"]), papers, bool(row["notes"]), rules.get(item, ALWAYS))


def _amendment(parts: GuideParts, row: TableRow, rules: Mapping[str, Condition]) -> Amendment:
    item = str(row["id"])
    return Amendment(
        identifier=local(item),
        situation=local(row["situation"]) if row["situation"] else None,
        adds=_related(parts, item, "adds"),
        removes=_related(parts, item, "removes"),
        statements=parts.statements(item),
        confirm=bool(row["confirm"]),
        when=rules.get(item, ALWAYS),
        services=_related(parts, item, "services"),
    )
