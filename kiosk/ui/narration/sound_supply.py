"""Brings the sounds of a script from the synthesiser's thread; what comes for a script that was dropped is thrown away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.narration import Utterance
from kiosk.narration.sound import Sound

if TYPE_CHECKING:
    from kiosk.narration.synthesizer import Synthesizer


class SoundSupply(QObject):
    """The sounds of one script at a time, by the number of the sentence."""

    arrived = Signal(int)
    """The sounds of a sentence are there."""
    _came = Signal(int, int, object)

    def __init__(self, open_synthesizer: "Callable[[], Synthesizer]", parent: QObject) -> None:
        super().__init__(parent)
        self._open_synthesizer = open_synthesizer
        self._synthesizer: Synthesizer | None = None
        self._generation = 0
        self._sounds: dict[int, tuple[Sound, ...]] = {}
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def synthesizer(self) -> "Synthesizer":
        """The synthesiser, begun when it is first asked for."""
        if self._synthesizer is None:
            self._synthesizer = self._open_synthesizer()
        return self._synthesizer

    def sounds(self, sentence: int) -> tuple[Sound, ...]:
        """The sounds of a sentence; none while they are being made."""
        return self._sounds.get(sentence, ())

    def bring(self, sentence: int, utterance: Utterance) -> None:
        """Have the sounds of a sentence: at once if they are there, else `arrived` tells; and tells when their words are timed."""
        if sentence in self._sounds:
            return
        generation = self._generation

        def done(sounds: tuple[Sound, ...]) -> None:
            self._came.emit(generation, sentence, sounds)

        ready = self.synthesizer().ready(utterance)
        if ready:
            self._sounds[sentence] = ready
            self._have_timed(utterance, ready, done)
        else:
            self._have_made(utterance, done)

    def make_ready(self, utterance: Utterance) -> None:
        """Have a sentence made that may be asked for; nothing happens before a synthesiser has begun."""
        if self._synthesizer is not None and not self._synthesizer.ready(utterance):
            self._synthesizer.request(utterance, lambda _sounds: None)

    def _have_made(self, utterance: Utterance, done: Callable[[tuple[Sound, ...]], None]) -> None:
        def made(sounds: tuple[Sound, ...]) -> None:
            done(sounds)
            self._have_timed(utterance, sounds, done)

        self.synthesizer().request(utterance, made)

    def _have_timed(self, utterance: Utterance, sounds: tuple[Sound, ...], done: Callable[[tuple[Sound, ...]], None]) -> None:
        if any(sound.untimed for sound in sounds):
            self.synthesizer().request_times(utterance, sounds, done)

    @Slot(int, int, object)
    def _take(self, generation: int, sentence: int, sounds: tuple[Sound, ...]) -> None:
        if generation == self._generation:
            self._sounds[sentence] = sounds
            self.arrived.emit(sentence)

    def reject(self, sound: Sound) -> None:
        """A sound could not be played: all are asked for again, from the next link of the chain."""
        if sound.path is not None:
            self.synthesizer().reject(sound.path)
        self.drop()

    def drop(self) -> None:
        """The script is not read any more."""
        self._generation += 1
        self._sounds = {}

    def close(self) -> None:
        """End the synthesiser, if it was ever begun."""
        if self._synthesizer is not None:
            self._synthesizer.close()
