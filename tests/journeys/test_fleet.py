"""A publisher's clock a year ahead, a number at its bound signed by a group: the honest publisher goes on, every kiosk follows."""

import json
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main, repo_options
from kiosk.content.build import build
from kiosk.publishing.manifest import LAST_NUMBER
from kiosk.publishing.repository import Repository
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE, all_keys, beginning, examined_here, sentence, version

NATION = ("rabat", "fes", "agadir")


@contextmanager
def ahead() -> Iterator[None]:
    """The publisher's clock is a year ahead, and nobody sets it."""
    now = repo_options.now
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repo_options, "now", lambda: now() + timedelta(days=365))
        patch.setattr(repo_options, "is_synchronised", lambda: False)
        yield


@contextmanager
def at_the_bound() -> Iterator[None]:
    """The next release has the last number there is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Repository, "next_number", lambda *_: LAST_NUMBER)
        yield


class Fleet:
    """A publisher's desk, three kiosks of the nation, two of a group; what is done is done by commands."""

    def __init__(self, folder: Path, said: pytest.CaptureFixture[str]) -> None:
        self.folder, self.repository, self.keys, self._built = folder, folder / "repository", folder / "keys", 0
        self._said = said
        self.run("repo", "init", str(self.repository), *beginning(self.keys))
        self.of_borders("delegate", "borders", "--for", "karim")

    def run(self, *arguments: str, status: int = 0) -> tuple[str, str]:
        answer = main(list(arguments))
        out, err = self._said.readouterr()
        assert answer == status, err
        return out, err

    def of_borders(self, command: str, *arguments: str) -> None:
        into = ("--into", str(self.keys / "karim"))
        self.run("repo", command, str(self.repository), *arguments, *all_keys(self.keys), *into, "--clock-checked")

    def publish(self, text: str, *arguments: str, desk: AbstractContextManager[None] | None = None, status: int = 0) -> str:
        database, self._built = self.folder / f"{text}.db", self._built + 1
        build(write(self.folder / text, for_kiosks(version(f"2026.11.24.{self._built}", sentence(text)))), database)
        line = [*all_keys(self.keys), "--content", str(database), "--pictures", str(self.folder / "none"), "--yes", "--json"]
        with desk or nullcontext():
            return "".join(self.run("repo", "publish", str(self.repository), *line, *arguments, status=status))

    def sync(self, *kiosks: str, group: str = "") -> dict[str, dict[str, Any]]:
        """What each of them says, and what it shows then."""
        root, said = str(self.repository / "metadata" / "1.root.json"), {}
        for kiosk in kiosks:
            main(["sync", str(self.repository), "--json", "--state", str(self.folder / kiosk), "--root", root, "--group", group])
            said[kiosk] = json.loads(self._said.readouterr().out)
        return said

    def installed(self, *kiosks: str, group: str = "") -> set[int]:
        return {answer["number"] for answer in self.sync(*kiosks, group=group).values()}

    def refused(self, words: str, *kiosks: str, group: str = "") -> None:
        answers = self.sync(*kiosks, group=group)
        assert all(words in answer["message"] for answer in answers.values()), answers


@pytest.fixture
def fleet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Fleet:
    monkeypatch.setenv(repo_options.PASSPHRASE, PASSPHRASE)
    monkeypatch.setattr("kiosk.publishing.sync.examine_database", examined_here)
    return Fleet(tmp_path, capsys)


def test_every_kiosk_follows_again(fleet: Fleet) -> None:
    fleet.publish("first")
    fleet.publish("borders", "--group", "borders")
    assert fleet.installed(*NATION) == fleet.installed("tangier", group="borders") == {1}

    assert "set the clock" in fleet.publish("stopped", desk=ahead(), status=11)
    fleet.publish("ahead", "--clock-checked", desk=ahead())
    fleet.refused("put right the clock that is wrong", *NATION)
    fleet.publish("honest", "--clock-checked")
    assert fleet.installed(*NATION) == {3}

    fleet.publish("bound", "--clock-checked", "--group", "borders", desk=at_the_bound())
    fleet.refused("numbers do not leap so far", "tangier", group="borders")
    assert fleet.installed("nador", group="borders") == {LAST_NUMBER}
    fleet.publish("onwards", "--clock-checked")
    assert fleet.installed(*NATION) == {4}

    fleet.of_borders("rotate-key", "borders")
    assert fleet.installed("tangier", "nador", group="borders") == {1}
    fleet.publish("recovered", "--clock-checked", "--group", "borders")
    assert fleet.installed("tangier", "nador", group="borders") == {2}


def test_what_a_group_damages_is_its_own(fleet: Fleet) -> None:
    fleet.publish("first")
    fleet.publish("borders", "--group", "borders")
    for path in (fleet.repository / "targets" / "borders").iterdir():
        path.write_bytes(b"{}")
    out, _ = fleet.run("repo", "status", str(fleet.repository), "--json", status=11)
    assert [(row["group"], row.get("number")) for row in json.loads(out)["releases"]] == [("all", 1), ("borders", None)]
    fleet.publish("second")
    assert fleet.installed("rabat") == {2}
    shutil.rmtree(fleet.repository / "targets" / "borders")
    assert fleet.publish("third")
