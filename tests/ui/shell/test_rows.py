"""Rows of a list: what QML is given for plain values, and when it is gone again."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kiosk.presentation.reading import Side
from kiosk.presentation.rows import ItemCard
from kiosk.presentation.serving_rows import Choice, Lit, NumberRow, PageBlock
from kiosk.ui.shell.serving_rows import TYPES, OneRow, Rows


def clear_away() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_members_are_those_of_the_value_down_to_what_it_holds(qtbot: QtBot) -> None:
    owner = QObject()
    (number,) = Rows(owner).of([NumberRow(ItemCard("emergency:19", "Police"), "19", "in towns", doubtful=False)])
    assert (number.number, number.card.name, number.card.identifier) == ("19", "Police", "emergency:19")
    sides = (Side("مرحبا", True, "ar"), Side("Bonjour", False, "fr"))
    (block,) = Rows(owner).of([PageBlock("paragraph", sides, (), "info", "", "", more=False)])
    assert [(side.text, side.rightToLeft) for side in block.sides] == [("مرحبا", True), ("Bonjour", False)]
    assert block.labels == []


def test_equal_values_keep_their_rows(qtbot: QtBot) -> None:
    rows = Rows(QObject())
    first = rows.of([Choice("a", "A"), Choice("b", "B")])
    assert rows.of(iter([Choice("a", "A"), Choice("b", "B")])) is first
    assert rows.of([Choice("a", "A"), Choice("b", "B", chosen=True)]) is not first


def test_what_is_lit_is_one_row_whose_members_change(qtbot: QtBot) -> None:
    owner = QObject()
    row = TYPES[Lit](Lit(), owner)
    with qtbot.waitSignal(row.changed):
        row.take(Lit("title", "ar", 0, 9, 3, 5))
    assert (row.place, row.language, row.end, row.wordStart) == ("title", "ar", 9, 3)
    with qtbot.assertNotEmitted(row.changed):
        row.take(Lit("title", "ar", 0, 9, 3, 5))


def test_rows_are_gone_when_those_after_them_are_replaced(qtbot: QtBot) -> None:
    owner = QObject()
    row = OneRow(owner)
    shown = [row.of(Choice(str(number), "")) for number in range(5)]
    clear_away()
    assert [isValid(one) for one in shown] == [False, False, False, True, True]
    assert len(owner.children()) == 2
