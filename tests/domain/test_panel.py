"""Layout units on real panels."""

import pytest

from kiosk.domain.panel import Panel


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
