"""The inks in their tones, and the recolouring of building stones to them."""

import re
from colorsys import rgb_to_hls

from kiosk.domain.picture_inks import IDENTITIES, INKS, PAPER, Tones, tones

NIGHT, EMERALD, SAFFRON, CLAY, GARNET = (tones(INKS[name]) for name in ("night", "emerald", "saffron", "clay", "garnet"))
WHITE, SHEET, SHADE = PAPER
SKINS = (CLAY.mid, CLAY.full, CLAY.soft)
"""People have several."""
_HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")


def identity(name: str) -> Tones:
    """A pavilion's colour."""
    return tones(IDENTITIES[name])


def _by_lightness(light: float, ramp: Tones) -> str:
    for edge, tone in ((0.2, ramp.deep), (0.48, ramp.full), (0.66, ramp.mid), (0.82, ramp.soft)):
        if light < edge:
            return tone
    return ramp.wash


def _grey(light: float) -> str:
    for edge, tone in ((0.16, NIGHT.deep), (0.32, NIGHT.full), (0.55, NIGHT.mid), (0.72, NIGHT.soft), (0.84, SHADE), (0.93, SHEET)):
        if light < edge:
            return tone
    return WHITE


def tone_of(colour: str, own: Tones) -> str:
    """The tone that stands for a colour of a building stone: blue and violet become the picture's own colour."""
    digits = colour[1:] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:4])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, vivid = rgb_to_hls(red, green, blue)
    hue *= 360
    if vivid < 0.22 or max(red, green, blue) - min(red, green, blue) < 0.09:
        return _grey(light)
    if 185 <= hue < 300:
        return _by_lightness(light, own)
    if 75 <= hue < 185:
        return _by_lightness(light, EMERALD)
    if (28 <= hue < 75 and light > 0.4) or (18 <= hue < 28 and vivid > 0.75 and light > 0.45):
        return _by_lightness(min(0.47, light - 0.1) if light < 0.68 else light, SAFFRON)
    if 8 <= hue < 45 and (light < 0.6 or vivid < 0.6):
        return _by_lightness(light - 0.13 if light < 0.62 else light, CLAY)
    return _by_lightness(light - 0.12 if light < 0.7 else light, GARNET)


def recoloured(body: str, own: Tones) -> str:
    """A building stone in the tones of the picture language."""
    body = body.replace('fill="black"', 'fill="#000000"').replace('fill="white"', 'fill="#ffffff"')
    return _HEX.sub(lambda found: tone_of(found.group(), own), body)
