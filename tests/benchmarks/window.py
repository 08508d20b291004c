"""Start, memory and taps of the window, beside the same content in Chromium's kiosk mode, and beside itself with few items."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk.config import ROOT, KioskConfig
from kiosk.content.store import ContentStore
from kiosk.disk.state_file import StateFile
from kiosk.domain.item import ItemKind
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.staff.choices import StaffChoices
from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.window import prepare_renderer
from kiosk.ui.tools.accessible_tree import accessible_nodes
from tests.benchmarks import rival
from tests.benchmarks.display import HEIGHT, WIDTH, Panel, virtual_panel
from tests.benchmarks.figures import Result, ratio
from tests.benchmarks.program import Program, Step, first_picture, memory_and_taps, percentile, start_seconds
from tests.benchmarks.scale import grow

CONTENT = ROOT / "content.db"
RUNS = 5
ROUNDS = 15
CHOSEN = "closed"
CHOSEN_GOAL = 2.0
"""Seconds from a cold process to the mode in force."""
EMPTY_GOAL, CHROMIUM_GOAL = 1.6, 0.75
"""How many times the start of an empty window, and of Chromium, the kiosk's start may take."""
SCALE_ROUNDS = 8
FEW = 100
SIZES = {"items": 10_000, "many": 100_000}


def _places(folder: Path) -> dict[str, Step]:
    """Where the kiosk's buttons are, found in a kiosk of the same size off screen."""
    application = QGuiApplication.instance() or QGuiApplication([])
    config = KioskConfig(cache=folder / "places", state=folder / "state", motion=False)
    prepare_renderer(config)
    kiosk = KioskApplication(config, QSize(WIDTH, HEIGHT))
    kiosk.show(full_screen=False)
    found: dict[str, Step] = {}

    def note(name: str, label: str) -> None:
        for _ in range(5):
            application.processEvents()
        centre = next(n.rectangle.center() for n in accessible_nodes(kiosk.window) if n.interactive and n.name == label)
        found[name] = Step(centre.x() - kiosk.window.x(), centre.y() - kiosk.window.y())

    tag = kiosk.shell.reading.languages[1].tag
    note("door", kiosk.shell.reading.languages[1].endonym)
    kiosk.shell.enter(tag)
    words = kiosk.shell.words
    note("pavilions", words["pavilions"])
    note("home", words["home"])
    kiosk.shell.show("Catalogue")
    note("card", kiosk.shell.reading.plain(kiosk.content.holder.store.cards(ItemKind.PAVILION, 0, 1)[0].name))
    note("back", words["back"])
    kiosk.close()
    return found


def _kiosk(content: Path, folder: Path, places: dict[str, Step]) -> Program:
    settings = folder / "kiosk.toml"
    places_of = {"content": content, "cache": folder / "cache", "state": folder / "state"}
    settings.write_text("motion = false\n" + "".join(f'{name} = "{path}"\n' for name, path in places_of.items()), encoding="utf-8")
    command = [sys.executable, str(ROOT / "main.py"), "--config", str(settings)]
    circuit = (places["pavilions"], places["card"], places["home"])
    return Program(command, (places["door"],), circuit)


def _chromium(folder: Path) -> Program:
    page = folder / "page.html"
    store = ContentStore.open(CONTENT)
    rival.write_page(store, page)
    store.close()
    command = [*rival.CHROMIUM, f"--user-data-dir={folder / 'profile'}", f"{page.as_uri()}#home"]
    circuit = (Step(*rival.PAVILIONS_LINK), Step(*rival.FIRST_CARD), Step(*rival.HOME_LINK))
    return Program(command, (), circuit)


_EMPTY = Program([sys.executable, str(ROOT / "tests" / "benchmarks" / "empty_window.py")], (), ())


def _is_plain(strip: bytes) -> bool:
    return strip == strip[:4] * (len(strip) // 4)


def beside_chromium(folder: Path, names: frozenset[str]) -> Iterator[Result]:
    """Start, memory and taps against Chromium, the start against an empty window too: those that are named."""
    places = _places(folder)
    with virtual_panel() as panel:
        ours, theirs = _kiosk(CONTENT, folder, places), _chromium(folder)
        if "start" in names:
            seconds = start_seconds(ours, panel, RUNS)
            yield ratio("start beside an empty window", seconds, start_seconds(_EMPTY, panel, RUNS, _is_plain), "s", EMPTY_GOAL)
            yield ratio("start", seconds, start_seconds(theirs, panel, RUNS), "s", CHROMIUM_GOAL)
        if not names & {"memory", "tap"}:
            return
        our_memory, our_taps = memory_and_taps(ours, panel, ROUNDS)
        their_memory, their_taps = memory_and_taps(theirs, panel, ROUNDS)
    if "memory" in names:
        yield ratio("memory", our_memory / 1e6, their_memory / 1e6, "MB PSS", 0.33)
    for part in (50, 99) if "tap" in names else ():
        times = (percentile(our_taps, part) * 1e3, percentile(their_taps, part) * 1e3)
        yield ratio(f"tap p{part}", *times, "ms", 1.0)


def in_the_mode_chosen(folder: Path) -> Iterator[Result]:
    """Start of a kiosk whose staff chose a mode before its power was cut, to the first picture of that mode."""
    places = _places(folder)
    with virtual_panel() as panel:
        yield _start_chosen(folder, panel, places)


def _start_chosen(folder: Path, panel: Panel, places: dict[str, Step]) -> Result:
    own = folder / "chosen"
    own.mkdir()
    program = _kiosk(CONTENT, own, places)
    usual = first_picture(program, panel)
    file = StateFile(own / "state" / "state.db")
    StaffChoices(file).choose(Layer.OVERRIDE, Override(CHOSEN, "Amal", datetime.now(UTC), None), "lead")
    file.close()
    wanted = first_picture(program, panel)
    if wanted == usual:
        message = f"the mode {CHOSEN!r} cannot be told from the kiosk's own by its picture; measure with another"
        raise RuntimeError(message)
    seconds = start_seconds(program, panel, RUNS, lambda strip: strip == wanted)
    row = ratio("start in the mode chosen", seconds, start_seconds(_chromium(folder), panel, RUNS), "s, the goal too", CHOSEN_GOAL)
    return row | {"met": seconds <= CHOSEN_GOAL}


def beside_smaller_content(folder: Path, names: frozenset[str]) -> Iterator[Result]:
    """Start and taps with many items against the same kiosk with few."""
    places, measured = _places(folder), {}
    sizes = [size for name, size in SIZES.items() if name in names]
    with virtual_panel() as panel:
        for size in (FEW, *sizes):
            content = folder / f"content-{size}.db"
            grow(CONTENT, content, size)
            program = _kiosk(content, folder, places)
            _, taps = memory_and_taps(program, panel, SCALE_ROUNDS)
            measured[size] = (start_seconds(program, panel, RUNS), percentile(taps, 50))
    smallest = measured[FEW]
    for size in sizes:
        yield ratio(f"start with {size} items", measured[size][0], smallest[0], "s", 1.2)
        yield ratio(f"tap with {size} items", measured[size][1] * 1e3, smallest[1] * 1e3, "ms", 1.2)
