"""Hostile input to every command, at random: `python -m tests.helpers.fuzz N SEED [--processes]` prints what ends in a traceback.

One run is one line of a command with a few of its words, or the bytes of a file it reads, changed. With `--processes` each run is
a process of its own; without it, commands run in this process, where no other process can be started and nothing is served.
"""

import contextlib
import getpass
import io
import json
import os
import random
import shutil
import signal
import socketserver
import subprocess
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from unittest.mock import patch

import click

from kiosk.cli import main
from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from kiosk.content.build import build
from kiosk.errors import KioskError
from tests.helpers.commands import commands
from tests.helpers.lines import LINES, NUMBERS, SILENT, TEXTS
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE

SECONDS = 30
"""A run that takes longer of the processor is a fault of its own."""
_OWN_PROCESS = ("bench", "lan", "preview", "repo serve", "screenshots", "doctor")
"""Commands that wait for others: they are run in this process alone, where nobody can be waited for."""
_STATUSES = {0, 1, 2, 130} | {family.exit_status for family in KioskError.__subclasses__()}
_TOKENS = (
    b"[" * 20_000, b"{" * 5_000, b"9" * 5_000, b"x" * 100_000, b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", "\u202e".encode(),
    b"2026-02-30", b"0000-00-00", b"9999-12-31", b"-1", b"1e999", b"Infinity", b"NaN", b"null", b"true", b'"\\ud800"', b"'''",
    "ﻻ".encode(), b"..", b"/", b"\r\n", b"&a [*a]", b"!!python/object/apply:os.system ['true']", b"<!DOCTYPE x>", b"%",
)  # fmt: skip


def made(folder: Path) -> Path:
    """Everything the lines name, made once."""
    write(folder / "sources", for_kiosks())
    build(folder / "sources", folder / "content.db")
    (folder / "folder").mkdir()
    words = {"state": folder / "state", "cache": folder / "cache", "content": folder / "content.db"}
    (folder / "kiosk.toml").write_text("".join(f'{name} = "{path}"\n' for name, path in words.items()), encoding="utf-8")
    names = places(folder)
    for line in (
        "repo init {repository} --keys {server} --person amina={keys} --threshold 1",
        "repo publish {repository} --keys {keys} --content {content} --sources {sources} --pending {pending} --yes --clock-checked",
        "repo publish {repository} --keys {keys} --keys {server} --content {content} --sources {sources} --yes --clock-checked",
        "staff init --key {folder}/fleet --config {config}",
        "staff add Amal --pin 493827 --config {config}",
        "mode set whole --config {config}",
        "content export {sources} --format xlsx --out {folder}/texts.xlsx",
        "content export {sources} --format cpsv-ap --out {folder}/services.ttl",
        "content export {sources} --format cpsv-ap --out {folder}/services.jsonld",
    ):
        status = main(line.format(**names).split())
        if status != 0:
            message = f"{line}: {status}"
            raise RuntimeError(message)
    return folder


def places(folder: Path) -> dict[str, str]:
    """What the names in the lines stand for."""
    names = {name: str(folder / name) for name in ("sources", "repository", "keys", "server", "pending", "folder")}
    return names | {"content": str(folder / "content.db"), "config": str(folder / "kiosk.toml"), "out": str(folder / "out.db")}


def hostile_paths(folder: Path) -> list[str]:
    """Paths that are not what a command expects."""
    folder.mkdir(exist_ok=True)
    (folder / "empty").write_bytes(b"")
    (folder / "binary").write_bytes(bytes(range(256)) * 40)
    (folder / "text").write_text("- [a: {b\n", encoding="utf-8")
    for name, to in (("dangling", "nowhere"), ("circle", "circle")):
        with contextlib.suppress(FileExistsError):
            (folder / name).symlink_to(folder / to)
    names = ("empty", "binary", "text", "dangling", "circle", "none", "none/none", "empty/below", "x" * 300, "y/" * 3000)
    return [*(str(folder / name) for name in names), str(folder), "", "/dev/null", "/proc/self/mem", "a\0b", "\udcff", "-"]


