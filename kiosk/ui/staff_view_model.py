"""The staff's screens: the gate with its pad, what is shown and why, and the few touches that change it."""

import logging
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.bidi import isolate
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.formatting import filled, format_span
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import resolve
from kiosk.domain.mode_words import next_words, until_words, why_words
from kiosk.domain.slot_change import SlotChange, SlotMark, delayed, marked
from kiosk.domain.staff import Person, Role, may_lead
from kiosk.domain.timetable import Showing
from kiosk.errors import KioskError, StaffError
from kiosk.staff import acts
from kiosk.staff.choices import Act, StaffChoices
from kiosk.staff.gate import Entry, Gate
from kiosk.staff.status import signed
from kiosk.ui.mode_keeper import ModeKeeper
from kiosk.ui.reading import Row
from kiosk.ui.shell_view_model import ShellViewModel
from kiosk.ui.staff_pages import Page, board_rows, end_rows, next_place, show_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CLOSE_SECONDS = 60.0
TICK_MS = 500
LONGEST_ENTRY = 12

log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the application")
class StaffViewModel(QObject):
    """Pages of the staff's panel. An entry is never told to anyone: only how many figures it has."""

    pageChanged = Signal()
    entryChanged = Signal()
    stateChanged = Signal()
    _judged = Signal(object, object)

    def __init__(
        self,
        gate: Gate,
        choices: StaffChoices,
        keeper: ModeKeeper,
        shell: ShellViewModel,
        clock: Callable[[], float],
        parent: QObject,
        *,
        shuffled: bool,
    ) -> None:
        super().__init__(parent)
        self._gate, self._choices, self._keeper, self._shell, self._clock = gate, choices, keeper, shell, clock
        self._shuffled = shuffled
        self._page = Page.SHUT
        self._entry = self._first_entry = self._message = ""
        self._digits = [str(n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]
        self._person: Person | None = None
        self._for: tuple[str, Role] = ("", Role.LEAD)
        self._mode: ContentMode | None = None
        self._until = "next"
        self._last_touch = 0.0
        self._judging = False
        self._worker = ThreadPoolExecutor(1, "gate")
        self._judged.connect(self._take, Qt.ConnectionType.QueuedConnection)
        keeper.asked.connect(self.stateChanged)
        shell.readingChanged.connect(self.pageChanged)
        shell.readingChanged.connect(self.stateChanged)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    # opening and closing -------------------------------------------------------------------------------------------

    def open(self) -> None:
        """The gesture was made: the pad, or on a kiosk nobody leads yet the first lead's PIN."""
        if self._page is not Page.SHUT or self._keeper.mode is None:
            return
        if self._shuffled:
            random.SystemRandom().shuffle(self._digits)
        self.touched()
        self._timer.start()
        if self._gate.may_begin():
            self._for = (self._word("staff_lead"), Role.LEAD)
            self._go(Page.NEW_PIN, "first_lead")
        else:
            self._go(Page.PAD)

    @Slot()
    def close(self) -> None:
        """Back to the visitors' screen; whoever was there is not any more."""
        self._person, self._mode = None, None
        self._timer.stop()
        self._go(Page.SHUT)

    def touched(self) -> None:
        """Somebody is at the panel."""
        self._last_touch = self._clock()

    @Slot()
    def tick(self) -> None:
        """Close by itself, and count down the lock."""
        if self._clock() - self._last_touch >= CLOSE_SECONDS:
            self.close()
        else:
            self.entryChanged.emit()

    def stop(self) -> None:
        """End the worker."""
        self._timer.stop()
        self._worker.shutdown(wait=True)

    def _go(self, page: Page, message: str = "") -> None:
        self._page, self._message, self._entry = page, message, ""
        self.pageChanged.emit()
        self.entryChanged.emit()
        self.stateChanged.emit()

    def _say(self, message: str) -> None:
        self._message = message
        self.entryChanged.emit()

    # the pad -------------------------------------------------------------------------------------------------------

    @Slot(str)
    def press(self, digit: str) -> None:
        """A figure of the pad."""
        if digit in self._digits and len(self._entry) < LONGEST_ENTRY and not self._judging:
            self._entry += digit
            self._say("")

    @Slot()
    def erase(self) -> None:
        """Take the last figure away."""
        self._entry = self._entry[:-1]
        self._say("")

    @Slot()
    def submit(self) -> None:
        """The entry is whole."""
        if self._judging or not self._entry:
            return
        if self._page is Page.NEW_PIN:
            self._new_pin()
        elif self._page is Page.CLOCK:
            self._set_clock()
        elif self._page in {Page.PAD, Page.RESCUE}:
            self._guarded(self._try)

    def _try(self) -> None:
        trial, entry = self._gate.begin(), self._entry
        kind = Entry.ANSWER if self._page is Page.RESCUE else Entry.PIN
        self._entry, self._judging = "", True
        self._say("one_moment")
        self._worker.submit(lambda: self._judged.emit(kind, self._gate.judge(kind, entry, trial)))

    @Slot(object, object)
    def _take(self, kind: Entry, person: Person | None) -> None:
        self._judging = False
        self._guarded(lambda: self._gate.end(person, self._now()))
        if self._page is Page.SHUT:
            return
        if person is None:
            self._say("wrong_pin")
        elif kind is Entry.ANSWER:
            self._gate.rescued()
            self._go(Page.WHO)
        else:
            self.enter(person)

    def enter(self, person: Person) -> None:
        """Somebody has passed the gate."""
        self._person = person
        self._shell.leave()
        self._go(Page.BOARD)

    def _new_pin(self) -> None:
        """Entered twice, and good; hashing it once more costs a tenth of a second, and nobody waits behind."""
        entry, first = self._entry, self._first_entry
        self._entry = ""
        if not first:
            weakness = self._gate.weakness(entry)
            self._first_entry = "" if weakness else entry
            self._say(weakness or "pin_again")
        elif entry != first:
            self._first_entry = ""
            self._say("pin_differs")
        else:
            self._first_entry = ""
            name, role = self._for
            self._guarded(lambda: self.enter(self._gate.set_pin(name, role, entry, self._now(), name)))

    def _set_clock(self) -> None:
        """Day, month, year, hour and minute, as they are said."""
        entry, person, zone = self._entry, self._person, self._now().tzinfo
        self._entry = ""
        try:
            moment = datetime.strptime(entry, "%d%m%Y%H%M").replace(tzinfo=zone)
        except ValueError:
            self._say("clock_enter")
            return
        if person is not None:
            self._guarded(lambda: self._keeper.guard.set(moment))
            self._guarded(lambda: self._choices.log(moment, Act(person.name, person.role, "clock", {})))
            self._keeper.ask()
            self._go(Page.BOARD)

    @Slot()
    def forgot(self) -> None:
        """Show the figures to read out to the admin."""
        if self._gate.challenge():
            self._go(Page.RESCUE)
        else:
            self._say("no_rescue")

    @Slot(str)
    def chooseWho(self, name: str) -> None:
        """Whose PIN is forgotten; only after the admin's answer."""
        if self._page is Page.WHO:
            self._for = (name, self._gate.roll.named(name).role)
            self._go(Page.NEW_PIN, "new_pin")

    def _guarded(self, act: Callable[[], None]) -> None:
        """An act that may fail: the reason goes to the log, staff read a calm sentence."""
        try:
            act()
        except StaffError as error:
            log.info("staff: %s", error)
            self._say("pad_shut" if self._gate.seconds_shut else "not_done")
        except KioskError as error:
            log.info("staff: %s", error)
            self._say("not_done")

    # modes ---------------------------------------------------------------------------------------------------------

    @Slot(str)
    def chooseMode(self, name: str) -> None:
        """A mode tile; what serves nobody lasts until it is changed and is only confirmed."""
        if self._person is None or name not in self._keeper.modes:
            return
        self._mode = self._keeper.modes[name]
        ends = self._ends()
        self._until = str(ends[0]["until"]) if ends else "stay"
        self._go(Page.UNTIL)

    @Slot(str)
    def chooseEnd(self, until: str) -> None:
        """How long."""
        self._until = until
        self.stateChanged.emit()

    @Slot()
    def confirm(self) -> None:
        """Do it."""
        person, mode = self._person, self._mode
        if person is not None and mode is not None and self._page is Page.UNTIL:
            self._mode = None
            self._go(Page.BOARD, "switched")
            self._guarded(lambda: acts.switch(self._choices, person, mode, self._until, self._now(), self._keeper.rules))
            self._keeper.ask()

    @Slot()
    def backToSchedule(self) -> None:
        """Let the timetable decide again."""
        person = self._person
        if person is not None:
            self._say("")
            self._guarded(lambda: acts.back_to_schedule(self._choices, person, self._now(), self._keeper.rules))
            self._keeper.ask()

    # shows ---------------------------------------------------------------------------------------------------------

    @Slot(str, str)
    def changeShow(self, slot: str, what: str) -> None:
        """A showing of today is later, elsewhere, full, cancelled, or as planned after all."""
        person, today = self._person, self._keeper.today
        if person is None or slot not in {showing.slot.identifier for showing in self._showings()}:
            return
        change = self._changed(what, slot, today.changes.get(slot, SlotChange()))
        self._guarded(lambda: self._choices.change(slot, today.now.date(), change, today.now, person))
        self.stateChanged.emit()

    def _changed(self, what: str, slot: str, change: SlotChange) -> SlotChange:
        match what:
            case "later":
                return delayed(change)
            case "move":
                showings = self._showings()
                at = next(showing.slot.place for showing in showings if showing.slot.identifier == slot)
                return replace(change, place=next_place(self._keeper.planned(), at))
            case "full":
                return marked(change, SlotMark.FULL)
            case "cancelled":
                return marked(change, SlotMark.CANCELLED)
            case _:
                return SlotChange()

    def _showings(self) -> tuple[Showing, ...]:
        return self._keeper.showings()

    @Slot(bool)
    def note_check(self, green: bool) -> None:  # noqa: FBT001 - connected to a signal
        """The card before the doors open is whole: its result goes into the log."""
        person = self._person
        if person is not None:
            act = Act(person.name, person.role, "check", {"green": green})
            self._guarded(lambda: self._choices.log(self._now(), act))

    @Slot(str)
    def report(self, word: str) -> None:
        """A sentence about what is wrong, with the state of the kiosk, into the log."""
        person, resolution = self._person, self._keeper.resolution
        if person is not None and resolution is not None:
            state = self._keeper.status(resolution, self._gate.failures)
            self._go(Page.BOARD, "reported")
            self._guarded(lambda: acts.report(self._choices, person, self._shell.source_words[word].shown, state, self._now()))

    @Slot(str)
    def show(self, page: str) -> None:
        """Another page of the panel."""
        if self._person is not None:
            self._go(Page(page), "clock_enter" if page == Page.CLOCK else "")

    @Slot()
    def goBack(self) -> None:
        """One step back."""
        if self._person is not None and self._page is not Page.BOARD:
            self._go(Page.BOARD)
        elif self._page is Page.RESCUE:
            self._go(Page.PAD)
        else:
            self.close()

    @Slot()
    def home(self) -> None:
        """Help without a PIN: begin anew."""
        self.close()
        self._shell.leave()

    @Slot(str)
    def help(self, tag: str) -> None:
        """Help without a PIN: in a language, how to find an officer."""
        self.close()
        self._shell.leave()
        self._shell.enter(tag)
        self._shell.show("CallStaff")

    # what is read --------------------------------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self._keeper.moment

    def _text(self, text: LocalizedText) -> str:
        return self._shell.reading.plain(text)

    def _word(self, key: str) -> str:
        return self._text(self._shell.source_words[key])

    @property
    def page_now(self) -> Page:
        """The page that is shown."""
        return self._page

    @property
    def person(self) -> Person | None:
        """Who passed the gate."""
        return self._person

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._page.value

    @Property("QVariantList", notify=pageChanged)
    def digits(self) -> list[str]:
        return self._digits

    @Property(int, notify=entryChanged)
    def figures(self) -> int:
        return len(self._entry)

    @Property(str, notify=entryChanged)
    def figuresShown(self) -> str:
        """What is entered, where it is no secret: the time."""
        return self._entry if self._page is Page.CLOCK else ""

    @Property(bool, notify=entryChanged)
    def shut(self) -> bool:
        return self._judging or self._gate.seconds_shut > 0

    @Property(str, notify=entryChanged)
    def message(self) -> str:
        if self._page is Page.SHUT:
            return ""
        if self._gate.seconds_shut and self._person is None:
            words = self._shell.source_words["pad_shut"]
            return self._text(filled(words, lambda tag: {"time": format_span(self._gate.seconds_shut, tag)}))
        return self._word(self._message) if self._message else ""

    @Property(str, notify=pageChanged)
    def challenge(self) -> str:
        figures = self._gate.challenge() if self._page is Page.RESCUE else ""
        return f"{figures[:4]} {figures[4:]}".strip()

    @Property("QVariantList", notify=pageChanged)
    def people(self) -> list[str]:
        return [person.name for person in self._gate.roll.people] if self._page is Page.WHO else []

    @Property("QVariantMap", notify=stateChanged)
    def state(self) -> Row:
        """What is in force, why, until when, what is next, and what waits."""
        resolution = self._keeper.resolution
        if resolution is None or self._person is None:
            return {}
        words, now, keeper = self._shell.source_words, self._now(), self._keeper
        waiting = keeper.waiting_for
        return {
            "person": self._person.name,
            "leads": may_lead(self._person.role),
            "mode": self._text(keeper.modes[resolution.mode].head.card.name),
            "icon": keeper.modes[resolution.mode].head.card.icon,
            "why": self._text(why_words(resolution, words)),
            "until": self._text(until_words(resolution, now, words)),
            "next": self._text(next_words(resolution, keeper.modes, now, words)),
            "waiting": waiting is not None,
            "clock": self._word(keeper.guard.fault) if keeper.guard.fault else "",
            "time": isolate(f"{now:%d/%m/%Y %H:%M}"),
            "chosen": keeper.rules.override is not None or keeper.rules.emergency is not None,
        }

    @Property("QVariantList", notify=stateChanged)
    def modes(self) -> list[Row]:
        return board_rows(self._keeper, self._shell.reading) if self._person is not None else []

    @Property(str, notify=stateChanged)
    def statusCode(self) -> str:
        """The kiosk's signed status; empty where no admin has given it a key."""
        seed, resolution = self._gate.roll.status_key, self._keeper.resolution
        if self._page is not Page.STATUS or not seed or resolution is None:
            return ""
        return signed(self._keeper.status(resolution, self._gate.failures), seed)

    @Property("QVariantList", notify=stateChanged)
    def shows(self) -> list[Row]:
        if self._page is not Page.SHOWS:
            return []
        return show_rows(self._showings(), self._now(), self._shell.reading, self._shell.source_words)

    @Property("QVariantMap", notify=stateChanged)
    def choice(self) -> Row:
        """The mode that is about to be chosen."""
        if self._mode is None:
            return {}
        card = self._mode.head.card
        texts = {"name": self._text(card.name), "summary": self._text(card.summary), "icon": card.icon}
        return texts | {"urgent": self._mode.service is not ModeService.OPEN}

    @Property("QVariantList", notify=stateChanged)
    def ends(self) -> list[Row]:
        return [row | {"chosen": row["until"] == self._until} for row in self._ends()]

    def _ends(self) -> list[Row]:
        if self._mode is None or self._mode.service is not ModeService.OPEN:
            return []
        change = resolve(self._now(), self._keeper.schedule_alone).change
        return end_rows(self._now(), change.at if change else None, self._shell.reading, self._shell.source_words)
