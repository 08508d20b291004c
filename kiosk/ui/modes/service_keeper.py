"""Keeps the kiosk in service: opened content is shown, content that fails is not, newer content waits for the visitor."""

from PySide6.QtCore import QObject, Slot

from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.shell.shell_view_model import ShellViewModel


class ServiceKeeper(QObject):
    """Joins the content and the visitors' frame."""

    def __init__(self, content: ContentHolder, shell: ShellViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._content, self._shell, self._waiting = content, shell, False
        content.opened.connect(self._enter_service)
        content.closed.connect(shell.put_out_of_service)
        content.replaced.connect(self._adopt_when_idle)
        shell.visitorLeft.connect(self._adopt_what_waits)

    @Slot()
    def _enter_service(self) -> None:
        self._content.read(self._shell.put_in_service, None)

    @Slot()
    def _adopt_when_idle(self) -> None:
        """A newer file is there: taken into use when no visitor is."""
        self._waiting = True
        if not self._shell.occupied:
            self._adopt_what_waits()

    @Slot()
    def _adopt_what_waits(self) -> None:
        if self._waiting:
            self._waiting = False
            self._content.open()
