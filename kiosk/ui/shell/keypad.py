"""Keys of a tactile pad, or of any keyboard, as commands: the one place where they become what the kiosk does."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.domain.keypad import DOUBLE_STRIKE, KeyCommand, keys_of
from kiosk.ui.shell.focus import Focus

_NAMED = {
    Qt.Key.Key_Up: 111,
    Qt.Key.Key_Left: 113,
    Qt.Key.Key_Right: 114,
    Qt.Key.Key_Down: 116,
    Qt.Key.Key_Return: 36,
    Qt.Key.Key_Enter: 104,
    Qt.Key.Key_Space: 65,
    Qt.Key.Key_Escape: 9,
    Qt.Key.Key_Backspace: 22,
    Qt.Key.Key_Home: 110,
    Qt.Key.Key_F1: 67,
}
"""The scan codes of keys that come without one, as from a remote screen."""
_QUIET = frozenset(KeyCommand) - {KeyCommand.OK, KeyCommand.BACK, KeyCommand.HOME, KeyCommand.HELP, KeyCommand.LANGUAGE}
"""Commands that do not lead anywhere: who is read to is read to further."""


HELD = 2.0
"""Seconds for which the key that leads home is held to end a visit by ear."""


class ByEar(NamedTuple):
    """What keys do for somebody who goes by ear."""

    takes: Callable[[KeyCommand], bool]
    """Do what a key asks for; whether it was meant for the ear."""
    held: Callable[[], object]
    """The key that leads home was held."""
    on: Callable[[], bool]
    """Whether somebody goes by ear, or may."""


class Keypad(QObject):
    """Takes the keys of the pad before the screens do; other keys stay the screens' own."""

    def __init__(
        self,
        focus: Focus,
        clock: Callable[[], float],
        acts: Mapping[KeyCommand, Callable[[], object]],
        by_ear: ByEar,
        screens_own: Callable[[int, KeyCommand], bool],
        learnt: str,
        parent: QObject,
    ) -> None:
        """Take keys from now on.

        Args:
            focus: what the pad moves.
            clock: seconds that never go back.
            acts: what is done for each command but to move and to press.
            by_ear: what whoever goes by ear does with them instead.
            screens_own: whether a key and its command are left to what the screen shows, as where somebody writes.
            learnt: a technician's own keys, as the settings have them.
            parent: owns it.
        """
        super().__init__(parent)
        self._focus, self._clock, self._acts, self._screens_own = focus, clock, acts, screens_own
        self._by_ear = by_ear
        self._keys = keys_of(learnt)
        self._struck = (0, float("-inf"))
        self.used = False
        """Whether the last thing anybody touched was a key of the pad."""

    def command_of(self, event: QKeyEvent) -> KeyCommand | None:
        """What a key asks for; None for one that is not the pad's."""
        code = _code(event)
        command = self._keys.get(code)
        return None if command is None or self._screens_own(code, command) else command

    def is_quiet(self, event: QKeyEvent) -> bool:
        """Whether a key leads nowhere, so that who is read to is read to further."""
        return self.command_of(event) in _QUIET

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it was one of the pad's."""
        command = self.command_of(event)
        if command is None:
            return False
        code, now = _code(event), self._clock()
        (before, at), self._struck = self._struck, (code, now)
        if code != before or now - at >= DOUBLE_STRIKE:
            self.used = True
            if not self._by_ear.takes(command):
                self._do(command)
        return True

    def lets_go(self, event: QKeyEvent) -> None:
        """A key goes up; the one that leads home may have been held."""
        code, at = self._struck
        if _code(event) == code and self._keys.get(code) is KeyCommand.HOME and self._clock() - at >= HELD:
            self._by_ear.held()

    def _do(self, command: KeyCommand) -> None:
        match command:
            case KeyCommand.PREVIOUS | KeyCommand.NEXT:
                self._focus.move(forward=command is KeyCommand.NEXT)
            case KeyCommand.OK:
                if not self._focus.press():
                    self._focus.move(forward=True)
            case _:
                self._acts[command]()

    @Slot()
    def follow(self) -> None:
        """The screen has changed: who uses keys finds the focus on what is new."""
        if self.used:
            QTimer.singleShot(0, self, self._focus.first)


def _code(event: QKeyEvent) -> int:
    return event.nativeScanCode() or _NAMED.get(Qt.Key(event.key()), 0)
