"""Content that was good before: those who lead go back to it in three touches; the present one is not taken again."""

from functools import cached_property, partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import may_go_back
from kiosk.presentation.serving_rows import ReleaseRow
from kiosk.publishing.pointer import Pointer
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PreviousViewModel(QObject):
    """The releases that are kept, and the way back to one."""

    changed = Signal()
    _release_rows = cached_property(Rows)

    def __init__(self, staff: StaffViewModel, content: ContentSide, parent: QObject) -> None:
        super().__init__(parent)
        self._staff, self._content, self._installation = staff, content.holder, content.place.installation
        self._chosen = ""
        staff.pageChanged.connect(self._turn)

    @Slot()
    def _turn(self) -> None:
        self._chosen = ""
        self.changed.emit()

    def may_go_back(self) -> bool:
        """Whether this person may go back to the release before."""
        person = self._staff.person
        return person is not None and may_go_back(person.role)

    def _leads(self) -> bool:
        return self.may_go_back() and self._staff.page_now is PanelPage.PREVIOUS

    @Slot(str)
    def choose(self, name: str) -> None:
        """One of them; nothing is changed yet."""
        if self._leads() and name in self._names():
            self._chosen = name
            self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Show the release before this one."""
        name, staff = self._chosen, self._staff
        if self._leads() and name:
            detail = {"from": self._installation.pointer.current, "to": name}
            staff.go(PanelPage.BOARD, "switched")
            staff.guarded(lambda: self._go(name))
            if self._installation.pointer.current == name:
                staff.note("previous", detail)

    def _go(self, name: str) -> None:
        self._installation.change(partial(Pointer.back, to=name))
        self._content.watch()

    def _names(self) -> list[str]:
        pointer = self._installation.pointer
        return [name for name in pointer.good if name != pointer.current and self._installation.database(name).is_file()]

    # properties ----------------------------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def allowed(self) -> bool:
        return self.may_go_back()

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[Row]:
        if not self._leads():
            return []
        return self._release_rows.of(ReleaseRow(name, self._text(name), self._about(name)) for name in self._names())

    @Property(str, notify=changed)
    def choice(self) -> str:
        """From what to what; empty until one is chosen."""
        store = self._content.store
        if not self._chosen or store is None:
            return ""
        versions = {"before": store.content_version, "after": self._version(self._chosen)}
        return self._staff.sentence("stick_from_to", versions)

    def _version(self, name: str) -> str:
        release = self._installation.release(name)
        return release.version if release else name[:8]

    def _text(self, name: str) -> str:
        figures = {"version": self._version(name)}
        return self._staff.sentence("previous_version", figures)

    def _about(self, name: str) -> str:
        release = self._installation.release(name)
        figures = {"number": str(int(name[:8])), "day": f"{release.published:%d/%m/%Y}" if release else "?"}
        return self._staff.sentence("previous_about", figures)
