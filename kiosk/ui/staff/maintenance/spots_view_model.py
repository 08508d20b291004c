"""Spots of the venue as staff close and open them: every way obeys at once, and tomorrow all are open again."""

from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.venue.plan import Spot, SpotKind
from kiosk.presentation.serving_rows import Choice
from kiosk.staff.choices import StaffChoices
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SpotsViewModel(QObject):
    """The spots of the plan, those that are closed today marked."""

    changed = Signal()
    _spot_rows = cached_property(Rows)

    def __init__(
        self, staff: StaffViewModel, choices: StaffChoices, content: ContentHolder, day: ExhibitionDay, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._staff, self._choices, self._content, self._day = staff, choices, content, day
        staff.pageChanged.connect(self.changed)

    def _open_to_change(self) -> tuple[Spot, ...]:
        venue = self._content.read(lambda store: store.venue(), None)
        return tuple(spot for spot in venue.spots if spot.kind is not SpotKind.KIOSK) if venue else ()

    @Slot(str)
    def toggle(self, identifier: str) -> None:
        """Close a spot for today, or open it again."""
        person, now = self._staff.person, self._day.moment
        if person is None or identifier not in {spot.identifier for spot in self._open_to_change()}:
            return
        closed = identifier not in self._choices.closed_spots(now.date())
        self._staff.guarded(lambda: self._choices.close_spot(identifier, now, person, closed=closed))
        self.changed.emit()

    @Property(QVariantList, notify=changed)
    def spots(self) -> list[Row]:
        if self._staff.page_now is not PanelPage.SPOTS:
            return []
        closed, plain = self._choices.closed_spots(self._day.moment.date()), self._staff.reading.plain
        rows = (Choice(s.identifier, plain(s.name), s.icon, s.identifier in closed) for s in self._open_to_change())
        return self._spot_rows.of(rows)

    @Property(bool, notify=changed)
    def any(self) -> bool:
        """Whether the content has a plan."""
        return bool(self._open_to_change())
