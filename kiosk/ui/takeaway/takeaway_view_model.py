"""The codes a visitor can carry away from the open page."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.bidi import isolate
from kiosk.domain.formatting import Words, filled
from kiosk.domain.language import LanguageTag, LocalizedText
from kiosk.domain.takeaway import Takeaway, TakeawayKind
from kiosk.presentation.entries.entry import Menu, same
from kiosk.presentation.entries.pages import Carried, Paper, takeaway_menu
from kiosk.presentation.reading import Reading
from kiosk.presentation.serving_rows import CodeRow
from kiosk.ui.shell.serving_rows import TYPES, OneRow, QVariantList, Row, Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ICONS = {
    TakeawayKind.TELEPHONE: "phone",
    TakeawayKind.WEBSITE: "globe",
    TakeawayKind.PLACE: "map-pin",
    TakeawayKind.EVENT: "calendar-plus",
    TakeawayKind.TEXT: "note",
    TakeawayKind.CHECKLIST: "list-bullets",
    TakeawayKind.CONTACT: "address-book",
    TakeawayKind.WIFI: "wifi-high",
}


def derive_codes(takeaways: tuple[Takeaway, ...], reading: Reading, words: dict[str, LocalizedText]) -> list[CodeRow]:
    """One row a code, in the language in use."""
    rows = []
    for takeaway in takeaways:
        codes = takeaway.codes[reading.tag]
        for number, payload in enumerate(codes, 1):
            part = words["code_of"].in_language(reading.tag).format(number=isolate(str(number)), count=isolate(str(len(codes))))
            rows.append(
                CodeRow(
                    kind=takeaway.kind.value,
                    payload=payload,
                    title=reading.plain(takeaway.title),
                    caption=reading.plain(takeaway.caption),
                    part=part if len(codes) > 1 else "",
                    icon=ICONS[takeaway.kind],
                    label=_label(takeaway, payload, str(number) if len(codes) > 1 else "", reading),
                    how=reading.plain(words["take_away_site" if takeaway.kind is TakeawayKind.WEBSITE else "take_away_how"]),
                )
            )
    return rows


def carried(takeaways: tuple[Takeaway, ...], tag: LanguageTag, words: Words) -> list[Carried]:
    """The same codes as they are told."""
    found = []
    for takeaway in takeaways:
        how = words["take_away_site" if takeaway.kind is TakeawayKind.WEBSITE else "take_away_how"]
        count = len(takeaway.codes[tag])
        parts = [_part(number, count, words) for number in range(1, count + 1)] if count > 1 else [None]
        site = takeaway.kind is TakeawayKind.WEBSITE
        label = same(_host(takeaway.codes[tag][0]), words) if site else takeaway.title
        found += [Carried(takeaway.title, takeaway.caption, part, how, label) for part in parts]
    return found


def _part(number: int, count: int, words: Words) -> LocalizedText:
    return filled(words["code_of"], lambda _tag: {"number": str(number), "count": str(count)})


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def _label(takeaway: Takeaway, payload: str, part: str, reading: Reading) -> str:
    """Where a code leads, in few words."""
    if takeaway.kind is TakeawayKind.WEBSITE:
        return isolate(_host(payload))
    return " ".join(filter(None, (reading.plain(takeaway.title), isolate(part) if part else "")))


@QmlElement
@QmlUncreatable("made by the application")
class TakeawayViewModel(QObject):
    """The codes, one at a time, over the page they belong to."""

    codesChanged = Signal()
    openChanged = Signal()
    openRequested = Signal()
    printingChanged = Signal()
    printRequested = Signal()
    _code_rows = cached_property(Rows)
    _current_row = cached_property(OneRow)

    def __init__(self, *, printable: bool, parent: QObject) -> None:
        """Make the view model.

        Args:
            printable: whether there is a printer.
            parent: its owner.
        """
        super().__init__(parent)
        self._printable = printable
        self._printing = ""
        self._codes: list[CodeRow] = []
        self._told: Sequence[Carried] = ()
        self._index = 0
        self._open = False
        self._resume_code = ""

    def show(self, codes: list[CodeRow], resume_code: str = "", told: Sequence[Carried] = ()) -> None:
        """Offer codes; the place among them is kept when only the language changes.

        Args:
            codes: one row a code.
            resume_code: what opens the page again on another kiosk; empty for a page anyone finds.
            told: the same codes as they are told.
        """
        self._codes, self._resume_code, self._told = codes, resume_code, told
        self._index = min(self._index, max(0, len(codes) - 1))
        self.codesChanged.emit()

    @Slot()
    def openCodes(self) -> None:
        """Ask for the codes of the open page."""
        self._index = 0
        self._set_open(open_now=True)
        self.openRequested.emit()

    @Slot()
    def close(self) -> None:
        """Close the panel."""
        self._set_open(open_now=False)

    @Slot(int)
    def select(self, index: int) -> None:
        """Show another code."""
        if 0 <= index < len(self._codes):
            self._index = index
            self.codesChanged.emit()

    @Slot()
    def printPage(self) -> None:
        """Ask for the open page on paper, once until the codes are opened again."""
        if self._printable and self._printing not in {"printing", "printed"}:
            self.say_of_printing("printing")
            self.printRequested.emit()

    def say_of_printing(self, word: str) -> None:
        """Tell how printing goes, by the key of the word; empty: nothing is to be told."""
        if word != self._printing:
            self._printing = word
            self.printingChanged.emit()

    def _set_open(self, *, open_now: bool) -> None:
        if open_now != self._open:
            self._open = open_now
            self.openChanged.emit()

    @Property(bool, notify=printingChanged)
    def printable(self) -> bool:
        return self._printable

    @Property(str, notify=printingChanged)
    def printing(self) -> str:
        return self._printing

    @property
    def is_open(self) -> bool:
        """Whether the codes are shown."""
        return self._open

    @property
    def kind(self) -> str:
        """What the code shown is; empty where none is."""
        return self._codes[self._index].kind if self._codes else ""

    def menu(self, words: Words) -> Menu:
        """The code that is shown, and what can be done with it."""
        paper = Paper(self._printable, self._printing)
        return takeaway_menu(self._told, self._index, self._resume_code, paper, words) if self._told else Menu("takeaway", (), ())

    @Property(bool, notify=openChanged)
    def opened(self) -> bool:
        return self._open

    @Property(QVariantList, notify=codesChanged)
    def codes(self) -> list[Row]:
        return self._code_rows.of(self._codes)

    @Property(str, notify=codesChanged)
    def resumeCode(self) -> str:
        return isolate(self._resume_code) if self._resume_code else ""

    @Property(int, notify=codesChanged)
    def index(self) -> int:
        return self._index

    @Property(TYPES[CodeRow], notify=codesChanged)
    def current(self) -> Row:
        """The code shown; empty where there is none."""
        return self._current_row.of(self._codes[self._index] if self._codes else CodeRow())
