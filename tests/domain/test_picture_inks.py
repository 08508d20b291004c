"""The identity colours: text on them can be read, and nobody takes one pavilion for another."""

from itertools import combinations

import pytest

from kiosk.domain.picture_inks import IDENTITIES, INKS, PAPER, allowed, mixed, tones

Colour = tuple[float, float, float]
SEEN = {
    "as it is": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Machado, Oliveira and Fernandes 2009, severity 1, on linear light."""
LEAST_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6."""
LEAST_DIFFERENCE = 11.0
"""CIE76; two patches side by side are told apart from about 2.3 on."""


def linear(colour: str) -> Colour:
    def one(at: int) -> float:
        value = int(colour[at : at + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(1), one(3), one(5)


def times(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    first, second, third = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix)
    return first, second, third


def lab(light: Colour) -> Colour:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", IDENTITIES)
def test_white_text_on_an_identity_colour_can_be_read(name: str) -> None:
    assert (luminance(PAPER[0]) + 0.05) / (luminance(IDENTITIES[name]) + 0.05) >= LEAST_CONTRAST


@pytest.mark.parametrize("sight", SEEN)
def test_identity_colours_are_told_apart_with_every_sight(sight: str) -> None:
    seen = {name: lab(times(SEEN[sight], linear(colour))) for name, colour in IDENTITIES.items()}
    far = {
        (one, two): sum((a - b) ** 2 for a, b in zip(seen[one], seen[two], strict=True)) ** 0.5
        for one, two in combinations(seen, 2)
    }
    assert min(far.values()) >= LEAST_DIFFERENCE, min(far, key=lambda pair: far[pair])


def test_tones_go_from_dark_to_light() -> None:
    for colour in (*INKS.values(), *IDENTITIES.values()):
        shades = [luminance(tone) for tone in tones(colour)]
        assert shades == sorted(shades)
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert set(PAPER) < allowed()
