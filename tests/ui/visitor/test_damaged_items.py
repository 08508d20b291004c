"""One item that cannot be read is left out and named once; everything else is shown."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.cli.doctor import examinations
from kiosk.config import ROOT, KioskConfig
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from tests.helpers.fakes import ManualClock

Open = Callable[[str], KioskApplication]
EDITION = "UPDATE edition SET \"start\" = 'not a date' WHERE id = 'edition:edition_3'"
SERVICE = "DELETE FROM text WHERE item = 'service:cnie' AND language = 'fr'"
TERM = "DELETE FROM text WHERE item = 'term:dna' AND language = 'fr'"
MODE = "UPDATE mode SET service = 'siesta' WHERE id = 'mode:emergency'"
PAGE = "UPDATE item SET checked_on = 'never' WHERE id = 'pavilion:k9'"


@pytest.fixture
def damaged(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of the content in which a statement has done harm, past the schema's own rules."""

    def make(sql: str) -> Path:
        path = tmp_path / "content.db"
        shutil.copy(ROOT / "content.db", path)
        connection = apsw.Connection(str(path))
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
        connection.close()
        return path

    return make


@pytest.fixture
def open_damaged(qtbot: QtBot, clock: ManualClock, damaged: Callable[[str], Path], tmp_path: Path) -> Iterator[Open]:
    opened: list[KioskApplication] = []

    def open_one(sql: str) -> KioskApplication:
        config = KioskConfig(content=damaged(sql), cache=tmp_path / "cache", state=tmp_path / "state", motion=False)
        opened.append(KioskApplication(config, QSize(1080, 1920), Boundary(clock, make_player=lambda _parent: None)))
        opened[-1].show(full_screen=False)
        assert opened[-1].serving
        opened[-1].shell.enter("fr")
        return opened[-1]

    yield open_one
    for kiosk in opened:
        kiosk.close()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("sql", "screen", "item"),
    [(EDITION, "Editions", "edition:edition_3"), (SERVICE, "Services", "service:cnie"), (TERM, "Glossary", "term:dna")],
)
def test_a_list_leaves_it_out(open_damaged: Open, caplog: pytest.LogCaptureFixture, sql: str, screen: str, item: str) -> None:
    kiosk = open_damaged(sql)
    for _ in range(2):
        kiosk.shell.show(screen)
        assert kiosk.shell.screen == screen
        kiosk.shell.goHome()
    said = [record.getMessage() for record in caplog.records if "left out" in record.getMessage()]
    assert len(said) == 1 and item in said[0]


@pytest.mark.expects_log
def test_its_page_leads_back(qtbot: QtBot, open_damaged: Open) -> None:
    kiosk = open_damaged(PAGE)
    kiosk.shell.show("Catalogue")
    kiosk.shell.open("pavilion:k9")
    qtbot.waitUntil(lambda: kiosk.shell.screen == "Catalogue")
    kiosk.shell.open("pavilion:forensic")
    assert kiosk.shell.screen == "Page"


@pytest.mark.expects_log
def test_a_mode_is_missed_before_it_is_wanted(qtbot: QtBot, open_damaged: Open) -> None:
    kiosk = open_damaged(MODE)
    qtbot.waitUntil(lambda: kiosk.shell.screen == "OutOfService")


@pytest.mark.expects_log
@pytest.mark.parametrize("sql", [EDITION, SERVICE, TERM, PAGE])
def test_the_doctor_names_it(damaged: Callable[[str], Path], tmp_path: Path, sql: str) -> None:
    config = KioskConfig(content=damaged(sql), state=tmp_path / "state")
    found = next(one for one in examinations(config) if one.name == "content")
    assert not found.green
    assert "left out: " in found.found
