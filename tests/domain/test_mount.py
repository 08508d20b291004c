"""How a panel is mounted decides how large letters are, and which part of it everybody reaches."""

from itertools import product

import pytest

from kiosk.domain.mount import HIGHEST_MM, LOWEST_MM, Mount, band, capital_mm, letters_fit, letters_px
from kiosk.domain.panel import Panel

DIAGONALS = (15.6, 21.5, 32.0, 43.0, 55.0)
PANELS = [Panel(*size, inches) for size, inches in product(((1080, 1920), (1920, 1080)), DIAGONALS)]


@pytest.mark.parametrize(("distance", "height"), [(400, 4.9), (500, 6.1), (600, 7.3), (700, 8.6), (800, 9.8)])
@pytest.mark.clause("EN 5.1.4")
def test_a_capital_fills_seven_tenths_of_a_degree(distance: int, height: float) -> None:
    assert capital_mm(Mount(viewing_distance_mm=distance)) == pytest.approx(height, abs=0.05)


def test_letters_leave_room_for_words_however_far_away_the_reader_stands() -> None:
    panel = Panel(1080, 1920, 15.6)
    assert letters_fit(panel, Mount())
    assert not letters_fit(panel, Mount(viewing_distance_mm=5000))
    assert letters_px(panel, Mount(viewing_distance_mm=5000)) == 108


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: f"{panel.width_px}x{panel.height_px} {panel.diagonal_inches}")
@pytest.mark.parametrize("edge", [300, 700, 900, 1000])
@pytest.mark.clause("EN 8.3.3")
def test_a_band_is_within_reach_and_its_units_are_no_less_than_a_millimetre(panel: Panel, edge: int) -> None:
    found = band(panel, Mount(panel_lower_edge_mm=edge))
    scale = panel.pixels_per_millimetre
    foot = edge + (panel.height_px - found.top - found.height) / scale
    head = edge + (panel.height_px - found.top) / scale
    assert found.enough
    assert foot >= LOWEST_MM - 1
    assert head <= HIGHEST_MM + 1
    assert scale <= found.pixels_per_unit <= panel.pixels_per_unit


def test_a_panel_that_hangs_too_high_says_so() -> None:
    found = band(Panel(1920, 1080, 32.0), Mount(panel_lower_edge_mm=1200))
    assert not found.enough
    assert found.top + found.height == 1080


def test_a_low_panel_is_within_reach_as_a_whole() -> None:
    panel = Panel(1920, 1080, 32.0)
    found = band(panel, Mount(panel_lower_edge_mm=700))
    assert (found.top, found.height, found.whole) == (0, 1080, True)
    assert found.pixels_per_unit == pytest.approx(panel.pixels_per_unit, rel=0.01)
