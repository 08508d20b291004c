"""What QML sees of reading aloud: the listen button, the listener's own keys, and what is lit."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.narration import NarrationScript
from kiosk.presentation.serving_rows import Lit
from kiosk.ui.narration.recital import Recital, RecitalState
from kiosk.ui.narration.speakers import VOLUMES
from kiosk.ui.shell.serving_rows import TYPES, Row

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

AHEAD_MS = 250
"""How long a visitor stays on a screen before its first sentence is made ready."""
LABELS = dict(zip(RecitalState, ("listen", "preparing", "stop", "stop"), strict=True))
"""The keys of the words on the listen button."""
ICONS = dict(zip(RecitalState, ("speaker-high", "hourglass", "stop", "stop"), strict=True))


@QmlElement
@QmlUncreatable("made by the application")
class NarrationViewModel(QObject):
    """A touch anywhere but on its own keys is silence."""

    stateChanged = Signal()
    speakingChanged = Signal(bool)
    litChanged = Signal()
    settingsChanged = Signal()
    asked = Signal()
    """A visitor wants to listen."""

    def __init__(self, recital: Recital, script: Callable[[], NarrationScript], parent: QObject) -> None:
        """Read what the open screen has to say.

        Args:
            recital: says it; used by nobody else.
            script: what there is to say now.
            parent: owns the view model.
        """
        super().__init__(parent)
        self.recital, self._compose = recital, script
        self._supply, self._speakers = recital.supply, recital.speakers
        self._stopped_by_touch = False
        self._allowed, self._unasked, self._brief = True, False, False
        recital.stateChanged.connect(self._tell_state)
        self._lit = TYPES[Lit](Lit(), self)
        recital.litChanged.connect(self._show_lit)
        self._speakers.changed.connect(self.settingsChanged)
        self._ahead = QTimer(self, interval=AHEAD_MS, singleShot=True)
        self._ahead.timeout.connect(self._make_first)

    @Slot()
    def toggle(self) -> None:
        """Listen, or stop listening; the touch that stopped it does not start it again."""
        if self._stopped_by_touch:
            self._stopped_by_touch = False
        elif self.silent:
            self._brief = False
            self.recital.begin(self._compose())
            self.asked.emit()
        else:
            self.recital.stop()

    def interrupt(self) -> None:
        """A touch began: silence at once, and nothing begins by itself until the touch has led somewhere."""
        if self._unasked:
            self._ahead.stop()
        self._stopped_by_touch = self.recital.state is not RecitalState.IDLE
        if self._stopped_by_touch:
            self.recital.stop()

    @Slot()
    def pauseOrResume(self) -> None:
        """Silence for a while, or on from there."""
        self.recital.pause_or_resume()

    @Slot()
    def repeat(self) -> None:
        """The sentence again, from its beginning."""
        self.recital.move(0)

    @Slot()
    def previous(self) -> None:
        """The sentence before; the first one again."""
        self.recital.move(-1)

    @Slot()
    def next(self) -> None:
        """The sentence after; after the last one, silence."""
        self.recital.move(1)

    @Slot()
    def changeSpeed(self) -> None:
        """Faster, and after the fastest the slowest."""
        self._speakers.change_speed()

    @Slot()
    def quieter(self) -> None:
        """Lower the volume by one step."""
        self._speakers.change_volume(-1)

    @Slot()
    def louder(self) -> None:
        """Raise the volume by one step."""
        self._speakers.change_volume(1)

    @Slot()
    def changeVolume(self) -> None:
        """One step louder, and after the loudest the softest."""
        self._speakers.change_volume(1 if self.canBeLouder else -len(VOLUMES))

    @Slot()
    def stop(self) -> None:
        """Stop reading aloud."""
        self.recital.stop()

    @property
    def silent(self) -> bool:
        """Nothing is being read aloud, and something could be."""
        return self._allowed and not self.active

    @property
    def may_speak(self) -> bool:
        """Whether this kiosk may speak at all."""
        return self._allowed

    def say(self) -> None:
        """Say what there is to say now, in place of what is being said; whatever stopped it before."""
        self.say_this(self._compose())

    def say_this(self, script: NarrationScript, *, brief: bool = False) -> None:
        """Say a script, in place of what is being said; a brief one has no keys of its own on the screen."""
        self.recital.stop()
        self._brief = brief
        if self._allowed:
            self.recital.begin(script)

    def forget(self) -> None:
        """Another screen or language."""
        self.recital.stop()
        self._stopped_by_touch = False
        self._ahead.start()

    @Slot()
    def _make_first(self) -> None:
        """The visitor stays on a screen: its first sentence is made before anyone asks, or said where nobody has to."""
        if self.active:
            return
        script = self._compose()
        if script.utterances and self._unasked:
            self.say_this(script)
        for utterance in script.utterances[:1] if not self.active else ():
            self._supply.make_ready(utterance)

    def reset(self) -> None:
        """The visitor has gone: the next one hears the usual speed and volume."""
        self.forget()
        self._speakers.reset()

    def warm(self) -> None:
        """Open the loudspeaker and start the voices, while nobody waits for them."""
        self._speakers.open()
        if not self.active:
            self._speakers.warm()
        self._supply.synthesizer().warm()

    def allow(self, *, sound: bool, unasked: bool = False) -> None:
        """Whether this kiosk may speak at all, and whether it reads what is opened without being asked."""
        self._allowed, self._unasked = sound, unasked
        self.recital.stop()
        self.stateChanged.emit()

    def close(self) -> None:
        """Silence, and the end of the synthesiser."""
        self._ahead.stop()
        self.recital.stop()
        self._speakers.close()
        self._supply.close()

    def _show_lit(self) -> None:
        self._lit.take(self.recital.lit or Lit())
        self.litChanged.emit()

    def _tell_state(self) -> None:
        self.stateChanged.emit()
        self.settingsChanged.emit()
        self.speakingChanged.emit(self.recital.state in {RecitalState.SPEAKING, RecitalState.PREPARING})

    @Property(str, notify=stateChanged)
    def label(self) -> str:
        return LABELS[self.recital.state]

    @Property(str, notify=stateChanged)
    def icon(self) -> str:
        return ICONS[self.recital.state]

    @Property(bool, notify=stateChanged)
    def active(self) -> bool:
        return self.recital.state is not RecitalState.IDLE

    @Property(bool, notify=stateChanged)
    def brief(self) -> bool:
        return self._brief

    @Property(bool, notify=stateChanged)
    def paused(self) -> bool:
        return self.recital.state is RecitalState.PAUSED

    @Property(TYPES[Lit], constant=True)
    def lit(self) -> Row:
        """What is lit; of no language while nothing is."""
        return self._lit

    @Property(str, notify=litChanged)
    def transcript(self) -> str:
        """The sentence, where the screen does not show it as it is said."""
        if not self.recital.lit or self.recital.lit.place:
            return ""
        utterance = self.recital.utterance
        return utterance.shown[slice(*utterance.span)]

    @Property(bool, notify=settingsChanged)
    def audible(self) -> bool:
        """Whether the sentence is heard; while it is being made, whether it will be, as far as anyone knows."""
        return self._speakers.present and (self._speakers.loud or self.recital.state is RecitalState.PREPARING)

    @Property(str, notify=settingsChanged)
    def speed(self) -> str:
        return f"×{self._speakers.speed / 100:g}"

    @Property(int, notify=settingsChanged)
    def volume(self) -> int:
        return self._speakers.volume

    @Property(bool, notify=settingsChanged)
    def canBeQuieter(self) -> bool:
        return self._speakers.volume > VOLUMES[0]

    @Property(bool, notify=settingsChanged)
    def canBeLouder(self) -> bool:
        return self._speakers.volume < VOLUMES[-1]

    @Property(bool, notify=stateChanged)
    def available(self) -> bool:
        return self._allowed
