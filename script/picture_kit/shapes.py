"""Shapes of the picture language as SVG text: flat, without outlines, on the grid of the eight-pointed star."""

import re
from collections.abc import Iterable
from math import cos, pi, sin, sqrt

WIDTH, HEIGHT = 1440, 720
"""A scene: its centre, 720 by 720, holds all that matters."""
GROUND = 560
"""Where things stand."""
INNER = cos(pi / 4) / cos(pi / 8)
"""Of a star of two squares: the inner radius by the outer."""

_LONG = re.compile(r"(\.\d\d)\d+")
"""Figures behind a point that nobody sees."""
Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate, as short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "0" if abs(value) < 0.05 else "-0")


def group(name: str, *parts: str) -> str:
    """A named layer."""
    return f'<g id="{name}">{"".join(parts)}</g>'


def moved(part: str, x: float, y: float, scale: float = 1, *, flipped: bool = False, turn: float = 0) -> str:
    """A part at a place, with its origin there; flipped left to right, turned by degrees."""
    turned = f" rotate({number(turn)})" if turn else ""
    sized = f" scale({'-' if flipped else ''}{scale:.3f} {scale:.3f})" if flipped or scale != 1 else ""
    return f'<g transform="translate({number(x)} {number(y)}){turned}{sized}">{part}</g>'


def faded(part: str, opacity: float) -> str:
    """A part that lets what is behind shine through."""
    return f'<g opacity="{opacity}">{part}</g>'


def path(steps: str, fill: str) -> str:
    """A filled path."""
    return f'<path fill="{fill}" d="{steps}"/>'


def line(steps: str, stroke: str, width: float) -> str:
    """A path drawn with a round pen."""
    return f'<path fill="none" stroke="{stroke}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round" d="{steps}"/>'


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> str:
    """A rectangle."""
    corner = f' rx="{number(radius)}"' if radius else ""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{corner} fill="{fill}"/>'


def disc(x: float, y: float, radius: float, fill: str) -> str:
    """A circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"/>'


def oval(x: float, y: float, wide: float, high: float, fill: str) -> str:
    """An ellipse."""
    return f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(wide)}" ry="{number(high)}" fill="{fill}"/>'


def steps(points: Iterable[Point]) -> str:
    """A closed outline through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def polygon(points: Iterable[Point], fill: str) -> str:
    """A filled outline."""
    return path(steps(points), fill)


def star_points(x: float, y: float, radius: float, turn: float = 0, points: int = 8, inner: float = INNER) -> list[Point]:
    """The corners of the khatem, two squares turned by an eighth; `turn` in eighths of a half circle."""
    corners = []
    for at in range(2 * points):
        angle, reach = turn * pi / 8 + at * pi / points, radius if at % 2 == 0 else radius * inner
        corners.append((x + reach * cos(angle), y + reach * sin(angle)))
    return corners


def star(x: float, y: float, radius: float, fill: str, turn: float = 0) -> str:
    """A khatem."""
    return polygon(star_points(x, y, radius, turn), fill)


def zellige(x: float, y: float, columns: int, rows: int, cell: float, fill: str, heart: str = "") -> str:
    """Stars that touch, so that crosses stand between them; with a smaller star in each heart."""
    centres = [(x + (c + 0.5) * cell, y + (r + 0.5) * cell) for r in range(rows) for c in range(columns)]
    field = path("".join(steps(star_points(*at, cell / 2 * 0.96)) for at in centres), fill)
    return field + (path("".join(steps(star_points(*at, cell * 0.21, 1)) for at in centres), heart) if heart else "")


def tiles(x: float, y: float, width: float, cell: float, fill: str, ground: str) -> str:
    """One row of stars on a band: the edge of a floor or the top of a dado."""
    return rect(x, y, width, cell, ground) + zellige(x, y, round(width / cell), 1, cell, fill)


def arch_steps(x: float, y: float, width: float, height: float) -> str:
    """A horseshoe arch; x is its middle, y its foot."""
    half, radius = width / 2, width * 0.53
    spring = y - height + radius + sqrt(radius * radius - half * half)
    return f"M{number(x - half)} {number(y)}V{number(spring)}A{number(radius)} {number(radius)} 0 1 1 {number(x + half)} {number(spring)}V{number(y)}Z"


def arch(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A horseshoe arch."""
    return path(arch_steps(x, y, width, height), fill)


def wall_with_arches(arches: Iterable[tuple[float, float, float, float]], fill: str) -> str:
    """All that is in front of what is seen through arches."""
    holes = "".join(arch_steps(*one) for one in arches)
    return f'<path fill="{fill}" fill-rule="evenodd" d="M0 0H{WIDTH}V{HEIGHT}H0Z{holes}"/>'


def merlons(x: float, y: float, width: float, size: float, fill: str) -> str:
    """The teeth of a city wall, stepped as in Morocco."""
    count = max(1, round(width / (2 * size)))
    pitch = width / count
    teeth = []
    for at in range(count):
        left = x + at * pitch + pitch * 0.15
        wide = pitch * 0.7
        teeth.append(
            f"M{number(left)} {number(y)}v{number(-size * 0.55)}h{number(wide * 0.2)}v{number(-size * 0.45)}h{number(wide * 0.6)}"
            f"v{number(size * 0.45)}h{number(wide * 0.2)}v{number(size * 0.55)}Z"
        )
    return path("".join(teeth), fill)


def svg(*layers: str, width: float = WIDTH, height: float = HEIGHT) -> str:
    """A whole picture."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}">'
    return _LONG.sub(r"\1", head + "\n" + "\n".join(layers) + "\n</svg>\n")
