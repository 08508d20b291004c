"""A visitor asks for an officer: no network carries it, so the screen says it large, the log keeps it, the status code tells it."""

import logging

from PySide6.QtCore import QObject, Slot

from kiosk.errors import StaffStateError
from kiosk.presentation.route import Screen
from kiosk.staff.choices import StaffChoices
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.shell.shell_view_model import ShellViewModel

log = logging.getLogger(__name__)


class StaffCall(QObject):
    """One call a visit, however often the screen is opened."""

    def __init__(self, choices: StaffChoices, day: ExhibitionDay, shell: ShellViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._choices, self._day, self._shell = choices, day, shell
        self._called = False
        shell.routeChanged.connect(self._look)
        shell.visitorLeft.connect(self._forget)

    @Slot()
    def _look(self) -> None:
        if self._shell.route.screen is Screen.CALL_STAFF and not self._called:
            self._called = True
            try:
                self._choices.call(self._day.moment)
            except StaffStateError as error:
                log.info("a call is not kept: %s", error)

    @Slot()
    def _forget(self) -> None:
        self._called = False
