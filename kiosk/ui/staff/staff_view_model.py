"""The frame of the staff's panel: which page is shown, to whom, and what was last said; it closes by itself."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.formatting import Words, filled
from kiosk.domain.language import LocalizedText
from kiosk.domain.staff import Person
from kiosk.errors import KioskError
from kiosk.presentation.reading import Reading
from kiosk.staff.choices import CALLED, StaffChoices
from kiosk.staff.staff_log import StaffAct
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.staff.staff_pages import PanelPage

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CLOSE_SECONDS = 60.0
TICK_MS = 500

log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the application")
class StaffViewModel(QObject):
    """The frame of the panel: who is there and which page is shown. Each page has a view model of its own, which asks this one."""

    pageChanged = Signal()
    messageChanged = Signal()
    ticked = Signal()
    """Time has passed while the panel is open."""

    def __init__(
        self, choices: StaffChoices, day: ExhibitionDay, shell: ShellViewModel, clock: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._choices, self._day, self._shell, self._clock = choices, day, shell, clock
        self._page = PanelPage.SHUT
        self._message = ""
        self._person: Person | None = None
        self._last_touch = 0.0
        self._language = ""
        self._language_before = ""
        shell.readingChanged.connect(self._read)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    # opening and closing -------------------------------------------------------------------------------------------

    def open(self, page: PanelPage, message: str = "") -> None:
        """Open the panel: the gesture was made."""
        self.touched()
        self._timer.start()
        self.go(page, message)

    def enter(self, person: Person) -> None:
        """Somebody has passed the gate: the visit ends, and the panel goes on in the language that was read."""
        self._language = self._shell.reading.tag if self._shell.languages else ""
        self._language_before = ""
        self._person = person
        self._shell.leave()
        self.go(PanelPage.BOARD)

    @Slot()
    def close(self) -> None:
        """Back to the visitors' screen; whoever was there is not any more, and came where a visitor had called."""
        if self._person is not None:
            self.guarded(lambda: self._choices.remember(CALLED, ""))
            self._person = None
            self._shell.leave()
        elif self._language_before:
            self._shell.chooseLanguage(self._language_before)
        self._language_before = ""
        self._timer.stop()
        self.go(PanelPage.SHUT)

    @Slot(str)
    def chooseLanguage(self, tag: str) -> None:
        """Read the panel in another language; a visitor finds theirs again."""
        self._language_before = self._language_before or self._shell.reading.tag
        self._language = tag
        self._shell.chooseLanguage(tag)

    @Slot()
    def _read(self) -> None:
        """The end of a visit, another mode or new content does not take staff's language from them."""
        if self._person is not None and self._language and self._shell.reading.tag != self._language:
            self._shell.chooseLanguage(self._language)
        else:
            self.pageChanged.emit()

    def touched(self) -> None:
        """Somebody is at the panel."""
        self._last_touch = self._clock()

    @Slot()
    def tick(self) -> None:
        """Close by itself, and let the pages count down."""
        if self._clock() - self._last_touch >= CLOSE_SECONDS:
            self.close()
        else:
            self.ticked.emit()

    # moving about --------------------------------------------------------------------------------------------------

    def go(self, page: PanelPage, message: str = "") -> None:
        """Show a page, and say something (the key of a word)."""
        self._page = page
        self.say(message)
        self.pageChanged.emit()

    def say(self, message: str) -> None:
        """Say something (the key of a word) on the page that is shown."""
        self._message = message
        self.messageChanged.emit()

    @Slot(str)
    def show(self, page: str) -> None:
        """Show another page of the panel."""
        if self._person is not None:
            self.go(PanelPage(page), "clock_enter" if page == PanelPage.CLOCK else "")

    @Slot()
    def goBack(self) -> None:
        """Show the page before this one."""
        if self._person is not None and self._page is not PanelPage.BOARD:
            self.go(PanelPage.BOARD)
        elif self._page in {PanelPage.RESCUE, PanelPage.EVACUATE}:
            self.go(PanelPage.PAD)
        else:
            self.close()

    # what the pages ask --------------------------------------------------------------------------------------------

    def guarded(self, act: Callable[[], None]) -> None:
        """An act that may fail: the reason goes to the log, staff read a calm sentence."""
        try:
            act()
        except KioskError as error:
            log.info("staff: %s", error)
            self.say("not_done")

    def note(self, act: str, detail: dict[str, Any]) -> None:
        """Add a line about the person who is there to the log."""
        person = self._person
        if person is not None:
            self.guarded(lambda: self._choices.log(self.now(), StaffAct(person.name, person.role, act, detail)))

    def now(self) -> datetime:
        """The moment at the exhibition."""
        return self._day.moment

    @property
    def reading(self) -> Reading:
        """The languages, and the one that is read now; only asked for while in service."""
        return self._shell.reading

    @property
    def words(self) -> Words:
        """The interface's words in all languages."""
        return self._shell.source_words

    def text(self, text: LocalizedText) -> str:
        """A text in the language the panel is read in."""
        return self._shell.reading.plain(text)

    def word(self, key: str) -> str:
        """A word of the interface as it is read now."""
        return self.text(self._shell.source_words[key])

    def sentence(self, key: str, figures: Mapping[str, str]) -> str:
        """A sentence of the interface as it is read now, with what belongs between its braces."""
        return self.text(filled(self._shell.source_words[key], lambda _tag: figures))

    @property
    def page_now(self) -> PanelPage:
        """The page that is shown."""
        return self._page

    @property
    def person(self) -> Person | None:
        """Who passed the gate."""
        return self._person

    # properties ----------------------------------------------------------------------------------------------------

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._page.value

    @Property(str, notify=pageChanged)
    def name(self) -> str:
        return self._person.name if self._person else ""

    @Property(str, notify=messageChanged)
    def message(self) -> str:
        return self.word(self._message) if self._message and self._page is not PanelPage.SHUT else ""
