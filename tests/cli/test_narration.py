"""`kiosk narration propose` and `approve`, with the real models."""

import json
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.content.checking.check import check
from kiosk.errors import SourceError
from tests.helpers.sources import write


def named(folder: dict) -> None:
    folder["pavilions/k9.yaml"]["name"]["ar"] = "شرطة الكلاب"
    folder["pronunciation.yaml"] = {"said": {"ar": {"شرطة": "شُرْطَة"}}}


def test_from_shown_words_to_an_approved_speech_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "sources", named)
    where = ["--sources", str(folder)]
    assert main(["narration", "propose", *where, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (text,) = [text for text in told["proposed"] if text["item"] == "pavilion:k9" and text["field"] == "name"]
    assert text["said"] == "شُرْطَةُ الْكِلَابِ"
    assert {finding.level for finding in check(folder)} == {"note"}
    assert main(["content", "check", str(folder)]) == 0
    assert "0 to mend, 1 to note" in capsys.readouterr().out
    assert main(["narration", "approve", *where, "--by", "a reader"]) == 0
    assert "approved" in capsys.readouterr().out
    assert check(folder) == []
    before = (folder / "speech" / "ar.yaml").read_bytes()
    assert main(["narration", "propose", *where, "--again"]) == 0
    assert "0 new" in capsys.readouterr().out
    assert (folder / "speech" / "ar.yaml").read_bytes() == before


def test_sources_that_cannot_be_read_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "sources", lambda files: files.pop("glossary.yaml"))
    assert main(["narration", "propose", "--sources", str(folder)]) == SourceError.exit_status
    assert "glossary.yaml" in capsys.readouterr().err


def test_an_unknown_item_is_not_approved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "sources")
    assert main(["narration", "approve", "pavilion:nowhere", "--sources", str(folder), "--by", "x"]) == SourceError.exit_status
    assert "pavilion:nowhere" in capsys.readouterr().err


def test_a_language_that_rules_say_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["narration", "propose", "--lang", "fr"]) == 2
    assert "fr" in capsys.readouterr().err
