"""A small plan: two kiosks, stairs and a ramp to one stand, two toilets."""

from kiosk.domain.language import LocalizedText
from kiosk.domain.venue.plan import Hall, Path, Point, Spot, SpotKind, Venue


def named(name: str) -> LocalizedText:
    return LocalizedText({"fr": name, "ar": name})


def spot(name: str, kind: SpotKind, x: float, y: float, *items: str) -> Spot:
    return Spot(f"spot:{name}", kind, Point(x, y), named(name), "star", items)


SMALL = Venue(
    name=named("plan"),
    sample=False,
    outline=(Point(0, 0), Point(100, 0), Point(100, 100), Point(0, 100)),
    halls=(Hall("hall:one", named("hall"), (Point(10, 10), Point(60, 10), Point(60, 60), Point(10, 60))),),
    spots=(
        spot("here", SpotKind.KIOSK, 50, 80),
        spot("stand", SpotKind.PAVILION, 50, 20, "pavilion:k9"),
        spot("stairs", SpotKind.STAIRS, 50, 50),
        spot("near", SpotKind.TOILETS, 30, 80, "practical:toilets"),
        spot("far", SpotKind.TOILETS, 90, 80, "practical:toilets"),
        spot("out", SpotKind.EXIT, 50, 98, "practical:exits"),
    ),
    junctions={"ramp_low": Point(70, 80), "ramp_high": Point(70, 20)},
    paths=(
        Path(("spot:here", "spot:stairs"), step_free=False),
        Path(("spot:stairs", "spot:stand"), step_free=False),
        Path(("spot:here", "ramp_low")),
        Path(("ramp_low", "ramp_high")),
        Path(("ramp_high", "spot:stand")),
        Path(("spot:here", "spot:near")),
        Path(("ramp_low", "spot:far")),
        Path(("spot:here", "spot:out")),
    ),
)
