"""Somebody in front of a kiosk is led to where they want to go."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.venue.plan import Point, Venue, bearing, inside, turned
from kiosk.domain.venue.wayfinding import Turn, Way, way
from tests.domain.venue.plans import SMALL

HERE = "spot:here"


def walk(item: str, *, step_free: bool = False, closed: frozenset[str] = frozenset(), facing: float = 0.0) -> Way | None:
    return way(SMALL, HERE, SMALL.spots_of(item), facing=facing, step_free=step_free, closed=closed)


def test_the_shortest_way_is_taken() -> None:
    found = walk("pavilion:k9")
    assert found is not None
    assert (found.metres, found.minutes, found.step_free) == (60, 2, False)
    assert [(leg.turn, leg.passage) for leg in found.legs] == [(Turn.AHEAD, "spot:stairs")]


def test_a_step_free_way_goes_around_the_stairs() -> None:
    found = walk("pavilion:k9", step_free=True)
    assert found is not None
    assert found.step_free
    assert [leg.turn for leg in found.legs] == [Turn.RIGHT, Turn.LEFT, Turn.LEFT]
    assert found.points == (Point(50, 80), Point(70, 80), Point(70, 20), Point(50, 20))


def test_the_nearest_of_several_is_taken_and_a_closed_one_left_out() -> None:
    assert (near := walk("practical:toilets")) is not None
    assert near.goal.identifier == "spot:near"
    assert (far := walk("practical:toilets", closed=frozenset({"spot:near"}))) is not None
    assert far.goal.identifier == "spot:far"


def test_a_closed_passage_is_gone_around() -> None:
    assert (found := walk("pavilion:k9", closed=frozenset({"spot:stairs"}))) is not None
    assert found.metres == 100


@pytest.mark.parametrize("closed", [{"spot:stand"}, {HERE}])
def test_there_is_no_way_to_or_from_what_is_closed(closed: set[str]) -> None:
    assert walk("pavilion:k9", closed=frozenset(closed)) is None


def test_there_is_no_way_to_what_is_nowhere_or_from_nowhere() -> None:
    assert walk("pavilion:none") is None
    assert way(SMALL, "spot:none", SMALL.spots) is None


@pytest.mark.parametrize(
    ("facing", "turn"),
    [(0, Turn.AHEAD), (90, Turn.LEFT), (180, Turn.BEHIND), (270, Turn.RIGHT), (20, Turn.AHEAD), (340, Turn.AHEAD)],
)
def test_the_first_turn_is_told_as_the_visitor_stands(facing: float, turn: Turn) -> None:
    assert (found := walk("pavilion:k9", facing=facing)) is not None
    assert found.legs[0].turn is turn


points = st.builds(Point, st.floats(-500, 500), st.floats(-500, 500))


@given(points, points, st.floats(0, 360))
def test_turning_the_map_keeps_distances_and_puts_ahead_up(one: Point, other: Point, facing: float) -> None:
    turned_one, turned_other = turned((one, other), facing)
    assert dist(turned_one, turned_other) == pytest.approx(dist(one, other), abs=1e-6)
    if dist(one, other) > 1:
        assert (bearing(turned_one, turned_other) - (bearing(one, other) - facing) + 180) % 360 == pytest.approx(180, abs=1e-3)


@given(st.sampled_from([spot.identifier for spot in SMALL.spots]), st.booleans(), st.floats(0, 360))
def test_a_way_is_walked_along_paths_from_start_to_goal(goal: str, step_free: bool, facing: float) -> None:
    spot = SMALL.spot(goal)
    assert spot is not None
    found = way(SMALL, HERE, [spot], facing=facing, step_free=step_free)
    if found is None:
        assert goal == HERE or step_free
        return
    here = SMALL.spot(HERE)
    assert here is not None
    assert (found.points[0], found.points[-1]) == (here.at, spot.at)
    assert sum(dist(a, b) for a, b in pairwise(found.points)) == pytest.approx(found.metres)
    assert all(one.points[-1] == other.points[0] for one, other in pairwise(found.legs))


@pytest.mark.parametrize(
    ("point", "within"), [(Point(5, 5), True), (Point(0, 5), True), (Point(11, 5), False), (Point(5, -0.1), False)]
)
def test_inside(point: Point, within: bool) -> None:
    assert inside(point, (Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10))) is within


def test_the_small_plan_is_sound() -> None:
    from kiosk.domain.venue.faults import venue_faults

    assert isinstance(SMALL, Venue)
    assert list(venue_faults(SMALL)) == []
