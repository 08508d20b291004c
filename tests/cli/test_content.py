"""`kiosk content`: what people read, what programs read, and the exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.config import ROOT
from tests.helpers.sources import write


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write(tmp_path / "sources")


@pytest.fixture
def database(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "content.db"
    assert main(["content", "build", str(sources), "--output", str(path)]) == 0
    capsys.readouterr()
    return path


def test_build_says_what_it_has_written(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "fresh.db"
    assert main(["content", "build", str(sources), "--output", str(path)]) == 0
    assert capsys.readouterr() == (f"{path}: {path.stat().st_size} bytes\n", f"building {path}\n")


def test_a_build_that_cannot_be_done_names_the_first_reason_in_one_line(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "glossary.yaml").unlink()
    (sources / "sites.yaml").unlink()
    assert main(["content", "build", str(sources), "--output", str(tmp_path / "x.db")]) == 4
    out, error = capsys.readouterr()
    assert out == ""
    assert error.count("kiosk: ") == 1 and error.splitlines()[-1].startswith("kiosk: ")
    assert "sites.yaml: file: is missing" in error
    assert f"1 more: `kiosk content check {sources}`" in error
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("place", ["no/such/folder/content.db", ""])
def test_a_place_that_cannot_be_written_is_named(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    assert main(["content", "build", str(sources), "--output", str(tmp_path / place)]) == 14
    assert "cannot be written" in capsys.readouterr().err


def test_check_is_clean_only_when_nothing_is_wrong(sources: Path, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (sources, database):
        assert main(["content", "check", str(path)]) == 0
        assert capsys.readouterr() == (f"{path}: nothing to mend\n", f"checking {path}\n")
        assert main(["content", "check", str(path), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == []


def test_check_tells_people_and_programs_the_same(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "glossary.yaml").unlink()
    assert main(["content", "check", str(sources), "--json"]) == 4
    out, error = capsys.readouterr()
    assert error == f"checking {sources}\n"
    mend = f"write glossary.yaml in {sources}"
    told = {"file": "glossary.yaml", "field": "file", "message": "is missing", "mend": mend, "level": "error", "line": 0}
    assert json.loads(out) == [told]
    assert main(["content", "check", str(sources)]) == 4
    assert "1 to mend" in capsys.readouterr().out


def test_texts_in_a_table_are_shown_as_they_are(tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(folder: dict) -> None:
        folder["pavilions/k9.yaml"]["name"]["fr"] = "[b]x[/b] [/]"

    other = tmp_path / "other.db"
    main(["content", "build", str(write(tmp_path / "new", change)), "--output", str(other)])
    capsys.readouterr()
    assert main(["content", "diff", str(database), str(other)]) == 0
    assert "[b]x[/b]" in capsys.readouterr().out


def test_stats_and_diff_give_numbers_to_programs(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "stats", str(database), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["pavilions"], told["words"]) == (1, {})
    assert main(["content", "stats", str(ROOT / "content.db"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert 0 < told["words"]["pavilion"]["fr"]["in_sight"] <= told["words"]["pavilion"]["fr"]["whole_most"]
    assert main(["content", "stats", str(database)]) == 0
    assert "public_services" in capsys.readouterr().out
    assert main(["content", "diff", str(database), str(database), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("command", [["stats"], ["stats", "--json"], ["diff"]])
def test_a_missing_database_is_named_with_its_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    path = str(tmp_path / "none.db")
    assert main(["content", *command, path, *([path] if command == ["diff"] else [])]) == 4
    out, error = capsys.readouterr()
    assert out == ""
    assert error == f"kiosk: {path}: there is no content database; build one with `kiosk content build`\n"


def test_the_installed_command_works_from_anywhere(sources: Path, tmp_path: Path) -> None:
    code = "import sys; from kiosk.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "content", "check", str(sources), "--json"]
    answer = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert (answer.returncode, answer.stdout.strip(), answer.stderr) == (0, "[]", f"checking {sources}\n")


def test_a_database_through_a_pipe_is_compared(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the shell gives it: `kiosk content diff <(git show v1:content.db)`."""
    database = tmp_path / "content.db"
    assert main(["content", "build", str(sources), "--output", str(database)]) == 0
    with subprocess.Popen(["/bin/cat", str(database)], stdout=subprocess.PIPE) as shown:
        assert shown.stdout is not None
        capsys.readouterr()
        assert main(["content", "diff", f"/dev/fd/{shown.stdout.fileno()}", str(database), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_an_editor_keeps_beside_an_open_file_is_no_source(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("~$k9.yaml", ".k9.yaml"):
        (sources / "pavilions" / name).write_bytes(b"\xff\x00")
    assert main(["content", "check", str(sources)]) == 0
    assert "nothing to mend" in capsys.readouterr().out
