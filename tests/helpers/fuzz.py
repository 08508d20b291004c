"""Hostile input to every command, at random: `script/drill fuzz 1000`, or `fuzz-processes`, each in a process of its own.

One run is one line of a command with a few of its words, or the bytes of a file it reads, changed. In this process no other one can
be started, and nothing is served. Wrong is a traceback, a status of no family, or an end without a line.
"""

import contextlib
import io
import itertools
import json
import os
import random
import shutil
import signal
import socketserver
import stat
import subprocess
import sys
import tempfile
import time
import traceback
import wave
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from unittest.mock import patch

import click
import qrcode

from kiosk.cli import main
from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from kiosk.content.build import build
from kiosk.errors import KioskError
from kiosk.staff.rescue import derived, read_fleet_key
from kiosk.staff.status import Status, signed
from tests.helpers.commands import commands
from tests.helpers.drills import Faults
from tests.helpers.fakes import CheapHasher
from tests.helpers.hostile_files import CONTAINED, entangled, hostile_paths, spoiled
from tests.helpers.lines import LINES, NUMBERS, SILENT, TEXTS
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE

SECONDS = 30
"""A run that takes longer of the processor is a fault of its own."""
_OWN_PROCESS = ("bench", "lan", "preview", "repo serve", "screenshots", "doctor")
"""Commands that wait for others: they are run in this process alone, where nobody can be waited for."""
_STATUSES = {0, 1, 2, 130} | {family.exit_status for family in KioskError.__subclasses__()}
_MORE = {
    "content build": ("{sources} --output {out} --overlay {overlay}",),
    "content check": ("{content}", "{sources} --overlay {overlay}", "{folder}/pictures.db"),
    "content export": ("{content} --format xlsx --out {out}", "{sources} --format cpsv-ap --out {folder}/x.ttl"),
    "content import": (
        "{folder}/texts.xlsx --format xlsx --into {sources}",
        "{folder}/services.ttl --format cpsv-ap --into {sources} --dry-run",
        "{folder}/services.jsonld --format cpsv-ap --into {sources}",
    ),
    "content overlay": ("{overlay} --base {sources} --accept-all", "{overlay} --base {sources} --json"),
    "counters show": ("--config {config} --json --lang ar",),
    "counters export": ("--out {folder} --svg --lang fr --config {config}",),
    "guide draw": ("cnie --content {content} --out {out} --lang ar",),
    "guide run": ("cnie --answer age=adult --answer first=yes --content {content}",),
    "mode set": ("desk --until stay --config {config}", "closed --until 18:30 --config {config}"),
    "mode show": ("--at 2027-05-18T10:00 --language ar --config {config}",),
    "narration approve": ("--sources {sources} --by reader --overlay {overlay}",),
    "narration import": ("{folder}/recordings --lang fr --out {folder}/narration",),
    "narration script": ("--lang fr --content {content} --out {folder}/narration",),
    "narration report": ("--content {content} --out {folder}/narration",),
    "repo delegate": ("{repository} k9 --keys {keys} --keys {server} --for karim --into {folder}/karim --pending {out}",),
    "repo init": ("{folder}/new --keys {server} --person a={folder}/a --person b={folder}/b",),
    "repo pending": ("{repository} {folder}/key-change",),
    "repo publish": (
        "{repository} --keys {keys} --keys {server} --sources {sources} --overlay {overlay} --group borders --yes --clock-checked",
        "{repository} --keys {keys} --keys {server} --content {content} --narration {folder} --channel canary --yes",
        "{repository} --keys {keys} --content {content} --pictures {folder} --channel draft --pending {out} --yes --clock-checked",
    ),
    "repo receipts": ("{folder} {folder}/stick --ledger {folder}/ledger.json",),
    "repo rotate-key": (
        "{repository} targets --lost amina --keys {keys} --keys {server} --into {keys}",
        "{repository} root --lost amina --keys {keys} --into {keys} --pending {out}",
        "{repository} borders --keys {keys} --keys {server} --into {folder}/karim",
    ),
    "repo sign": ("{repository} {folder}/key-change --keys {keys} --keys {server} --yes",),
    "search": ("البطاقة --content {content} --lang ar --limit 3",),
    "staff add": (
        "Brahim --roll {folder}/roll --group hall --until 2027-05-31",
        "Leila --roll {folder}/roll --generate",
    ),
    "staff list": ("--roll {folder}/roll --json",),
    "staff remove": ("Leila --roll {folder}/roll",),
    "status read": ("{folder}/status.png --key {folder}/fleet", "{folder}/status.png {content} --key {folder}/fleet --json"),
    "sync": (
        "{repository} --config {config} --root {repository}/metadata/1.root.json",
        "--config {config} --offer {repository} --root {repository}/metadata/1.root.json --state {folder}/other",
        "--config {config} --status",
        "--config {config} --back",
        "--stick --mounts {desk} --config {config} --root {repository}/metadata/1.root.json",
    ),
}
"""Other lines of some commands: with other kinds of input."""
_ODD = (
    "1_000",
    "0x10",
    "1e3",
    "٣",
    "５",
    " 5 ",
    "+5",
    "-0",
    "9" * 5_000,
    "2026-W53-7",
    "20261129",
    "2026-11-29T25:00",
    "24:00",
    "2026-11-29T10:00+99:99",
    "00:00",
    "http://[::1",
    "http://a:99999999",
    "ftp://x/y",
    "https://u:p@x/",
    "//x",
    "~root",
    "*",
    "$(id)",
    "a;b",
    "a\nb",
    "\t",
    "\x1b[31mred",
    "\u202egnp.exe",
    "\ufeffcnie",
    "\u200b",
    "\U000e0041",
    "🚓",
    "xx-very-odd",
    "ar-",
    "AR",
    "k1=v=w",
    "=",
    "a=",
    "--",
    "-h",
    "-x",
    "--json",
    "--nothing",
    "stdin",
    "targets",
    "root",
    "stable/../x",
    "CON",
    "pavilion:k9:name:en",
    "::::",
    "%00",
    "1.2.3.4.5",
)


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
        "staff add Amal --generate --config {config}",
        "staff add Leila --role lead --generate --roll {folder}/roll",
        "repo publish-roll {repository} {folder}/roll --key {folder}/fleet --keys {keys} --keys {server} --yes --clock-checked",
        "mode set whole --config {config}",
        "content export {sources} --format xlsx --out {folder}/texts.xlsx",
        "content export {sources} --format cpsv-ap --out {folder}/services.ttl",
        "content export {sources} --format cpsv-ap --out {folder}/services.jsonld",
        "repo delegate {repository} borders --keys {keys} --keys {server} --for karim --into {folder}/karim --clock-checked",
        "repo rotate-key {repository} targets --lost amina --keys {keys} --into {keys} --pending {folder}/key-change",
        "sync {repository} --config {config} --root {repository}/metadata/1.root.json",
    ):
        status = main(line.format(**names).split())
        if status != 0:
            message = f"{line}: {status}"
            raise RuntimeError(message)
    _more_things(folder)
    return folder


