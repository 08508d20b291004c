"""Where staff come in: the pad with its figures, the first PIN, a forgotten one, and the time that only staff may say.

Over 250 lines: one entry serves six pages, and must be forgotten in one place.
"""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from unicodedata import decimal

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.formatting import filled, format_span
from kiosk.domain.staff import Person, Role
from kiosk.staff.pin_gate import Gate, PadEntry
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.rows import QVariantList
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_ENTRY = 12
_KINDS = {
    PanelPage.PAD: PadEntry.PIN,
    PanelPage.FIRST: PadEntry.FIRST,
    PanelPage.RESCUE: PadEntry.ANSWER,
    PanelPage.EVACUATE: PadEntry.EVACUATION,
}
"""What is judged on each page; on the others an entry is taken as it is."""
_WRITTEN = frozenset({*_KINDS, PanelPage.NEW_PIN, PanelPage.CLOCK})


@QmlElement
@QmlUncreatable("made by the application")
class PadViewModel(QObject):
    """An entry is never told to anyone: only how many figures it has."""

    pageChanged = Signal()
    entryChanged = Signal()
    evacuationAsked = Signal(object)
    """A person whose PIN is right wants everybody out."""
    _judged = Signal(object, object)

    def __init__(
        self, gate: Gate, staff: StaffViewModel, keeper: ModeKeeper, day: ExhibitionDay, parent: QObject, *, shuffled: bool
    ) -> None:
        super().__init__(parent)
        self._gate, self._staff, self._keeper, self._day, self._shuffled = gate, staff, keeper, day, shuffled
        self._entry = self._first_entry = ""
        self._page = PanelPage.SHUT
        self._digits = [str(n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]
        self._for: tuple[str, Role] = ("", Role.LEAD)
        self._judging = False
        self._worker = ThreadPoolExecutor(1, "gate")
        self._judged.connect(self._take, Qt.ConnectionType.QueuedConnection)
        staff.pageChanged.connect(self._begin_page)
        staff.messageChanged.connect(self.entryChanged)
        staff.ticked.connect(self.entryChanged)

    def open(self) -> None:
        """The gesture was made: the pad, or on a kiosk nobody leads yet the code by which the first lead begins."""
        staff = self._staff
        if staff.page_now is not PanelPage.SHUT or self._keeper.mode is None:
            return
        if self._shuffled:
            random.SystemRandom().shuffle(self._digits)
        if self._gate.may_begin():
            staff.open(PanelPage.FIRST, "first_code" if self._gate.has_first_code else "no_first_code")
        else:
            staff.open(PanelPage.PAD)

    def stop(self) -> None:
        """End the worker."""
        self._worker.shutdown(wait=True)

    @property
    def writes(self) -> bool:
        """Whether figures are entered."""
        return self._staff.page_now in _WRITTEN

    @Slot()
    def _begin_page(self) -> None:
        """Another page, or the same in another language: only what is left is forgotten."""
        if self._staff.page_now is not self._page:
            self._page, self._entry, self._first_entry = self._staff.page_now, "", ""
        self.pageChanged.emit()
        self.entryChanged.emit()

    # figures -------------------------------------------------------------------------------------------------------

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit to the PIN."""
        if digit in self._digits and len(self._entry) < LONGEST_ENTRY and not self._judging:
            self._entry += digit
            self._staff.say("")

    @Slot(int, str, result=bool)
    def type(self, key: int, text: str) -> bool:
        """Take a key of a keyboard; whether it means anything here. Any script's figures are figures."""
        if key == Qt.Key.Key_Backspace:
            self.erase()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        elif text.isdecimal():
            for figure in text:
                self.press(str(decimal(figure)))
        else:
            return False
        return True

    @Slot()
    def erase(self) -> None:
        """Remove the last digit."""
        self._entry = self._entry[:-1]
        self._staff.say("")

    @Slot()
    def submit(self) -> None:
        """Judge the PIN that was entered."""
        page = self._staff.page_now
        if self._judging or not self._entry:
            return
        if page is PanelPage.NEW_PIN:
            self._new_pin()
        elif page is PanelPage.CLOCK:
            self._set_clock()
        elif page in _KINDS:
            self._staff.guarded(lambda: self._try(_KINDS[page]))

    def _try(self, kind: PadEntry) -> None:
        attempt, entry = self._gate.begin(kind), self._entry
        self._entry, self._judging = "", True
        self._staff.say("one_moment")
        self._worker.submit(lambda: self._judged.emit(kind, self._gate.judge(kind, entry, attempt)))

    @Slot(object, object)
    def _take(self, kind: PadEntry, person: Person | None) -> None:
        self._judging = False
        self._staff.guarded(lambda: self._gate.end(kind, person, self._staff.now()))
        if person is not None and kind is PadEntry.EVACUATION:
            self.evacuationAsked.emit(person)
        elif self._staff.page_now is PanelPage.SHUT:
            return
        elif person is None:
            self._staff.say("wrong_pin")
        elif kind is PadEntry.ANSWER:
            self._gate.rescued()
            self._let_in()
        elif kind is PadEntry.FIRST:
            self._let_in()
        else:
            self._staff.enter(person)

    def _let_in(self) -> None:
        """One who proved to be trusted chooses a PIN: theirs, or as the first lead."""
        if self._gate.may_begin():
            self._for = (self._staff.word("staff_lead"), Role.LEAD)
            self._staff.go(PanelPage.NEW_PIN, "first_lead")
        else:
            self._staff.go(PanelPage.WHO if self._staff.page_now is PanelPage.RESCUE else PanelPage.PAD)

    def _new_pin(self) -> None:
        """Entered twice, and good; hashing it once more costs a tenth of a second, and nobody waits behind."""
        entry, first, staff = self._entry, self._first_entry, self._staff
        self._entry = ""
        if not first:
            weakness = self._gate.weakness(entry)
            self._first_entry = "" if weakness else entry
            staff.say(weakness or "pin_again")
        elif entry != first:
            self._first_entry = ""
            staff.say("pin_differs")
        else:
            self._first_entry = ""
            name, role = self._for
            staff.guarded(lambda: staff.enter(self._gate.set_pin(name, role, entry, staff.now(), name)))

    def _set_clock(self) -> None:
        """Day, month, year, hour and minute, as they are said."""
        entry, staff = self._entry, self._staff
        self._entry = ""
        try:
            moment = datetime.strptime(entry, "%d%m%Y%H%M").replace(tzinfo=staff.now().tzinfo)
        except ValueError:
            staff.say("clock_enter")
            return
        if staff.person is not None:
            staff.guarded(lambda: self._day.set_clock(moment))
            staff.note("clock", {})
            self._keeper.ask()
            staff.go(PanelPage.BOARD)

    @Slot()
    def evacuate(self) -> None:
        """Ask for the PIN that declares an emergency; whatever the lock says."""
        if self._staff.page_now is PanelPage.PAD:
            self._staff.go(PanelPage.EVACUATE, "evacuate_pin")

    # a forgotten PIN -----------------------------------------------------------------------------------------------

    @Slot()
    def forgot(self) -> None:
        """Show the figures to read out to the admin."""
        if self._gate.challenge():
            self._staff.go(PanelPage.RESCUE)
        else:
            self._entry = ""
            self._staff.say("no_rescue")

    @Slot(str)
    def chooseWho(self, name: str) -> None:
        """Whose PIN is forgotten; only after the admin's answer."""
        role = next((person.role for person in self._gate.people if person.name == name), None)
        if self._staff.page_now is PanelPage.WHO and role is not None:
            self._for = (name, role)
            self._staff.go(PanelPage.NEW_PIN, "new_pin")

    # properties ----------------------------------------------------------------------------------------------------

    @Property(QVariantList, notify=pageChanged)
    def digits(self) -> list[str]:
        return self._digits

    @Property(int, notify=entryChanged)
    def figures(self) -> int:
        return len(self._entry)

    @Property(str, notify=entryChanged)
    def figuresShown(self) -> str:
        """What is entered, where it is no secret: the time."""
        return self._entry if self._staff.page_now is PanelPage.CLOCK else ""

    @Property(bool, notify=entryChanged)
    def shut(self) -> bool:
        return self._judging or self._seconds_shut > 0

    @property
    def _seconds_shut(self) -> int:
        kind = _KINDS.get(self._staff.page_now)
        return self._gate.seconds_shut(kind) if kind is not None else 0

    @Property(bool, notify=pageChanged)
    def mayEvacuate(self) -> bool:
        """Whether evacuating is offered here."""
        return self._staff.page_now is PanelPage.PAD and self._keeper.emergency is not None

    @Property(str, notify=entryChanged)
    def message(self) -> str:
        """What the panel says; while the pad is shut, for how long."""
        staff, seconds = self._staff, self._seconds_shut
        if not seconds:
            return str(staff.message)
        words = staff.words["pad_shut"]
        return staff.text(filled(words, lambda tag: {"time": format_span(seconds, tag)}))

    @Property(str, notify=pageChanged)
    def challenge(self) -> str:
        figures = self._gate.challenge() if self._staff.page_now is PanelPage.RESCUE else ""
        return f"{figures[:4]} {figures[4:]}".strip()

    @Property(QVariantList, notify=pageChanged)
    def people(self) -> list[str]:
        return [person.name for person in self._gate.people] if self._staff.page_now is PanelPage.WHO else []
