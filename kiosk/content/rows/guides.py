"""Sources of guides as rows of content.db."""

from collections.abc import Mapping

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.table_row import TableRow
from kiosk.content.sources.forms import Text
from kiosk.content.sources.guides import AmendmentSource, GuideQuestionSource, GuideSource, OptionSource, OutcomeSource, Rule
from kiosk.domain.guide import UNKNOWN, QuestionKind

_COMMON_ICONS = {"yes": "check", "no": "x", UNKNOWN: "question"}
COMMON_WORDS = {"yes": "yes", "no": "no", UNKNOWN: "i_do_not_know"}
"""By option: the word of the interface that names it in every guide."""


def write_guide(rows: TableRows, guide: GuideSource, words: Mapping[str, Text]) -> None:
    """A guide with its questions, outcomes, amendments and rules."""
    writer = _Writer(rows, guide, words)
    for rank, question in enumerate(guide.questions, 1):
        writer.question(rank, question)
    for rank, outcome in enumerate(guide.outcomes, 1):
        writer.outcome(rank, outcome)
    for rank, amendment in enumerate(guide.amendments, 1):
        writer.amendment(rank, amendment)
    for kind, limits in (("cost", guide.costs), ("channel", guide.channels)):
        for name, rule in limits.items():
            writer.rule(f"{kind}:{guide.id}/{name}", rule)


class _Writer:
    def __init__(self, rows: TableRows, guide: GuideSource, words: Mapping[str, Text]) -> None:
        self._rows, self._name, self._day, self._words = rows, guide.id, guide.checked_on, words
        self._guide = rows.item("guide", guide.id, guide.checked_on, parent=f"service:{guide.id}")
        rows.tables["guide"].append({"id": self._guide, "service": f"service:{guide.id}"})

    def question(self, rank: int, question: GuideQuestionSource) -> None:
        name = f"{self._name}/{question.id}"
        texts: TableRow = {"text": question.text, "hint": question.hint, "unit": question.unit}
        item = self._rows.item("question", name, self._day, rank=rank, parent=self._guide, **texts)
        numbers = {"least": question.least, "most": question.most}
        self._rows.tables["guide_question"].append({"id": item, "guide": self._guide, "kind": question.kind.value} | numbers)
        for number, option in enumerate(self._options(question), 1):
            common: TableRow = {"rank": number, "parent": item, "icon": option.icon, "name": option.name}
            identifier = self._rows.item("option", f"{name}/{option.id}", self._day, **common)
            self._rows.tables["guide_option"].append({"id": identifier, "guide": self._guide, "question": item})
        self.rule(item, question.ask_when)

    def _options(self, question: GuideQuestionSource) -> list[OptionSource]:
        names = ["yes", "no"] if question.kind is QuestionKind.YES_NO else []
        names += [UNKNOWN] if question.unknown else []
        common = [(name, self._words.get(COMMON_WORDS[name])) for name in names]
        return [*question.options, *(OptionSource(id=n, icon=_COMMON_ICONS[n], name=word) for n, word in common if word)]

    def outcome(self, rank: int, outcome: OutcomeSource) -> None:
        item = self._rows.item("outcome", f"{self._name}/{outcome.id}", self._day, rank=rank, parent=self._guide)
        situation = f"situation:{self._name}/{outcome.situation}"
        row = {"id": item, "guide": self._guide, "situation": situation, "notes": int(outcome.notes)}
        self._rows.tables["guide_outcome"].append(row)
        self._rows.relate(item, "removes", [f"document:{paper}" for paper in outcome.removes])
        self.rule(item, outcome.when)

    def amendment(self, rank: int, amendment: AmendmentSource) -> None:
        name = f"{self._name}/{amendment.id}"
        item = self._rows.item("amendment", name, self._day, rank=rank, parent=self._guide, confirm=amendment.confirm)
        situation = f"situation:{self._name}/{amendment.situation}" if amendment.situation else None
        self._rows.tables["guide_amendment"].append({"id": item, "guide": self._guide, "situation": situation})
        for relation, papers in (("adds", amendment.adds), ("removes", amendment.removes)):
            self._rows.relate(item, relation, [f"document:{paper}" for paper in papers])
        self._rows.relate(item, "services", [f"service:{service}" for service in amendment.services])
        self._rows.statements(item, "statements", amendment.statements, self._day)
        self.rule(item, amendment.when)

    def rule(self, item: str, rule: Rule | None) -> None:
        """The alternatives of a rule; none for what always holds."""
        for alternative, tests in enumerate(rule or ()):
            for name, test in tests.items():
                question = f"question:{self._name}/{name}"
                key = {"item": item, "alternative": alternative, "question": question, "guide": self._guide}
                self._rows.tables["guide_test"].append(key | {"at_least": test.at_least, "under": test.under})
                self._rows.tables["guide_test_option"] += [
                    key | {"position": position, "option": f"option:{self._name}/{name}/{option}"}
                    for position, option in enumerate(test.options)
                ]
