"""Somebody with closed eyes: all they know is what was said to them; all they have are the keys of a pad, or the corners."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.domain.keypad import SCAN_CODES, KeyCommand
from kiosk.domain.narration import Utterance
from kiosk.narration.sound import Sound
from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import ManualClock
from tests.helpers.robot import Robot

CODES = {command: code for code, command in reversed(list(SCAN_CODES.items()))}
MOST_STEPS = 120


def bare(text: str) -> str:
    """A text as ears know it: letters and figures, without marks."""
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


class InstantVoice:
    """Has every sentence at once: what is said is asked here, not how it sounds."""

    def ready(self, _utterance: Utterance) -> tuple[Sound, ...]:
        return (Sound(Path("sentence.ogg"), 1.0, (), "nobody"),)

    def warm(self) -> None:
        """Nothing is started."""

    def close(self) -> None:
        """Nothing is open."""


class Ears:
    """Keys go down; sentences are heard, in the words they are written with and the language they are said in."""

    def __init__(self, kiosk: KioskApplication, robot: Robot, clock: ManualClock) -> None:
        self.robot, self._kiosk, self._clock = robot, kiosk, clock
        kiosk.narration.reader.recital.supply._synthesizer = InstantVoice()
        self.transcript: list[Utterance] = []
        self._recital = kiosk.narration.reader.recital
        self._recital.stateChanged.connect(self._hear)
        self._recital.litChanged.connect(self._hear)
        self._heard_of: tuple[int, int] = (0, -1)

    def _hear(self) -> None:
        recital = self._recital
        if recital.lit is None:
            return
        now = (id(recital.script), recital.sentence)
        if now != self._heard_of:
            self._heard_of = now
            self.transcript.append(recital.utterance)

    def forget(self) -> None:
        """Only what is said from now on counts."""
        self.transcript.clear()

    def listen(self, player, until: Callable[[], bool]) -> None:
        """Let the voice go on, sentence by sentence, until something has been heard, or all."""
        for _ in range(400):
            if until() or self._kiosk.narration.reader.silent:
                return
            self.robot.until(lambda: player.playing or self._kiosk.narration.reader.silent)
            if player.playing and not until():
                player.end()

    @property
    def focus(self) -> str:
        """What has the focus, by the name it has on the screen: what a companion sees."""
        item = self._kiosk.window.activeFocusItem()
        return str(item.property("text") or "") if item is not None else ""

    @property
    def last(self) -> str:
        return bare(_text(self.transcript[-1])) if self.transcript else ""

    @property
    def said(self) -> list[str]:
        return [bare(_text(one)) for one in self.transcript]

    def heard(self, text: str) -> bool:
        """Whether a text was said, from its beginning to its end."""
        return f" {bare(text)} " in f" {' '.join(self.said)} "

    def strike(self, command: KeyCommand, *, wait: float = 1.0, hold: float = 0.0) -> None:
        self._clock.advance(wait)
        self.robot.settle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, CODES[command], 0, 0)
            QCoreApplication.sendEvent(self._kiosk.window, event)
            self._clock.advance(hold)
        QCoreApplication.processEvents()
        self.robot.settle()

    def go_to(self, name: str) -> None:
        """Next, until the name is said first."""
        for _ in range(MOST_STEPS):
            self.forget()
            self.strike(KeyCommand.NEXT)
            if self.said and self.said[0] == bare(name):
                return
        message = f"{name!r} was never said"
        raise AssertionError(message)

    def choose(self, name: str) -> None:
        """To an entry, and OK; what is said after that is what counts."""
        self.go_to(name)
        self.forget()
        self.strike(KeyCommand.OK)


def _text(utterance: Utterance) -> str:
    return utterance.shown[slice(*utterance.span)]
