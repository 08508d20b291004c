"""`kiosk content export` and `import`: what people read, what programs read, and the exit status."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.cli import main
from tests.helpers.sources import write


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write(tmp_path / "sources")


def run(*command: object) -> int:
    return main(["content", *map(str, command)])


@pytest.fixture
def book(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "texts.xlsx"
    assert run("export", sources, "--format", "xlsx", "--out", path) == 0
    assert capsys.readouterr() == (f"{path}: {path.stat().st_size} bytes\n", f"exporting {path}\n")
    return path


def test_a_trial_and_the_real_thing_say_the_same(sources: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = load_workbook(book)
    workbook["services"]["D2"] = "Carte"
    workbook.save(book)
    command = ("import", book, "--format", "xlsx", "--into", sources)
    assert run(*command, "--dry-run", "--json") == 0
    trial = json.loads(capsys.readouterr().out)
    assert run(*command, "--dry-run") == 0
    assert "1 would change" in capsys.readouterr().out
    assert run(*command, "--json") == 0
    real = json.loads(capsys.readouterr().out)
    change = {"item": "service:cnie", "field": "name", "language": "fr", "before": "cnie fr", "after": "Carte"}
    assert real == {"written": True, "changes": [change], "findings": []} == trial | {"written": True}
    assert run(*command) == 0
    assert capsys.readouterr().out == f"{book}: says what {sources} says\n"


def test_findings_are_told_and_make_the_exit_status(sources: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = load_workbook(book)
    workbook["services"]["D2"] = None
    workbook.save(book)
    command = ("import", book, "--format", "xlsx", "--into", sources)
    assert run(*command) == 4
    assert "1 to mend; nothing was changed" in capsys.readouterr().out
    assert run(*command, "--json") == 4
    told = json.loads(capsys.readouterr().out)
    assert not told["written"] and told["findings"][0]["field"] == "sheet services, row 2, column D (fr)"


@pytest.mark.parametrize("name", ["services.ttl", "services.jsonld"])
def test_services_go_out_and_come_back(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run("export", sources, "--format", "cpsv-ap", "--out", tmp_path / name) == 0
    (sources / "services" / "cnie.yaml").unlink()
    capsys.readouterr()
    command = ("import", tmp_path / name, "--format", "cpsv-ap", "--into", sources, "--json")
    assert run(*command, "--dry-run") == 0
    assert json.loads(capsys.readouterr().out)["changes"] == [{"file": "services/cnie.yaml"}]
    assert not (sources / "services" / "cnie.yaml").exists()
    assert run(*command) == 0
    assert run("check", sources) == 0


@pytest.mark.parametrize(("out", "what"), [("no/folder/x.xlsx", "cannot be written"), ("x.xml", "tells no format")])
def test_an_export_that_cannot_be_done_is_one_line(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str, what: str
) -> None:
    form = "cpsv-ap" if out.endswith("xml") else "xlsx"
    assert run("export", sources, "--format", form, "--out", tmp_path / out) == (4 if form == "cpsv-ap" else 14)
    error = capsys.readouterr().err
    assert what in error.splitlines()[-1] and error.count("kiosk: ") == 1


@pytest.mark.parametrize("command", [("export", "--out", "x.xlsx"), ("import", "x", "--format", "csv"), ("import",)])
def test_a_command_not_written_right_says_how(command: tuple[str, ...]) -> None:
    assert run(*command) == 2
