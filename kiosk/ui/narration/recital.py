"""A script said sentence by sentence: which is heard, what is lit with it, and what becomes of it when a sound fails."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.cues import Cue, token_at
from kiosk.domain.narration import NarrationScript, Utterance
from kiosk.narration.sound import Sound
from kiosk.presentation.serving_rows import Lit
from kiosk.ui.narration.lit import derive_lit, silent_cues
from kiosk.ui.narration.sound_supply import SoundSupply
from kiosk.ui.narration.speakers import Speakers

FOLLOW_MS = 30
"""How often the word is looked for while a sound plays."""


class RecitalState(StrEnum):
    """What a recital does."""

    IDLE = "idle"
    PREPARING = "preparing"
    SPEAKING = "speaking"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class RecitalPosition:
    """Where the voice is: which sentence, and which of its sounds."""

    sentence: int = 0
    part: int = 0


class Recital(QObject):
    """A new script replaces the old one, nothing queues."""

    stateChanged = Signal()
    litChanged = Signal()
    activeChanged = Signal()
    """It has begun, or is over."""

    def __init__(self, supply: SoundSupply, speakers: Speakers, parent: QObject) -> None:
        super().__init__(parent)
        self.supply, self.speakers = supply, speakers
        self.state = RecitalState.IDLE
        self.lit: Lit | None = None
        """What is lit; nothing while nothing is said."""
        self.script = NarrationScript(())
        self._place = RecitalPosition()
        self._cues: tuple[Cue, ...] = ()
        supply.arrived.connect(self._take)
        speakers.finished.connect(self._advance)
        speakers.failed.connect(self._try_next_link)
        speakers.unheard.connect(self._go_on_silently)
        self._timer = QTimer(self, interval=FOLLOW_MS)
        self._timer.timeout.connect(self._follow)

    @property
    def sentence(self) -> int:
        """Which sentence of the script is said, or was last, from 0."""
        return self._place.sentence

    @property
    def utterance(self) -> Utterance:
        """The sentence that is said; only while one is."""
        return self.script.utterances[self._place.sentence]

    @property
    def sound(self) -> Sound:
        """What is heard of it; only while it is."""
        return self.supply.sounds(self._place.sentence)[self._place.part]

    def begin(self, script: NarrationScript) -> None:
        """Say a script from its first sentence."""
        self.speakers.open()
        self.script = script
        self.go_to(0)

    def go_to(self, sentence: int) -> None:
        """Say a sentence from its beginning, and those after it; behind the last there is silence."""
        if sentence >= len(self.script.utterances):
            self.stop()
            return
        self.speakers.stop()
        self._place, self.lit = RecitalPosition(sentence), None  # one letter after another is lit alike
        self._light(derive_lit(self.utterance, -1))
        self._bring(sentence)
        if self.supply.sounds(sentence):
            self._speak()
        else:
            self._set_state(RecitalState.PREPARING)
        self._bring(sentence + 1)

    def move(self, sentences: int) -> None:
        """Go on, or back, by so many sentences; not before the first."""
        self.go_to(max(0, self._place.sentence + sentences))

    def pause_or_resume(self) -> None:
        """Silence for a while, or on from there."""
        if self.state is RecitalState.SPEAKING:
            self.speakers.pause()
            self._set_state(RecitalState.PAUSED)
        elif self.state is RecitalState.PAUSED:
            self.speakers.resume()
            self._set_state(RecitalState.SPEAKING)

    def stop(self) -> None:
        """Silence; what is still being made is dropped when it comes."""
        self.supply.drop()
        self._timer.stop()
        self.speakers.stop()
        self._set_state(RecitalState.IDLE)
        self._light(None)

    def _bring(self, sentence: int) -> None:
        if sentence < len(self.script.utterances):
            self.supply.bring(sentence, self.script.utterances[sentence])

    @Slot(int)
    def _take(self, sentence: int) -> None:
        if sentence != self._place.sentence:
            return
        if self.state is RecitalState.PREPARING:
            self._speak()
        else:
            self._take_cues()

    def _speak(self) -> None:
        sound = self.sound
        self.speakers.choose(sound)
        self._set_state(RecitalState.SPEAKING)
        self._take_cues()
        self._timer.start()
        self.speakers.play(sound)

    def _take_cues(self) -> None:
        """When each word is lit; of a sound that has begun too, once that is known."""
        self._cues = self.sound.cues if self.speakers.loud else silent_cues(self.sound, self.utterance)

    @Slot()
    def _advance(self) -> None:
        if self.state is not RecitalState.SPEAKING:
            return
        place = self._place
        if place.part + 1 < len(self.supply.sounds(place.sentence)):
            self._place = RecitalPosition(place.sentence, place.part + 1)
            self._speak()
        else:
            self.go_to(place.sentence + 1)

    @Slot()
    def _try_next_link(self) -> None:
        """The file cannot be played: the sentence again, from whatever else there is."""
        if self.state is RecitalState.SPEAKING:
            self.supply.reject(self.sound)
            self.go_to(self._place.sentence)

    @Slot()
    def _go_on_silently(self) -> None:
        """Nobody hears it: its words are lit from the first one by the clock; the next sound tries the loudspeaker again."""
        if self.state is RecitalState.SPEAKING:
            self.speakers.hush()
            self._take_cues()
            self.speakers.play(self.sound)

    @Slot()
    def _follow(self) -> None:
        """Light the word that is heard."""
        if self.state is RecitalState.SPEAKING:
            word = token_at(self._cues, self.speakers.position_ms())
            if word >= 0:
                self._light(derive_lit(self.utterance, word + self.sound.first_word))

    def _light(self, lit: Lit | None) -> None:
        if lit != self.lit:
            self.lit = lit
            self.litChanged.emit()

    def _set_state(self, state: RecitalState) -> None:
        was, self.state = self.state, state
        if was is not state:
            self.stateChanged.emit()
        if RecitalState.IDLE in {was, state} and was is not state:
            self.activeChanged.emit()
