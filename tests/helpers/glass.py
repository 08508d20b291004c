"""What every screen must keep to on the glass, measured on what was drawn.

`python -m tests.helpers.glass` looks at the whole matrix.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.config import ROOT, KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.panel import Panel
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.tools.accessible_tree import AccessibleNode, accessible_nodes
from kiosk.ui.tools.screenshots import noon, settle
from kiosk.ui.tools.visits import Visit, visits
from tests.helpers.fakes import CheapHasher

MOST_BLANK = 0.2
"""Part of the height that may be blank below the last element."""
REACH_MM = 1220
"""How high a child or somebody in a wheelchair reaches (EN 17210, ADA 308)."""
FOOT_MM = {True: 600, False: 750}
"""Height of the lower edge of the glass over the floor, as panels are mounted: tall ones, wide ones."""
LEAST_MM = 15.0
LONG = "longer"
"""Stands for a fourth language, of longer words."""
_STEP = 4
_TOLD_APART = 45
"""Of 255: patterns of the house stand out less than this from their ground."""
_FIXED = ("home", "guide-", "resume", "emergency", "editions", "feedback", "callstaff", "mode-children-")
"""Names of screens that never scroll."""
_SCROLLED = ("emergency-", "guide-list")
"""Names of pages among them."""
_EDGE_TO_EDGE = ("staff-glass",)
"""Names of screens that are a grid of fine lines from edge to edge."""
_REACHED = (
    "guide-choice",
    "guide-yes_no",
    "guide-number",
    "guide-start",
    "resume",
    "mode-children-quiz",
    "staff-until",
    "staff-evacuate",
    "staff-stick-offered",
)
"""Names of screens on which all that is touched is an answer, a key or what goes on."""
BAR = frozenset({"back", "close", "home", "listen", "search", "take_away", "aids", "call", "call_staff"})


class Fault(NamedTuple):
    """What is wrong with a screen."""

    screen: str
    what: str


def blank_rows(picture: QImage, top: int, bottom: int) -> list[bool]:
    """Of each fourth row between two places, whether nothing stands out from its ground; quiet patterns are ground."""
    small = picture.copy(0, top, picture.width(), max(1, bottom - top)).convertToFormat(QImage.Format.Format_Grayscale8)
    thin = small.scaled(
        max(1, small.width() // _STEP),
        max(1, small.height() // _STEP),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    data, line = bytes(thin.constBits()), thin.bytesPerLine()
    rows = [data[row * line : row * line + thin.width()] for row in range(thin.height())]
    return [max(row) - min(row) < _TOLD_APART for row in rows]


def blank_below(picture: QImage, bottom: int) -> float:
    """The part of the height that is blank between the last element and a place, where the bar begins."""
    blank = blank_rows(picture, 0, bottom)
    run = next((count for count, row in enumerate(reversed(blank)) if not row), len(blank))
    return run * _STEP / picture.height()


def out_of_reach(nodes: list[AccessibleNode], panel: Panel) -> list[str]:
    """Names of what can be touched and stands, by its middle, over the line of reach."""
    line = panel.height_px - (REACH_MM - FOOT_MM[panel.height_px > panel.width_px]) * panel.pixels_per_millimetre
    return [node.name for node in nodes if node.rectangle.center().y() < line]


def overlapping(nodes: list[AccessibleNode]) -> list[str]:
    """Names of pairs of things to touch that cover each other."""
    pairs = ((one, other) for place, one in enumerate(nodes) for other in nodes[place + 1 :])
    return [f"{a.name} / {b.name}" for a, b in pairs if min_side(a.rectangle.intersected(b.rectangle)) > 2]


def min_side(rectangle: object) -> int:
    """The shorter side of a rectangle; 0 of an empty one."""
    width, height = rectangle.width(), rectangle.height()  # type: ignore[attr-defined]
    return max(0, min(width, height))


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """All that is seen below an item."""
    for child in root.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from items(child)


def broken_texts(root: QQuickItem) -> list[str]:
    """Texts with a word wider than its place, and columns that had to be made smaller."""
    found = []
    for item in items(root):
        kind = item.metaObject().className()
        if "Headline" in kind and float(item.property("contentWidth")) > item.width() + 2:
            found.append(f"cut: {item.property('text')}")
        if kind.startswith("QQuickColumn") and item.scale() < 0.999:
            found.append(f"made smaller: {item.scale():.2f}")
    return found


def faults(kiosk: KioskApplication, name: str, panel: Panel) -> Iterator[Fault]:
    """What is wrong with the screen that is shown."""
    words = {kiosk.shell.words[key] for key in BAR} | {language.endonym for language in kiosk.shell.languages}
    touched = [node for node in accessible_nodes(kiosk.window) if node.interactive]
    bar = [node.rectangle.top() for node in touched if node.name == kiosk.shell.words["home"]]
    own = [node for node in touched if node.name not in words and not any(node.rectangle.top() >= top for top in bar)]
    blank = blank_below(kiosk.window.grabWindow(), min(bar, default=panel.height_px))
    if blank > MOST_BLANK and not name.startswith(_EDGE_TO_EDGE):
        yield Fault(name, f"{blank:.0%} of the height is blank at the foot")
    yield from (
        Fault(name, f"under {LEAST_MM} mm: {node.name}")
        for node in touched
        if min_side(node.rectangle) < LEAST_MM * panel.pixels_per_millimetre - 1
    )
    if name.startswith(_REACHED):
        yield from (Fault(name, f"out of reach: {what}") for what in out_of_reach(own, panel))
    if name.startswith(_FIXED) and not name.startswith(_SCROLLED):
        yield from (Fault(name, f"covered: {what}") for what in overlapping(own))
        yield from (Fault(name, f"over the edge: {node.name}") for node in own if node.rectangle.bottom() > panel.height_px)
    yield from (Fault(name, what) for what in broken_texts(kiosk.window.contentItem()))


def looked_at(kiosk: KioskApplication, panel: Panel, tag: str, wanted: tuple[str, ...] = ()) -> Iterator[tuple[str, list[Fault]]]:
    """Each screen whose name begins with one that is wanted, with its faults; all of them where none is named."""
    store = kiosk.content.holder.store
    assert isinstance(store, ContentStore)
    for visit in visits(store, every_item=False):
        if wanted and not visit.name.startswith(wanted):
            continue
        yield visit.name, _at(kiosk, visit, panel, tag)


def _at(kiosk: KioskApplication, visit: Visit, panel: Panel, tag: str) -> list[Fault]:
    kiosk.staff.staff.close()
    kiosk.shell.leave()
    kiosk.shell.enter(tag)
    visit.reach(kiosk)
    settle(kiosk)
    return list(faults(kiosk, visit.name, panel))


def longer(folder: Path) -> Path:
    """The shipped content with a French whose words are longer by a third, as those of another language may be."""
    path = folder / "longer.db"
    path.write_bytes((ROOT / "content.db").read_bytes())
    with closing(connect(path)) as database, database:
        database.create_function("stretched", 1, _stretched, deterministic=True)
        database.execute("UPDATE text SET shown = stretched(shown) WHERE language = 'fr'")
    return path


def _stretched(text: str) -> str:
    """Words of letters alone with their first third once more behind them; others, such as what stands in braces, as they are."""
    return " ".join(word + word[: round(len(word) / 3)].lower() if word.isalpha() else word for word in text.split(" "))


def kiosk_on(panel: Panel, folder: Path, content: Path = ROOT / "content.db", edge: int = 700) -> KioskApplication:
    """A kiosk of a content, the shipped one if none is named, on a panel, shown."""
    config = KioskConfig(
        content=content,
        cache=folder,
        state=folder / "state",
        panel_diagonal_inches=panel.diagonal_inches,
        panel_lower_edge_mm=edge,
        motion=False,
    )
    boundary = Boundary(lambda: 0.0, noon, lambda _parent: None, CheapHasher, restart=lambda: None)
    kiosk = KioskApplication(config, QSize(panel.width_px, panel.height_px), boundary)
    kiosk.show(full_screen=False)
    return kiosk


def main(argv: list[str]) -> int:
    """Look at every screen on every panel in every language and a longer one, or at some diagonals.

    Gives exit status 1 where something is wrong.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication(sys.argv[:1])
    seen = wrong = 0
    for inches in [float(one) for one in argv] or [15.6, 21.5, 32.0, 43.0, 55.0]:
        for panel in (Panel(540, 960, inches), Panel(960, 540, inches)):  # half the pixels: the same layout, a quarter of the work
            for tag in ("ar", "fr", "en", LONG):
                with TemporaryDirectory() as folder:
                    content = longer(Path(folder)) if tag == LONG else ROOT / "content.db"
                    kiosk = kiosk_on(panel, Path(folder), content)
                    for name, found in looked_at(kiosk, panel, "fr" if tag == LONG else tag):
                        seen, wrong = seen + 1, wrong + bool(found)
                        for fault in found:
                            print(f"{inches} {panel.width_px}x{panel.height_px} {tag} {name}: {fault.what}", flush=True)  # noqa: T201
                    kiosk.close()
    print(f"{wrong} of {seen} screens")  # noqa: T201
    application.quit()
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
