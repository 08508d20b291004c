"""What is written and marked on the plan covers nothing, wherever the kiosk stands."""

from itertools import combinations, product
from math import dist, hypot

import pytest

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.panel import Panel
from kiosk.domain.venue.labels import label_place, pin_width
from kiosk.domain.venue.plan import PASSAGES, Point, SpotKind, Venue
from kiosk.presentation.plan_drawing import frame_of

PANELS = [Panel(*sides, inches) for sides, inches in product([(1080, 1920), (1920, 1080)], [15.6, 55.0])]
UNDER_A_LETTER = 0.6
"""Of the size of type: no letter of these words is wider."""


@pytest.fixture(scope="module")
def shipped() -> tuple[Venue, list[str]]:
    with ContentStore.open(ROOT / "content.db") as store:
        venue = store.venue()
        assert venue is not None
        return venue, list(store.words()["you_are_here"].shown.values())


def pinned(venue: Venue, panel: Panel, facing: float) -> tuple[dict[str, Point], Point]:
    """Where each spot is on the map screen's plan, in pixels, and how large the plan is."""
    unit = panel.pixels_per_unit
    frame = frame_of(venue, facing)
    ratio, room = frame.width / frame.height, panel.height_px - 22 * unit
    wide = min(panel.width_px * 0.56, (room - 8 * unit) * ratio)
    width = wide if panel.width_px > panel.height_px else min(panel.width_px - 20 * unit, room * 0.56 * ratio)
    spots = (spot for spot in venue.spots if spot.kind not in PASSAGES)
    shares = {spot.identifier: frame.place(spot.at) for spot in spots}
    return {name: Point(x * width, y * width / ratio) for name, (x, y) in shares.items()}, Point(width, width / ratio)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: f"{panel.diagonal_inches} {panel.width_px}")
@pytest.mark.parametrize("facing", [0, 90, 180])
def test_you_are_here_covers_no_pin_in_any_language_wherever_the_kiosk_stands(
    shipped: tuple[Venue, list[str]], panel: Panel, facing: float
) -> None:
    venue, words = shipped
    places, plan = pinned(venue, panel, facing)
    unit = panel.pixels_per_unit
    kiosks = {spot.identifier for spot in venue.spots if spot.kind is SpotKind.KIOSK}
    for word, here in product(words, places):
        label = Point(len(word) * UNDER_A_LETTER * 4.8 * unit + 8 * unit, 9 * unit)
        pins = [place for name, place in places.items() if name != here and name not in kiosks]
        width = pin_width(pins, 16 * unit)
        x, y = label_place(places[here], label, width, pins, (), plan)
        assert 0 <= x - label.x / 2 < x + label.x / 2 <= plan.x
        assert 0 <= y - label.y / 2 < y + label.y / 2 <= plan.y
        for pin in (*pins, places[here]):
            away = hypot(max(0, abs(x - pin.x) - label.x / 2), max(0, abs(y - pin.y) - label.y / 2))
            assert away >= width / 2, (word, here)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: f"{panel.diagonal_inches} {panel.width_px}")
@pytest.mark.parametrize("facing", [0, 90])
def test_no_pin_covers_another(shipped: tuple[Venue, list[str]], panel: Panel, facing: float) -> None:
    venue, _ = shipped
    places, _ = pinned(venue, panel, facing)
    pins = [places[spot.identifier] for spot in venue.spots if spot.kind is not SpotKind.KIOSK and spot.identifier in places]
    width = pin_width(pins, 16 * panel.pixels_per_unit)
    assert width >= 15 * panel.pixels_per_millimetre
    assert min(dist(one, other) for one, other in combinations(pins, 2)) >= width


def test_where_it_can_it_leaves_the_dots_of_a_way_in_sight() -> None:
    label, plan, here = Point(40, 10), Point(400, 400), Point(200, 200)
    below = label_place(here, label, 20, (), (), plan)
    assert below.y > here.y
    assert label_place(here, label, 20, (), [below], plan) != below


def test_each_spot_is_known_by_its_sign_alone(shipped: tuple[Venue, list[str]]) -> None:
    """With all words hidden: a pavilion's or show's sign is its own, all other kinds have one that no other kind has."""
    spots = [spot for spot in shipped[0].spots if spot.kind not in PASSAGES]
    own = [spot.icon for spot in spots if spot.kind is SpotKind.PAVILION]
    kinds = {spot.icon: spot.kind for spot in spots if spot.kind not in (SpotKind.PAVILION, SpotKind.SHOW)}
    assert all(spot.icon for spot in spots)
    assert len(set(own)) == len(own)
    assert len(kinds) == len(set(kinds.values()))
    assert not set(kinds) & set(own)
