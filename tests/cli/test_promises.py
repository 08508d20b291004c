"""What all commands promise: JSON for programs, words instead of literals, one table of exit statuses."""

import re
import sys

import click
import pytest

from kiosk.cli.output import in_words, print_table, progress
from kiosk.config import ROOT
from kiosk.errors import KioskError
from tests.helpers.commands import commands

ACTING = {
    "completion": "prints a script for a shell",
    "content build": "writes one file",
    "content export": "writes one file",
    "guide draw": "writes a drawing",
    "lan serve": "serves until it is interrupted",
    "man": "writes pages",
    "mode clear": "changes the mode",
    "narration booth": "serves until it is interrupted",
    "narration script": "writes a script for a speaker",
    "preview": "opens a window",
    "repo delegate": "makes a key",
    "repo init": "makes a repository",
    "repo renew": "signs",
    "repo rotate-key": "makes a key",
    "repo serve": "serves until it is interrupted",
    "sheet": "writes a sheet",
    "staff add": "changes people",
    "staff first-code": "makes a code",
    "staff init": "sets keys",
    "staff remove": "changes people",
    "venue draw": "writes a drawing",
    "staff rescue": "answers with figures that are typed on a panel",
}
"""Commands that do something and have no more to report than a line, with what they do."""


def test_every_command_that_reports_speaks_json() -> None:
    leaves = {path: command for path, command in commands() if not isinstance(command, click.Group)}
    without = {path for path, command in leaves.items() if not any("--json" in parameter.opts for parameter in command.params)}
    assert without == set(ACTING)


def test_every_status_is_in_the_table_and_in_a_family() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    table = page.partition("## Exit status")[2].partition("\n## ")[0]
    told = {int(number) for number in re.findall(r"^\| (\d+) \| ", table, re.MULTILINE)}
    assert told == {0, 1, 2, 130} | {family.exit_status for family in families(KioskError)}


def test_a_family_has_a_status_of_its_own_and_those_below_keep_it() -> None:
    statuses = [family.exit_status for family in KioskError.__subclasses__()]
    assert len(statuses) == len(set(statuses))
    for family in KioskError.__subclasses__():
        assert {below.exit_status for below in families(family)} <= {family.exit_status}


def families(root: type[KioskError]) -> list[type[KioskError]]:
    return [found for below in root.__subclasses__() for found in (below, *families(below))]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""), ([], ""), ({}, ""), (0, "0"), (True, "yes"), (False, "no"), (["unknown"], "unknown"),
        ({"added": 2, "removed": 0}, "added 2, removed 0"), (("a", ["b", "c"]), "a, b, c"), ("[b]", "[b]"),
    ],
)  # fmt: skip
def test_values_are_told_in_words(value: object, words: str) -> None:
    assert in_words(value) == words


def test_a_piped_table_has_whole_cells(capsys: pytest.CaptureFixture[str]) -> None:
    long = "service:" + "x" * 300
    print_table("Found", ("item", "flags"), [(long, ["unknown", "number"]), ("two\nlines", {"person": "Amal"})])
    assert capsys.readouterr().out.splitlines() == ["Found", "item\tflags", f"{long}\tunknown, number", "two lines\tperson Amal"]


def test_a_table_on_a_terminal_is_drawn(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_table("Found", ("item",), [("[b]x[/b]",)])
    out = capsys.readouterr().out
    assert "[b]x[/b]" in out and "━" in out


def test_piped_progress_is_a_line_for_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(40) as line:
        task = line.add_task("rendering", total=40)
        for _ in range(40):
            line.update(task, advance=1)
        line.update(task, description="rendering")
    said = capsys.readouterr().err.splitlines()
    assert (said[:2], said[-1], len(said)) == (["rendering", "rendering: 4 of 40"], "rendering", 12)


def test_the_page_on_the_commands_names_every_option_of_each() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    spans = [span + " " for span in re.findall(r"`(kiosk [^`]+)`", page)]
    lacking = {}
    for name, command in commands():
        if not isinstance(command, click.Group):
            told = "".join(span for span in spans if span.startswith(f"kiosk {name} "))
            options = [max(one.opts, key=len) for one in command.params if isinstance(one, click.Option) and not one.hidden]
            if missing := [option for option in options if not re.search(rf"{option}(?![\w-])", told)]:
                lacking[name] = missing
    assert lacking == {}
