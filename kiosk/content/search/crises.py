"""Which danger a visitor tells of, and what is shown then."""

from collections import defaultdict
from functools import cached_property

from kiosk.content.reading.reader import Reader
from kiosk.content.search.cards import read_card
from kiosk.content.search.intents import Learnt
from kiosk.domain.crisis import Alarm, Known, Rule, Term
from kiosk.domain.item import Card
from kiosk.domain.search import CrisisAnswer

_POLICE = ("emergency:police", "emergency:gendarmerie")
"""Offered where nothing else is found: in towns, and outside of them."""

_TOLD, _DENIED = 0.1, -0.15
"""By how much a danger must be worth more than none to be heard by that alone; and less, to be none although a rule tells of it."""


class Crises:
    """Knows the dangers of one database."""

    def __init__(self, reader: Reader, known: Known) -> None:
        self._reader = reader
        self._known = known
        self._learnt = Learnt(reader, "SELECT rarity, worths FROM crisis_feature WHERE id = ?")

    def answer(self, words: list[str]) -> CrisisAnswer | None:
        """What to show to somebody who types these words and is in danger; None for everybody else."""
        crisis = self._heard(words)
        if crisis is None:
            return None
        sql = "SELECT number FROM crisis_number WHERE crisis = ? ORDER BY position"
        numbers = [str(number) for (number,) in self._reader.rows(sql, crisis)]
        ((page,),) = self._reader.rows("SELECT page FROM crisis WHERE id = ?", crisis)
        return CrisisAnswer(crisis, self._cards(numbers), read_card(self._reader, str(page)) if page else None)

    def _heard(self, words: list[str]) -> str | None:
        """A danger that rules tell of and what was learnt does not deny, or that what was learnt tells of by itself."""
        ruled = self._alarm.decide(words)
        worths = self._learnt.worths(words)
        dangers = {rank: worth for rank, worth in worths.items() if rank}
        worst = max(dangers, key=lambda rank: dangers[rank], default=0)
        margin = dangers.get(worst, 0.0) - worths.get(0, 0.0)
        if ruled:
            return ruled if margin > _DENIED else None
        if margin <= _TOLD:
            return None
        ((crisis,),) = self._reader.rows("SELECT id FROM crisis WHERE rank = ?", worst)
        return str(crisis)

    def anyhow(self) -> CrisisAnswer:
        """What is offered where nothing is found: who does not find words may need help."""
        there = [item for item in _POLICE if self._reader.rows("SELECT 1 FROM item WHERE id = ?", item)]
        return CrisisAnswer("", self._cards(there))

    def _cards(self, numbers: list[str]) -> tuple[Card, ...]:
        return tuple(read_card(self._reader, number) for number in numbers)

    @cached_property
    def _alarm(self) -> Alarm:
        """Read by the first visitor who searches."""
        ordinary = [_words(term) for (term,) in self._reader.rows("SELECT term FROM ordinary")]
        return Alarm(self._rules(), ordinary, self._known)

    def _rules(self) -> list[Rule]:
        sql = """
            SELECT c.id, t.rule, t.part, t.european, t.term FROM crisis c JOIN crisis_term t ON t.crisis = c.id
            ORDER BY c.rank, t.rule, t.part"""
        parts: defaultdict[tuple[str, int], defaultdict[int, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for crisis, rule, part, european, term in self._reader.rows(sql):
            parts[str(crisis), int(str(rule))][int(str(part))].append(Term(_words(term), bool(european)))
        unless = {crisis: tuple(found.get(0, ())) for (crisis, rule), found in parts.items() if rule == 0}
        return [
            Rule(crisis, tuple(tuple(terms) for part, terms in found.items() if part), unless.get(crisis, ()))
            for (crisis, _), found in parts.items()
            if set(found) != {0}
        ]


def _words(text: object) -> tuple[str, ...]:
    return tuple(str(text).split())
