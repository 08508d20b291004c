"""A publisher's clock a year ahead, a number at its bound signed by a group: the honest publisher goes on, every kiosk follows."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from kiosk.publishing.manifest import LAST_NUMBER
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE, all_keys, beginning, sentence, version

HONEST = "import sys; from kiosk.cli import main; sys.exit(main(sys.argv[1:]))"
AHEAD = f"""
from datetime import timedelta
from kiosk.cli import repo_options
now = repo_options.now
repo_options.now = lambda: now() + timedelta(days=365)
repo_options.is_synchronised = lambda: False
{HONEST}
"""
AT_THE_BOUND = f"""
from kiosk.publishing.repository import Repository
Repository.next_number = lambda *_: {LAST_NUMBER}
{HONEST}
"""
NATION = ("rabat", "fes", "agadir")


class Fleet:
    """A publisher's desk, three kiosks of the nation, two of a group: each command is a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.repository, self.keys, self._built = folder, folder / "repository", folder / "keys", 0
        self.run("repo", "init", str(self.repository), *beginning(self.keys))
        self.of_borders("delegate", "borders", "--for", "karim")

    def run(self, *arguments: str, program: str = HONEST, status: int = 0) -> tuple[str, str]:
        answer = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True)
        assert answer.returncode == status, answer.stderr
        return answer.stdout, answer.stderr

    def of_borders(self, command: str, *arguments: str) -> None:
        into = ("--into", str(self.keys / "karim"))
        self.run("repo", command, str(self.repository), *arguments, *all_keys(self.keys), *into, "--clock-checked")

    def publish(self, text: str, *arguments: str, program: str = HONEST, status: int = 0) -> str:
        database, self._built = str(self.folder / f"{text}.db"), self._built + 1
        change = for_kiosks(version(f"2026.11.24.{self._built}", sentence(text)))
        self.run("content", "build", str(write(self.folder / text, change)), "--output", database)
        line = [*all_keys(self.keys), "--content", database, "--pictures", str(self.folder / "none"), "--yes", "--json"]
        return "".join(self.run("repo", "publish", str(self.repository), *line, *arguments, program=program, status=status))

    def sync(self, *kiosks: str, group: str = "") -> dict[str, dict[str, Any]]:
        """All at one time, each by its own process; what each of them says, and what it shows then."""
        root = str(self.repository / "metadata" / "1.root.json")
        running = {}
        for kiosk in kiosks:
            line = ["sync", str(self.repository), "--json", "--state", str(self.folder / kiosk), "--root", root, "--group", group]
            command = [sys.executable, "-c", HONEST, *line]
            running[kiosk] = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return {kiosk: json.loads(process.communicate()[0]) for kiosk, process in running.items()}

    def installed(self, *kiosks: str, group: str = "") -> set[int]:
        return {answer["number"] for answer in self.sync(*kiosks, group=group).values()}

    def refused(self, words: str, *kiosks: str, group: str = "") -> None:
        answers = self.sync(*kiosks, group=group)
        assert all(words in answer["message"] for answer in answers.values()), answers


@pytest.fixture
def fleet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fleet:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    return Fleet(tmp_path)


def test_every_kiosk_follows_again(fleet: Fleet) -> None:
    fleet.publish("first")
    fleet.publish("borders", "--group", "borders")
    assert fleet.installed(*NATION) == fleet.installed("tangier", group="borders") == {1}

    assert "set the clock" in fleet.publish("stopped", program=AHEAD, status=11)
    fleet.publish("ahead", "--clock-checked", program=AHEAD)
    fleet.refused("put right the clock that is wrong", *NATION)
    fleet.publish("honest", "--clock-checked")
    assert fleet.installed(*NATION) == {3}

    fleet.publish("bound", "--clock-checked", "--group", "borders", program=AT_THE_BOUND)
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
