"""`kiosk bench`: what may be named, and what is said where it cannot be measured. What it measures is run by hand."""

import importlib.util

import pytest

from kiosk.cli import main
from kiosk.cli.bench import BY_NAME_ONLY, NAMES, bench
from tests.benchmarks.__main__ import GROUPS


def names_of(*only: str) -> list[str]:
    arguments = [word for one in only for word in ("--only", one)]
    return bench.make_context("bench", arguments).params["names"]


def test_the_names_of_the_command_are_those_that_are_measured() -> None:
    assert sorted(NAMES) == sorted(name for group in GROUPS for name in group)


@pytest.mark.parametrize("only", [("start", "memory"), ("start memory",), ("memory,start",), ("start, memory",)])
def test_several_names_are_taken_in_every_way_people_write_them(only: tuple[str, ...]) -> None:
    assert names_of(*only) == ["start", "memory"]


def test_the_longest_are_measured_by_name_only() -> None:
    assert set(names_of()) == set(NAMES) - BY_NAME_ONLY
    assert names_of("million") == ["million"]


@pytest.mark.parametrize("only", ["starts", "start memroy", ""])
def test_an_unknown_name_is_told_with_all_names(capsys: pytest.CaptureFixture[str], only: str) -> None:
    assert main(["bench", "--only", only]) == 2
    assert f"choose from {', '.join(NAMES)}" in capsys.readouterr().err


def test_missing_packages_are_one_line_before_anything_begins(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("kiosk.cli.bench.find_spec", lambda name: None if name == "tantivy" else find(name))
    assert main(["bench", "--only", "search"]) == 3
    assert capsys.readouterr() == ("", "kiosk: tantivy is missing, with which is measured; run script/setup --test\n")
