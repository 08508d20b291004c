"""How this kiosk is, told to others: the signed status code, and reports of trouble."""

import shutil

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.config import KioskConfig
from kiosk.publishing.installation import SHOWN_HASH, identity_of
from kiosk.staff import acts
from kiosk.staff.choices import StaffChoices
from kiosk.staff.held_roll import read_held
from kiosk.staff.pin_gate import Gate
from kiosk.staff.status import Status, signed
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ConditionViewModel(QObject):
    """The state of the kiosk, for a camera and for the log."""

    changed = Signal()

    def __init__(
        self,
        config: KioskConfig,
        gate: Gate,
        staff: StaffViewModel,
        choices: StaffChoices,
        content: ContentHolder,
        keeper: ModeKeeper,
        day: ExhibitionDay,
        parent: QObject,
    ) -> None:
        """Tell how the kiosk is.

        Args:
            config: its name, and the folder whose disk is looked at.
            gate: the key that signs the code, and how often a PIN was wrong.
            staff: the panel.
            choices: the log, and whether a visitor has called.
            content: which version is shown.
            keeper: the mode in force.
            day: the moment, and whether the clock is believed.
            parent: owns it.
        """
        super().__init__(parent)
        self._config, self._gate, self._staff, self._choices = config, gate, staff, choices
        self._content, self._keeper, self._day = content, keeper, day
        keeper.asked.connect(self.changed)
        staff.pageChanged.connect(self.changed)

    def status(self) -> Status | None:
        """How the kiosk is now; None while no mode is in force."""
        store, resolution = self._content.store, self._keeper.resolution
        if resolution is None:
            return None
        number, sha256 = identity_of(store.path) if store else (0, "")
        people = read_held(self._config.state)
        return Status(
            kiosk=self._config.name,
            time=self._day.moment.isoformat(timespec="minutes"),
            mode=resolution.mode,
            why=resolution.layer.value,
            content_version=store.content_version if store else "",
            clock=self._day.fault.value,
            failures=self._gate.failures,
            free_megabytes=shutil.disk_usage(self._config.state).free // 1_000_000,
            called=self._choices.called(),
            release=number,
            sha256=sha256[:SHOWN_HASH],
            roll=people.number,
            roll_sha256=people.sha256[:SHOWN_HASH],
        )

    @Slot(str)
    def report(self, word: str) -> None:
        """A sentence about what is wrong, with the state of the kiosk, into the log."""
        staff, person, state = self._staff, self._staff.person, self.status()
        if person is not None and state is not None:
            staff.go(PanelPage.BOARD, "reported")
            sentence = staff.words[word].shown
            staff.guarded(lambda: acts.report_incident(self._choices, person, sentence, state, staff.now()))

    @Property(str, notify=changed)
    def shown(self) -> str:
        """Which release, which content and which program this kiosk has."""
        state = self.status() if self._staff.page_now is PanelPage.STATUS else None
        if state is None:
            return ""
        values = {"version": state.content_version, "hash": state.sha256, "software": state.software, "number": str(state.release)}
        return self._staff.sentence("status_release" if state.release else "status_shipped", values)

    @Property(str, notify=changed)
    def people(self) -> str:
        """Which of the fleet's rolls is in force; empty where none has come."""
        state = self.status() if self._staff.page_now is PanelPage.STATUS else None
        if state is None or not state.roll:
            return ""
        return self._staff.sentence("status_roll", {"number": str(state.roll), "hash": state.roll_sha256})

    @Property(str, notify=changed)
    def statusCode(self) -> str:
        """The kiosk's signed status; empty where no admin has given it a key."""
        seed = self._gate.roll.status_key
        state = self.status() if self._staff.page_now is PanelPage.STATUS and seed else None
        return signed(state, seed) if state is not None else ""
