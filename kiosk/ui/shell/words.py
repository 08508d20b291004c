"""The words of the interface as QML sees them: an object with a property for each word, so that qmllint finds a misspelt one."""

from collections.abc import Callable
from operator import methodcaller

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.interface_words import WORDS

QML_IMPORT_NAME = "Kiosk.Values"
QML_IMPORT_MAJOR_VERSION = 1


def _properties(changed: Signal) -> dict[str, Property]:
    return {word: Property(str, methodcaller("__getitem__", word), notify=changed) for word in WORDS}


@QmlElement
@QmlUncreatable("made by the shell")
class Words(QObject):
    """Each word in the language in use; empty while no content is open."""

    changed = Signal()
    locals().update(_properties(changed))

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read: Callable[[str], str] = lambda _word: ""

    def show(self, read: Callable[[str], str]) -> None:
        """Show the words in another language, each as it is read when it is asked for."""
        self._read = read
        self.changed.emit()

    def __getitem__(self, word: str) -> str:
        return self._read(word)
