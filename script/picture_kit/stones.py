"""Building stones: flat objects of Fluent UI Emoji (Microsoft, MIT), recoloured to the inks."""

import json
from functools import cache
from pathlib import Path

from kiosk.domain.picture_inks import Tones
from script.picture_kit.inks import recoloured
from script.picture_kit.shapes import moved


@cache
def _bodies() -> dict[str, str]:
    return dict(json.loads((Path(__file__).parent / "stones.json").read_text(encoding="utf-8")))


def stone(name: str, x: float, y: float, size: float, own: Tones, *, flipped: bool = False, turn: float = 0) -> str:
    """An object whose foot's middle stands at a place; `size` is the side of its square."""
    body = recoloured(_bodies()[name], own)
    scale = size / 32
    inside = f'<g transform="translate(-16 -31)">{body}</g>'
    return moved(inside, x, y, scale, flipped=flipped, turn=turn)
