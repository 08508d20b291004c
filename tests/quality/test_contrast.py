"""What stands on what on the screens can be told apart (WCAG 1.4.6, 1.4.11): text, also under a finger, marks, edges, the focus."""

import re
from itertools import chain

import pytest

from tests.helpers.qml_types import QML

TEXT, PRESSED, MARK = 7.0, 4.5, 3.0
THEME = (QML / "Kiosk" / "Theme" / "Theme.qml").read_text(encoding="utf-8")
_HUE = r'readonly property color (\w+): theme\.hue\("(#[0-9a-f]{6})", "(#[0-9a-f]{6})", "(#[0-9a-f]{6})"\)$'
_WRITTEN = re.findall(_HUE, THEME, re.MULTILINE)
_PLAIN = re.findall(r'readonly property color (\w+): "(#[0-9a-f]{6})"$', THEME, re.MULTILINE)
_SAME = re.findall(r"readonly property color (\w+): theme\.(\w+)$", THEME, re.MULTILINE)
_ACCENTS = re.search(r"list<color> accents: theme\.evening \|\| theme\.contrast \? \[([^]]*)\] : \[([^]]*)\]", THEME)
assert _ACCENTS is not None
_DARK, ACCENTS = ({f"accent {n}": value for n, value in enumerate(re.findall(r"#[0-9a-f]{6}", part))} for part in _ACCENTS.groups())
LIGHTS = ("day", "evening", "contrast")


def palette(light: str) -> dict[str, str]:
    """The colours by name, as they are by day, in the evening, or in high contrast."""
    colours = {name: hues[LIGHTS.index(light)] for name, *hues in _WRITTEN} | dict(_PLAIN)
    accents = ACCENTS if light == "day" else _DARK
    return colours | {name: colours[other] for name, other in _SAME} | accents | {"white": "#ffffff"}


PALETTES = {light: palette(light) for light in LIGHTS}
COLOURS = PALETTES["day"]
BY_LIGHT = pytest.mark.parametrize("light", PALETTES)

LIGHT = ("paper", "surface")
NIGHT = ("night", "nightDeep")
TEXTS = {
    **dict.fromkeys(LIGHT, ("ink", "inkSoft", "emerald", "alarm", "saffronInk", *ACCENTS)),
    **dict.fromkeys(ACCENTS, ("nightInk",)),
    "saffronWash": ("ink", "inkSoft", "saffronInk"),
    "emeraldWash": ("ink", "inkSoft"),
    "spoken": ("ink", "inkSoft", "emerald", "saffronInk"),
    "spokenWord": ("ink", "inkSoft", "emerald", "saffronInk"),
    **dict.fromkeys((*NIGHT, "nightSpokenWord"), ("nightInk", "nightInkSoft")),
    **dict.fromkeys(("nightPattern", "nightDeepPattern"), ("nightInk", "nightInkSoft")),
    "nightPressed": ("nightInk",),
    "nightSpoken": ("nightInk",),
    "nightInk": ("night",),
    "emerald": ("nightInk",),
    "emeraldPattern": ("nightInk",),
    "alarmPattern": ("nightInk",),
    "alarm": ("nightInk",),
    "saffron": ("nightDeep",),
}
"""Text at rest, by its ground; `spoken` is the ground of a sentence that is read aloud, a pattern what stands behind headings."""
UNDER_A_FINGER = {
    "surfacePressed": ("ink", "inkSoft", "emerald", "alarm"),
    "alarmPressed": ("nightInk",),
    "nightPressed": ("nightInk", "nightInkSoft"),
    "nightSpoken": ("nightInkSoft",),
    "nightDeep": ("nightInk",),
    "night": ("nightInk",),
}
MARKS = {
    **dict.fromkeys(LIGHT, ("line", "emerald", "alarm", "ink", *ACCENTS)),
    "surfacePressed": ("emerald", "ink"),
    "emeraldWash": ("emerald", "ink"),
    "saffronWash": ("saffronInk", "line"),
    "spoken": ("spokenBar",),
    "nightSpoken": ("nightSpokenBar",),
    **dict.fromkeys(NIGHT, ("saffron", "nightLine", "nightInk")),
    "nightPressed": ("saffron", "nightInk"),
    "alarm": ("nightInk",),
    "emerald": ("nightInk", "saffron"),
    **dict.fromkeys(ACCENTS, ("nightInk",)),
}
"""Signs, the edges of what can be touched, and what tells that something is chosen."""
GROUNDS = frozenset(
    {*LIGHT, *NIGHT, "surfacePressed", "emeraldWash", "saffronWash", "nightPressed", "emerald", "alarm", "saffron", "white"}
)
"""What something that has the focus may stand on, or be filled with."""
ALL = frozenset(chain(TEXTS, UNDER_A_FINGER, MARKS, GROUNDS, *TEXTS.values(), *UNDER_A_FINGER.values(), *MARKS.values()))
ORNAMENTS = frozenset({"hairline", "focus", "focusInner", "sand", "clay"})
"""Told apart from nothing: what parts two things that can be told by their place, a drawn town; the ring has a test of its own."""
PAIRS = [
    (ground, ink, least)
    for table, least in ((TEXTS, TEXT), (UNDER_A_FINGER, PRESSED), (MARKS, MARK))
    for ground, inks in table.items()
    for ink in inks
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(light: str, one: str, other: str) -> float:
    """From 1 to 21."""
    darker, lighter = sorted(luminance(PALETTES[light][name]) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("ground", "ink", "least"), PAIRS, ids=[f"{ink} on {ground} {least}" for ground, ink, least in PAIRS])
@BY_LIGHT
@pytest.mark.clause("WCAG 1.4.3", "WCAG 1.4.6", "WCAG 1.4.11")
def test_what_stands_on_a_ground_can_be_told_from_it(light: str, ground: str, ink: str, least: float) -> None:
    assert contrast(light, ground, ink) >= (TEXT if light == "contrast" and least == PRESSED else least)


@pytest.mark.parametrize("ground", LIGHT)
@pytest.mark.clause("House: high contrast")
def test_in_high_contrast_what_parts_two_things_is_an_edge_too(ground: str) -> None:
    assert contrast("contrast", ground, "hairline") >= MARK


@pytest.mark.parametrize("ground", sorted(GROUNDS))
@BY_LIGHT
@pytest.mark.clause("WCAG 2.4.13", "WCAG 1.4.11")
def test_the_focus_is_seen_on_every_ground(light: str, ground: str) -> None:
    """A ring of two colours: one of them is seen wherever it stands, and each beside the other."""
    assert max(contrast(light, ground, "focus"), contrast(light, ground, "focusInner")) >= MARK
    assert contrast(light, "focus", "focusInner") >= MARK


@pytest.mark.parametrize("ground", LIGHT)
def test_the_evening_has_two_fifths_of_the_light(ground: str) -> None:
    assert 0.3 < luminance(PALETTES["evening"][ground]) / luminance(PALETTES["day"][ground]) < 0.5


def test_every_colour_of_the_theme_is_looked_at() -> None:
    assert COLOURS.keys() - ALL == ORNAMENTS


def test_no_screen_has_colours_of_its_own() -> None:
    own = {path.name: re.findall(r'"#[0-9a-fA-F]{3,8}"', path.read_text(encoding="utf-8")) for path in QML.rglob("*.qml")}
    assert {name: found for name, found in own.items() if found and name != "Theme.qml"} == {}
