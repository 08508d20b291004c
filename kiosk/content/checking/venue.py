"""What must be true of the plan of the venue."""

from collections.abc import Iterator, Mapping

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.reading.venue import VenueParts, assemble
from kiosk.domain.language import LocalizedText
from kiosk.domain.venue.plan import Venue


def faulty_plan(content: Content) -> Iterator[Problem]:
    """Nobody is sent astray by it."""
    if not content.rows.tables["venue"]:
        return
    nameless = [spot for spot in content.of_kind("spot") if not _name(content, spot)]
    for spot in nameless:
        yield spot, "name", "is missing", "name it, or what is found there in items"
    if nameless:
        return
    from kiosk.domain.venue.faults import venue_faults  # the library of ways takes a while to load

    yield from venue_faults(plan_of(content))


def plan_of(content: Content) -> Venue:
    """The plan that the rows tell; a hall without corners has none, a name that is missing is told by another rule."""
    tables = content.rows.tables
    (venue,) = tables["venue"]
    spots = content.of_kind("spot")
    placed = {str(row["id"]): row for row in tables["spot"]}
    return assemble(
        VenueParts(
            venue=(venue["id"], venue["sample"]),
            corners=[
                (item, x, y) for item, _, x, y in sorted((r["item"], r["position"], r["x"], r["y"]) for r in tables["corner"])
            ],
            halls=content.of_kind("hall"),
            spots=[(s, placed[s]["kind"], placed[s]["x"], placed[s]["y"], content.items[s]["icon"]) for s in spots],
            found_there=[(spot, item) for spot in spots for item in content.relations.get((spot, "items"), ())],
            junctions=[(row["name"], row["x"], row["y"]) for row in tables["junction"]],
            paths=[(row["start"], row["end"], row["step_free"]) for row in tables["path"]],
            names={item: LocalizedText(_name(content, item)) for item in (str(venue["id"]), *content.of_kind("hall"), *spots)},
        )
    )


def _name(content: Content, item: str) -> Mapping[str, str]:
    """Its own, else that of the first thing found there."""
    first = content.relations.get((item, "items"), [""])[0]
    return content.texts.get((item, "name")) or content.texts.get((first, "name"), {})
