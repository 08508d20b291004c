"""One question for a visitor who has finished, with five faces; nobody has to answer."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.formatting import Words
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.steps import feedback_menu
from kiosk.ui.shell.shell_view_model import ShellViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FACES = 5
THANKS_MS = 4_000


@QmlElement
@QmlUncreatable("made by the application")
class FeedbackViewModel(QObject):
    """The question, then thanks, then the kiosk is ready for the next visitor."""

    thanksChanged = Signal()
    given = Signal(int)
    """A face was touched: 1 the saddest, 5 the happiest."""

    def __init__(self, shell: ShellViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._thanks = False
        self._timer = QTimer(self, interval=THANKS_MS, singleShot=True)
        self._timer.timeout.connect(shell.leave)
        shell.routeChanged.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._timer.stop()
        self._say_thanks(thanks=False)

    def _say_thanks(self, *, thanks: bool) -> None:
        if thanks is not self._thanks:
            self._thanks = thanks
            self.thanksChanged.emit()

    @Slot(int)
    def answer(self, face: int) -> None:
        """Take an opinion, once, and thank for it."""
        if 1 <= face <= FACES and not self._thanks:
            self.given.emit(face)
            self._say_thanks(thanks=True)
            self._timer.start()

    def menu(self, words: Words) -> Menu:
        """The question with its faces, or thanks."""
        return feedback_menu(words, thanks=self._thanks)

    @Property(bool, notify=thanksChanged)
    def thanks(self) -> bool:
        return self._thanks
