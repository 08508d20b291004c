"""Renders sentences ahead, each once, in several processes; what is there already by the same recipe stays."""

import atexit
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary, key_of, read_sound
from kiosk.narration.making import Raw, cues_of, store
from kiosk.narration.process import EngineProcess
from kiosk.narration.recipe import recipe
from kiosk.narration.voices import Voice

DEADLINE = 60.0
"""Seconds a slow engine may take for a sentence; nobody waits for it."""
TRIES = 2


@dataclass(frozen=True, slots=True)
class RenderResult:
    """What became of a sentence."""

    sentence: Sentence
    made: bool
    """False: it was there already, or it could not be made."""
    seconds: float = 0.0
    has_cues: bool = False
    reason: str = ""
    """Why there is no sound."""


class Renderer:
    """Renders with worker processes of its own."""

    def __init__(self, folder: Path, voices: Mapping[LanguageTag, tuple[Voice, ...]]) -> None:
        self._library = SoundLibrary(folder)
        self._voices = voices
        self._engines: dict[str, EngineProcess] = {}

    def _engine(self, name: str) -> EngineProcess:
        return self._engines.setdefault(name, EngineProcess(name, deadline=DEADLINE))

    def render(self, sentence: Sentence) -> RenderResult:
        """Make the sound of a sentence by the first voice that can, unless it is there."""
        reason = f"no voice for {sentence.language!r}"
        for voice in self._voices.get(sentence.language, ()):
            made_by = recipe(sentence, voice)
            there = self._there(sentence, key_of(made_by))
            if there:
                return there
            for _ in range(TRIES):
                try:
                    return self._make(sentence, voice, made_by)
                except NarrationError as error:
                    reason = str(error)
        return RenderResult(sentence, made=False, reason=reason)

    def _there(self, sentence: Sentence, maker: str) -> RenderResult | None:
        path = self._library.path_of(sentence, maker)
        entry = next((e for e in self._library.entries_of(sentence) if e.path == path), None)
        sound = read_sound(entry, sentence) if entry else None
        return RenderResult(sentence, made=False, seconds=sound.seconds, has_cues=bool(sound.cues)) if sound else None

    def _make(self, sentence: Sentence, voice: Voice, made_by: dict[str, Any]) -> RenderResult:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "raw.wav"
            said = self._engine(voice.engine).render(sentence.full, voice.name, voice.words_per_minute, path, sentence.reading)
            raw = Raw(*audio.read_sound(path))
        cues = cues_of(sentence, raw, said.events, self._engine("espeak"))
        about = {"voice": f"{voice.engine} {Path(voice.name).name}", "recipe": made_by}
        maker = key_of(made_by)
        store(self._library, sentence, maker, raw, cues, about)
        self._library.drop_others(sentence, keep=(maker, RECORDED))
        return RenderResult(sentence, made=True, seconds=said.seconds, has_cues=bool(cues))

    def close(self) -> None:
        """End the workers."""
        for engine in self._engines.values():
            engine.close()


_mine: list[Renderer] = []
"""The renderer of a process of the pool."""


def _open(folder: Path, voices: Mapping[LanguageTag, tuple[Voice, ...]]) -> None:
    _mine.append(Renderer(folder, voices))
    atexit.register(_mine[0].close)


def _render(sentence: Sentence) -> RenderResult:
    return _mine[0].render(sentence)


def render_all(
    sentences: Iterable[Sentence], folder: Path, voices: Mapping[LanguageTag, tuple[Voice, ...]], jobs: int
) -> Iterator[RenderResult]:
    """Render sentences in several processes; yields each as it is done.

    Stopped at any moment, it goes on from there the next time.
    """
    with ProcessPoolExecutor(jobs, initializer=partial(_open, folder, voices)) as pool:
        futures = [pool.submit(_render, sentence) for sentence in sentences]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)
