"""A guide's source file as its author writes it (docs/content-authoring.md)."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from kiosk.content.sources.forms import Count, Dated, Form, Identifier, StatementSource, Text
from kiosk.domain.guide import QuestionKind

_YES_NO = {True: "yes", False: "no"}


def _as_identifier(value: Any) -> Any:
    """YAML 1.1 reads yes and no as truth values."""
    return _YES_NO[value] if isinstance(value, bool) else value


OptionName = Annotated[Identifier, BeforeValidator(_as_identifier)]


class TestSource(Form):
    """What an answer must be: `renewal`, `[renewal, loss]`, or `{at_least: 12, under: 18}`."""

    options: tuple[OptionName, ...] = ()
    at_least: Count | None = None
    under: Count | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        if isinstance(value, Mapping):
            return value
        return {"options": value if isinstance(value, list) else [value]}

    @model_validator(mode="after")
    def _tests_something(self) -> Self:
        bounded = self.at_least is not None or self.under is not None
        if bounded == bool(self.options):
            message = "a rule names options, or bounds with at_least and under"
            raise ValueError(message)
        if self.at_least is not None and self.under is not None and self.under <= self.at_least:
            message = "under does not come after at_least"
            raise ValueError(message)
        return self


def _as_alternatives(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Rule = Annotated[
    tuple[Annotated[dict[str, TestSource], Field(min_length=1)], ...], Field(min_length=1), BeforeValidator(_as_alternatives)
]
"""One mapping of questions to what their answers must be, all of which must hold; or a list of such mappings, any of which."""


class OptionSource(Form):
    """An answer to choose."""

    id: OptionName
    icon: str
    name: Text


class GuideQuestionSource(Form):
    """A question; `unknown` adds the answer "I don't know"."""

    id: Identifier
    kind: QuestionKind
    text: Text
    hint: Text | None = None
    options: tuple[OptionSource, ...] = ()
    unknown: bool = False
    least: Count | None = None
    most: Count | None = None
    unit: Text | None = None
    ask_when: Rule | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        numbered = self.least is not None and self.most is not None and self.unit is not None
        numbering = self.least is not None or self.most is not None or self.unit is not None
        match self.kind:
            case QuestionKind.CHOICE:
                wrong = numbering or len(self.options) + self.unknown < 2
                needs = "two options or more, and no least, most or unit"
            case QuestionKind.YES_NO:
                wrong, needs = numbering or bool(self.options), "no options, least, most or unit"
            case QuestionKind.NUMBER:
                wrong, needs = not numbered or bool(self.options) or self.unknown, "least, most and unit, and no options"
        if wrong:
            message = f"a {self.kind} question has {needs}"
            raise ValueError(message)
        if self.least is not None and self.most is not None and self.most <= self.least:
            message = "most does not come after least"
            raise ValueError(message)
        return self


class OutcomeSource(Form):
    """An end of the guide: a situation of the service, without the papers it `removes`."""

    id: Identifier
    situation: str
    removes: tuple[str, ...] = ()
    notes: bool = True
    """Whether the situation's own sourced notes are told."""
    when: Rule | None = None


class AmendmentSource(Form):
    """What changes an outcome for some answers."""

    id: Identifier
    when: Rule | None = None
    situation: str | None = None
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    statements: tuple[StatementSource, ...] = ()
    services: tuple[str, ...] = ()
    """Public services that these answers are handed over to."""
    confirm: bool = False

    @model_validator(mode="after")
    def _proves_what_it_adds(self) -> Self:
        if self.adds and self.situation is None:
            message = "papers are added without the situation that asks for them"
            raise ValueError(message)
        return self


class GuideSource(Dated):
    """The guide of the public service of the same name."""

    questions: Annotated[tuple[GuideQuestionSource, ...], Field(min_length=1)]
    outcomes: Annotated[tuple[OutcomeSource, ...], Field(min_length=1)]
    amendments: tuple[AmendmentSource, ...] = ()
    costs: dict[str, Rule] = Field(default_factory=dict)
    channels: dict[str, Rule] = Field(default_factory=dict)
