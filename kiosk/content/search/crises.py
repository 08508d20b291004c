"""Which danger a visitor tells of, and what is shown then."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from kiosk.content.reading.reader import Reader
from kiosk.content.search.cards import read_card
from kiosk.content.search.intents import LearntReader
from kiosk.content.search.notions import notions_of
from kiosk.domain.crisis import Alarm, Known, Rule, Term
from kiosk.domain.item import Card
from kiosk.domain.search import CrisisAnswer

_POLICE = ("emergency:police", "emergency:gendarmerie")
"""Offered where nothing else is found: in towns, and outside of them."""

_CERTAIN, _LIKELY = 0.4, 0.0
"""What a sentence must be worth for danger beside none to be one certainly, or likely, by what was learnt alone."""
_CERTAIN_BY_RULE, _LIKELY_BY_RULE = -0.1, -0.6
"""The same where a rule tells of a danger; where nothing else is typed, it is certain."""
_FEWEST = 2
"""Words by which what was learnt tells of a danger; one alone does where a rule names it, or it was taught as a whole cry."""
_MORE_OF_FEWEST = 0.6
"""What so few must be worth more."""
_SHORT = 3
"""Words of a sentence that is a beginning, and no danger, where each known one is said of many dangers, or most are strange."""
_RULE_TELLS = 0.4
"""What a rule is worth for its danger beside the others."""
_ANY = 0
"""The number under which stands what a feature is worth for danger beside none; those of the dangers begin at 1."""


class Danger(NamedTuple):
    """A danger that somebody tells of."""

    crisis: str
    """As `crisis.yaml` calls it."""
    certain: bool
    """Whether it takes the screen; else it is only likely."""
    probable: bool = True
    """Whether it is believed before something that is none of the police: by what was learnt, more danger than none."""


class Crises:
    """Knows the dangers of one database."""

    def __init__(self, reader: Reader, known: Known) -> None:
        self._reader = reader
        self._known = known
        self._learnt = LearntReader(reader, "SELECT rarity, worths FROM crisis_feature WHERE id = ?", notions_of(reader))

    def heard(self, words: list[str]) -> Danger | None:
        """The danger that these words tell of, certainly or likely."""
        if self._alarm.harmless(words):
            return None
        ruled, named = self._alarm.told(words)
        worths = self._learnt.worths(words)
        worth = worths.pop(_ANY, 0.0)
        by_rule = ruled or self._is_there("SELECT 1 FROM crisis_cry WHERE said = ?", " ".join(words))
        if not by_rule and not self._tell(words):
            return None
        more = _MORE_OF_FEWEST * (len(words) == _FEWEST)
        certain, likely = (_CERTAIN_BY_RULE, _LIKELY_BY_RULE) if by_rule else (_CERTAIN + more, _LIKELY + more)
        if not (named or worth > likely):
            return None
        return Danger(self._likeliest(worths, ruled), named or worth > certain, named or worth > 0)

    def _tell(self, words: list[str]) -> bool:
        """Whether there are enough words for what was learnt: of few of them most are known, and one tells something."""
        if len(words) > _SHORT:
            return True
        known = [word for word in words if self._learnt.tells(word)]
        enough = len(words) >= _FEWEST and len(known) * 2 > len(words)
        return enough and not all(map(self._carries, known))

    def _carries(self, word: str) -> bool:
        """Whether a word is said of many dangers, and tells of none of them."""
        return self._is_there("SELECT 1 FROM crisis_carrier WHERE word = ?", word)

    def _is_there(self, sql: str, value: str) -> bool:
        return bool(self._reader.rows(sql, value))

    def _likeliest(self, worths: dict[int, float], ruled: str | None) -> str:
        """The danger that is worth most, that of a rule a little more; the gravest of equals."""
        names = {int(str(rank)): str(crisis) for rank, crisis in self._reader.rows("SELECT rank, id FROM crisis ORDER BY rank")}
        told = {rank: worths.get(rank, 0.0) + _RULE_TELLS * (name == ruled) for rank, name in names.items()}
        return names[max(told, key=lambda rank: told[rank])]

    def answer(self, danger: Danger) -> CrisisAnswer:
        """What to show to somebody in a danger."""
        crisis = danger.crisis
        sql = "SELECT number FROM crisis_number WHERE crisis = ? ORDER BY position"
        numbers = [str(number) for (number,) in self._reader.rows(sql, crisis)]
        ((page,),) = self._reader.rows("SELECT page FROM crisis WHERE id = ?", crisis)
        return CrisisAnswer(crisis, self._cards(numbers), read_card(self._reader, str(page)) if page else None)

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
