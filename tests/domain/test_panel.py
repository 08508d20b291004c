"""Layout units on real panels."""

import pytest

from kiosk.domain.panel import EveningHours, Panel


@pytest.mark.parametrize(
    ("width", "height", "inches", "millimetre"),
    [(1920, 1080, 15.6, 5.56), (1080, 1920, 32, 2.71), (3840, 2160, 43, 4.03), (3840, 2160, 55, 3.15)],
)
def test_pixels_in_a_millimetre(width: int, height: int, inches: float, millimetre: float) -> None:
    assert Panel(width, height, inches).pixels_per_millimetre == pytest.approx(millimetre, abs=0.01)


@pytest.mark.parametrize("inches", [10, 15.6, 21.5, 32, 43, 55])
def test_a_unit_is_never_under_a_millimetre_and_grows_with_the_panel(inches: float) -> None:
    panel = Panel(1080, 1920, inches)
    assert panel.pixels_per_unit >= panel.pixels_per_millimetre
    assert Panel(1080, 1920, inches * 2).pixels_per_unit * 2 > panel.pixels_per_unit


@pytest.mark.parametrize("scale", [1.25, 1.5, 2, 3])
def test_a_scaled_screen_is_laid_out_as_the_same_panel(scale: float) -> None:
    whole, scaled = Panel(1080, 1920, 32), Panel(round(1080 / scale), round(1920 / scale), 32)
    assert scaled.pixels_per_unit * scale == pytest.approx(whole.pixels_per_unit, rel=0.002)


@pytest.mark.parametrize(
    ("width", "height", "inches", "too_long", "too_narrow"),
    [
        (1080, 1920, 32, False, False),
        (1920, 1080, 15.6, False, False),
        (1920, 540, 28, False, False),
        (540, 1920, 28, False, False),
        (3840, 600, 32, True, True),
        (600, 3840, 86, True, False),
        (1024, 600, 12, False, True),
        (1280, 800, 10.1, False, True),
    ],
)
def test_what_has_no_room_for_every_screen_is_known(
    width: int, height: int, inches: float, *, too_long: bool, too_narrow: bool
) -> None:
    panel = Panel(width, height, inches)
    assert (panel.is_too_long, panel.is_too_narrow) == (too_long, too_narrow)


@pytest.mark.parametrize(
    ("begin", "end", "evening"),
    [(20, 7, {20, 23, 0, 6}), (18, 24, {18, 23}), (0, 6, {0, 5}), (0, 24, set(range(24))), (7, 7, set())],
)
def test_the_hours_of_the_evening(begin: int, end: int, evening: set[int]) -> None:
    held = {hour for hour in range(24) if EveningHours(begin, end).hold(hour)}
    assert evening <= held
    assert 12 not in held or (begin, end) == (0, 24)
