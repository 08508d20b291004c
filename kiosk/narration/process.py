"""One worker process: started when first needed, ended when it hangs, crashes or talks nonsense."""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.domain.language import VowelReading
from kiosk.errors import NarrationError
from kiosk.narration.engines import Capabilities, Events

DEADLINE = 5.0
"""Seconds a request may take, loading the engine included."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a worker made."""

    seconds: float
    events: Events
    """When each word is heard; nothing where the engine does not know."""
    untimed: bool = False
    """The engine does not know, and nobody has looked for it yet."""


Command = Callable[[str], list[str]]


def worker_command(engine: str) -> list[str]:
    """How a worker for an engine is started."""
    return [sys.executable, "-m", "kiosk.narration.worker", engine]


class EngineProcess:
    """A worker for one engine; used from one thread, but for `interrupt`."""

    def __init__(self, engine: str, command: Command = worker_command, deadline: float = DEADLINE) -> None:
        self.engine = engine
        self._command = command
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None
        self._unread = b""
        self._interrupted = False
        self._capabilities = Capabilities("", reports_words=False)

    def render(self, text: str, voice: str, words_per_minute: int, path: Path, reading: VowelReading = VowelReading.PAUSAL) -> Said:
        """Have a text said into a WAV file.

        Raises:
            NarrationError: the engine cannot, or its process had to be ended; the next call starts a new one.
        """
        return self._ask(text, voice, words_per_minute, {"path": str(path), "reading": reading})

    def times_of(
        self, text: str, voice: str, words_per_minute: int, path: Path, reading: VowelReading = VowelReading.PAUSAL
    ) -> Events:
        """When each word of a text is heard in a WAV file that another made; only espeak-ng knows.

        Raises:
            NarrationError: as for `render`.
        """
        return self._ask(text, voice, words_per_minute, {"times_of": str(path), "reading": reading}).events

    def _ask(self, text: str, voice: str, words_per_minute: int, what: dict[str, str]) -> Said:
        request = {"text": text, "voice": voice, "words_per_minute": words_per_minute, **what}
        ends_at = time.monotonic() + self._deadline
        process = self._started(ends_at)
        try:
            self._write(process, (json.dumps(request) + "\n").encode())
            answer = self._read(process, ends_at)
            return Said(float(str(answer["seconds"])), [(int(place), int(time)) for place, time in answer["events"]])
        except (OSError, ValueError, TypeError, KeyError) as error:
            self.close()
            message = f"{self.engine}: its process gave no usable answer ({error or type(error).__name__})"
            raise NarrationError(message) from error

    def probe(self) -> Capabilities:
        """What the engine is able to; starts the process, which then stands ready.

        Raises:
            NarrationError: the process did not start.
        """
        self._started(time.monotonic() + self._deadline)
        return self._capabilities

    @property
    def reports_words(self) -> bool:
        """Whether the engine says when each word is heard; known once its process has started."""
        return self._capabilities.reports_words

    def _started(self, ends_at: float) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._process = subprocess.Popen(
            self._command(self.engine),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if self._interrupted:  # before there was a process to end
            self.interrupt()
        try:
            ready = self._read(self._process, ends_at)
            self._capabilities = Capabilities(str(ready["version"]), bool(ready["reports_words"]))
        except (OSError, ValueError, KeyError) as error:
            self.close()
            message = f"{self.engine}: its process did not start ({error})"
            raise NarrationError(message) from error
        except NarrationError:
            self.close()
            raise
        return self._process

    @staticmethod
    def _write(process: subprocess.Popen[bytes], line: bytes) -> None:
        if process.stdin is None:
            message = "no way to the process"
            raise OSError(message)
        process.stdin.write(line)
        process.stdin.flush()

    def _read(self, process: subprocess.Popen[bytes], ends_at: float) -> dict[str, Any]:
        if process.stdout is None:
            message = "no way from the process"
            raise OSError(message)
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while b"\n" not in self._unread:
                left = ends_at - time.monotonic()
                if left <= 0 or not selector.select(left):
                    message = f"no answer within {self._deadline} s"
                    raise OSError(message)
                chunk = os.read(process.stdout.fileno(), 65536)
                if not chunk:
                    message = "the process ended"
                    raise OSError(message)
                self._unread += chunk
        line, _, self._unread = self._unread.partition(b"\n")
        answer = json.loads(line)
        if not isinstance(answer, dict):
            message = f"{line[:40]!r} is no answer"
            raise ValueError(message)  # noqa: TRY004 - as any other garbage
        if not answer.get("ok"):
            message = f"{self.engine}: {answer.get('reason', 'no reason given')}"
            raise NarrationError(message)
        return answer

    def interrupt(self) -> None:
        """End a request under way, from any thread, for good: it and all later ones fail as if the engine had crashed."""
        self._interrupted = True
        process = self._process
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the process and whatever it started; no zombie stays."""
        process, self._process, self._unread = self._process, None, b""
        if process is None:
            return
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # the last request was never read: nobody is there to miss it
        process.wait()
