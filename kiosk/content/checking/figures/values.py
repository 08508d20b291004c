"""What a figure of a text stands for: a number, an hour, a month, a day of the week."""

from calendar import day_name, month_name
from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple


class ValueKind(Enum):
    """What a value is."""

    NUMBER = "number"
    TIME = "time"
    """Of day, in minutes after midnight."""
    MONTH = "month"
    """From 1."""
    WEEKDAY = "weekday"
    """From Monday, 0."""


class Value(NamedTuple):
    """One thing that is said alike in all languages."""

    kind: ValueKind
    amount: int

    def __str__(self) -> str:
        if self.kind is ValueKind.TIME:
            return f"{self.amount // 60}:{self.amount % 60:02}"
        if self.kind is ValueKind.MONTH:
            return month_name[self.amount]
        return day_name[self.amount] if self.kind is ValueKind.WEEKDAY else str(self.amount)


class FiguresFound(NamedTuple):
    """What a text says in figures, and in the words that stand for them."""

    said: frozenset[frozenset[Value]]
    """What it says for certain; of each only one value need be in the others: `19 heures` is a time of day, or a length of time."""
    worded: frozenset[int]
    """Numbers it says in words: they may be left out in another language, but no other number may stand in their place."""
    read: frozenset[Value]
    """All values found in it, certain or not."""
    also: Callable[[int], bool]
    """Whether it may say a number in words."""

    def counts(self) -> frozenset[int]:
        """All numbers it says for certain, in figures or in words."""
        return self.worded | {value.amount for values in self.said for value in values if value.kind is ValueKind.NUMBER}

    def holds(self, values: Iterable[Value]) -> bool:
        """Whether the text says one of them, or may."""
        return any(value in self.read or (value.kind is ValueKind.NUMBER and self.also(value.amount)) for value in values)
