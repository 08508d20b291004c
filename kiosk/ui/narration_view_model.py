"""Reads the open screen aloud, sentence by sentence."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.narration import NarrationScript
from kiosk.ui.player import Player

if TYPE_CHECKING:
    from kiosk.narration.synthesizer import RenderResult, Synthesizer

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class NarrationState(StrEnum):
    """What the listen button says; each value is the key of its word."""

    IDLE = "listen"
    PREPARING = "preparing"
    SPEAKING = "stop"
    UNAVAILABLE = "no_voice"


ICONS = {
    NarrationState.IDLE: "speaker-high",
    NarrationState.PREPARING: "hourglass",
    NarrationState.SPEAKING: "stop",
    NarrationState.UNAVAILABLE: "speaker-slash",
}


@QmlElement
@QmlUncreatable("made by the application")
class NarrationViewModel(QObject):
    """Play and stop. A new script replaces the old one; a touch anywhere stops it."""

    stateChanged = Signal()
    speakingChanged = Signal(bool)
    _rendered = Signal(int, int, object)

    def __init__(
        self,
        open_synthesizer: "Callable[[], Synthesizer]",
        make_player: Callable[[QObject], Player | None],
        script: Callable[[], NarrationScript],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._open_synthesizer = open_synthesizer
        self._synthesizer: Synthesizer | None = None
        self._make_player = make_player
        self._player: Player | None = None
        self._compose = script
        self._script = NarrationScript(())
        self._state = NarrationState.IDLE
        self._generation = 0
        self._position = 0
        self._sounds: dict[int, Path | None] = {}
        self._stopped_by_touch = False
        self._allowed = True
        self._rendered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    # what the visitor does ---------------------------------------------------------------------------------------

    @Slot()
    def toggle(self) -> None:
        """Listen, or stop listening; the touch that stopped it does not start it again."""
        if self._stopped_by_touch:
            self._stopped_by_touch = False
        elif self._state is NarrationState.IDLE and self._allowed:
            self._begin()
        else:
            self.stop()

    @property
    def silent(self) -> bool:
        """Nothing is being read aloud, and something could be."""
        return self._allowed and self._state is NarrationState.IDLE

    def interrupt(self) -> None:
        """A touch began: silence at once."""
        self._stopped_by_touch = self._state in {NarrationState.SPEAKING, NarrationState.PREPARING}
        if self._stopped_by_touch:
            self.stop()

    @Slot()
    def stop(self) -> None:
        """Silence; late renderings are dropped."""
        self._generation += 1
        self._sounds = {}
        if self._player is not None:
            self._player.stop()
        self._set_state(NarrationState.IDLE)

    def forget(self) -> None:
        """Another screen or language: what could not be said there may be said here."""
        self.stop()
        self._stopped_by_touch = False

    def allow(self, *, sound: bool) -> None:
        """Whether this kiosk may speak at all."""
        self._allowed = sound
        self.stop()
        self.stateChanged.emit()

    def close(self) -> None:
        """End the synthesiser, if it was ever started."""
        self.stop()
        if self._synthesizer is not None:
            self._synthesizer.close()

    # sentence by sentence ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._player is None:
            self._player = self._make_player(self)
            if self._player is None:
                self._set_state(NarrationState.UNAVAILABLE)
                return
            self._player.finished.connect(self._advance)
            self._player.failed.connect(self._give_up)
        self._generation += 1
        self._script, self._position, self._sounds = self._compose(), 0, {}
        self._set_state(NarrationState.PREPARING)
        self._request(0)
        self._request(1)

    def _request(self, position: int) -> None:
        if position >= len(self._script.sentences):
            return
        generation = self._generation

        def done(result: "RenderResult") -> None:
            self._rendered.emit(generation, position, result.path)

        if self._synthesizer is None:
            self._synthesizer = self._open_synthesizer()
        self._synthesizer.render(self._script.sentences[position], done)

    @Slot(int, int, object)
    def _take(self, generation: int, position: int, path: Path | None) -> None:
        if generation != self._generation:
            return
        self._sounds[position] = path
        if self._state is NarrationState.PREPARING and position == self._position:
            self._speak()

    def _speak(self) -> None:
        path = self._sounds.pop(self._position)
        if path is None or self._player is None:
            self._give_up()
            return
        self._set_state(NarrationState.SPEAKING)
        self._player.play(path)

    @Slot()
    def _advance(self) -> None:
        if self._state is not NarrationState.SPEAKING:
            return
        self._position += 1
        if self._position >= len(self._script.sentences):
            self.stop()
            return
        self._request(self._position + 1)
        if self._position in self._sounds:
            self._speak()
        else:
            self._set_state(NarrationState.PREPARING)

    @Slot()
    def _give_up(self) -> None:
        self.stop()
        self._set_state(NarrationState.UNAVAILABLE)

    # properties --------------------------------------------------------------------------------------------------

    def _set_state(self, state: NarrationState) -> None:
        was, self._state = self._state, state
        if was is not state:
            self.stateChanged.emit()
            self.speakingChanged.emit(state in {NarrationState.SPEAKING, NarrationState.PREPARING})

    @Property(str, notify=stateChanged)
    def label(self) -> str:
        return self._state.value

    @Property(str, notify=stateChanged)
    def icon(self) -> str:
        return ICONS[self._state]

    @Property(bool, notify=stateChanged)
    def available(self) -> bool:
        return self._allowed and self._state is not NarrationState.UNAVAILABLE
