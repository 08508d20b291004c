"""A pavilion's overlay at the command line: written, recorded, checked, signed by its group, and stopped by a base that moved."""

import json
from pathlib import Path

import pytest
import yaml

from kiosk.cli import main
from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from kiosk.domain.speech import text_fingerprint
from tests.helpers.sources import fact, for_kiosks, write
from tests.helpers.workshop import PASSPHRASE, all_keys, beginning


class Author:
    """The sources of the nation, the overlay of a pavilion, and what the commands said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.base, self.overlay = write(folder / "base", for_kiosks()), folder / "borders"
        (self.overlay / "modes").mkdir(parents=True)
        self.writes("north")

    def writes(self, exit_name: str, **more: object) -> None:
        text = yaml.safe_dump({"statements": [fact(f"{exit_name} exit") | more]}, allow_unicode=True)
        (self.overlay / "modes" / "emergency.yaml").write_text(text, encoding="utf-8")

    def base_moves(self) -> None:
        path = self.base / "modes" / "emergency.yaml"
        moved = yaml.safe_load(path.read_text()) | {"statements": [fact("walk")]}
        path.write_text(yaml.safe_dump(moved, allow_unicode=True))

    def content(self, command: str, *arguments: str) -> int:
        self._capsys.readouterr()
        return main(["content", command, *arguments])

    def over(self, *arguments: str) -> int:
        return self.content("overlay", str(self.overlay), "--base", str(self.base), *arguments)

    @property
    def out(self) -> str:
        return self._capsys.readouterr().out

    @property
    def err(self) -> str:
        return self._capsys.readouterr().err


@pytest.fixture
def author(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Author:
    return Author(tmp_path, capsys)


def test_values_are_shown_recorded_and_told_when_the_base_moves(author: Author) -> None:
    assert author.over("--json") == 4
    assert [row["conflict"] for row in json.loads(author.out)] == ["nobody has said which base it was written against"]
    assert author.over("--accept", "modes/emergency.yaml:statements") == 0
    assert author.content("check", str(author.base), "--overlay", str(author.overlay), "--json") == 0
    author.base_moves()
    assert author.content("check", str(author.base), "--overlay", str(author.overlay), "--json") == 4
    (finding,) = json.loads(author.out)
    assert (finding["file"], finding["field"]) == ("borders/modes/emergency.yaml", "statements")
    assert "the base has changed since" in finding["message"]
    keep = ("--keep", "modes/emergency.yaml:statements")
    assert author.content("check", str(author.base), "--overlay", str(author.overlay), *keep) == 0
    target = ("--output", str(author.folder / "laid.db"))
    assert author.content("build", str(author.base), "--overlay", str(author.overlay), *target) == 4
    assert "1 conflict with the base: borders/modes/emergency.yaml:statements" in author.err
    assert author.content("build", str(author.base), "--overlay", str(author.overlay), *target, *keep) == 0


def test_how_the_pavilions_words_are_said_is_kept_in_its_own_folder(author: Author) -> None:
    author.writes("north", text={"ar": "المخرج الشمالي", "fr": "sortie nord", "en": "north exit"})
    assert main(["narration", "propose", "--sources", str(author.base), "--overlay", str(author.overlay)]) == 0
    said = yaml.safe_load((author.overlay / "speech" / "ar.yaml").read_text(encoding="utf-8"))["texts"]
    entry = said["statement:mode:emergency/statements/1"]["text"]
    assert entry["of"] == text_fingerprint("المخرج الشمالي")
    assert not (author.base / "speech").exists()


def test_a_group_publishes_its_overlay_and_a_base_that_moved_stops_it(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    repository, keys = str(author.folder / "repository"), author.folder / "keys"
    assert main(["repo", "init", repository, *beginning(keys)]) == 0
    whose = ["--for", "karim", "--into", str(keys / "karim")]
    assert main(["repo", "delegate", repository, "borders", *all_keys(keys), *whose]) == 0
    laid = ("--sources", str(author.base), "--overlay", str(author.overlay))
    publish = ["repo", "publish", repository, *all_keys(keys), "--group", "borders", "--yes", *laid]
    assert author.over("--accept-all") == 0
    assert main(publish) == 0
    author.base_moves()
    assert main(publish) == 4
    assert "the base has changed since" in author.err
    author.writes("western")
    exhibition = author.base / "exhibition.yaml"
    exhibition.write_text(exhibition.read_text(encoding="utf-8").replace("2026.11.24", "2026.11.25"), encoding="utf-8")
    assert main([*publish, "--keep", "modes/emergency.yaml:statements", "--json"]) == 0
    changes = {row["language"]: row for row in json.loads(author.out)["changes"]}
    assert (changes["fr"]["before"], changes["fr"]["after"]) == ("north exit fr", "western exit fr")
    assert changes["fr"]["modes"] == ["emergency"]
