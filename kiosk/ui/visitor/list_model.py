"""A list of cards that grows as it is scrolled, so that a long catalogue opens as fast as a short one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.item import Card
from kiosk.presentation.reading import Reading
from kiosk.presentation.rows import ItemCard, card_row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_SIZE = 24
"""Cards read at a time: more than the largest panel shows."""

Fetch = Callable[[int, int], tuple[Card, ...]]
"""(offset, limit) -> cards in order of rank."""


@QmlElement
@QmlUncreatable("made by the catalogue")
class CardListModel(QAbstractListModel):
    """Cards in order of rank, read a page at a time."""

    IdentifierRole = Qt.ItemDataRole.UserRole + 1
    NameRole = Qt.ItemDataRole.UserRole + 2
    SummaryRole = Qt.ItemDataRole.UserRole + 3
    IconRole = Qt.ItemDataRole.UserRole + 4
    PictureRole = Qt.ItemDataRole.UserRole + 5
    ColourRole = Qt.ItemDataRole.UserRole + 6
    _members: Mapping[int, str] = MappingProxyType(
        {
            Qt.ItemDataRole.DisplayRole: "name",
            IdentifierRole: "identifier",
            NameRole: "name",
            SummaryRole: "summary",
            IconRole: "icon",
            PictureRole: "picture",
            ColourRole: "colour",
        }
    )
    """Of a card, by role."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._complete, self._asked = True, 0
        """How many have been asked for: one that cannot be read is left out of what came."""
        self._fetch: Fetch = lambda _offset, _limit: ()
        self._reading: Reading | None = None
        self._rows: list[ItemCard] = []

    def show(self, fetch: Fetch, reading: Reading) -> None:
        """Show a list; the same cards in another language stay where they are."""
        first = fetch(0, PAGE_SIZE)
        self._fetch = fetch
        if tuple(self._cards[:PAGE_SIZE]) != first:
            self.beginResetModel()
            self._cards, self._reading = list(first), reading
            self._rows = [card_row(card, reading) for card in first]
            self._asked, self._complete = PAGE_SIZE, not first
            self.endResetModel()
        elif reading != self._reading:
            self._reading = reading
            self._rows = [card_row(card, reading) for card in self._cards]
            if self._cards:
                self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1), [])

    def cards(self) -> tuple[Card, ...]:
        """The cards read so far."""
        return tuple(self._cards)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        more = self._fetch(self._asked, PAGE_SIZE)
        self._asked += PAGE_SIZE
        self._complete = not more
        if more:
            self.beginInsertRows(parent, len(self._cards), len(self._cards) + len(more) - 1)
            self._cards.extend(more)
            self._rows += [card_row(card, self._reading) for card in more] if self._reading else []
            self.endInsertRows()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row, name = self._rows[index.row()], self._members.get(role, "")
        return getattr(row, name) if name else None

    def roleNames(self) -> dict[int, QByteArray]:
        names = {role: name.encode() for role, name in self._members.items() if role != Qt.ItemDataRole.DisplayRole}
        return {role: QByteArray(b"iconName" if name == b"icon" else name) for role, name in names.items()}
