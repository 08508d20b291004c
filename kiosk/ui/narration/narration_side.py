"""The side that speaks: what visitors have read aloud, and what is announced without being asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.config import SOUNDS, KioskConfig
from kiosk.domain.content_mode import ContentMode
from kiosk.domain.narration import NarrationScript
from kiosk.narration.library import NarrationLibraries
from kiosk.narration.pack import SoundPack
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.player import SilentPlayer
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.narration.recital import Recital
from kiosk.ui.narration.sound_supply import SoundSupply
from kiosk.ui.narration.speakers import Speakers

if TYPE_CHECKING:
    from kiosk.narration.synthesizer import Synthesizer

Script = Callable[[], NarrationScript]


class NarrationSide:
    """Two readers with one set of sounds, made once and taken down with the window."""

    def __init__(self, config: KioskConfig, boundary: Boundary, script: Script, announcement: Script, parent: QObject) -> None:
        """Make both; nothing is said.

        Args:
            config: the kiosk's settings.
            boundary: clock and player.
            script: what is read aloud where the visitor is.
            announcement: what is said without being asked.
            parent: owns the parts.
        """
        self._config, self._boundary, self._parent = config, boundary, parent
        self._speakers: list[Speakers] = []
        shipped = SoundPack(SOUNDS, config.cache / "sounds") if config.shipped_sounds else None
        self._sounds = NarrationLibraries(config.narration, shipped)
        self.reader, self.announcer = self._make_reader(script), self._make_reader(announcement)

    def _make_reader(self, script: Script) -> NarrationViewModel:
        speakers = Speakers(self._boundary.make_player, SilentPlayer(self._boundary.clock, self._parent), self._parent)
        self._speakers.append(speakers)
        supply = SoundSupply(partial(_open_synthesizer, self._config, self._sounds), self._parent)
        return NarrationViewModel(Recital(supply, speakers, self._parent), script, self._parent)

    def put_first(self, folder: Path | None) -> None:
        """Look for sounds in the folder that came with the content before the kiosk's own."""
        self._sounds.put_first(folder)

    def obey(self, mode: ContentMode) -> None:
        """Whether a mode lets anything sound."""
        self.reader.allow(sound=mode.sound, unasked=mode.aloud)
        self.announcer.allow(sound=mode.sound)

    def limit(self, percent: int) -> None:
        """The most that is heard, in percent of what the machine has."""
        for speakers in self._speakers:
            speakers.limit(percent)

    def announce(self) -> None:
        """Say the announcement, unless something is being read aloud."""
        if self.reader.silent:
            self.announcer.say()

    def close(self) -> None:
        """End the readers."""
        self.reader.close()
        self.announcer.close()


def _open_synthesizer(config: KioskConfig, sounds: NarrationLibraries) -> "Synthesizer":
    from kiosk.narration.synthesizer import Synthesizer  # loaded after the first picture, or by the first visitor who listens
    from kiosk.narration.voices import live_voices

    return Synthesizer(config.cache / "narration", sounds, live_voices(config.voices))
