"""A real sound server in a folder of its own, with loudspeakers that come and go, and an ear at each of them."""

import math
import os
import signal
import struct
import subprocess
import threading
import wave
from pathlib import Path

from tests.helpers.patience import patience

RATE = 16_000
LOUD = 650
"""Of 32,767: a voice, not the noise of coding."""


class Loudspeaker:
    """Counts the loud samples that come out of it."""

    def __init__(self, pipe: Path) -> None:
        self._pipe = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(self._pipe, True)
        self._loud = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        rest = b""
        while came := os.read(self._pipe, 4096):
            samples = rest + came
            whole = len(samples) // 2 * 2
            rest = samples[whole:]
            self._loud += sum(abs(sample) > LOUD for (sample,) in struct.iter_unpack("<h", samples[:whole]))
        os.close(self._pipe)

    @property
    def heard(self) -> float:
        """Seconds in which something was heard since it was plugged in, or since the last `forget`."""
        return self._loud / RATE

    def forget(self) -> None:
        """Count from now on."""
        self._loud = 0

    def close(self) -> None:
        """The server has let go of it: hear what is left."""
        self._thread.join()


class SoundServer:
    """PulseAudio, as a hall may treat it: ended, begun again, frozen, its loudspeakers unplugged, asleep, muted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "socket"
        self.address = f"unix:{self._socket}"
        self._process: subprocess.Popen[bytes] | None = None
        self._frozen = False
        self._modules: dict[str, str] = {}
        self.loudspeakers: dict[str, Loudspeaker] = {}

    def begin(self, *names: str) -> None:
        """Begin, with these loudspeakers; the first one is the default."""
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        command += ["-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"]
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(self._folder), "HOME": str(self._folder)}
        self._process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while self._ask("info").returncode != 0:
            assert self._process.poll() is None, "PulseAudio does not begin"
        for name in names:
            self.plug(name)

    def tidy(self, name: str) -> None:
        """With this loudspeaker alone and in order; begun anew only where it does not answer."""
        if self._process is None or self._frozen:
            self.end()
            self.begin(name)
            return
        if name not in self._modules:
            self.plug(name)
        for other in [other for other in self._modules if other != name]:
            self.unplug(other)
        for order in (("set-default-sink", name), ("set-sink-mute", name, "0"), ("set-sink-volume", name, "100%")):
            self.tell(*order)
        self.tell("suspend-sink", name, "0")

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = ["pactl", f"--server={self.address}", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=patience(10))

    def tell(self, *words: str) -> str:
        """Give an order to pactl; its answer."""
        answer = self._ask(*words)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout.strip()

    def plug(self, name: str) -> None:
        """Plug a loudspeaker in."""
        pipe = self._folder / name
        shape = f"format=s16le rate={RATE} channels=1 use_system_clock_for_timing=yes"
        self._modules[name] = self.tell("load-module", "module-pipe-sink", f"sink_name={name} file={pipe} {shape}")
        self.loudspeakers[name] = Loudspeaker(pipe)

    def load(self, module: str, *arguments: str) -> None:
        """Have one of its modules at work."""
        self._modules[module] = self.tell("load-module", module, *arguments)

    def unplug(self, name: str) -> None:
        """Unplug a loudspeaker, or end a module."""
        self.tell("unload-module", self._modules.pop(name))
        if name in self.loudspeakers:
            self.loudspeakers.pop(name).close()

    def freeze(self) -> None:
        """It is there, and answers nobody."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)
            self._frozen = True

    def end(self) -> None:
        """As a crash ends it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process, self._frozen = None, False
            self._socket.unlink(missing_ok=True)
        self._modules.clear()
        while self.loudspeakers:
            self.loudspeakers.popitem()[1].close()


def write_tone(path: Path, seconds: float, pitch: float = 400) -> Path:
    """A WAV file of one tone; all of it but its crossings of zero is loud."""
    samples = (round(9000 * math.sin(math.tau * pitch * step / RATE)) for step in range(round(RATE * seconds)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return path