class Fuzz:
    """Random runs in a folder that is made anew whenever it may have changed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed
        self._pristine, self.desk = folder / "pristine", folder / "desk"
        self.leaves = {path: command for path, command in commands() if not isinstance(command, click.Group)}
        (self.desk / "work").mkdir(parents=True)
        made(self.desk)
        shutil.copytree(self.desk, self._pristine)
        self.names, self._paths = places(self.desk), hostile_paths(folder / "hostile")
        self._costs = dict.fromkeys(LINES, 0.05)

    def anew(self) -> None:
        """The folder as it was made."""
        shutil.rmtree(self.desk)
        shutil.copytree(self._pristine, self.desk)
        os.chdir(self.desk / "work")

    def cost(self, path: str, seconds: float) -> None:
        """Remember how long a command takes: slow ones are run more rarely."""
        self._costs[path] = 0.7 * self._costs[path] + 0.3 * seconds

    def line(self, number: int, *, alone: bool) -> tuple[str, list[str]]:
        """The command and the words of a run; files are changed for it."""
        chance = random.Random(f"{self._seed} {number}")
        paths = [path for path in LINES if not (alone and path.startswith(_OWN_PROCESS))]
        path = chance.choices(paths, [1 / (0.02 + self._costs[path]) for path in paths])[0]
        words = LINES[path].format(**self.names).split()
        if chance.random() < 0.4:
            self._spoil(chance, words)
        else:
            for _ in range(chance.randint(1, 3)):
                words = self._changed(chance, self.leaves[path], words)
        return path, words

    def _changed(self, chance: random.Random, command: click.Command, words: list[str]) -> list[str]:
        value = chance.choice((*TEXTS, *NUMBERS, *self._paths, *self.names.values(), *LINES))
        options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
        option = chance.choice(options) if options else None
        place = chance.randrange(len(words) + 1)
        how = chance.random()
        if how < 0.4 and words:
            return [*words[:place], value, *words[place + 1 :]]
        if how < 0.7 and option is not None:
            return [*words, option.opts[0], *([] if option.is_flag else [value])]
        return [*words[:place], value, *words[place:]] if how < 0.85 else words[:place] + words[place + 1 :]

    def _spoil(self, chance: random.Random, words: list[str]) -> None:
        """Change the bytes of a file below one of the places the line names."""
        named = [Path(word) for word in words if word.startswith(str(self.desk))]
        named += [self.desk / "state"] if self.names["config"] in words else []
        files = [file for place in named for file in (sorted(place.rglob("*")) if place.is_dir() else [place]) if file.is_file()]
        if not files:
            return
        file = chance.choice(files)
        data = file.read_bytes()
        for _ in range(chance.randint(1, 4)):
            data = _spoiled(chance, data)
        file.write_bytes(data)


def _spoiled(chance: random.Random, data: bytes) -> bytes:
    begin = chance.randrange(len(data) + 1)
    end = min(len(data), begin + chance.choice((1, 4, 40, 4096)))
    how = chance.randrange(5)
    if how == 0:
        return data[:begin]
    if how == 1:
        return data[:begin] + bytes(chance.randrange(256) for _ in range(end - begin)) + data[end:]
    if how == 2 and any(48 <= byte < 58 for byte in data):
        places = [place for place, byte in enumerate(data) if 48 <= byte < 58]
        place = chance.choice(places)
        return data[:place] + chance.choice(_TOKENS) + data[place + 1 :]
    return data[:begin] + chance.choice(_TOKENS) + data[begin if how == 3 else end :]


@contextlib.contextmanager
def bounded() -> Iterator[None]:
    """No other process, nothing served, nobody to answer."""

    def no_process(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "program")

    def taken(*_: object) -> None:
        raise OSError(98, "Address already in use")

    stdin = io.TextIOWrapper(io.BytesIO())
    with (
        patch.object(subprocess, "Popen", no_process),
        patch.object(socketserver.TCPServer, "server_bind", taken),
        patch.object(sys, "stdin", stdin),
        patch.dict(os.environ, {"DISPLAY": ":1"}),
    ):
        yield


def _late(_signal: int, _frame: FrameType | None) -> None:
    message = f"took over {SECONDS} s"
    raise TimeoutError(message)


def in_process(path: str, words: list[str]) -> str:
    """What is wrong with one run; empty for nothing."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), warnings.catch_warnings():
        warnings.simplefilter("ignore", getpass.GetPassWarning)  # there is no terminal to type a PIN at
        signal.signal(signal.SIGPROF, _late)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            status = main([*path.split(), *words])
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the fault looked for
            places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
            return f"{error!r:.200} at {' < '.join(places[:-7:-1])}"
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    return _judged(status, out.getvalue(), err.getvalue())


def in_a_process(path: str, words: list[str]) -> str:
    """The same, with the command as its users run it."""
    if any("\0" in word for word in words):
        return ""
    command = [sys.executable, "-m", "kiosk.cli", *path.split(), *words]
    given = {**os.environ, VARIABLE: PASSPHRASE, "PYTHONPATH": str(Path(__file__).parents[2])}
    try:
        done = subprocess.run(command, capture_output=True, timeout=4 * SECONDS, check=False, stdin=subprocess.DEVNULL, env=given)
    except subprocess.TimeoutExpired:
        return f"took over {4 * SECONDS} s"
    return _judged(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def _judged(status: int, out: str, err: str) -> str:
    last = (err.splitlines() or [""])[-1]
    silent = status in SILENT and bool(out.strip())
    if "Traceback" in err or status not in _STATUSES:
        return f"status {status}: {' | '.join(err.splitlines()[-3:])[:300]}"
    said = status in {0, 130} or silent or last.startswith(("kiosk: ", "Error: "))
    return "" if said else f"status {status} without a line: {last[:200]}"


def run(count: int, seed: int, *, processes: bool = False, tell: Callable[[str], object] = print) -> Counter[str]:
    """So many runs; what is wrong is told with its number, and counted by place."""
    wrong = Counter[str]()
    before = Path.cwd()
    with TemporaryDirectory() as folder, patch.dict(os.environ, {VARIABLE: PASSPHRASE}):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            fuzz = Fuzz(Path(folder), seed)
        with contextlib.nullcontext() if processes else bounded():
            for number in range(count):
                fuzz.anew()
                path, words = fuzz.line(number, alone=processes)
                begun = time.monotonic()
                fault = (in_a_process if processes else in_process)(path, words)
                fuzz.cost(path, time.monotonic() - begun)
                if fault:
                    wrong[f"{path}: {fault}"] += 1
                    if wrong[f"{path}: {fault}"] == 1:
                        tell(f"{number} {path} {json.dumps([word[:80] for word in words])}: {fault}")
    os.chdir(before)
    return wrong


if __name__ == "__main__":
    n, seed_ = int(sys.argv[1]), int(sys.argv[2])
    start = time.monotonic()
    faults = run(n, seed_, processes="--processes" in sys.argv, tell=lambda text: sys.stdout.write(f"{text}\n"))
    sys.stdout.write(
        f"{n} runs, seed {seed_}: {sum(faults.values())} faults of {len(faults)} kinds, {time.monotonic() - start:.0f} s\n"
    )
    sys.exit(bool(faults))
