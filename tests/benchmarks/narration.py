"""Listening, on a virtual sound card that is recorded: from touch to voice, from touch to silence, from word to light.

`python -m tests.benchmarks.narration --first FOLDER` measures the first listening of a fresh kiosk alone.
"""

import json
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

from kiosk.app import WARM_MS
from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.cues import from_events, word_spans
from kiosk.domain.interface_words import DOORS
from kiosk.domain.item import ItemKind
from kiosk.domain.keypad import KeyCommand
from kiosk.domain.narration import Sentence
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.making import Raw, store
from kiosk.narration.rendering import Renderer
from kiosk.narration.voices import CHAIN
from tests.benchmarks.figures import Result, result
from tests.benchmarks.listener import ELSEWHERE, PAGE, Listener
from tests.benchmarks.program import percentile
from tests.benchmarks.soak import soak
from tests.benchmarks.sound_card import LOUD, Ear, missing_programs, virtual_card
from tests.benchmarks.word_times import word_times

RUNS, FIRSTS, LIVE, KEYS = 40, 6, 30, 24
LEAST_STAY = 0.5
"""Seconds a visitor looks at a page before touching anything."""
TONE_HZ = 700
BEEP_SECONDS, BEEP_EVERY = 0.08, 0.4


def tone(seconds: float) -> np.ndarray:
    """Loud from its first sample."""
    return 0.3 * np.sign(np.sin(2 * np.pi * TONE_HZ * np.arange(int(seconds * audio.RATE)) / audio.RATE + 0.5))


def beeps(count: int) -> np.ndarray:
    """A short sound for each word, at known times."""
    sound = np.zeros(int(count * BEEP_EVERY * audio.RATE))
    for index in range(count):
        start = int(index * BEEP_EVERY * audio.RATE)
        sound[start : start + int(BEEP_SECONDS * audio.RATE)] = tone(BEEP_SECONDS)
    return sound


def title_of(tag: str) -> Sentence:
    """The first sentence said on the page."""
    with ContentStore.open(ROOT / "content.db") as content:
        return Sentence(content.pavilion(PAGE).head.card.name.spoken(tag), tag)


def prepare(folder: Path) -> None:
    """Put sounds for the page's title into the library: a tone in French, a beep for each word in English."""
    library = SoundLibrary(folder / "narration")
    store(library, title_of("fr"), RECORDED, Raw(tone(3), audio.RATE), (), {"voice": "tone"})
    with ContentStore.open(ROOT / "content.db") as content:
        doors = [content.words()[door].spoken("fr") for door in DOORS]
    for door in doors:
        store(library, Sentence(door, "fr"), RECORDED, Raw(tone(1), audio.RATE), (), {"voice": "tone"})


def first_listening(folder: Path) -> float:
    """Milliseconds of the first touch on the listen button of a fresh kiosk, warmed as it warms itself."""
    with_server = os.environ["PULSE_SERVER"]
    ear = Ear(with_server)
    listener = Listener(folder, ear)
    listener.run(WARM_MS / 1000)
    listener.kiosk.narration.reader.warm()
    button = listener.open("fr")
    listener.run(2.0)
    ear.forget()
    milliseconds = 1000 * listener.heard(listener.touch(button))
    listener.kiosk.close()
    ear.close()
    return milliseconds


def touches(folder: Path, ear: Ear) -> Iterator[Result]:
    """Stored and live sounds, stop, and light."""
    listener = Listener(folder, ear)
    listener.kiosk.narration.reader.warm()
    button = listener.open("fr")
    listener.run(1.5)
    ear.forget()
    stored, stopped = [], []
    for _ in range(RUNS):
        stored.append(1000 * listener.heard(listener.touch(button)))
        listener.run(0.3)
        silence = listener.touch(ELSEWHERE)
        listener.run(0.3)
        later = ear.loud_times(silence)
        stopped.append(1000 * float(later[-1] - silence) if len(later) else 0.0)
        listener.quiet()
    yield result("narration, touch to first sample, stored, p95", percentile(stored, 95), "ms", 60)
    yield result("narration, touch to silence, p95", percentile(stopped, 95), "ms", 50)
    yield from live(listener)
    yield from keys(listener)
    yield from light(listener, folder)
    listener.kiosk.close()


