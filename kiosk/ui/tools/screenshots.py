"""Visits every screen in every language asked for, and saves what is seen and what assistive technology is told.

Run by `kiosk screenshots` in a process of its own: `python -m kiosk.ui.tools.screenshots --help`.
"""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize
from PySide6.QtGui import QGuiApplication

from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.venue.plan import SpotKind
from kiosk.errors import KioskError
from kiosk.narration.inventory import SpokenBy
from kiosk.ui.application import KioskApplication
from kiosk.ui.drawing.picture import VECTOR, drawn_folder
from kiosk.ui.drawing.picture_job import draw_all
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.brightness import LightControl
from kiosk.ui.shell.window import prepare_renderer
from kiosk.ui.tools.accessible_tree import tree_as_text
from kiosk.ui.tools.visits import choose, visits


class _Clock:
    """A clock that only moves when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _examined() -> list[dict[str, object]]:
    """What stands on the card before the doors open."""
    rows = {"content": True, "clock": True, "disk": True, "voice ar": True, "voice fr": True, "sound": False, "display": True}
    return [{"name": name, "green": green, "found": "", "mend": ""} for name, green in rows.items()]


def _spoken_by(_narration: list[Path], _voices: Path) -> list[SpokenBy]:
    """What stands on the page of the hall."""
    voices = {"ar": "espeak sem/ar", "fr": "pico fr-FR", "en": "pico en-GB"}
    return [SpokenBy(tag, 0, 0, voice, heard=True) for tag, voice in voices.items()]


def noon(zone: ZoneInfo) -> datetime:
    """Late morning, when demonstrations are on."""
    return datetime.now(zone).replace(hour=11, minute=10, second=0, microsecond=0)


def settle(kiosk: KioskApplication) -> None:
    """Let everything that waits be done, and a frame be drawn."""
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    kiosk.window.requestUpdate()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _save(kiosk: KioskApplication, out: Path, name: str) -> str:
    settle(kiosk)
    image = kiosk.window.grabWindow()
    path = out / f"{name}.png"
    if not image.save(str(path)):
        message = f"{path}: cannot be written; choose a folder you may write to"
        raise KioskError(message)
    (out / f"{name}.txt").write_text(tree_as_text(kiosk.window), encoding="utf-8")
    return path.name


def _place(content: Path) -> str:
    """The first spot of the plan where a kiosk stands."""
    with suppress(KioskError), ContentStore.open(content) as store:
        venue = store.venue()
        if venue is not None:
            return next(spot.identifier.partition(":")[2] for spot in venue.spots if spot.kind is SpotKind.KIOSK)
    return ""


def take(kiosk: KioskApplication, clock: _Clock, config: KioskConfig, options: Namespace) -> Iterator[str]:
    """Save every screen; yields the name of each picture."""
    store = kiosk.content.holder.store
    if store is None:
        yield _save(kiosk, options.out, "outofservice")
        return
    wanted = options.lang or [language.tag for language in store.languages]
    for tag in wanted:
        out = options.out / tag
        out.mkdir(parents=True, exist_ok=True)
        for visit in visits(store, every_item=not options.one_of_each):
            if options.only and not any(part in visit.name for part in options.only):
                continue
            kiosk.staff.staff.close()
            kiosk.shell.leave()
            choose(kiosk, config.mode)
            kiosk.shell.enter(tag)
            visit.reach(kiosk)
            yield f"{tag}/{_save(kiosk, out, visit.name)}"
        kiosk.shell.leave()
        choose(kiosk, config.mode)
        kiosk.shell.enter(tag)
        if not options.only:
            clock.now += config.inactivity_seconds + 5
            kiosk.shell.session.tick()
            yield f"{tag}/{_save(kiosk, out, 'prompt')}"
            kiosk.shell.leave()
    if not options.only:
        yield _save(kiosk, options.out, "attract")
        kiosk.shell.put_out_of_service()
        yield _save(kiosk, options.out, "outofservice")


def _draw_pictures(kiosk: KioskApplication, config: KioskConfig, cache: Path, side: int) -> None:
    """What a kiosk draws ahead, beside its window."""
    store = kiosk.content.holder.store
    if store is not None:
        wanted = [(picture.name, picture.sha256) for picture in store.pictures() if picture.name.endswith(VECTOR)]
        for wrong in draw_all(config.pictures, drawn_folder(cache), side, sorted(wanted)):
            print(wrong, file=sys.stderr)  # noqa: T201 - as above


def _options(argv: list[str]) -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--content", type=Path, required=True)
    parser.add_argument("--lang", action="append")
    parser.add_argument("--size", default="1080x1920")
    parser.add_argument("--diagonal", type=float, default=32.0)
    parser.add_argument("--only", action="append")
    parser.add_argument("--one-of-each", action="store_true")
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Write the pictures; one JSON line each on standard output."""
    options = _options(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, _, height = options.size.partition("x")
    config = KioskConfig(
        content=options.content, panel_diagonal_inches=options.diagonal, motion=False, name="kiosk", place=_place(options.content)
    )
    prepare_renderer(config)
    application = QGuiApplication(sys.argv[:1])
    clock = _Clock()
    with TemporaryDirectory() as cache:
        boundary = Boundary(
            clock=clock,
            now=noon,
            make_player=lambda _parent: None,
            examine=_examined,
            shine=lambda _percent: LightControl.BACKLIGHT,
            spoken_by=_spoken_by,
            restart=lambda: None,
        )
        kiosk = KioskApplication(
            config._replace(cache=Path(cache), state=Path(cache) / "state"), QSize(int(width), int(height)), boundary
        )
        _draw_pictures(kiosk, config, Path(cache), max(int(width), int(height)))
        kiosk.show(full_screen=False)
        try:
            for picture in take(kiosk, clock, config, options):
                print(json.dumps({"picture": picture}), flush=True)  # noqa: T201 - the protocol with the command
        finally:
            kiosk.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
