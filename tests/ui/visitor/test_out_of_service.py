"""A bad content database: a calm screen, one line in the log, and back by itself when it is mended."""

import logging
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.config import ROOT, KioskConfig
from kiosk.content.schema import MAJOR, user_version
from kiosk.ui.application import KioskApplication
from kiosk.ui.content.content_holder import WATCH_MS
from kiosk.ui.machine.boundary import Boundary

GOOD = ROOT / "content.db"


def missing(path: Path) -> None:
    path.unlink()


def no_database(path: Path) -> None:
    path.write_bytes(b"what is this")


def truncated(path: Path) -> None:
    path.write_bytes(GOOD.read_bytes()[:50_000])


def other_application(path: Path) -> None:
    data = bytearray(GOOD.read_bytes())
    data[68:72] = b"EVIL"
    path.write_bytes(data)


def future(path: Path) -> None:
    data = bytearray(GOOD.read_bytes())
    data[60:64] = struct.pack(">I", user_version(MAJOR + 1, 0))
    path.write_bytes(data)


@pytest.mark.expects_log
@pytest.mark.parametrize("spoil", [missing, no_database, truncated, other_application, future])
def test_it_rests_says_why_once_and_comes_back(
    qtbot, caplog: pytest.LogCaptureFixture, clock, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "content.db"
    shutil.copy(GOOD, path)
    spoil(path)
    kiosk = KioskApplication(
        KioskConfig(content=path, cache=tmp_path, state=tmp_path / "state"),
        QSize(1080, 1920),
        Boundary(clock, make_player=lambda _p: None),
    )
    kiosk.show(full_screen=False)
    if kiosk.shell.screen == "Attract":  # damage that only shows when the page is read
        kiosk.shell.enter("fr")
        for screen in ("Catalogue", "Services", "Demonstrations", "Editions", "Emergency", "Glossary"):
            if kiosk.shell.screen != "OutOfService":
                kiosk.shell.show(screen)
    qtbot.waitUntil(lambda: kiosk.shell.screen == "OutOfService")
    kiosk.content.holder.watch()
    kiosk.content.holder.watch()
    assert len([r for r in caplog.records if r.levelno >= logging.ERROR]) == 1
    assert str(path) in caplog.text

    good = tmp_path / "good.db"
    shutil.copy(GOOD, good)
    good.replace(path)
    qtbot.waitUntil(lambda: kiosk.shell.screen == "Attract", timeout=2 * WATCH_MS + 500)
    kiosk.shell.enter("fr")
    assert kiosk.shell.screen == "Home"
    kiosk.close()


def test_newer_content_waits_until_the_visitor_has_gone(qtbot, clock, tmp_path: Path) -> None:
    path = tmp_path / "content.db"
    shutil.copy(GOOD, path)
    kiosk = KioskApplication(
        KioskConfig(content=path, cache=tmp_path, state=tmp_path / "state"),
        QSize(1080, 1920),
        Boundary(clock, make_player=lambda _p: None),
    )
    kiosk.shell.enter("fr")
    first = kiosk.content.holder.store
    newer = tmp_path / "newer.db"
    shutil.copy(GOOD, newer)
    newer.replace(path)
    kiosk.content.holder.watch()
    assert kiosk.content.holder.store is first
    assert kiosk.shell.screen == "Home"
    kiosk.shell.leave()
    assert kiosk.content.holder.store is not first
    assert kiosk.shell.screen == "Attract"
    kiosk.close()
