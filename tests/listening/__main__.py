"""How much of each voice a listener model understands: `python -m tests.listening PYTHON MODEL [ar fr en]`.

PYTHON is that of the environment in `requirements.txt`, MODEL the folder that `hear.py` describes. The sentences are those of
`frozen.json`: no voice is ever tuned on them. They are, of the approved speech texts of the content of 29 November 2026 with 5 to
14 words and without Latin letters or figures (of French and English: of the sentences that are said whole), those whose SHA-256
comes 81st to 120th in order of size. Each is rendered as it ships, loudness and Opus included.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.config import OWN
from kiosk.domain.narration import Sentence
from kiosk.domain.speech.arabic_marks import for_espeak, pausal
from kiosk.narration import audio
from kiosk.narration.engines import espeak
from kiosk.narration.library import SoundLibrary
from kiosk.narration.rendering import Renderer
from kiosk.narration.voices import CHAIN, Voice, voices_here

FROZEN: dict[str, list[str]] = json.loads((Path(__file__).parent / "frozen.json").read_text(encoding="utf-8"))


def sentence_of(text: str, tag: str) -> Sentence:
    return Sentence(pausal(text), tag, text) if tag == "ar" else Sentence(text, tag)


def rendered(folder: Path, tag: str, voice: Voice) -> list[dict[str, str]]:
    renderer = Renderer(folder, {tag: (voice,)})
    job = []
    for text in FROZEN[tag]:
        sentence = sentence_of(text, tag)
        result = renderer.render(sentence)
        assert not result.reason, result.reason
        job.append({"sound": str(SoundLibrary(folder).entries_of(sentence)[0].path), "text": sentence.text})
    renderer.close()
    return job


def by_letters(folder: Path) -> list[dict[str, str]]:
    """espeak-ng given Arabic letters with their marks, as it was before it was given sounds."""
    engine, job = espeak.Espeak(), []
    espeak.for_espeak_ng = lambda text: espeak.Respelt(for_espeak(pausal(text)), ())
    for number, text in enumerate(FROZEN["ar"]):
        path = folder / f"{number}.wav"
        engine.render(text, "sem/ar", 125, path)
        samples, rate = audio.read_sound(path)
        audio.write_wav(path, audio.normalised(samples, rate), rate)
        job.append({"sound": str(path), "text": pausal(text)})
    return job


def heard(python: str, model: str, tag: str, job: list[dict[str, str]]) -> dict[str, dict]:
    command = [python, str(Path(__file__).parent / "hear.py"), model]
    said = json.dumps({"language": tag, "sentences": job})
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    answer = subprocess.run(command, input=said, capture_output=True, text=True, check=True, env=environment)
    return json.loads(answer.stdout)


def main(python: str, model: str, *tags: str) -> None:
    for tag in tags or tuple(FROZEN):
        makers = {
            f"{voice.engine} {Path(voice.name).name}": lambda folder, tag=tag, voice=voice: rendered(folder, tag, voice)
            for voice in voices_here(OWN / "voices").get(tag, CHAIN[tag])
            if voice.engine != "system"
        }
        if tag == "ar":
            makers["espeak by letters"] = by_letters
        for name, make in makers.items():
            with TemporaryDirectory() as folder:
                figures = heard(python, model, tag, make(Path(folder)))
            row = ", ".join(f"{figure} {value['wrong']:.1f} (se {value['se']:.1f})" for figure, value in figures.items())
            sys.stdout.write(f"{tag} {name}: letters wrong, %: {row}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
