"""The zellige is the true one: stars of two squares that touch at their tips, straps that go on, over and under in turn."""

from itertools import pairwise
from math import dist, hypot

import pytest

from kiosk.domain.zellige import Cell, Crossing, Point, Polygon, cell, length, part, star

SIDE = 2.0
CELL = cell(SIDE)


def near(one: Point, other: Point) -> bool:
    return dist(one, other) < 1e-9


def area(corners: Polygon) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*corners, corners[0])))) / 2


def test_a_star_is_two_squares() -> None:
    outline = star(1)
    assert len(outline) == 16
    assert {round(hypot(*corner), 4) for corner in outline} == {1.0, 0.7654}


def test_stars_of_neighbours_touch_at_their_tips() -> None:
    right = star(SIDE / 2)[0]
    assert near(right, star(SIDE / 2, (SIDE, 0))[8])


def test_heart_and_tips_make_the_star() -> None:
    assert sum(map(area, (CELL.heart, *CELL.tips))) == pytest.approx(area(star(SIDE / 2)))


@pytest.mark.parametrize("run", CELL.straps[1:])
def test_straps_go_straight_on_in_the_next_cell(run: Polygon) -> None:
    """From each tip the strap has its opposite number in the neighbour, with the same direction."""
    end = run[1]
    step = (SIDE if end[0] > 0.5 else -SIDE if end[0] < -0.5 else 0, SIDE if end[1] > 0.5 else -SIDE if end[1] < -0.5 else 0)
    neighbours = [tuple((x + step[0], y + step[1]) for x, y in other) for other in CELL.straps[1:]]
    on = next(other for other in neighbours for tip in other if near(tip, end) and parallel(other, run))
    assert on


def parallel(one: Polygon, other: Polygon) -> bool:
    (a, b), (c, d) = one, other
    return abs((b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])) < 1e-9


def lies_over(crossing: Crossing, along: Point) -> bool:
    """Whether the strap of a direction is the upper one."""
    return abs(crossing.over[0] * along[1] - crossing.over[1] * along[0]) < 1e-9


def test_the_square_goes_over_and_under_in_turn() -> None:
    woven = CELL.crossings[:8]
    sides = [(0.0, 1.0) if abs(one.at[0]) > abs(one.at[1]) else (1.0, 0.0) for one in woven]
    assert [lies_over(one, along) for one, along in zip(woven, sides, strict=True)] == [False, True] * 4


@pytest.mark.parametrize("run", CELL.straps[1:])
def test_straps_between_stars_go_over_and_under_in_turn(run: Polygon) -> None:
    along = (run[1][0] - run[0][0], run[1][1] - run[0][1])
    met = sorted((one for one in CELL.crossings if on_line(one.at, run)), key=lambda one: dist(one.at, run[0]))
    turns = [lies_over(one, along) for one in met]
    assert len(met) == 4
    assert all(a != b for a, b in pairwise(turns))


def on_line(point: Point, run: Polygon) -> bool:
    return dist(point, run[0]) + dist(point, run[1]) - dist(*run) < 1e-9


def test_all_grows_with_the_cell() -> None:
    large: Cell = cell(10 * SIDE)
    assert area(large.heart) == pytest.approx(100 * area(CELL.heart))


@pytest.mark.parametrize(("share", "corners"), [(0, 2), (0.4, 2), (0.6, 3), (1, 3)])
def test_a_part_of_a_line_is_as_long_as_its_share(share: float, corners: int) -> None:
    line = ((0.0, 0.0), (3.0, 0.0), (3.0, 3.0))
    drawn = part(line, share)
    assert length(drawn) == pytest.approx(6 * share)
    assert len(drawn) == corners
