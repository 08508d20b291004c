"""The sheet that is left with a kiosk when it is installed: its data, how its panel is reached and read, and the first code."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kiosk.domain.formatting import format_date
from kiosk.domain.mount import HIGHEST_MM, LOWEST_MM
from kiosk.domain.mounted_panel import Measure, MountedPanel, farthest_mm, lower_edges, measures
from kiosk.domain.sheet import LineKind, PrintedCode, Sheet, SheetLine

LANGUAGES = ("ar", "fr")
"""In which it is printed, one after the other."""
SheetWords = Mapping[str, Mapping[str, str]]
"""By key, then by language."""
_CHECKS = ("check_floor", "check_eye", "check_keys", "check_code")


class Identity(NamedTuple):
    """Which kiosk it is."""

    name: str
    group: str
    place: str
    software: str
    content_version: str
    release: int
    """0 for the content that came with the program."""
    sha256: str
    """The beginning of the content's hash."""
    roll: int
    """The number of the fleet's roll; 0 where none has come."""
    publishers: str
    """The beginning of the hash of the publishers' first root; empty where the kiosk has none."""

    def payload(self) -> str:
        """What its code says: a word of ours, then a value a line, in this order."""
        return "\n".join(("JUSUR-KIOSK", *map(str, self)))


def installation_sheets(identity: Identity, mount: MountedPanel, code: str, today: date, words: SheetWords) -> tuple[Sheet, ...]:
    """The sheet in each of its languages.

    Args:
        identity: of the kiosk.
        mount: of its panel.
        code: by which the first lead begins; empty where it is used up, or not known any more.
        today: the day it is drawn.
        words: what the sheet says.
    """
    return tuple(_sheet(identity, mount, code, today, {key: said[tag] for key, said in words.items()}, tag) for tag in LANGUAGES)


def _sheet(identity: Identity, mount: MountedPanel, code: str, today: date, texts: Mapping[str, str], tag: str) -> Sheet:
    def row(key: str, *values: str) -> SheetLine:
        return SheetLine(LineKind.TEXT, texts["comma"].join(value or texts["none"] for value in values), texts[key])

    def heading(key: str) -> SheetLine:
        return SheetLine(LineKind.HEADING, texts[key])

    panel, number = mount.panel, str(identity.release)
    release = texts["release"].format(number=number) if identity.release else texts["shipped"]
    size = {"width": round(mount.width_mm), "height": round(mount.height_mm), "pixels": f"{panel.width_px} × {panel.height_px}"}
    distance, edge = (_length(value, texts) for value in (mount.viewing_distance_mm, mount.lower_edge_mm))
    mends = tuple(_mends(mount, texts))
    lines = (
        SheetLine(LineKind.TITLE, texts["title"].format(name=identity.name)),
        SheetLine(LineKind.TEXT, texts["about"]),
        heading("first_heading"),
        *((SheetLine(LineKind.SUMMARY, code, texts["first_code"]),) if code else ()),
        SheetLine(LineKind.TEXT, texts["first_how" if code else "first_used"]),
        heading("kiosk_heading"),
        row("names", identity.name, identity.group, identity.place),
        row("panel", texts["panel_value"].format(inches=_decimal(panel.diagonal_inches, "g"), **size)),
        row("content", identity.software, identity.content_version, release, identity.sha256),
        row("roll", str(identity.roll or ""), identity.publishers),
        heading("reach_heading"),
        row("distances", distance, edge),
        *(SheetLine(LineKind.TEXT, _judged(measure, texts), texts[measure.name]) for measure in measures(mount)),
        *((SheetLine(LineKind.TEXT, " ".join(mends)),) if mends else ()),
        heading("sound_heading"),
        SheetLine(LineKind.TEXT, texts["sound_how"].format(value=mount.viewing_distance_mm)),
        SheetLine(LineKind.PAPER, texts["sound_measured"]),
        heading("check_heading"),
        *(SheetLine(LineKind.PAPER, texts[key]) for key in _CHECKS),
    )
    qr = PrintedCode(identity.payload(), texts["identity"], texts["identity_how"])
    footer = texts["footer"].format(software=identity.software, today=format_date(today, tag))
    return Sheet(tag == "ar", lines, (qr,), footer)


def _decimal(value: float, form: str) -> str:
    """A number as both languages write it in Morocco."""
    return format(value, form).replace(".", ",")


def _length(value: float, texts: Mapping[str, str]) -> str:
    return texts["millimetres"].format(value=round(value))


def _judged(measure: Measure, texts: Mapping[str, str]) -> str:
    """A value, what is wanted, and whether it is so."""

    def said(value: float) -> str:
        angle = measure.name.endswith("letter")
        return texts["degrees"].format(value=_decimal(value, ".2f")) if angle else _length(value, texts)

    bound = measure.least if measure.least is not None else measure.most
    wanted = texts["at_least" if measure.least is not None else "at_most"].format(value=said(bound or 0))
    verdict = texts["passes" if measure.passes else "fails"]
    return texts["judged"].format(value=said(measure.value), wanted=wanted, verdict=verdict)


def _mends(mount: MountedPanel, texts: Mapping[str, str]) -> Iterator[str]:
    """What would have to be otherwise for everything to pass."""
    lowest, highest, smallest, _ = measures(mount)
    if not (lowest.passes and highest.passes):
        edges = lower_edges(mount)
        if edges:
            yield texts["mend_edge"].format(lowest=edges[0], highest=edges[1])
        else:
            yield texts["mend_glass"].format(height=round(mount.height_mm), reach=HIGHEST_MM - LOWEST_MM)
    if not smallest.passes:
        yield texts["mend_distance"].format(value=farthest_mm(mount))
