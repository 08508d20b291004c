"""Turns sentences into sounds, by the first link of the language's chain that can: recorded, rendered, live, silence."""

import json
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from kiosk.domain.cues import from_events, word_spans
from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence, Utterance
from kiosk.errors import NarrationError
from kiosk.narration.library import SoundLibrary, Sounds, key_of, read_sidecar
from kiosk.narration.process import DEADLINE, Command, EngineProcess, Said, worker_command
from kiosk.narration.sound import Sound, silence
from kiosk.narration.voices import CHAIN, REFERENCE, Voice, said_by

ALIGNER = "espeak"
"""The engine that finds when the words of others are heard; in a process of its own, so that no voice waits for it."""
CACHE_BYTES = 200_000_000
PROBE_TEXTS = {"ar": "مَرْحَبًا", "fr": "Bonjour", "en": "Hello"}
Chain = Mapping[LanguageTag, tuple[Voice, ...]]

log = logging.getLogger(__name__)


class Synthesizer:
    """One sentence at a time, in a thread of its own; what was said once is kept."""

    def __init__(
        self,
        cache: Path,
        library: Sounds,
        chain: Chain = CHAIN,
        command: Command = worker_command,
        deadline: float = DEADLINE,
    ) -> None:
        self._cache = cache
        self._library = library
        self._chain = chain
        self._command = command
        self._deadline = deadline
        self._engines: dict[str, EngineProcess] = {}
        self._broken: set[Path] = set()
        self._closing = Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="narration")
        self._aligner = EngineProcess(ALIGNER, command, deadline)
        self._timing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="word-times")

    def request(self, utterance: Utterance, on_done: Callable[[tuple[Sound, ...]], None]) -> Future[None]:
        """Have a sentence said.

        Args:
            utterance: the sentence.
            on_done: called with its sounds in order, in the synthesiser's thread.

        Returns:
            What can be cancelled as long as the work has not begun.
        """
        return self._pool.submit(lambda: on_done(self.sounds_of(utterance)))

    def request_times(
        self, utterance: Utterance, sounds: tuple[Sound, ...], on_done: Callable[[tuple[Sound, ...]], None]
    ) -> Future[None]:
        """Have the times of its words found for a sentence that is being heard.

        Args:
            utterance: the sentence.
            sounds: its sounds.
            on_done: called with the same sounds and the times of their words, in a thread of its own.
        """
        return self._timing.submit(lambda: on_done(tuple(map(self._timed, utterance.runs, sounds))))

    def _timed(self, sentence: Sentence, sound: Sound) -> Sound:
        """A sound with the times of its words, kept for the next time; as it was where they cannot be found."""
        voice = REFERENCE.get(sentence.language)
        if not sound.untimed or sound.path is None or voice is None or self._closing.is_set():
            return sound
        try:
            events = self._aligner.times_of(sentence.full, voice.name, voice.words_per_minute, sound.path, sentence.reading)
            self._keep(sound.path, Said(sound.seconds, events))
        except (NarrationError, OSError) as error:
            log.info("lit as a whole: %s", error)
            return replace(sound, untimed=False)
        return replace(sound, cues=from_events(sentence.text, events, round(sound.seconds * 1000), sentence.full), untimed=False)

    def warm(self) -> None:
        """Start the processes of the first voices, so that the first visitor does not wait for them."""
        self._pool.submit(self._library.warm, tuple(self._chain))
        for engine in {voices[0].engine for voices in self._chain.values() if voices}:
            self._pool.submit(self._start, engine)

    def _start(self, engine: str) -> None:
        try:
            if not self._closing.is_set():
                self._process(engine).probe()
        except NarrationError as error:
            if not self._closing.is_set():
                log.info("not ready: %s", error)

    def reject(self, path: Path) -> None:
        """A file could not be played: the next link of the chain is asked from now on."""
        self._library.reject(path)
        self._broken.add(path)

    def ready(self, utterance: Utterance) -> tuple[Sound, ...] | None:
        """The sounds of a sentence if they are all there; from any thread, without waiting for a voice."""
        whole = self._library.find(utterance.sentence)
        if whole:
            return (whole,)
        sounds = [self._stored(run) or self._said_before(run) for run in utterance.runs]
        return _in_a_row(utterance, sounds) if all(sounds) else None

    def sounds_of(self, utterance: Utterance) -> tuple[Sound, ...]:
        """The sounds of a sentence, waiting for them; only ever from one thread."""
        return self.ready(utterance) or _in_a_row(utterance, [self._stored(run) or (self.say(run),) for run in utterance.runs])

    def _stored(self, sentence: Sentence) -> tuple[Sound, ...]:
        """What was made ahead of a sentence: the whole, else pieces of it; nothing where it must be said."""
        whole = self._library.find(sentence)
        return (whole,) if whole else self._library.find_pieces(sentence)

    def _said_before(self, sentence: Sentence) -> tuple[Sound, ...]:
        for voice in self._chain.get(sentence.language, ()):
            path = self._path(sentence, voice)
            said = None if path in self._broken else self._kept(path)
            if said:
                return (_sound(sentence, voice, path, said),)
        return ()

    def say(self, sentence: Sentence) -> Sound:
        """A sentence by the first voice that can, now."""
        reason = f"no voice for {sentence.language!r}"
        for voice in self._chain.get(sentence.language, ()):
            path = self._path(sentence, voice)
            if path in self._broken:
                continue
            try:
                said = self._kept(path) or self._say(sentence, voice, path)
            except NarrationError as error:
                reason = str(error)
            else:
                return _sound(sentence, voice, path, said)
        log.info("not said: %s", reason)
        return silence(sentence, reason)

    def _path(self, sentence: Sentence, voice: Voice) -> Path:
        return self._cache / f"{cache_key(sentence, voice)}.wav"

    @staticmethod
    def _kept(path: Path) -> Said | None:
        """What was said before, if it is still there whole."""
        sidecar = read_sidecar(path.with_suffix(".json"))
        if not path.exists() or "seconds" not in sidecar:
            return None
        path.touch()
        events = sidecar.get("events")
        return Said(float(sidecar["seconds"]), [(place, time) for place, time in events or ()], untimed=events is None)

    @staticmethod
    def _keep(path: Path, said: Said) -> None:
        """Write beside a sound what it is; whole, or not at all.

        Raises:
            OSError: the disk does not let it.
        """
        sidecar: dict[str, object] = {"seconds": said.seconds} if said.untimed else {"seconds": said.seconds, "events": said.events}
        fresh = path.with_suffix(".fresh")
        fresh.write_text(json.dumps(sidecar), encoding="utf-8")
        fresh.replace(path.with_suffix(".json"))

    def _process(self, engine: str) -> EngineProcess:
        return self._engines.setdefault(engine, EngineProcess(engine, self._command, self._deadline))

    def _say(self, sentence: Sentence, voice: Voice, path: Path) -> Said:
        """Have a worker say it; one more try when it fails.

        Raises:
            NarrationError: it failed twice, or the cache cannot be written.
        """
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            self._make_room()
        except OSError as error:
            message = f"{self._cache}: cannot be written ({error.strerror}); free the disk or name another cache"
            raise NarrationError(message) from error
        try:
            said = self._ask(sentence, voice, path)
        except NarrationError:
            said = self._ask(sentence, voice, path)
        said = replace(said, untimed=not self._process(voice.engine).reports_words)
        self._keep(path, said)
        return said

    def _ask(self, sentence: Sentence, voice: Voice, path: Path) -> Said:
        if self._closing.is_set():
            message = "the kiosk is closing"
            raise NarrationError(message)
        return self._process(voice.engine).render(sentence.full, voice.name, voice.words_per_minute, path, sentence.reading)

    def _make_room(self) -> None:
        files = sorted(self._cache.glob("*.wav"), key=lambda file: file.stat().st_mtime)
        total = sum(file.stat().st_size for file in files)
        while files and total > CACHE_BYTES:
            oldest = files.pop(0)
            total -= oldest.stat().st_size
            oldest.unlink(missing_ok=True)
            oldest.with_suffix(".json").unlink(missing_ok=True)

    def close(self) -> None:
        """End all worker processes; what waits is dropped."""
        self._closing.set()
        for engine in (*self._engines.values(), self._aligner):
            engine.interrupt()
        for pool in (self._pool, self._timing):
            pool.shutdown(wait=True, cancel_futures=True)
        for engine in (*self._engines.values(), self._aligner):
            engine.close()