def _more_things(folder: Path) -> None:
    """What no command makes: an overlay, recordings, a status code on a photograph, a stick with receipts, counters."""
    overlay = folder / "overlay"
    (overlay / "pavilions").mkdir(parents=True)
    (overlay / "pavilions" / "k9.yaml").write_text("name:\n  fr: Brigade du port\n", encoding="utf-8")
    recordings = folder / "folder" / "recordings"
    recordings.mkdir()
    with wave.open(str(recordings / "fr-1.wav"), "wb") as sound:
        sound.setparams((1, 2, 22_050, 0, "NONE", ""))
        sound.writeframes(bytes(44_100))
    status = Status("k1", "2027-05-18T10:00:00+01:00", "whole", "timetable", "2026.11.24", "", 0, 900)
    seed = derived(read_fleet_key(folder / "folder" / "fleet"), "status", "k1")
    qrcode.make(signed(status, seed)).save(str(folder / "folder" / "status.png"))


def places(folder: Path) -> dict[str, str]:
    """What the names in the lines stand for."""
    names = {name: str(folder / name) for name in ("sources", "repository", "keys", "server", "pending", "folder")}
    return names | {
        "content": str(folder / "content.db"),
        "overlay": str(folder / "overlay"),
        "desk": str(folder),
        "config": str(folder / "kiosk.toml"),
        "out": str(folder / "out.db"),
    }


Marks = dict[str, tuple[int, ...]]
"""By what stands in a folder, what tells that it is no longer the same; a folder has its mode alone."""


def _mark(about: os.stat_result) -> tuple[int, ...]:
    whole = (about.st_mode, about.st_ino, about.st_size, about.st_ctime_ns)
    return whole[:1] if stat.S_ISDIR(about.st_mode) else whole


