"""Wherever the window reads content, content that turns out to be bad is one line in the log and the calm screen."""

import logging
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex

from kiosk.content.reading.reader import Reader
from kiosk.domain.staff import Person, Role
from kiosk.errors import ContentCorruptError
from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import ManualClock

Act = Callable[[KioskApplication], None]


def screen(name: str) -> Act:
    return lambda kiosk: kiosk.shell.show(name)


def at(name: str, act: Act) -> tuple[Act, Act]:
    """On a screen, something that is done there."""
    return screen(name), act


def begin_guide(kiosk: KioskApplication) -> None:
    kiosk.shell.openGuide("guide:cnie")


def open_page(kiosk: KioskApplication) -> None:
    kiosk.shell.open("service:cnie")


def scroll(kiosk: KioskApplication) -> None:
    kiosk.visitor.screens.catalogue.terms.fetchMore(QModelIndex())


def look_at_the_board(kiosk: KioskApplication) -> None:
    kiosk.staff.staff.enter(Person("Amal", Role.LEAD, ""))
    kiosk.staff.staff.show("Shows")
    _ = kiosk.staff.shows.shows


PATHS: dict[str, tuple[Act, Act]] = {
    **{f"open {name}": (lambda _kiosk: None, screen(name)) for name in ("Catalogue", "Services", "Demonstrations", "Editions")},
    **{f"open {name}": (lambda _kiosk: None, screen(name)) for name in ("Emergency", "Glossary")},
    "open a page": (lambda _kiosk: None, open_page),
    "choose a situation": (open_page, lambda kiosk: kiosk.shell.choose("renewal")),
    "read in another language": (open_page, lambda kiosk: kiosk.shell.chooseLanguage("ar")),
    "open the take-aways": (open_page, lambda kiosk: kiosk.visitor.screens.takeaway.openCodes()),
    "print": (open_page, lambda kiosk: kiosk.visitor.screens.takeaway.printPage()),
    "tap a need": at("Services", lambda kiosk: kiosk.visitor.screens.catalogue.chooseLifeEvent("life_event:travelling")),
    "tap an audience": at("Services", lambda kiosk: kiosk.visitor.screens.catalogue.chooseAudience("audience:citizen")),
    "scroll a list": at("Glossary", scroll),
    "listen to a list": at("Editions", lambda kiosk: kiosk.narration.reader.toggle()),
    "type": at("Search", lambda kiosk: kiosk.visitor.screens.search.write("carte")),
    "begin a guide": (lambda _kiosk: None, begin_guide),
    "answer": (begin_guide, lambda kiosk: kiosk.visitor.screens.guide.start()),
    "type a code": at("Resume", lambda kiosk: kiosk.visitor.screens.resume.submitted.emit("AAAAAAAA")),
    "ask for the mode": (lambda _kiosk: None, lambda kiosk: kiosk.modes.keeper.ask()),
    "invite with the board": (lambda kiosk: kiosk.shell.leave(), lambda kiosk: kiosk.modes.day.showings()),
    "look at the shows as staff": (lambda _kiosk: None, look_at_the_board),
}


@pytest.mark.expects_log
@pytest.mark.parametrize("path", PATHS)
def test_a_read_that_fails_ends_in_one_line_and_the_calm_screen(
    qtbot, kiosk: KioskApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    before, act = PATHS[path]
    kiosk.shell.enter("fr")
    before(kiosk)

    def fail(*_: object, **__: object) -> None:
        message = "content.db: the page is torn"
        raise ContentCorruptError(message)

    for read in ("rows", "row", "texts", "cards"):
        monkeypatch.setattr(Reader, read, fail)
    act(kiosk)
    qtbot.waitUntil(lambda: kiosk.shell.screen == "OutOfService")
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert said == ["out of service: content.db: the page is torn"]


def test_the_paths_are_ones_that_read(kiosk: KioskApplication, clock: ManualClock) -> None:
    """Without the fault every one of them leaves the kiosk in service."""
    for before, act in PATHS.values():
        kiosk.shell.leave()
        kiosk.shell.enter("fr")
        before(kiosk)
        act(kiosk)
        assert kiosk.shell.screen != "OutOfService"
        kiosk.staff.staff.close()