def live(listener: Listener) -> Iterator[Result]:
    """Sentences nobody has said before, in the languages in turn; the silence a voice begins with is not the kiosk's."""
    store_ = listener.kiosk.content.holder.store
    items = [card.identifier for card in store_.cards(ItemKind.PUBLIC_SERVICE, 0, 10)] + [
        c.identifier for c in store_.cards(ItemKind.PAVILION, 0, 15)
    ]
    times = []
    for number in range(LIVE):
        button = listener.open(("ar", "en")[number % 2], items[number // 2])
        listener.run(LEAST_STAY - 0.2)
        listener.ear.forget()
        heard = 1000 * listener.heard(listener.touch(button))
        sound = listener.kiosk.narration.reader.recital.sound
        samples, rate = audio.read_sound(sound.path)
        times.append(heard - 1000 * int(np.flatnonzero(np.abs(samples) > sound_threshold(listener))[0]) / rate)
        listener.quiet()
    yield result("narration, touch to first sample, live, p95", percentile(times, 95), "ms", 150)


def keys(listener: Listener) -> Iterator[Result]:
    """Somebody goes by ear from door to door of home, and back: the doors are stored in French, and live in English."""
    for tag, kind, goal in (("fr", "stored", 100), ("en", "live", 200)):
        listener.kiosk.shell.leave()
        listener.kiosk.shell.enter(tag)
        listener.kiosk.serving.ear.menu.begin(by_finger=False)
        listener.run(1.0)
        times = []
        for number in range(KEYS):
            listener.kiosk.narration.reader.stop()
            listener.run(0.25)
            listener.ear.forget()
            struck = listener.strike(KeyCommand.NEXT if number % 8 < len(DOORS) - 2 else KeyCommand.PREVIOUS)
            times.append(1000 * listener.heard(struck))
        yield result(f"narration, key to first sample, {kind}, p95", percentile(times, 95), "ms", goal)
        listener.quiet()


def sound_threshold(listener: Listener) -> float:
    """What is loud on the card, before the kiosk's volume."""
    volume = listener.kiosk.narration.reader.recital.speakers.volume / 100
    return LOUD / volume


def light(listener: Listener, folder: Path) -> Iterator[Result]:
    """When a word is lit against when it is heard: a beep for each word, by known times."""
    tag = "en"
    listener.open(tag)
    plain = [u for u in listener.kiosk.visitor.presenter.script().utterances if len(set(u.words)) == len(u.words)]
    utterance = max(plain, key=lambda u: len(u.words))  # a word lit for each word said: a year in figures stays lit for three
    sentence = utterance.sentence
    count = len(word_spans(sentence.text))
    sound = beeps(count)
    events = [(start, round(1000 * BEEP_EVERY * index)) for index, (start, _) in enumerate(word_spans(sentence.text))]
    cues = from_events(sentence.text, events, round(1000 * len(sound) / audio.RATE))
    store(SoundLibrary(folder / "narration"), sentence, RECORDED, Raw(sound, audio.RATE), cues, {"voice": "beeps"})
    lit: list[float] = []
    listener.kiosk.narration.reader.litChanged.connect(lambda: lit.append(time.perf_counter()))
    errors: list[float] = []
    index = listener.kiosk.visitor.presenter.script().utterances.index(utterance)
    for _ in range(4):
        listener.ear.forget()
        listener.kiosk.narration.reader.recital.script = listener.kiosk.visitor.presenter.script()
        begin = time.perf_counter()
        listener.kiosk.narration.reader.recital.go_to(index)
        listener.run(count * BEEP_EVERY + 0.2, lambda: not listener.kiosk.narration.reader.active)
        times = listener.ear.loud_times(begin)
        onsets = times[np.flatnonzero(np.diff(times, prepend=-1) > BEEP_EVERY / 3)]
        errors += [min(abs(one - onset) for one in lit) * 1000 for onset in onsets[1 : count - 1]]
        lit.clear()
        listener.quiet()
    yield result("narration, light of a word against its sound, p90", percentile(errors, 90), "ms", 100)


def rendering(folder: Path) -> Iterator[Result]:
    """Seconds of sound rendered in a second, by one process, everything included."""
    sentences = [
        Sentence(
            "Apportez quatre photos récentes, un certificat de résidence et l’ancienne carte, au centre de votre ville.", "fr"
        ),
        Sentence("أَحْضِرُوا أَرْبَعَ صُوَرٍ حَدِيثَةٍ وَشَهَادَةَ السُّكْنَى إِلَى مَرْكَزِ مَدِينَتِكُمْ.", "ar"),
    ]
    renderer = Renderer(folder / "rendered", CHAIN)
    renderer.render(Sentence("Bonjour", "fr"))
    begin = time.perf_counter()
    seconds = sum(renderer.render(Sentence(f"{n}. {s.text}", s.language)).seconds for n in range(8) for s in sentences)
    speed = seconds / (time.perf_counter() - begin)
    renderer.close()
    yield result("narration, rendering ahead, of one process", speed, "x real time", 5, at_least=True)


def measure(folder: Path, names: frozenset[str]) -> Iterator[Result]:
    """What is named: `narration`, `soak`."""
    missing = missing_programs()
    if missing:
        name = f"narration, not measured: apt-get install pulseaudio pulseaudio-utils ({' and '.join(missing)} missing)"
        yield {"name": name, "kiosk": None, "rival": None, "ratio": None, "unit": "", "goal": None, "met": False}
        return
    prepare(folder)
    with virtual_card() as server:
        if "narration" in names:
            yield from _firsts(folder)
        ear = Ear(server)
        if "narration" in names:
            yield from touches(folder, ear)
        if "soak" in names:
            yield from soak(folder, ear)
        ear.close()
    if "narration" in names:
        yield from rendering(folder)
        yield from word_times(folder)


def _firsts(folder: Path) -> Iterator[Result]:
    """The first listening of a fresh kiosk, each in a process of its own."""
    firsts = []
    for number in range(FIRSTS):
        command = [sys.executable, "-m", "tests.benchmarks.narration", "--first", str(folder), str(number)]
        answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
        firsts.append(float(json.loads(answer.stdout)))
    yield result("narration, touch to first sample, first ever, p95", percentile(firsts, 95), "ms", 350)


def main(argv: list[str]) -> int:
    """Measure one first listening."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("number")
    options = parser.parse_args(argv)
    print(json.dumps(first_listening(options.first)))  # noqa: T201 - the protocol with the caller
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
