"""The children's game without reading: a sign, and the picture that belongs to it among others."""

from collections.abc import Sequence
from datetime import date

from kiosk.domain.content_mode import QuizQuestion
from kiosk.domain.item import Card, Statement

PICTURES = 0
"""The level of these questions: for who does not read yet."""
CHOICES = 3


def picture_questions(cards: Sequence[Card]) -> tuple[QuizQuestion, ...]:
    """One question for each item with a picture; its words are the item's own, so they are read aloud. None of too few items."""
    shown = [card for card in cards if card.picture is not None]
    return tuple(_question(shown, place) for place in range(len(shown))) if len(shown) >= CHOICES else ()


def choices_of(cards: Sequence[Card], question: QuizQuestion) -> tuple[Card, ...]:
    """The items to choose from; nothing for a question of words."""
    offered = question.choices if question.level == PICTURES else ()
    return tuple(card for name in offered for card in cards if card.name == name)


def _question(cards: Sequence[Card], place: int) -> QuizQuestion:
    """The right one stands in another place each time."""
    right = place % CHOICES
    others = [cards[(place + step) % len(cards)].name for step in range(1, CHOICES)]
    card = cards[place]
    names = (*others[:right], card.name, *others[right:])
    return QuizQuestion(card.identifier, card.name, names, right, Statement(card.summary, (), date.min), PICTURES)
