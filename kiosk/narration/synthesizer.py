"""Turns sentences into sound files, by the first engine of the language's chain that can."""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration.process import Command, EngineProcess, worker_command
from kiosk.narration.voices import CHAIN, Voice

CACHE_BYTES = 200_000_000
PACKAGES = {"pico": "py-nanotts", "espeak": "pyttsx3"}
TRIES = 2
PROBE_TEXTS = {"ar": "مرحبا", "fr": "Bonjour", "en": "Hello"}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RenderResult:
    """A sentence's sound, or why there is none."""

    path: Path | None
    voice: Voice | None = None
    reason: str = ""


class Synthesizer:
    """One render at a time, in a thread of its own; what was said once is kept."""

    def __init__(
        self,
        cache: Path,
        chain: Mapping[LanguageTag, tuple[Voice, ...]] = CHAIN,
        command: Command = worker_command,
        deadline: float = 5.0,
    ) -> None:
        self._cache = cache
        self._chain = chain
        self._command = command
        self._deadline = deadline
        self._engines: dict[str, EngineProcess] = {}
        self._closing = Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="narration")

    def render(self, sentence: Sentence, on_done: Callable[[RenderResult], None]) -> Future[None]:
        """Have a sentence said.

        Args:
            sentence: the words and their language.
            on_done: called with the result, in the synthesiser's thread.

        Returns:
            What can be cancelled as long as the render has not begun.
        """
        return self._pool.submit(lambda: on_done(self.render_now(sentence)))

    def render_now(self, sentence: Sentence) -> RenderResult:
        """The same, waiting for it; only ever from one thread."""
        reasons = [f"no voice for {sentence.language!r}"]
        for voice in self._chain.get(sentence.language, ()):
            path = self._cache / f"{cache_key(sentence, voice)}.wav"
            if path.exists():
                path.touch()
                return RenderResult(path, voice)
            for _ in range(TRIES):
                try:
                    self._say(sentence.text, voice, path)
                except NarrationError as error:
                    reasons.append(str(error))
                else:
                    return RenderResult(path, voice)
        log.info("not said: %s", reasons[-1])
        return RenderResult(None, None, reasons[-1])

    def _say(self, text: str, voice: Voice, path: Path) -> None:
        if self._closing.is_set():
            message = "the kiosk is closing"
            raise NarrationError(message)
        engine = self._engines.setdefault(voice.engine, EngineProcess(voice.engine, self._command, self._deadline))
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            self._make_room()
        except OSError as error:
            message = f"{self._cache}: cannot be written ({error.strerror}); free the disk or name another cache"
            raise NarrationError(message) from error
        engine.render(text, voice.name, voice.words_per_minute, path)

    def _make_room(self) -> None:
        files = sorted(self._cache.glob("*.wav"), key=lambda file: file.stat().st_mtime)
        total = sum(file.stat().st_size for file in files)
        while files and total > CACHE_BYTES:
            oldest = files.pop(0)
            total -= oldest.stat().st_size
            oldest.unlink(missing_ok=True)

    def close(self) -> None:
        """End all worker processes; what waits is dropped."""
        self._closing.set()
        for engine in list(self._engines.values()):
            engine.interrupt()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for engine in self._engines.values():
            engine.close()


def cache_key(sentence: Sentence, voice: Voice) -> str:
    """A name for the sound of a sentence by a voice: another text, engine, version, voice or speed gives another."""
    from importlib.metadata import version  # slow to load: here it does so in the synthesiser's thread

    parts = {
        "text": sentence.text,
        "language": sentence.language,
        "engine": voice.engine,
        "version": version(PACKAGES[voice.engine]) if voice.engine in PACKAGES else "",
        "voice": voice.name,
        "words_per_minute": voice.words_per_minute,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def voice_inventory(chain: Mapping[LanguageTag, tuple[Voice, ...]] = CHAIN) -> dict[LanguageTag, RenderResult]:
    """For each language, what speaks it here: found by having each say a word."""
    with TemporaryDirectory() as folder:
        synthesizer = Synthesizer(Path(folder), chain)
        try:
            return {tag: synthesizer.render_now(Sentence(PROBE_TEXTS.get(tag, "1 2 3"), tag)) for tag in chain}
        finally:
            synthesizer.close()
