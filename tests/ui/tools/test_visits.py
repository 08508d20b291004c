"""A kiosk is up for weeks: what a visit makes, the next visit does not find."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from kiosk.ui.application import KioskApplication

PLACES = ("pavilion:k9", "service:cnie", "edition:edition_4", "demonstration:hostage")


def visit(qtbot: QtBot, kiosk: KioskApplication, tag: str) -> None:
    """All kinds of screens, codes to take home, a text read aloud, the one question, and away."""
    kiosk.shell.enter(tag)
    for screen in ("Catalogue", "Services", "Editions", "Search"):
        kiosk.shell.show(screen)
        QCoreApplication.processEvents()
    for place in PLACES:
        kiosk.shell.open(place)
        QCoreApplication.processEvents()
    kiosk.visitor.screens.takeaway.openCodes()
    QCoreApplication.processEvents()
    kiosk.visitor.screens.takeaway.close()
    kiosk.narration.reader.toggle()
    qtbot.waitUntil(lambda: kiosk.narration.reader.recital.lit is not None)
    kiosk.shell.finish()
    QCoreApplication.processEvents()
    kiosk.visitor.screens.feedback.answer(3)
    QCoreApplication.processEvents()
    kiosk.shell.leave()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def python_halves() -> int:
    """How many objects of Qt have a Python half."""
    gc.collect()
    return sum(isinstance(thing, QObject) for thing in gc.get_objects())


@pytest.mark.parametrize("tag", ["ar", pytest.param("fr", marks=pytest.mark.by_hand)])
def test_visits_leave_nothing_behind(qtbot: QtBot, kiosk: KioskApplication, tag: str) -> None:
    for _ in range(2):
        visit(qtbot, kiosk, tag)
    before = python_halves()
    for _ in range(3):
        visit(qtbot, kiosk, tag)
    assert python_halves() <= before
