"""The lists: pavilions, procedures by need and audience, demonstrations now and next, editions, numbers, words."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.store import ContentStore
from kiosk.domain.exhibition import Demonstration
from kiosk.domain.formatting import Words
from kiosk.domain.item import Card, ItemKind
from kiosk.domain.morocco import RATIO
from kiosk.domain.timetable import showings
from kiosk.presentation.entries import lists
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.list_rows import edition_rows, filter_row, number_row, showing_row
from kiosk.presentation.reading import Reading
from kiosk.presentation.route import Screen
from kiosk.presentation.serving_rows import Choice, EditionRow, NumberRow, ShowingRow
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.visitor.list_model import CardListModel, Fetch

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

BOARD_REFRESH_MS = 15_000
Walks = Callable[[ContentStore], Mapping[str, int]]
"""For the shows that the map has, how many minutes it is to them."""
MANY = 64
"""More life events or audiences than fit a screen."""
MOST = 1000
"""More items than a list has that is read whole."""


@QmlElement
@QmlUncreatable("made by the application")
class CatalogueViewModel(QObject):
    """What the list screens show."""

    listsChanged = Signal()
    filterChanged = Signal()
    boardChanged = Signal()
    _need_rows = cached_property(Rows)
    _people_rows = cached_property(Rows)
    _edition_rows_shown = cached_property(Rows)
    _number_rows_shown = cached_property(Rows)
    _day_rows = cached_property(Rows)

    def __init__(self, content: ContentHolder, day: ExhibitionDay, walks: Walks, parent: QObject) -> None:
        super().__init__(parent)
        self._content, self._day, self._walks_in = content, day, walks
        self._pavilions = CardListModel(self)
        self._services = CardListModel(self)
        self._terms = CardListModel(self)
        self._reading: Reading | None = None
        self._screen = Screen.ATTRACT
        self._life_event = self._audience = ""
        self._words: Words = {}
        self._demonstrations: tuple[Demonstration, ...] = ()
        self._needs: list[Choice] = []
        self._people: list[Choice] = []
        self._given: list[EditionRow] = []
        self._called: list[NumberRow] = []
        self._walks: Mapping[str, int] = {}
        self._timetable: list[ShowingRow] = []
        self._timer = QTimer(self, interval=BOARD_REFRESH_MS)
        self._timer.timeout.connect(self.refresh_board)

    def show(self, reading: Reading, screen: Screen) -> None:
        """Fill the list of a screen."""
        self._reading, self._screen = reading, screen
        match screen:
            case Screen.CATALOGUE:
                self._pavilions.show(self._fetch(lambda store, *page: store.cards(ItemKind.PAVILION, *page)), reading)
            case Screen.GLOSSARY:
                self._terms.show(self._fetch(lambda store, *page: lists.term_cards(store.glossary(*page))), reading)
            case Screen.SERVICES:
                self._show_services()
            case Screen.DEMONSTRATIONS:
                self._words = self._content.read(lambda store: store.words(), {})
                self._demonstrations = self._content.read(lambda store: store.demonstrations(), ())
                self._walks = self._content.read(self._walks_in, {})
                self.refresh_board()
            case Screen.EDITIONS:
                year = self._day.moment.year
                self._given = self._content.read(lambda store: edition_rows(tuple(store.editions()), year, reading), [])
            case Screen.EMERGENCY:
                self._called = self._content.read(lambda store: [number_row(one, reading) for one in store.emergency_numbers()], [])
            case _:
                pass
        if screen is Screen.DEMONSTRATIONS:
            self._timer.start()
        else:
            self._timer.stop()
        self.listsChanged.emit()

    def _fetch(self, ask: Callable[[ContentStore, int, int], tuple[Card, ...]]) -> Fetch:
        """Cards of whatever content is open when they are asked for."""
        nothing: tuple[Card, ...] = ()
        return lambda offset, limit: self._content.read(lambda store: ask(store, offset, limit), nothing)

    def menu(self, words: Words) -> Menu:
        """The open list, whole."""
        return self._content.read(lambda store: self._menu(store, words), Menu("", (), ()))

    def _menu(self, store: ContentStore, words: Words) -> Menu:
        match self._screen:
            case Screen.SERVICES:
                chosen = {"life_event": self._life_event or None, "audience": self._audience or None}
                needs, people = (store.cards(kind, 0, MANY) for kind in (ItemKind.LIFE_EVENT, ItemKind.AUDIENCE))
                cards = store.cards_of_services(0, MOST, **chosen)
                return lists.services_menu(cards, needs, people, self._life_event, self._audience, words)
            case Screen.DEMONSTRATIONS:
                today = self._day.today
                return lists.showings_menu(showings(self._demonstrations, today), today.now, words)
            case Screen.EDITIONS:
                return lists.editions_menu(store.editions(), words)
            case Screen.EMERGENCY:
                return lists.emergency_menu(store.emergency_numbers(), words)
            case Screen.GLOSSARY:
                return lists.glossary_menu(lists.term_cards(store.glossary(0, MOST)), words)
            case _:
                return lists.catalogue_menu(store.cards(ItemKind.PAVILION, 0, MOST), words)

    def forget(self) -> None:
        """A new visitor: no filter is chosen."""
        self._life_event = self._audience = ""
        self._screen = Screen.ATTRACT
        self.filterChanged.emit()

    # procedures --------------------------------------------------------------------------------------------------

    def _show_services(self) -> None:
        reading = self._reading
        if reading is None:
            return
        life_events, audiences = (
            self._fetch(lambda store, *page, kind=kind: store.cards(kind, *page))(0, MANY)
            for kind in (ItemKind.LIFE_EVENT, ItemKind.AUDIENCE)
        )
        self._needs = [filter_row(card, self._life_event, reading) for card in life_events]
        self._people = [filter_row(card, self._audience, reading) for card in audiences]
        chosen = {"life_event": self._life_event or None, "audience": self._audience or None}
        self._services.show(self._fetch(lambda store, *page: store.cards_of_services(*page, **chosen)), reading)

    @Slot(str)
    def chooseLifeEvent(self, identifier: str) -> None:
        """Only the procedures of a need; the same again: all."""
        self._life_event = "" if identifier == self._life_event else identifier
        self._refilter()

    @Slot(str)
    def chooseAudience(self, identifier: str) -> None:
        """Only the procedures for an audience; the same again: all."""
        self._audience = "" if identifier == self._audience else identifier
        self._refilter()

    def _refilter(self) -> None:
        self._show_services()
        self.listsChanged.emit()
        self.filterChanged.emit()

    # demonstrations ----------------------------------------------------------------------------------------------

    @Slot()
    def refresh_board(self) -> None:
        """What is over, on and coming, by the clock."""
        reading, words = self._reading, self._words
        if self._screen is not Screen.DEMONSTRATIONS or reading is None:
            return
        today = self._day.today
        given = showings(self._demonstrations, today)
        self._timetable = [showing_row(one, today.now, self._walks, reading, words) for one in given]
        self.boardChanged.emit()

    # properties --------------------------------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def pavilions(self) -> CardListModel:
        return self._pavilions

    @Property(QObject, constant=True)
    def services(self) -> CardListModel:
        return self._services

    @Property(QObject, constant=True)
    def terms(self) -> CardListModel:
        return self._terms

    @Property(QVariantList, notify=listsChanged)
    def lifeEvents(self) -> list[Row]:
        return self._need_rows.of(self._needs)

    @Property(QVariantList, notify=listsChanged)
    def audiences(self) -> list[Row]:
        return self._people_rows.of(self._people)

    @Property(QVariantList, notify=listsChanged)
    def editions(self) -> list[Row]:
        return self._edition_rows_shown.of(self._given)

    @Property(int, notify=listsChanged)
    def mostVisitors(self) -> int:
        """Of the editions, how many came to the one most came to; at least 1."""
        return max((edition.visitors for edition in self._given), default=1)

    @Property(float, constant=True)
    def countryRatio(self) -> float:
        """Width of the country's map by its height."""
        return RATIO

    @Property(QVariantList, notify=listsChanged)
    def numbers(self) -> list[Row]:
        return self._number_rows_shown.of(self._called)

    @Property(QVariantList, notify=boardChanged)
    def timetable(self) -> list[Row]:
        return self._day_rows.of(self._timetable)

    @Property(bool, notify=boardChanged)
    def sampleBoard(self) -> bool:
        return any(row.sample for row in self._timetable)
