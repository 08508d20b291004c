"""A synthesiser in a process of its own: `python -m kiosk.narration.worker ENGINE`.

One JSON request a line on standard input, one JSON answer a line on standard output:
{"text", "voice", "words_per_minute", "path", "reading"} -> {"ok": true, "seconds": 1.2, "events": [[0, 50], ...]}
or {"ok": false, "reason": "..."}. The first line it says by itself: {"ok": true, "version": "...", "reports_words": true}.
With "times_of" in the place of "path" the sound is there already, and the answer says when each of its words is heard; only
espeak-ng is asked.
"""

import json
import os
import sys
import wave
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import TextIO

from kiosk.domain.language import VowelReading
from kiosk.errors import NarrationError
from kiosk.narration.engines import Engine, ReadingEngine, Timer

SHORTEST_SECONDS = 0.1
QUIETEST_PEAK = 300
"""Of 32,767: below it a file holds no voice."""
FASTEST = 80.0
"""Characters a second: what is said faster was cut short."""
TRIES = 2
"""espeak-ng leaves an empty file once in some hundred times."""


def _seconds(path: Path) -> float:
    """Seconds of sound in a file; 0 where there is no file, or nothing to be heard in it."""
    try:
        with wave.open(str(path), "rb") as sound:
            samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
            return len(samples) / sound.getframerate() if max(samples, default=0) > QUIETEST_PEAK else 0.0
    except (OSError, EOFError, wave.Error):
        return 0.0


def _answer(engine: Engine, request: dict[str, object]) -> dict[str, object]:
    said = (str(request["text"]), str(request["voice"]), int(str(request["words_per_minute"])))
    if isinstance(engine, ReadingEngine):
        engine.reading = VowelReading(str(request.get("reading", VowelReading.PAUSAL)))
    if "times_of" in request:
        return _times(engine, said, Path(str(request["times_of"])))
    target = Path(str(request["path"]))
    fresh = target.with_suffix(f".{os.getpid()}.wav")
    for _ in range(TRIES):
        try:
            events = engine.render(*said, fresh)
        except NarrationError as error:
            return {"ok": False, "reason": str(error)}
        seconds = _seconds(fresh)
        if seconds >= max(SHORTEST_SECONDS, len(said[0]) / FASTEST):
            fresh.replace(target)
            return {"ok": True, "seconds": seconds, "events": events}
    fresh.unlink(missing_ok=True)
    return {"ok": False, "reason": f"nothing was said in {TRIES} tries"}


def _times(engine: Engine, said: tuple[str, str, int], path: Path) -> dict[str, object]:
    if not isinstance(engine, Timer):
        return {"ok": False, "reason": "it cannot tell when the words of another's sound are heard"}
    try:
        return {"ok": True, "seconds": _seconds(path), "events": engine.times_of(*said, path)}
    except NarrationError as error:
        return {"ok": False, "reason": str(error)}


def serve(engine: Engine, requests: TextIO, answers: TextIO) -> None:
    """Answer requests until there are no more."""
    for line in requests:
        answers.write(json.dumps(_answer(engine, json.loads(line))) + "\n")
        answers.flush()


def main(argv: list[str]) -> int:
    """Load the engine, say so, and serve."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print goes to standard error
    try:
        module = import_module(f"kiosk.narration.engines.{argv[0]}")
        engine: Engine = module.open_engine()
    except (ImportError, OSError, RuntimeError) as error:
        answers.write(json.dumps({"ok": False, "reason": f"{argv[0]} cannot be loaded: {error}"}) + "\n")
        answers.flush()
        return NarrationError.exit_status
    answers.write(json.dumps({"ok": True, **asdict(engine.probe())}) + "\n")
    answers.flush()
    serve(engine, sys.stdin, answers)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
