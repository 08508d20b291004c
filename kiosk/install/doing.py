"""Carries out a plan: the only part of an installation that touches the machine."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.disk.files import flush, replaced_atomically
from kiosk.errors import ConfigurationError, StorageError
from kiosk.install.plan import File, Link, Packages, Step, SystemCommand

MEND = "run as root, or name a folder of yours with --root"
OFFLINE = "where there is no network, run install.sh of a folder that script/make-installer made"
RUNNING = Path("/run/systemd/system")
"""There where systemd runs: not in a chroot, where the first start does what systemd is asked for here."""
_OPEN, _SECRET = 0o644, 0o600
_NOT_ASKED = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}


class Doer:
    """The machine, or a folder that holds the files of one."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def live(self) -> bool:
        """Whether it is the machine that runs."""
        return self._root == Path("/")

    def carry_out(self, steps: Iterable[Step]) -> Iterator[str]:
        """Do one step after the other, and say what was done; what is as it must be is left alone and not said.

        Raises:
            StorageError: a file cannot be written.
            ConfigurationError: a command of the system failed; what was done before it stays, and doing all again goes on.
        """
        for step in steps:
            if isinstance(step, File):
                done = self._write(step)
            elif isinstance(step, Link):
                done = self._link(step)
            else:
                done = self.live and (self._install(step) if isinstance(step, Packages) else self._command(step))
            if done:
                yield told(step)

    def take_away(self, steps: Iterable[File | Link]) -> Iterator[str]:
        """Remove files and links, and say which; a link that leads elsewhere than ours is not ours.

        Raises:
            StorageError: one cannot be removed.
            ConfigurationError: a command of the system failed.
        """
        if self.live and RUNNING.is_dir():
            self._run(("systemctl", "stop", "jusur.service", "jusur-rest.service"), must=False)
        for step in steps:
            path = self._below(step.path)
            ours = path.is_symlink() and path.readlink() == step.target if isinstance(step, Link) else path.is_file()
            if ours:
                with self._told_of(path):
                    path.unlink()
                yield str(path)
        if self.live and RUNNING.is_dir():
            self._run(("systemctl", "daemon-reload"))
            self._run(("udevadm", "control", "--reload"), must=False)

    def _below(self, path: Path) -> Path:
        return self._root / path.relative_to("/")

    def _write(self, file: File) -> bool:
        path, mode = self._below(file.path), _SECRET if file.secret else _OPEN
        with self._told_of(path):
            if path.is_file() and not path.is_symlink() and path.read_bytes() == file.text.encode():
                return False
            path.parent.mkdir(parents=True, exist_ok=True)
            with replaced_atomically(path) as fresh:
                fresh.touch(mode)
                fresh.chmod(mode)
                fresh.write_text(file.text, encoding="utf-8")
        return True

    def _link(self, link: Link) -> bool:
        path = self._below(link.path)
        with self._told_of(path):
            if path.is_symlink() and path.readlink() == link.target:
                return False
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f".{path.name}.jusur")
            fresh.unlink(missing_ok=True)
            fresh.symlink_to(link.target)
            fresh.replace(path)
            flush(path.parent)
        return True

    def _install(self, packages: Packages) -> bool:
        query = ("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages.names)
        said = subprocess.run(query, capture_output=True, text=True, check=False).stdout
        there = {line.split()[0] for line in said.splitlines() if line.endswith(" installed")}
        missing = [name for name in packages.names if name not in there]
        if not missing:
            return False
        return self._run(("apt-get", "-q", "install", "-y", "--no-install-recommends", *missing), mend=OFFLINE)

    def _command(self, command: SystemCommand) -> bool:
        return (not command.of_systemd or RUNNING.is_dir()) and self._run(command.words)

    @staticmethod
    def _run(words: tuple[str, ...], mend: str = "mend what it says, and run this again", *, must: bool = True) -> bool:
        try:
            answer = subprocess.run(words, capture_output=True, text=True, check=False, env=_NOT_ASKED, stdin=subprocess.DEVNULL)
        except FileNotFoundError as error:
            message = f"{words[0]} is not installed; is this a Debian with systemd?"
            raise ConfigurationError(message) from error
        if answer.returncode and must:
            last = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
            message = f"{' '.join(words[:3])}…: {last}; {mend}"
            raise ConfigurationError(message)
        return answer.returncode == 0

    @staticmethod
    def _told_of(path: Path) -> "_Told":
        return _Told(path)


class _Told:
    """Turns the system's refusal into ours."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            message = f"{self._path}: cannot be written ({error.strerror}); {MEND}"
            raise StorageError(message) from error


def told(step: Step) -> str:
    """A step in words."""
    match step:
        case Packages(names):
            return f"packages: {' '.join(names)}"
        case File(path):
            return f"file: {path}"
        case Link(path, target):
            return f"link: {path} to {target}"
        case SystemCommand(words, purpose):
            return f"{purpose}: {' '.join(words)}"