def _marks(folder: str) -> Marks:
    marks, folders = {folder: _mark(os.lstat(folder))}, [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                marks[entry.path] = mark = _mark(entry.stat(follow_symlinks=False))
                if len(mark) == 1:
                    folders.append(entry.path)
    return marks


class Fuzz:
    """Random runs in a folder that is put back, as far as it has changed, before each."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed
        self._pristine, self.desk = folder / "pristine", folder / "desk"
        self.leaves = {path: command for path, command in commands() if not isinstance(command, click.Group)}
        (self.desk / "work").mkdir(parents=True)
        made(self.desk)
        shutil.copytree(self.desk, self._pristine)
        shutil.rmtree(self.desk)
        shutil.copytree(self._pristine, self.desk)
        self.names, self._paths = places(self.desk), hostile_paths(folder / "hostile")
        self._costs = dict.fromkeys(LINES, 0.05)
        self._marks = _marks(str(self.desk))

    def anew(self) -> None:
        """The folder as it was made: whatever is new, or another, is taken away, and what is missing then is copied."""
        os.chdir(self._folder)
        if self.desk.is_symlink() or not self.desk.is_dir():
            self.desk.unlink(missing_ok=True)
            self.desk.mkdir()
        for path, mark in _marks(str(self.desk)).items():
            if self._marks.get(path) != mark and os.path.lexists(path):
                _remove(path)
        for path, mark in self._marks.items():
            if not os.path.lexists(path):
                source = f"{self._pristine}{path.removeprefix(str(self.desk))}"
                if len(mark) == 1:
                    Path(path).mkdir()
                    shutil.copymode(source, path)
                else:
                    shutil.copy2(source, path)
                self._marks[path] = _mark(os.lstat(path))
        os.chdir(self.desk / "work")

    def cost(self, path: str, seconds: float) -> None:
        """Remember how long a command takes: slow ones are run more rarely."""
        self._costs[path] = 0.7 * self._costs[path] + 0.3 * seconds

    def line(self, number: int, *, alone: bool) -> tuple[str, list[str]]:
        """The command and the words of a run; files are changed for it."""
        chance = random.Random(f"{self._seed} {number}")
        paths = [path for path in LINES if not (alone and path.startswith(_OWN_PROCESS))]
        path = chance.choices(paths, [1 / (0.02 + self._costs[path]) for path in paths])[0]
        words = chance.choice((LINES[path], *_MORE.get(path, ()))).format(**self.names).split()
        if chance.random() < 0.4:
            self._spoil(chance, words)
        elif chance.random() < 0.2:
            folders = [place for place in self._named(words) if place.is_dir()]
            entangled(chance, chance.choice(folders or [self.desk / "folder"]))
        else:
            for _ in range(chance.randint(1, 3)):
                words = self._changed(chance, self.leaves[path], words)
        return path, words

    def _changed(self, chance: random.Random, command: click.Command, words: list[str]) -> list[str]:
        value = chance.choice((*TEXTS, *NUMBERS, *_ODD, *self._paths, *self.names.values(), *LINES))
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
        files = [
            file
            for place in self._named(words)
            for file in (sorted(place.rglob("*")) if place.is_dir() else [place])
            if file.is_file()
        ]
        if not files:
            return
        file = chance.choice(files)
        data = file.read_bytes()
        for _ in range(chance.randint(1, 4)):
            data = spoiled(chance, data)
        file.write_bytes(data)

    def _named(self, words: list[str]) -> list[Path]:
        """The places a line names, and the state of the kiosk whose settings it names."""
        named = [Path(word) for word in words if word.startswith(str(self.desk))]
        return named + ([self.desk / "state"] if self.names["config"] in words else [])


def _remove(path: str) -> None:
    if stat.S_ISDIR(os.lstat(path).st_mode):
        shutil.rmtree(path)
    else:
        Path(path).unlink()


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
        patch.object(os, "fsync", lambda _descriptor: None),  # no power fails here
        patch("kiosk.cli.staff.Argon2Hasher", CheapHasher),
        patch.dict(os.environ, {"DISPLAY": ":1"}),
    ):
        yield


def _late(_signal: int, _frame: FrameType | None) -> None:
    message = f"took over {SECONDS} s"
    raise TimeoutError(message)


def in_process(path: str, words: list[str]) -> str:
    """What is wrong with one run; empty for nothing."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
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


class Runs:
    """One command after the other, in this process or each in its own."""

    def __init__(self, fuzz: Fuzz, *, processes: bool) -> None:
        self._fuzz, self._processes, self._commands = fuzz, processes, Counter[str]()

    def rounds(self) -> Iterator[Faults]:
        """What is wrong with each run."""
        for number in itertools.count():
            self._fuzz.anew()
            path, words = self._fuzz.line(number, alone=self._processes)
            begun = time.monotonic()
            fault = (in_a_process if self._processes else in_process)(path, words)
            self._fuzz.cost(path, time.monotonic() - begun)
            self._commands[path] += 1
            yield [(f"{path} {json.dumps([word[:80] for word in words])}", f"{path}: {fault}")] if fault else []

    def figures(self) -> str:
        """How many commands were run, and how often the rarest."""
        rarest = min(self._commands.values(), default=0)
        return f"{len(self._commands)} commands, each at least {rarest} times"


@contextlib.contextmanager
def opened(folder: Path, seed: int, *, processes: bool) -> Iterator[Runs]:
    """The drill, in a folder; not as root where the whole machine could be written to."""
    require_bounds(folder)
    with standing(folder, seed, processes=processes) as runs:
        yield runs


@contextlib.contextmanager
def standing(folder: Path, seed: int, *, processes: bool = False) -> Iterator[Runs]:
    """The same, wherever it is."""
    before = Path.cwd()
    with patch.dict(os.environ, {VARIABLE: PASSPHRASE}):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            fuzz = Fuzz(folder, seed)
        try:
            with contextlib.nullcontext() if processes else bounded():
                yield Runs(fuzz, processes=processes)
        finally:
            os.chdir(before)


def require_bounds(folder: Path) -> None:
    """What is drilled here writes wherever it is asked to and may: that must not be the whole machine."""
    if not CONTAINED:
        sys.exit("not as root where / can be written: commands that are asked to replace /dev/zero would; use script/drill")
    os.environ |= {"HOME": str(folder), "TMPDIR": str(folder), "XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    tempfile.tempdir = None
