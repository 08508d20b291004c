"""The console command as a shell sees it: words, streams and exit status."""

import click
import pytest

from kiosk import __version__
from kiosk.cli import cli, main
from kiosk.errors import (
    ConfigurationError,
    ContentError,
    DisplayError,
    KioskError,
    NarrationError,
    PublishingError,
    StorageError,
    TransferError,
    VerificationError,
)


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


def test_help_and_version_are_answers_not_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert main(["content", "--help"]) == 0
    shown = capsys.readouterr().out
    assert [command for command in ("build", "check", "stats", "diff") if command not in shown] == []


def test_every_command_says_what_it_does() -> None:
    for command in cli.commands.values():
        assert command.help, command.name


def test_an_interrupted_command_ends_as_shells_expect(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise click.exceptions.Abort

    monkeypatch.setattr(cli, "main", interrupt)
    assert main([]) == 130
