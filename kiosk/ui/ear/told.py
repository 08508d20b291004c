"""What is being said to somebody who goes by ear, and which part of it they have heard last."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from kiosk.domain.narration import NarrationScript, Utterance
from kiosk.ui.narration.narration_view_model import NarrationViewModel

Part = TypeVar("Part")


class Told(Generic[Part]):
    """A script whose sentences belong to something, as to an entry or to a language."""

    def __init__(self, reader: NarrationViewModel) -> None:
        self._reader = reader
        self._script = NarrationScript(())
        self._owners: list[Part] = []

    def say(self, parts: Iterable[tuple[Part, NarrationScript]]) -> None:
        """Say the scripts of some parts, one after the other, in place of what is being said."""
        utterances = list[Utterance]()
        self._owners = []
        for owner, script in parts:
            utterances += script.utterances
            self._owners += [owner] * len(script.utterances)
        self._script = NarrationScript(tuple(utterances))
        self._reader.say_this(self._script)

    @property
    def heard(self) -> Part | None:
        """What the sentence that is said, or was last, belongs to; None where something else was said since."""
        recital = self._reader.recital
        if recital.script is not self._script or recital.sentence >= len(self._owners):
            return None
        return self._owners[recital.sentence]
