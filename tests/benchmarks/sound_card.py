"""A virtual sound card, and an ear on it: everything that reaches it is recorded with the time it was heard."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

RATE = 16_000
LOUD = 0.02
"""Of full scale: a voice, not the noise of coding."""
PROGRAMS = ("pulseaudio", "parec")


def missing_programs() -> list[str]:
    """What has to be installed first."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


class Ear:
    """Hears the card; times are those of `time.perf_counter`."""

    def __init__(self, server: str) -> None:
        command = ["parec", f"--server={server}", "--device=virtual.monitor", f"--rate={RATE}", "--channels=1", "--format=s16le"]
        self._process = subprocess.Popen([*command, "--latency-msec=5", "--raw"], stdout=subprocess.PIPE, bufsize=0)
        self._chunks: list[tuple[float, np.ndarray]] = []
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        pipe = self._process.stdout
        while pipe and (data := os.read(pipe.fileno(), 4096)):
            now = time.perf_counter()
            with self._lock:
                self._chunks.append((now, np.frombuffer(data[: len(data) // 2 * 2], np.int16) / 32768))

    def loud_times(self, since: float) -> np.ndarray:
        """When each loud sample was heard, from a moment on."""
        with self._lock:
            chunks = [(end, samples) for end, samples in self._chunks if end >= since]
        times = [end - (len(samples) - np.flatnonzero(np.abs(samples) > LOUD)) / RATE for end, samples in chunks]
        found = np.concatenate(times) if times else np.array([])
        return found[found >= since]

    def forget(self) -> None:
        """Drop what was heard."""
        with self._lock:
            self._chunks.clear()

    def close(self) -> None:
        """Stop listening."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()


@contextmanager
def virtual_card() -> Iterator[str]:
    """A PulseAudio of its own with one card that nobody hears; gives its address, which programs find in PULSE_SERVER."""
    with TemporaryDirectory() as folder:
        socket = Path(folder) / "socket"
        server = f"unix:{socket}"
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        command += [
            "-L",
            "module-null-sink sink_name=virtual rate=48000",
            "-L",
            f"module-native-protocol-unix socket={socket} auth-anonymous=1",
        ]
        environment = {**os.environ, "XDG_RUNTIME_DIR": folder, "HOME": folder}
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        was = os.environ.get("PULSE_SERVER")
        os.environ["PULSE_SERVER"] = server
        try:
            while not socket.exists() and process.poll() is None:
                time.sleep(0.02)
            yield server
        finally:
            process.terminate()
            process.wait()
            os.environ.pop("PULSE_SERVER") if was is None else os.environ.update(PULSE_SERVER=was)
