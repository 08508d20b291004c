"""Morocco's outline: whole, with its Sahara, and places on it."""

import pytest

from kiosk.domain.exhibition import Place
from kiosk.domain.morocco import OUTLINE, RATIO, on_map
from kiosk.domain.venue.plan import Point, inside

CORNERS = [Point(*on_map(place)) for place in OUTLINE]
CITIES = {
    "Casablanca": Place(33.5, -7.5),
    "Tangier": Place(35.7, -5.8),
    "Oujda": Place(34.6, -2.0),
    "Figuig": Place(32.2, -1.4),
    "Laayoune": Place(27.1, -13.1),
    "Smara": Place(26.7, -11.7),
    "Dakhla": Place(23.9, -15.7),
    "Lagouira's hinterland": Place(21.5, -16.9),
    "Bir Gandouz": Place(21.6, -16.4),
}


@pytest.mark.parametrize("city", CITIES)
def test_the_country_is_whole_from_tangier_to_lagouira(city: str) -> None:
    assert inside(Point(*on_map(CITIES[city])), CORNERS)


@pytest.mark.parametrize("elsewhere", [Place(35.0, -0.6), Place(27.6, -8.1), Place(36.5, -6.0), Place(20.5, -16.0)])
def test_what_lies_outside_is_outside(elsewhere: Place) -> None:
    assert not inside(Point(*on_map(elsewhere)), CORNERS)


def test_the_map_is_as_wide_as_its_degrees_are() -> None:
    assert 0.8 < RATIO < 1.0
    assert {min(x for x, _ in CORNERS), max(x for x, _ in CORNERS)} == {0.0, 1.0}
