"""While nobody is there: the languages are offered one after the other, each in itself; a key, or the lifted finger, takes one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.keypad import KeyCommand
from kiosk.domain.narration import NarrationScript
from kiosk.presentation.entries.entry import untitled
from kiosk.presentation.scripts import narration_script
from kiosk.ui.ear.told import Told
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel

ROUNDS = 3
"""How often all languages are offered; after that nobody is taken to be there."""


class LanguageOffer(QObject):
    """One offer at a time; nobody has to aim."""

    taken = Signal(str)
    """A language, by its tag."""

    def __init__(self, shell: ShellViewModel, reader: NarrationViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._reader = shell, reader
        self.open = self.by_finger = False
        self._told = Told[str](reader)

    def begin(self, *, by_finger: bool) -> None:
        """Offer all languages from the first on."""
        self.open, self.by_finger = True, by_finger
        self._say(0)

    def _say(self, first: int) -> None:
        languages = self._shell.reading.languages
        words, title = self._shell.source_words, self._shell.source_title
        offer = words["ear_lift" if self.by_finger else "ear_choose"]
        parts = list[tuple[str, NarrationScript]]()
        for place in range(first, first + ROUNDS * len(languages)):
            reading = self._shell.reading._replace(current=languages[place % len(languages)])
            named = [title] if place - first < len(languages) else []
            parts.append((reading.tag, narration_script(untitled(*named, offer), reading)))
        self._told.say(parts)

    @property
    def offered(self) -> str:
        """The language that was offered last."""
        return self._told.heard or self._shell.reading.languages[0].tag

    def take(self) -> None:
        """The language that was offered last is wanted."""
        tag = self.offered
        self.close()
        self.taken.emit(tag)

    def press(self, command: KeyCommand) -> None:
        """OK takes the language; next and previous go to another one; back and home end it; anything else: again."""
        tags = [language.tag for language in self._shell.reading.languages]
        at = tags.index(self.offered)
        step: dict[KeyCommand, Callable[[], object]] = {
            KeyCommand.OK: self.take,
            KeyCommand.BACK: self.stop,
            KeyCommand.HOME: self.stop,
            KeyCommand.NEXT: lambda: self._say((at + 1) % len(tags)),
            KeyCommand.LANGUAGE: lambda: self._say((at + 1) % len(tags)),
            KeyCommand.PREVIOUS: lambda: self._say((at - 1) % len(tags)),
            KeyCommand.LOUDER: self._reader.louder,
            KeyCommand.QUIETER: self._reader.quieter,
        }
        step.get(command, lambda: self._say(at))()

    def close(self) -> None:
        """Nothing is offered any more."""
        self.open = False

    def stop(self) -> None:
        """Nobody wants one."""
        self.close()
        self._reader.stop()

    @Slot()
    def look(self) -> None:
        """All has been offered, and nobody has taken any."""
        if self.open and self._reader.silent:
            self.close()
