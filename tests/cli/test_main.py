"""The console command as a shell sees it: words, streams and exit status."""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from kiosk import __version__
from kiosk.cli import cli, main
from kiosk.cli.commands import COMMANDS
from kiosk.config import ROOT
from kiosk.errors import (
    ConfigurationError,
    ContentError,
    DisplayError,
    KioskError,
    MissingPartError,
    NarrationError,
    PublishingError,
    StorageError,
    TransferError,
    VerificationError,
)
from tests.helpers.commands import commands


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (KioskError, 1),
        (ConfigurationError, 3),
        (ContentError, 4),
        (NarrationError, 5),
        (DisplayError, 6),
        (PublishingError, 11),
        (VerificationError, 12),
        (TransferError, 13),
        (StorageError, 14),
    ],
)
def test_an_error_of_ours_is_one_line_and_the_status_of_its_family(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: type[KioskError], status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "kiosk.toml: no such setting; remove it"
        raise error(message)

    monkeypatch.setattr(cli, "main", fail)
    assert main([]) == status
    assert capsys.readouterr() == ("", "kiosk: kiosk.toml: no such setting; remove it\n")


@pytest.mark.parametrize("arguments", [["nope"], ["content", "nope"], ["content", "stats", "--nope"], ["content", "diff"]])
def test_a_misspelt_command_shows_how_it_is_used(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("Usage: kiosk")


def test_a_group_without_a_command_shows_its_help_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    groups = [name for name, command in commands() if isinstance(command, click.Group)]
    assert len(groups) > 5
    for name in groups:
        assert main(name.split()) == 2
        out, error = capsys.readouterr()
        assert out == "" and error.startswith(f"Usage: kiosk {name}") and "Error" not in error
        assert len(error.splitlines()) > 5


def test_help_and_version_are_answers_not_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert main(["content", "--help"]) == 0
    shown = capsys.readouterr().out
    assert [command for command in ("build", "check", "stats", "diff") if command not in shown] == []


def test_every_command_says_what_it_does() -> None:
    for path, command in commands():
        assert command.help, path


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    waiting = [*COMMANDS.items()]
    assert waiting
    while waiting:
        name, lazy = waiting.pop()
        if lazy.commands is not None:
            waiting += lazy.commands.items()
            continue
        module, _, attribute = lazy.place.partition(":")
        command = getattr(import_module(module), attribute)
        assert (lazy.help, command.name) == (command.help.partition("\n\n")[0], name)


def test_the_list_of_commands_cuts_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    for group in ([], *([name] for name, lazy in COMMANDS.items() if lazy.commands)):
        assert main([*group, "--help"]) == 0
        assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


def test_help_and_a_search_load_no_more_than_they_need() -> None:
    """Each of these costs more than the whole of `kiosk --help`."""
    heavy = (
        "rich pydantic yaml ruamel PIL tuf securesystemslib cryptography numpy scipy babel icalendar rdflib openpyxl urllib3"
        " asyncio argon2 num2words onnxruntime qrcode zeroconf zxingcpp PySide6"
    )
    code = "import sys; from kiosk.cli import main; main(sys.argv[2:]); print('loaded', *{*sys.argv[1].split()} & {*sys.modules})"
    nothing = "apsw kiosk.config kiosk.cli.search"
    groups = [([name, "--help"], nothing) for name, lazy in COMMANDS.items() if lazy.commands]
    for arguments, more in ((["--help"], nothing), *groups, (["search", "passeport"], "")):
        command = [sys.executable, "-c", code, f"{heavy} {more}", *arguments]
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert answer.stdout.splitlines()[-1] == "loaded", arguments


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_the_caller_closed_is_no_fault(stream: str) -> None:
    command = [
        sys.executable,
        "-c",
        f"import sys; sys.{stream} = None; from kiosk.cli import main; sys.exit(main(['mode', 'nothing']))",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


@pytest.mark.parametrize("line", ["config example", "mode list --json"])
def test_output_that_cannot_be_written_is_one_line(line: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "kiosk.cli", *line.split()]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    said = "kiosk: the output cannot be written: No space left on device; send it elsewhere\n"
    assert (done.returncode, done.stderr) == (14, said)


def test_an_error_that_cannot_be_said_has_its_status_still() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "kiosk.cli", "content", "stats", "/none"]
        assert subprocess.run(command, stderr=full, check=False).returncode == ContentError.exit_status


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_what_the_terminal_cannot_write_is_an_escape(encoding: str) -> None:
    code = "from kiosk.cli import main; [main([*'search cnie --limit 1 --lang ar'.split(), *more]) for more in ((), ('--json',))]"
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    lines, brace, rest = done.stdout.decode(encoding).partition("\n{")
    assert "\\u0627" in lines
    assert "ا" in str(json.loads(f"{brace}{rest}"))
    assert not done.stderr


@pytest.mark.parametrize(("given", "said"), [("ملف".encode(), "set LC_ALL=C.UTF-8"), (b"\xff", "is no text in UTF-8")])
def test_a_name_that_the_locale_cannot_read_is_told_from_one_that_nobody_can(given: bytes, said: str) -> None:
    code = "import sys; from kiosk.cli import main; sys.exit(main())"
    command = [sys.executable.encode(), b"-c", code.encode(), b"content", b"check", given]
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, said in done.stderr) == (2, True)


def test_a_library_that_is_not_installed_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """As in a checkout that was brought up to date without `script/setup`."""

    def load(*_: object, **__: object) -> None:
        import_module("no_such_library.part")

    monkeypatch.setattr(cli, "main", load)
    assert main(["venue", "check"]) == MissingPartError.exit_status
    said = capsys.readouterr().err
    assert said == "kiosk: the library no_such_library is not installed; run script/setup, or install the kiosk again\n"


def test_an_interrupted_command_ends_as_shells_expect(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise click.exceptions.Abort

    monkeypatch.setattr(cli, "main", interrupt)
    assert main([]) == 130
