"""All pictures by name."""

from script.picture_kit.cities import CITIES
from script.picture_kit.doors import DOORS
from script.picture_kit.inks import identity
from script.picture_kit.pavilions import PAVILIONS
from script.picture_kit.shapes import svg
from script.picture_kit.shows import SHOWS
from script.picture_kit.signs import SIGNS
from script.picture_kit.specimens import SPECIMENS


def pictures() -> dict[str, str]:
    """The text of each SVG file, by its name without ending."""
    drawn = {f"pavilion_{name}": svg(*draw(identity(colour))) for name, (draw, colour) in PAVILIONS.items()}
    drawn |= {f"show_{name}": svg(*draw(identity(colour))) for name, (draw, colour) in SHOWS.items()}
    drawn |= {name: svg(*draw(identity(colour))) for name, (draw, colour) in DOORS.items()}
    drawn |= {f"paper_{name}": draw() for name, draw in SPECIMENS.items()}
    drawn |= {f"sign_{name}": drawing for name, drawing in SIGNS.items()}
    return drawn | {name: svg(*draw(own)) for name, (draw, own) in CITIES.items()}
