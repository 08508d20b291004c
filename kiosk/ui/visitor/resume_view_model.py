"""The resume code as it is typed on the kiosk's own keys."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.formatting import Words
from kiosk.domain.resume_code import ALPHABET, LENGTH
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.steps import resume_menu
from kiosk.ui.shell.rows import QVariantList

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ResumeViewModel(QObject):
    """The page where a resume code is entered."""

    typedChanged = Signal()
    submitted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed = ""
        self._refused = False

    def forget(self) -> None:
        """A new visitor: nothing is typed."""
        self._set("")

    def refuse(self) -> None:
        """The code opens nothing; it stays to be mended."""
        self._refused = True
        self.typedChanged.emit()

    def menu(self, words: Words) -> Menu:
        """The signs that can be entered, and those that have been."""
        return resume_menu(self._typed, words, refused=self._refused)

    def _set(self, typed: str) -> None:
        self._typed, self._refused = typed, False
        self.typedChanged.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """Add a character to the code."""
        if len(key) == 1 and key in ALPHABET and len(self._typed) < LENGTH:
            self._set(self._typed + key)

    @Slot()
    def erase(self) -> None:
        """Take the last character away."""
        self._set(self._typed[:-1])

    @Slot()
    def submit(self) -> None:
        """Open the list of the code."""
        if len(self._typed) == LENGTH:
            self.submitted.emit(self._typed)

    @Property(QVariantList, notify=typedChanged)
    def keys(self) -> list[str]:
        return list(ALPHABET)

    @Property(QVariantList, notify=typedChanged)
    def cells(self) -> list[str]:
        return list(self._typed.ljust(LENGTH))

    @Property(bool, notify=typedChanged)
    def full(self) -> bool:
        return len(self._typed) == LENGTH

    @Property(bool, notify=typedChanged)
    def refused(self) -> bool:
        return self._refused
