"""What each key of a tactile pad does, wherever the visitor, or staff, are."""

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.keypad import WRITES, KeyCommand
from kiosk.presentation.route import RESTS, Screen
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.shell.aids_view_model import AidsViewModel
from kiosk.ui.shell.focus import Focus
from kiosk.ui.shell.keypad import ByEar, Keypad
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.visitor.visitor_screens import VisitorScreens

_WRITTEN = frozenset({Screen.SEARCH, Screen.RESUME})
"""Screens where somebody may write."""
_ENTER = frozenset({36, 104})


class StaffPanelKeys(NamedTuple):
    """The staff's panel, as the keys see it."""

    is_open: Callable[[], bool]
    writes: Callable[[], bool]
    """Whether figures are entered there."""
    leave: Callable[[], object]
    """One step back, or out."""


class VisitorKeys:
    """The pad of one kiosk."""

    def __init__(
        self,
        window: QQuickWindow,
        clock: Callable[[], float],
        learnt: str,
        shell: ShellViewModel,
        screens: VisitorScreens,
        reader: NarrationViewModel,
        panel: StaffPanelKeys,
        by_ear: ByEar,
        parent: QObject,
    ) -> None:
        """Take keys from now on.

        Args:
            window: where the focus moves.
            clock: seconds that never go back.
            learnt: a technician's own keys.
            shell: where the visitor is.
            screens: what is shown there.
            reader: what reads aloud.
            panel: the staff's.
            by_ear: those who do not see.
            parent: owns the pad.
        """
        self._shell, self._screens, self._panel, self._by_ear = shell, screens, panel, by_ear
        self.focus = Focus(window)
        acts: dict[KeyCommand, Callable[[], object]] = {
            KeyCommand.BACK: self._back,
            KeyCommand.HOME: self._home,
            KeyCommand.HELP: self._help,
            KeyCommand.REPEAT: lambda: reader.toggle() if reader.silent else reader.repeat(),
            KeyCommand.PAUSE: reader.pauseOrResume,
            KeyCommand.LOUDER: reader.louder,
            KeyCommand.QUIETER: reader.quieter,
            KeyCommand.SPEED: reader.changeSpeed,
            KeyCommand.LANGUAGE: self._turn_language,
        }
        self.pad = Keypad(
            self.focus, clock, acts, by_ear._replace(takes=self._meant_for_the_ear), self._screens_own, learnt, parent
        )
        shell.routeChanged.connect(self.pad.follow)
        screens.takeaway.openChanged.connect(self.pad.follow)

    def _meant_for_the_ear(self, command: KeyCommand) -> bool:
        return not self._panel.is_open() and self._by_ear.takes(command)

    @property
    def _visiting(self) -> bool:
        return self._shell.route.screen not in RESTS

    def _screens_own(self, code: int, command: KeyCommand) -> bool:
        if self._panel.writes():
            return code in WRITES or (code in _ENTER and self.focus.item is None)
        if self._by_ear.on():
            return False
        if self._shell.route.screen is Screen.SLIDES:
            return command in {KeyCommand.PREVIOUS, KeyCommand.NEXT}
        return self._shell.route.screen in _WRITTEN and code in WRITES

    def _back(self) -> None:
        aids = cast("AidsViewModel", self._shell.aids)
        if self._panel.is_open():
            self._panel.leave()
        elif self._screens.takeaway.is_open:
            self._screens.takeaway.close()
        elif aids.opened:
            aids.close()
        else:
            self._shell.goBack()

    def _home(self) -> None:
        if self._panel.is_open():
            self._panel.leave()
        elif self._visiting:
            self._screens.takeaway.close()
            self._shell.goHome()

    def _help(self) -> None:
        if not self._panel.is_open() and self._visiting:
            self._shell.show(Screen.CALL_STAFF.value)

    def _turn_language(self) -> None:
        if self._visiting:
            tags = [language.tag for language in self._shell.reading.languages]
            self._shell.chooseLanguage(tags[(tags.index(self._shell.reading.tag) + 1) % len(tags)])
