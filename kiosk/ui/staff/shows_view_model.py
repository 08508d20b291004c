"""Today's showings as staff change them: later, elsewhere, full, cancelled, or as planned after all."""

from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.slot_change import SlotChange, SlotMark, delayed, marked
from kiosk.domain.timetable import Showing
from kiosk.staff.choices import StaffChoices
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.staff.staff_pages import PanelPage, next_place, show_rows
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ShowsViewModel(QObject):
    """The showings that have not ended, and what was changed of them."""

    changed = Signal()
    _show_rows = cached_property(Rows)

    def __init__(
        self, staff: StaffViewModel, choices: StaffChoices, keeper: ModeKeeper, day: ExhibitionDay, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._staff, self._choices, self._day = staff, choices, day
        keeper.asked.connect(self.changed)
        staff.pageChanged.connect(self.changed)

    @Slot(str, str)
    def changeShow(self, identifier: str, what: str) -> None:
        """Change a showing: the identifier of a row of `shows`."""
        staff, person, now = self._staff, self._staff.person, self._day.moment
        showing = next((showing for showing in self._day.showings() if showing.identifier == identifier), None)
        if person is None or showing is None:
            return
        change = self._changed(what, showing, showing.change or SlotChange())
        staff.guarded(lambda: self._choices.change(showing.slot.identifier, showing.day, change, now, person))
        self.changed.emit()

    def _changed(self, what: str, showing: Showing, change: SlotChange) -> SlotChange:
        match what:
            case "later":
                return delayed(change)
            case "move":
                return change._replace(place=next_place(self._day.planned(), showing.slot.place))
            case "full":
                return marked(change, SlotMark.FULL)
            case "cancelled":
                return marked(change, SlotMark.CANCELLED)
            case _:
                return SlotChange()

    @Property(QVariantList, notify=changed)
    def shows(self) -> list[Row]:
        if self._staff.page_now is not PanelPage.SHOWS:
            return []
        return self._show_rows.of(show_rows(self._day.showings(), self._staff.now(), self._staff.reading, self._staff.words))
