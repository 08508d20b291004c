"""The search: what is typed on the kiosk's own keyboard, and what is found. Nothing of it outlives the visit."""

from collections.abc import Container
from functools import cached_property

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.bidi import isolate
from kiosk.domain.formatting import Words
from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import KINDS
from kiosk.domain.language import LocalizedText
from kiosk.domain.search import LONGEST_QUERY, SearchHit, SearchResult, finished_part, grouped
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.search import MOST_OF_STRIP, WITHOUT_PAGE, search_menu
from kiosk.presentation.keyboards import keyboards
from kiosk.presentation.reading import Reading
from kiosk.presentation.route import MAP, SCREEN, Screen
from kiosk.presentation.rows import ItemCard, card_row
from kiosk.presentation.serving_rows import Alphabet, Hit
from kiosk.ui.shell.rows import QVariantList, Row, Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_HITS = 20
REST_MS = 1500
"""After the last key: the word that was being typed is taken to be finished."""
_TITLES = {kind.name: kind.heading for kind in KINDS if kind.heading}
"""The interface's word for each kind of result."""


@QmlElement
@QmlUncreatable("made by the application")
class SearchViewModel(QObject):
    """The text in the box, the keys below it, and the results."""

    queryChanged = Signal()
    rested = Signal()
    """No key was pressed for a while: all that was typed is finished."""
    resultsChanged = Signal()
    answered = Signal(str, bool)
    """What stands in the box has been looked for; whether it was found nowhere."""
    layoutChanged = Signal()
    _found = cached_property(Rows)
    _likely = cached_property(Rows)
    _keyboards = cached_property(Rows)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._query = self._finished = ""
        self.resting = QTimer(self, singleShot=True, interval=REST_MS)
        self.resting.timeout.connect(self._rest)
        self._layout = ""
        self._result = SearchResult()
        self._on_map: Container[str] = frozenset()
        self._reading: Reading | None = None
        self._words: dict[str, LocalizedText] = {}

    def read_in(self, reading: Reading, words: dict[str, LocalizedText]) -> None:
        """Show everything in a language, with its keyboard."""
        if self._reading is None or self._reading.tag != reading.tag:
            self.chooseLayout(reading.tag)
        self._reading, self._words = reading, words
        self.resultsChanged.emit()

    def show(self, result: SearchResult, on_map: Container[str] = frozenset()) -> None:
        """What was found, and the items that the map shows the way to."""
        self._result, self._on_map = result, on_map
        self.resultsChanged.emit()
        self.answered.emit(self._query, self.failed)

    def menu(self, words: Words) -> Menu:
        """What was found, and the keyboard."""
        figures, layouts = keyboards()
        written = [one for one in (self._reading.languages if self._reading else ()) if one.tag in layouts]
        rows = " ".join((*layouts.get(self._layout, []), figures)).split()
        return search_menu(self._query, self._result, self._on_map, rows, written, self._layout, words)

    def forget(self) -> None:
        """A new visitor: nothing was typed, nothing found."""
        self._reading = None
        self._result = SearchResult()
        self._set_query("")
        self.resultsChanged.emit()

    @property
    def typed(self) -> str:
        """The text in the search box."""
        return self._query

    @property
    def finished(self) -> str:
        """The part of it that a danger may be told by: without the word being typed, with all that stood at the last rest."""
        return self._finished

    @property
    def failed(self) -> bool:
        """Something was looked for, and not found."""
        return len(self._query.strip()) > 1 and not self._result.hits

    # typing ------------------------------------------------------------------------------------------------------

    def _set_query(self, text: str) -> None:
        text = text[:LONGEST_QUERY]
        if text != self._query:
            still = self._finished if text.startswith(self._finished) else ""
            self._query, self._finished = text, max(still, finished_part(text), key=len)
            if self._finished == text:
                self.resting.stop()
            else:
                self.resting.start()
            self.queryChanged.emit()

    @Slot()
    def _rest(self) -> None:
        self._finished = self._query
        self.rested.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """The whole text anew, from a keyboard with a cable or a nearest word."""
        self._set_query(text)

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the keyboard on the screen."""
        self._set_query(self._query + key)

    @Slot()
    def erase(self) -> None:
        """Remove the last letter."""
        self._set_query(self._query[:-1])

    @Slot()
    def clear(self) -> None:
        """Empty the box."""
        self._set_query("")

    @Slot(str)
    def chooseLayout(self, tag: str) -> None:
        """Write in the letters of a language, whichever is read."""
        layouts = keyboards()[1]
        self._layout = tag if tag in layouts else next(iter(layouts))
        self.layoutChanged.emit()

    # results -----------------------------------------------------------------------------------------------------

    def _hits(self) -> list[Hit]:
        reading = self._reading
        if reading is None:
            return []
        groups = grouped(self._result.hits).items()
        found = [self._row(hit, reading, _TITLES[kind] if n == 0 else "") for kind, hits in groups for n, hit in enumerate(hits)]
        return [*self._help(reading), *found]

    def _row(self, hit: SearchHit, reading: Reading, title: str) -> Hit:
        heading = reading.plain(self._words[title]) if title else ""
        card = card_row(hit.card, reading)
        if hit.screen:
            card = card._replace(identifier=f"{SCREEN}:{hit.screen}")
        elif hit.card.kind is ItemKind.PRACTICAL and hit.card.identifier in self._on_map:
            summary = reading.plain(self._words["show_the_way"])
            return Hit(card._replace(identifier=f"{MAP}:{hit.card.identifier}", summary=summary), heading, opens=True)
        return Hit(card, heading, bool(hit.screen) or hit.card.kind not in WITHOUT_PAGE)

    def _help(self, reading: Reading) -> list[Hit]:
        """To somebody in danger, or when nothing was found: the numbers, the page that helps, and an officer from here."""
        crisis = self._result.crisis
        if crisis is None:
            return self._other(reading)
        cards = (*crisis.numbers, *((crisis.page,) if crisis.page else ()))
        rows = [self._row(SearchHit(card, 0.0), reading, "" if n else "emergency") for n, card in enumerate(cards)]
        return [*rows, Hit(self._officer(reading), "", opens=True)]

    def _other(self, reading: Reading) -> list[Hit]:
        """To whoever looks for what is none of the police: an officer from here, and the first services."""
        rows = [self._row(SearchHit(card, 0.0), reading, "" if n else "services") for n, card in enumerate(self._result.elsewhere)]
        return [Hit(self._officer(reading), "", opens=True), *rows] if rows else []

    def _officer(self, reading: Reading) -> ItemCard:
        name, summary = (reading.plain(self._words[key]) for key in ("call_staff", "call_staff_how"))
        return ItemCard(f"{SCREEN}:{Screen.CALL_STAFF}", name, summary, "hand-waving")

    def _strip(self, reading: Reading) -> list[ItemCard]:
        """To somebody who may be in danger: the numbers, each with where it answers, and an officer from here."""
        maybe = self._result.maybe
        if maybe is None:
            return []
        return [*(card_row(card, reading) for card in maybe.numbers[:MOST_OF_STRIP]), self._officer(reading)]

    # properties --------------------------------------------------------------------------------------------------

    @Property(str, notify=queryChanged)
    def query(self) -> str:
        return self._query

    @Property(QVariantList, notify=resultsChanged)
    def rows(self) -> list[Row]:
        return self._found.of(self._hits())

    @Property(str, notify=resultsChanged)
    def instead(self) -> str:
        """The words searched in place of words typed with a slip."""
        return " · ".join(isolate(word) for word in self._result.instead)

    @Property(QVariantList, notify=resultsChanged)
    def maybe(self) -> list[Row]:
        """What stands above the results for somebody who may be in danger; empty for everybody else."""
        return self._likely.of(self._strip(self._reading) if self._reading else [])

    @Property(QVariantList, notify=resultsChanged)
    def nearest(self) -> list[str]:
        return list(self._result.nearest)

    @Property(str, notify=resultsChanged)
    def crisis(self) -> str:
        """Which danger the visitor tells of; empty for none."""
        return self._result.crisis.crisis if self._result.crisis else ""

    @Property(bool, notify=resultsChanged)
    def nothing(self) -> bool:
        return self.failed

    @Property(bool, notify=resultsChanged)
    def elsewhere(self) -> bool:
        return bool(self._result.elsewhere)

    @Property(QVariantList, notify=layoutChanged)
    def keys(self) -> list[list[str]]:
        figures, layouts = keyboards()
        return [row.split() for row in (figures, *layouts.get(self._layout, []))]

    @Property(QVariantList, notify=resultsChanged)
    def alphabets(self) -> list[Row]:
        """The keyboards by language: what stands on their key, and its name."""
        reading = self._reading
        if reading is None:
            return []
        name = self._words["key_letters"].in_language(reading.tag)
        return self._keyboards.of(
            Alphabet(one.tag, one.endonym, name.format(language=isolate(one.endonym)))
            for one in reading.languages
            if one.tag in keyboards()[1]
        )

    @Property(str, notify=layoutChanged)
    def layout(self) -> str:
        return self._layout
