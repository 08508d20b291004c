"""Where sounds are played: on the loudspeaker, else silently by the clock; at the speed and volume the listener chose."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.narration.sound import Sound
from kiosk.ui.machine.player import Player

SPEEDS = (75, 100, 125)
USUAL_SPEED = 100
VOLUMES = (20, 40, 60, 80, 100)
USUAL_VOLUME = 80


class Speakers(QObject):
    """One sound at a time. Percentages are whole numbers, 100 being the sound as it was made."""

    finished = Signal()
    failed = Signal()
    unheard = Signal()
    """Nobody hears what was played: it has stopped."""
    changed = Signal()
    """Speed, volume, or whether anything can be heard."""

    def __init__(self, make_player: Callable[[QObject], Player | None], silent: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._make_player = make_player
        self._loud: Player | None = None
        self._silent = silent
        self._player = silent
        self.present = True
        """Whether there is a loudspeaker, as far as the last sound has shown."""
        self.speed, self.volume = USUAL_SPEED, USUAL_VOLUME
        self._most = 100
        self._watch(silent)

    def _players(self) -> tuple[Player, ...]:
        return (self._silent,) if self._loud is None else (self._silent, self._loud)

    def _watch(self, player: Player) -> None:
        player.finished.connect(self.finished)
        player.failed.connect(self.failed)
        player.heard.connect(self._find)
        player.unheard.connect(self._miss)

    def open(self) -> None:
        """Have what plays sounds, if the machine has it."""
        if self._loud is None:
            self._loud = self._make_player(self)
            self.present = self._loud is not None
            if self._loud is not None:
                self._watch(self._loud)
                self._set(self.speed, self.volume)

    def warm(self) -> None:
        """Take the steps that the first sound would wait for; only while nothing plays."""
        if self._loud is not None:
            self._loud.warm()

    @Slot()
    def _find(self) -> None:
        self.present = True
        self.changed.emit()

    @Slot()
    def _miss(self) -> None:
        self.present = False
        self.unheard.emit()

    @property
    def loud(self) -> bool:
        """Whether the sound that was chosen last is played on a loudspeaker."""
        return self._player is self._loud

    def choose(self, sound: Sound) -> None:
        """Take the player that a sound needs: it may tell of a failure before `play` returns."""
        self._player = self._loud if self._loud is not None and sound.path is not None else self._silent
        self.changed.emit()

    def hush(self) -> None:
        """Nobody hears the sound that was chosen: it is played silently."""
        self._player = self._silent
        self.changed.emit()

    def play(self, sound: Sound) -> None:
        """Play the sound that was chosen from its beginning, instead of whatever plays."""
        self._player.play(sound.path, sound.seconds)

    def pause(self) -> None:
        """Stop the sound until `resume`."""
        self._player.pause()

    def resume(self) -> None:
        """Play on from where `pause` stopped."""
        self._player.resume()

    def stop(self) -> None:
        """Stop the sound at once."""
        self._player.stop()

    def position_ms(self) -> int:
        """How much of the sound has been heard."""
        return self._player.position_ms()

    def close(self) -> None:
        """End what plays, for good."""
        for player in self._players():
            player.close()

    def change_speed(self) -> None:
        """Faster, and after the fastest the slowest."""
        self._set(SPEEDS[(SPEEDS.index(self.speed) + 1) % len(SPEEDS)], self.volume)

    def change_volume(self, steps: int) -> None:
        """Louder by so many steps, as far as it goes; softer when they are negative."""
        self._set(self.speed, VOLUMES[min(max(0, VOLUMES.index(self.volume) + steps), len(VOLUMES) - 1)])

    def limit(self, most: int) -> None:
        """The most the hall bears: a listener's loudest."""
        self._most = most
        self._set(self.speed, self.volume)

    def reset(self) -> None:
        """The usual speed and volume."""
        self._set(USUAL_SPEED, USUAL_VOLUME)

    def _set(self, speed: int, volume: int) -> None:
        self.speed, self.volume = speed, volume
        for player in self._players():
            player.set_speed(speed)
            player.set_volume(volume * self._most // 100)
        self.changed.emit()