def _sound(sentence: Sentence, voice: Voice, path: Path, said: Said) -> Sound:
    cues = from_events(sentence.text, said.events, round(said.seconds * 1000), sentence.full)
    return Sound(path, said.seconds, cues, f"{voice.engine} {voice.name}", untimed=said.untimed)


def _in_a_row(utterance: Utterance, sounds: list[tuple[Sound, ...]]) -> tuple[Sound, ...]:
    """The sounds of a sentence's runs, each with the number of its first word in the sentence."""
    firsts = accumulate((len(word_spans(run.text)) for run in utterance.runs), initial=0)
    pairs = ((sound, first) for of_run, first in zip(sounds, firsts, strict=False) for sound in of_run)
    return tuple(replace(sound, first_word=first + sound.first_word) for sound, first in pairs)


def cache_key(sentence: Sentence, voice: Voice) -> str:
    """A name for a live sound: another text, engine, version, voice or speed gives another."""
    return key_of(said_by(sentence, voice) | {"voice": voice.name})


def voice_inventory(chain: Chain = CHAIN) -> dict[LanguageTag, Sound]:
    """For each language, what speaks it here when nothing was made ahead: found by having each say a word."""
    with TemporaryDirectory() as folder:
        synthesizer = Synthesizer(Path(folder), SoundLibrary(Path(folder)), chain)
        try:
            return {tag: synthesizer.say(Sentence(PROBE_TEXTS.get(tag, "1 2 3"), tag)) for tag in chain}
        finally:
            synthesizer.close()
