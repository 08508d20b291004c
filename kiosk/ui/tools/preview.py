"""Opens the real kiosk on a draft, at a moment and in a mode that were asked for, marked as a preview.

Run by `kiosk preview` in a process of its own: `python -m kiosk.ui.tools.preview --help`.
"""

import json
import signal
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.config import DATA, KioskConfig, load_config
from kiosk.domain.content_mode import ModeService
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.shell.window import prepare_renderer

WORDS = DATA / "assets" / "preview.json"
"""Not of the content: the mark must stand over a draft that lacks it."""
MARK_MS = 1_000
_OF_SCREEN = 0.92
"""The part of the screen's height a window may take."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is to be looked at."""

    panel: QSize
    """Pixels of the panel; a smaller screen shows it smaller, with the same layout."""
    begin: datetime | None = None
    """The moment at the exhibition that the kiosk takes for now; None for the real one."""
    mode: str = ""
    """The content mode, whatever the timetable says; empty for the timetable's."""
    language: str = ""
    """The visitor's; empty for nobody there."""


class SimulatedTime:
    """A time of day that begins where it is told to and goes on from there; no other clock of the machine is touched."""

    def __init__(self, begin: datetime, steady: Callable[[], float] = time.monotonic) -> None:
        self._begin, self._steady, self._started = begin, steady, steady()

    def __call__(self, zone: ZoneInfo) -> datetime:
        passed = timedelta(seconds=self._steady() - self._started)
        return (self._begin.replace(tzinfo=zone).astimezone(UTC) + passed).astimezone(zone)


def open_preview(config: KioskConfig, preview: Preview, boundary: Boundary | None = None) -> KioskApplication:
    """Open a window that shows a draft.

    Args:
        config: the settings, with folders of its own for state and cache.
        preview: what is to be looked at.
        boundary: what is taken from the machine; None takes the machine's.

    Raises:
        DisplayError: no window could be made.
    """
    boundary = boundary or Boundary()
    if preview.begin is not None:
        boundary = boundary._replace(now=SimulatedTime(preview.begin, boundary.clock))
    kiosk = KioskApplication(config, fitting_size(preview.panel, QGuiApplication.primaryScreen().availableSize()), boundary)
    _Mark(kiosk, kiosk.window)
    kiosk.window.setHeight(kiosk.window.height() + int(kiosk.window.property("ribbonHeight")))
    if preview.mode:
        force(kiosk, preview.mode)
    if preview.language:
        kiosk.shell.enter(preview.language)
    return kiosk


def force(kiosk: KioskApplication, mode: str) -> None:
    """Show a mode until another is chosen, whatever the timetable says."""
    layer = Layer.EMERGENCY if kiosk.modes.keeper.modes[mode].service is ModeService.EMERGENCY else Layer.OVERRIDE
    kiosk.choices.choose(layer, Override(mode, "preview", kiosk.modes.day.moment, None), "admin")
    kiosk.modes.keeper.ask()


def fitting_size(panel: QSize, screen: QSize) -> QSize:
    """A panel's size, made smaller until it fits on a screen."""
    part = min(1.0, screen.width() / panel.width(), _OF_SCREEN * screen.height() / panel.height())
    return QSize(round(panel.width() * part), round(panel.height() * part))


class _Mark(QObject):
    """The ribbon above the panel: that this is a preview, the moment it takes for now, and the mode in force."""

    def __init__(self, kiosk: KioskApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._kiosk = kiosk
        self._words: list[str] = json.loads(WORDS.read_text(encoding="utf-8"))
        timer = QTimer(self, interval=MARK_MS)
        timer.timeout.connect(self._write)
        timer.start()
        for changed in (kiosk.modes.keeper.shown, kiosk.shell.readingChanged):
            changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        keeper, said = self._kiosk.modes.keeper, list(self._words)
        if self._kiosk.content.holder.store is not None and keeper.mode is not None:
            said += [f"{self._kiosk.modes.day.moment:%Y-%m-%d %H:%M}", self._kiosk.shell.reading.plain(keeper.mode.head.card.name)]
        self._kiosk.window.setProperty("ribbon", said)


def _options(argv: list[str]) -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, required=True)
    parser.add_argument("--pictures", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="for this preview's own state and cache")
    parser.add_argument("--config", type=Path)
    parser.add_argument("--begin", type=datetime.fromisoformat)
    parser.add_argument("--mode", default="")
    parser.add_argument("--lang", default="")
    parser.add_argument("--panel", default="1080x1920")
    parser.add_argument("--diagonal", type=float)
    return parser.parse_args(argv)


def settings(options: Namespace) -> KioskConfig:
    """The kiosk's settings, with nothing in them that reaches beyond the window: no state, no source, no printer."""
    config = load_config(options.config)
    return config._replace(
        content=options.content,
        pictures=options.pictures,
        state=options.folder / "state",
        cache=options.folder / "cache",
        panel_diagonal_inches=options.diagonal or config.panel_diagonal_inches,
        full_screen=False,
        sync="",
        lan=False,
        printer="",
    )


def main(argv: list[str]) -> int:
    """Show a draft until the window is closed; one JSON line on standard output when it is there."""
    options = _options(argv)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is kept that would have to be saved
    config = settings(options)
    prepare_renderer(config)
    application = QGuiApplication(sys.argv[:1])
    width, _, height = options.panel.partition("x")
    kiosk = open_preview(config, Preview(QSize(int(width), int(height)), options.begin, options.mode, options.lang))
    kiosk.show(full_screen=False)
    print(json.dumps({"mode": kiosk.modes.keeper.mode.identifier if kiosk.modes.keeper.mode else ""}), flush=True)  # noqa: T201 - the protocol with the command
    status = application.exec()
    kiosk.close()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
