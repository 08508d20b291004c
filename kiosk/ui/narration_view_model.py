"""Reads the open screen aloud, sentence by sentence, and says what is to be lit."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.cues import Cue, evenly, token_at
from kiosk.domain.narration import NarrationScript, Utterance
from kiosk.ui.player import Player
from kiosk.ui.reading import Row

if TYPE_CHECKING:
    from kiosk.narration.sound import Sound
    from kiosk.narration.synthesizer import Synthesizer

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FOLLOW_MS = 30
"""How often the word is looked for while a sound plays."""
AHEAD_MS = 250
"""How long a visitor stays on a screen before its first sentence is made ready."""
SPEEDS = (75, 100, 125)
USUAL_SPEED = 100
VOLUMES = (20, 40, 60, 80, 100)
USUAL_VOLUME = 80
NOTHING = NarrationScript(())


class NarrationState(StrEnum):
    """What the listen button says; each value but the last is the key of its word."""

    IDLE = "listen"
    PREPARING = "preparing"
    SPEAKING = "stop"
    PAUSED = "paused"


ICONS = {
    NarrationState.IDLE: "speaker-high",
    NarrationState.PREPARING: "hourglass",
    NarrationState.SPEAKING: "stop",
    NarrationState.PAUSED: "stop",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the voice is: which sentence, which of its sounds, which word of the sentence (-1: none known)."""

    sentence: int = 0
    part: int = 0
    word: int = -1


def derive_lit(utterance: Utterance, word: int) -> Row:
    """What is lit: a place on the screen, there the sentence, and in it the word. A text not shown stands in the transcript."""
    offset = 0 if utterance.place else utterance.span[0]
    start, end = utterance.words[min(word, len(utterance.words) - 1)] if word >= 0 and utterance.words else utterance.span[:1] * 2
    return {
        "place": utterance.place,
        "language": utterance.sentence.language,
        "start": utterance.span[0] - offset,
        "end": utterance.span[1] - offset,
        "wordStart": start - offset,
        "wordEnd": end - offset,
    }


def silent_cues(sound: "Sound", utterance: Utterance) -> tuple[Cue, ...]:
    """When each word is lit while nothing is heard: as the voice would have it, else each by its length."""
    if sound.cues or len(utterance.runs) > 1:
        return sound.cues
    return evenly(utterance.sentence.text, round(sound.seconds * 1000))


