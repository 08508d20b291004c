"""Where a label on the plan stands, so that it covers nothing that somebody looks for."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import dist, hypot

from kiosk.domain.venue.plan import Point

_HALVES = (0.0, 0.5, -0.5, 1.0, -1.0)
_SIDES = [(across, down) for down in (1.0, -1.0, *_HALVES[:3]) for across in _HALVES if max(abs(across), abs(down)) == 1]
"""Below, above, beside: the order in which a place is looked for, as parts of how far the label stands off."""
_STEPS = 24


def label_place(here: Point, label: Point, mark: float, pins: Sequence[Point], dots: Sequence[Point], plan: Point) -> Point:
    """The middle of a label beside its mark: the nearest place where it covers no pin and, if there is one, no dot of a way.

    Lengths are pixels of the plan's picture.

    Args:
        here: the middle of the mark that the label belongs to.
        label: the label's width and height.
        mark: the width of a pin, and of the mark.
        pins: the middles of all pins.
        dots: those of a way's dots.
        plan: the picture's width and height.
    """

    def places(over: Sequence[Point]) -> Iterator[Point]:
        for place in _places(here, label, mark):
            if _within(place, label, plan) and not any(_covers(place, label, pin, mark) for pin in over):
                yield place

    taken = (*pins, here)
    clear = (place for place in places(taken) if not any(_covers(place, label, dot, mark / 4) for dot in dots))
    return next(clear, None) or next(places(taken), None) or next(places(()), here)


def pin_width(pins: Sequence[Point], most: float) -> float:
    """How wide pins are that do not cover one another, at most so much."""
    return min(most, *(dist(one, other) for one, other in combinations(pins, 2)), most)


def _places(here: Point, label: Point, mark: float) -> Iterator[Point]:
    """Around the mark, then farther and farther from it."""
    for step in range(_STEPS):
        away = mark * (0.55 + step / 4)
        for across, down in _SIDES:
            yield Point(here.x + across * (label.x / 2 + away), here.y + down * (label.y / 2 + away))


def _within(place: Point, label: Point, plan: Point) -> bool:
    return label.x / 2 <= place.x <= plan.x - label.x / 2 and label.y / 2 <= place.y <= plan.y - label.y / 2


def _covers(place: Point, label: Point, round_thing: Point, width: float) -> bool:
    across = max(0.0, abs(place.x - round_thing.x) - label.x / 2)
    down = max(0.0, abs(place.y - round_thing.y) - label.y / 2)
    return hypot(across, down) < width / 2
