"""Whatever is typed: one line that says what is wrong, the family's exit status, never a traceback."""

import io
import os
import shutil
import socketserver
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pytest

from kiosk.cli import main
from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from kiosk.content.build import build
from kiosk.errors import KioskError
from kiosk.publishing.neighbours import find_neighbours
from tests.helpers.commands import commands
from tests.helpers.fakes import CheapHasher
from tests.helpers.lines import LINES, NUMBERS, SILENT, TEXTS
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE

STATUSES = {0, 1, 2} | {family.exit_status for family in KioskError.__subclasses__()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything the lines name, made once."""
    folder = tmp_path_factory.mktemp("made")
    write(folder / "sources")
    with TemporaryDirectory() as whole:
        build(write(Path(whole), for_kiosks()), folder / "content.db")
    os.environ[VARIABLE] = PASSPHRASE
    person = f"amina={folder / 'keys'}"
    line = ["repo", "init", str(folder / "repository"), "--keys", str(folder / "server"), "--person", person, "--threshold", "1"]
    assert main(line) == 0
    signed = (
        f"{folder / 'repository'} --keys {folder / 'keys'} --content {folder / 'content.db'} --pending {folder / 'pending'} --yes"
    )
    assert main(["repo", "publish", *signed.split()]) == 0
    del os.environ[VARIABLE]
    return folder


@pytest.fixture
def places(made: Path, tmp_path: Path) -> dict[str, str]:
    desk = tmp_path / "desk"
    shutil.copytree(made, desk)
    (desk / "folder").mkdir()
    config = desk / "kiosk.toml"
    words = {"state": desk / "state", "cache": desk / "cache", "content": desk / "content.db"}
    config.write_text("".join(f'{name} = "{path}"\n' for name, path in words.items()), encoding="utf-8")
    names = {name: str(desk / name) for name in ("sources", "repository", "keys", "server", "pending", "folder")}
    return names | {"content": str(words["content"]), "config": str(config), "out": str(desk / "out.db")}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Paths that are not what a command expects."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "empty").touch()
    (folder / "binary").write_bytes(bytes(range(256)) * 40)
    (folder / "text").write_text("- [a: {b\n", encoding="utf-8")
    os.mkfifo(folder / "locked")
    (folder / "locked").unlink()
    (folder / "dangling").symlink_to(folder / "nowhere")
    (folder / "circle").symlink_to(folder / "circle")
    names = ("empty", "binary", "text", "dangling", "circle", "none", "none/none", "empty/below", "x" * 300)
    return [*(str(folder / name) for name in names), str(folder), "", "/dev/null", "/proc/self/mem", "a\0b", "\udcff"]


@pytest.fixture(autouse=True)
def bounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No other process is started, nothing is served for ever, nobody answers."""

    def no_process(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "program")

    def taken(*_: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(subprocess, "Popen", no_process)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # no power fails here
    monkeypatch.setattr(find_neighbours, "__defaults__", ("", 0.0))
    monkeypatch.setattr("kiosk.cli.staff.Argon2Hasher", CheapHasher)
    monkeypatch.setattr(socketserver.TCPServer, "server_bind", taken)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    monkeypatch.setenv("DISPLAY", ":1")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)


def hostile(command: click.Command, given: list[str], paths: list[str], every: int) -> Iterator[list[str]]:
    """The line with one value after the other in the place of each argument and option that takes one.

    With `every` above 1, each place takes only every so many of the values, and the next place others.
    """
    position = 0
    for place, parameter in enumerate(command.params):
        if isinstance(parameter, click.Option) and parameter.is_flag:
            continue
        values = paths if isinstance(parameter.type, click.Path) else [*TEXTS, *NUMBERS]
        for value in values[place % every :: every]:
            if isinstance(parameter, click.Option):
                yield [*given, parameter.opts[0], value]
            elif position < len(given) and not given[position].startswith("--"):
                yield [*given[:position], value, *given[position + 1 :]]
            else:
                yield [*given, "--", value]
        position += isinstance(parameter, click.Argument)


def leaves() -> dict[str, click.Command]:
    return {path: command for path, command in commands() if not isinstance(command, click.Group)}


def test_every_command_has_a_line() -> None:
    assert sorted(LINES) == sorted(leaves())


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.by_hand)])
@pytest.mark.parametrize("path", sorted(LINES))
def test_wrong_input_is_one_line_and_a_status(
    path: str, every: int, places: dict[str, str], paths: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = []
    for line in hostile(leaves()[path], LINES[path].format(**places).split(), paths, every):
        try:
            status = main([*path.split(), *line])
        except Exception as error:  # noqa: BLE001 - the fault looked for
            wrong.append((line, repr(error)))
            capsys.readouterr()
            continue
        out, said = capsys.readouterr()
        last = (said.splitlines() or [""])[-1]
        silent = status in SILENT and bool(out.strip())  # something examined is not as it should be: the table says what
        if status not in STATUSES or "Traceback" in said or not (status == 0 or silent or last.startswith(("kiosk: ", "Error: "))):
            wrong.append((line, (status, said)))
    assert not wrong, "\n".join(map(str, wrong))
