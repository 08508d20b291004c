"""How this kiosk is, told to others: the signed status code, and reports of trouble."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.staff import acts
from kiosk.staff.gate import Gate
from kiosk.staff.status import signed
from kiosk.ui.staff.staff_pages import Page
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ConditionViewModel(QObject):
    """The state of the kiosk, for a camera and for the log."""

    changed = Signal()

    def __init__(self, gate: Gate, staff: StaffViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._gate, self._staff = gate, staff
        staff.keeper.asked.connect(self.changed)
        staff.pageChanged.connect(self.changed)

    @Slot(str)
    def report(self, word: str) -> None:
        """A sentence about what is wrong, with the state of the kiosk, into the log."""
        staff, person, resolution = self._staff, self._staff.person, self._staff.keeper.resolution
        if person is not None and resolution is not None:
            state = staff.keeper.status(resolution, self._gate.failures)
            staff.go(Page.BOARD, "reported")
            sentence = staff.shell.source_words[word].shown
            staff.guarded(lambda: acts.report(staff.choices, person, sentence, state, staff.now()))

    @Property(str, notify=changed)
    def statusCode(self) -> str:
        """The kiosk's signed status; empty where no admin has given it a key."""
        seed, resolution = self._gate.roll.status_key, self._staff.keeper.resolution
        if self._staff.page_now is not Page.STATUS or not seed or resolution is None:
            return ""
        return signed(self._staff.keeper.status(resolution, self._gate.failures), seed)