@QmlElement
@QmlUncreatable("made by the application")
class NarrationViewModel(QObject):
    """A new script replaces the old one, nothing queues; a touch anywhere but on its own keys is silence."""

    stateChanged = Signal()
    speakingChanged = Signal(bool)
    litChanged = Signal()
    settingsChanged = Signal()
    _arrived = Signal(int, int, object)

    def __init__(
        self,
        open_synthesizer: "Callable[[], Synthesizer]",
        make_player: Callable[[QObject], Player | None],
        silent: Player,
        script: Callable[[], NarrationScript],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._open_synthesizer = open_synthesizer
        self._synthesizer: Synthesizer | None = None
        self._make_player = make_player
        self._loud: Player | None = None
        self._silent = silent
        self._player = silent
        self._watch(silent)
        self._compose = script
        self._script = NOTHING
        self._state = NarrationState.IDLE
        self._generation = 0
        self._place = Place()
        self._lit: Row = {}
        self._cues: tuple[Cue, ...] = ()
        self._sounds: dict[int, tuple[Sound, ...]] = {}
        self._stopped_by_touch = False
        self._allowed = True
        self._speed, self._volume = USUAL_SPEED, USUAL_VOLUME
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=FOLLOW_MS)
        self._timer.timeout.connect(self._follow)
        self._ahead = QTimer(self, interval=AHEAD_MS, singleShot=True)
        self._ahead.timeout.connect(self._make_first)

    def _watch(self, player: Player) -> None:
        player.finished.connect(self._advance)
        player.failed.connect(self._try_next_link)

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
        self._stopped_by_touch = self._state is not NarrationState.IDLE
        if self._stopped_by_touch:
            self.stop()

    @Slot()
    def pauseOrResume(self) -> None:
        """Silence for a while, or on from there."""
        if self._state is NarrationState.SPEAKING:
            self._player.pause()
            self._set_state(NarrationState.PAUSED)
        elif self._state is NarrationState.PAUSED:
            self._player.resume()
            self._set_state(NarrationState.SPEAKING)

    @Slot()
    def repeat(self) -> None:
        """The sentence again, from its beginning."""
        self._go_to(self._place.sentence)

    @Slot()
    def previous(self) -> None:
        """The sentence before; the first one again."""
        self._go_to(max(0, self._place.sentence - 1))

    @Slot()
    def next(self) -> None:
        """The sentence after; after the last one, silence."""
        self._go_to(self._place.sentence + 1)

    @Slot()
    def changeSpeed(self) -> None:
        """Faster, and after the fastest the slowest."""
        self._set(SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)], self._volume)

    @Slot()
    def quieter(self) -> None:
        """One step softer."""
        self._set(self._speed, VOLUMES[max(0, VOLUMES.index(self._volume) - 1)])

    @Slot()
    def louder(self) -> None:
        """One step louder."""
        self._set(self._speed, VOLUMES[min(len(VOLUMES) - 1, VOLUMES.index(self._volume) + 1)])

    def _set(self, speed: int, volume: int) -> None:
        self._speed, self._volume = speed, volume
        for player in (self._loud, self._silent):
            if player is not None:
                player.set_speed(speed)
                player.set_volume(volume)
        self.settingsChanged.emit()

    @Slot()
    def stop(self) -> None:
        """Silence; what is still being made is dropped when it comes."""
        self._generation += 1
        self._sounds = {}
        self._timer.stop()
        self._player.stop()
        self._set_state(NarrationState.IDLE)
        self._light({})

    # what the kiosk does -----------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Another screen or language."""
        self.stop()
        self._stopped_by_touch = False
        self._ahead.start()

    @Slot()
    def _make_first(self) -> None:
        """The visitor stays on a screen: its first sentence is made before anyone asks."""
        if self._state is NarrationState.IDLE and self._synthesizer is not None:
            first = self._compose().utterances[:1]
            if first and not self._synthesizer.ready(first[0]):
                self._synthesizer.request(first[0], lambda _sounds: None)

    def reset(self) -> None:
        """The visitor has gone: the next one hears the usual speed and volume."""
        self.forget()
        self._set(USUAL_SPEED, USUAL_VOLUME)

    def warm(self) -> None:
        """Open the sound card and start the voices, while nobody waits for them."""
        self._provide_player()
        if self._loud is not None and self._state is NarrationState.IDLE:
            self._loud.warm()
        self._provide_synthesizer().warm()

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

    def _provide_player(self) -> None:
        if self._loud is None:
            self._loud = self._make_player(self)
            if self._loud is not None:
                self._watch(self._loud)
                self._set(self._speed, self._volume)

    def _provide_synthesizer(self) -> "Synthesizer":
        if self._synthesizer is None:
            self._synthesizer = self._open_synthesizer()
        return self._synthesizer

    # sentence by sentence ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._provide_player()
        self._script = self._compose()
        self._go_to(0)

    def _go_to(self, sentence: int) -> None:
        if sentence >= len(self._script.utterances):
            self.stop()
            return
        self._player.stop()
        self._place = Place(sentence)
        self._light(derive_lit(self._script.utterances[sentence], -1))
        self._request(sentence)
        if sentence in self._sounds:
            self._speak()
        else:
            self._set_state(NarrationState.PREPARING)
        self._request(sentence + 1)

    def _request(self, sentence: int) -> None:
        if sentence in self._sounds or sentence >= len(self._script.utterances):
            return
        utterance, synthesizer = self._script.utterances[sentence], self._provide_synthesizer()
        ready = synthesizer.ready(utterance)
        if ready:
            self._sounds[sentence] = ready
            return
        generation = self._generation

        def done(sounds: "tuple[Sound, ...]") -> None:
            self._arrived.emit(generation, sentence, sounds)

        synthesizer.request(utterance, done)

    @Slot(int, int, object)
    def _take(self, generation: int, sentence: int, sounds: "tuple[Sound, ...]") -> None:
        if generation != self._generation:
            return
        self._sounds[sentence] = sounds
        if self._state is NarrationState.PREPARING and sentence == self._place.sentence:
            self._speak()

    def _sound(self) -> "Sound":
        return self._sounds[self._place.sentence][self._place.part]

    def _speak(self) -> None:
        sound = self._sound()
        self._player = self._loud if self._loud is not None and sound.path is not None else self._silent
        self._set_state(NarrationState.SPEAKING)
        self._player.play(sound.path, sound.seconds)
        self._cues = sound.cues if self._player is self._loud else silent_cues(sound, self._script.utterances[self._place.sentence])
        self._timer.start()
        self.settingsChanged.emit()

    @Slot()
    def _advance(self) -> None:
        if self._state is not NarrationState.SPEAKING:
            return
        place = self._place
        if place.part + 1 < len(self._sounds[place.sentence]):
            self._place = Place(place.sentence, place.part + 1)
            self._speak()
        else:
            self._go_to(place.sentence + 1)

    @Slot()
    def _try_next_link(self) -> None:
        """The file cannot be played: the sentence again, from whatever else there is."""
        if self._state is not NarrationState.SPEAKING or self._synthesizer is None:
            return
        path = self._sound().path
        if path is not None:
            self._synthesizer.reject(path)
        self._sounds = {}
        self._go_to(self._place.sentence)

    @Slot()
    def _follow(self) -> None:
        """Light the word that is heard."""
        if self._state is not NarrationState.SPEAKING:
            return
        utterance = self._script.utterances[self._place.sentence]
        word = token_at(self._cues, self._player.position_ms())
        if word >= 0:
            self._light(derive_lit(utterance, word + self._sound().first_word))

    # properties --------------------------------------------------------------------------------------------------

    def _light(self, lit: Row) -> None:
        if lit != self._lit:
            self._lit = lit
            self.litChanged.emit()

    def _set_state(self, state: NarrationState) -> None:
        was, self._state = self._state, state
        if was is not state:
            self.stateChanged.emit()
            self.settingsChanged.emit()
            self.speakingChanged.emit(state in {NarrationState.SPEAKING, NarrationState.PREPARING})

    @Property(str, notify=stateChanged)
    def label(self) -> str:
        return NarrationState.SPEAKING.value if self._state is NarrationState.PAUSED else self._state.value

    @Property(str, notify=stateChanged)
    def icon(self) -> str:
        return ICONS[self._state]

    @Property(bool, notify=stateChanged)
    def active(self) -> bool:
        return self._state is not NarrationState.IDLE

    @Property(bool, notify=stateChanged)
    def paused(self) -> bool:
        return self._state is NarrationState.PAUSED

    @Property("QVariantMap", notify=litChanged)
    def lit(self) -> Row:
        return self._lit

    @Property(str, notify=litChanged)
    def transcript(self) -> str:
        """The sentence, where the screen does not show it as it is said."""
        if not self._lit or self._lit["place"]:
            return ""
        utterance = self._script.utterances[self._place.sentence]
        return utterance.shown[slice(*utterance.span)]

    @Property(bool, notify=settingsChanged)
    def audible(self) -> bool:
        """Whether the sentence is heard; while it is being made, whether it will be, as far as anyone knows."""
        return self._loud is not None and (self._player is self._loud or self._state is NarrationState.PREPARING)

    @Property(str, notify=settingsChanged)
    def speed(self) -> str:
        return f"×{self._speed / 100:g}"

    @Property(bool, notify=settingsChanged)
    def canBeQuieter(self) -> bool:
        return self._volume > VOLUMES[0]

    @Property(bool, notify=settingsChanged)
    def canBeLouder(self) -> bool:
        return self._volume < VOLUMES[-1]

    @Property(bool, notify=stateChanged)
    def available(self) -> bool:
        return self._allowed
