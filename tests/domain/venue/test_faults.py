"""A plan that would send somebody astray is told of, with the place and the mend."""

from typing import Any

import pytest

from kiosk.domain.venue.faults import venue_faults
from kiosk.domain.venue.plan import Hall, Path, Point, Spot, SpotKind, Venue
from tests.domain.venue.plans import SMALL, named, spot


def _with(*spots: Spot, **changed: Any) -> Venue:
    return SMALL._replace(spots=(*SMALL.spots, *spots), **changed)


def _without(*kinds: SpotKind) -> Venue:
    spots = tuple(one for one in SMALL.spots if one.kind not in kinds)
    left = {one.identifier for one in spots} | set(SMALL.junctions)
    return SMALL._replace(spots=spots, paths=tuple(path for path in SMALL.paths if set(path.ends) <= left))


STEPS = Path(("spot:lost", "spot:here"), step_free=False)
LOST = spot("lost", SpotKind.PAVILION, 20, 70)


@pytest.mark.parametrize(
    ("venue", "item", "what"),
    [
        (_with(LOST), "spot:lost", "cannot be reached from"),
        (_with(LOST, paths=(*SMALL.paths, STEPS)), "spot:lost", "cannot be reached without stairs"),
        (_with(spot("beside", SpotKind.DESK, 50, 81)), "spot:beside", "lies less than 2 m from spot:here"),
        (_with(spot("outside", SpotKind.DESK, 120, 50)), "spot:outside", "lies outside the venue"),
        (_with(spot("again", SpotKind.PAVILION, 20, 30, "pavilion:k9")), "pavilion:k9", "stands at two spots"),
        (_with(paths=(*SMALL.paths, Path(("spot:here", "nowhere")))), "venue:venue", "names 'nowhere'"),
        (_with(paths=(*SMALL.paths, Path(("ramp_low", "ramp_low")))), "venue:venue", "to itself"),
        (_with(halls=(Hall("hall:two", named("two"), (Point(90, 0), Point(130, 0), Point(90, 40))),)), "hall:two", "reaches out"),
        (_with(outline=(Point(0, 0), Point(1, 1), Point(0, 0))), "venue:venue", "fewer than three corners"),
        (_without(SpotKind.EXIT), "venue:venue", "has no exit"),
        (_without(SpotKind.KIOSK), "venue:venue", "has no kiosk"),
    ],
)
def test_a_fault_is_named(venue: Venue, item: str, what: str) -> None:
    found = list(venue_faults(venue))
    assert any(fault.item == item and what in fault.what and fault.mend for fault in found), found
