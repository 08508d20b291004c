"""`kiosk repo`: the publisher's day, as the shell sees it."""

import errno
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from kiosk.errors import VerificationError
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE, all_keys, beginning, sentence, version


class Desk:
    """A publisher's folder and what the commands said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys, self._built = folder, capsys, 0
        self.repository, self.keys = str(folder / "repository"), folder / "keys"

    def content(self, name: str, change=lambda _f: None) -> str:
        path, self._built = str(self.folder / f"{name}.db"), self._built + 1
        change = version(f"2026.11.24.{self._built}", change)
        assert main(["content", "build", str(write(self.folder / name, for_kiosks(change))), "--output", path]) == 0
        return path

    def repo(self, command: str, *arguments: str, keys: bool = True) -> int:
        self._capsys.readouterr()
        return main(["repo", command, self.repository, *arguments, *(all_keys(self.keys) if keys else [])])

    def publish(self, content: str, *arguments: str, keys: bool = True) -> int:
        rest = ("--pictures", str(self.folder / "none"), "--yes", *arguments)
        return self.repo("publish", "--content", content, *rest, keys=keys)

    @property
    def out(self) -> str:
        return self._capsys.readouterr().out

    @property
    def err(self) -> str:
        return self._capsys.readouterr().err


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    desk = Desk(tmp_path, capsys)
    assert desk.repo("init", *beginning(desk.keys), keys=False) == 0
    return desk


def test_a_publishers_day(desk: Desk) -> None:
    first, second = desk.content("one"), desk.content("two", sentence("at nine in the evening"))
    assert desk.publish(first, "--channel", "canary") == 0
    assert "first release: 9 items in ar, fr, en" in desk.out
    assert desk.repo("publish", "--of", "canary", "--yes") == 0
    for channel in ("canary", "stable"):
        assert desk.repo("publish", "--of", channel, "--yes") == 11
        assert f"nothing is to be published: stable shows what {channel} shows" in desk.err
    assert desk.publish(second, "--json") == 0
    told = json.loads(desk.out)
    assert (told["number"], told["channel"]) == (3, "stable")
    assert {row["language"]: row["after"] for row in told["changes"]}["fr"] == "at nine in the evening fr"
    tally = {(row["mode"], row["language"], row["changed"]) for row in told["tally"]}
    assert tally == {("", tag, 1) for tag in ("ar", "fr", "en", "")}
    assert told["first"] is None
    assert desk.repo("rollback", "--yes") == 0
    out = desk.out
    assert "changed: 4" in out
    assert "What visitors will find changed" in out
    assert desk.repo("status", "--json", keys=False) == 0
    releases = {row["channel"]: row["number"] for row in json.loads(desk.out)["releases"]}
    assert releases == {"canary": 1, "stable": 4}
    assert desk.repo("renew") == 0


def test_without_yes_the_publisher_is_asked_and_may_stop(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    content = desk.content("one")
    assert desk.repo("publish", "--content", content) == 130
    assert desk.repo("status", "--json", keys=False) == 0
    assert json.loads(desk.out)["releases"] == []


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--channel", "everyone"], 11, "the channels are draft, canary, stable"),
        (["--group", "nobody"], 11, "make it with `kiosk repo delegate`"),
        (["--of", "canary"], 11, "shows nothing yet; publish on it first"),
    ],
)
def test_what_cannot_be_done_says_the_mend(desk: Desk, arguments: list[str], status: int, said: str) -> None:
    assert desk.publish(desk.content("one"), *arguments) == status
    assert said in desk.err


def test_a_folder_that_is_no_repository_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repo", "status", str(tmp_path)]) == 11
    assert "make a repository with `kiosk repo init`" in capsys.readouterr().err


def test_a_wrong_passphrase_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "not the passphrase")
    assert desk.publish(desk.content("one")) == 11
    assert "give the passphrase it was made with" in desk.err


def test_nothing_to_go_back_to_is_said(desk: Desk) -> None:
    assert desk.publish(desk.content("one")) == 0
    assert desk.repo("rollback", "--yes") == 11
    assert "stable has no earlier release; the earlier ones are: none" in desk.err


def test_a_repository_is_not_made_twice(desk: Desk) -> None:
    assert desk.repo("init", *beginning(desk.keys), keys=False) == 11
    assert "name another folder" in desk.err


def test_a_short_passphrase_makes_no_repository(tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "short")
    assert Desk(tmp_path, capsys).repo("init", *beginning(tmp_path / "keys"), keys=False) == 11
    assert "take at least 8 characters" in capsys.readouterr().err


def test_a_group_signs_what_is_its_own(desk: Desk) -> None:
    whose = ("--for", "karim", "--into", str(desk.keys / "karim"))
    assert desk.repo("delegate", "borders", *whose) == 0
    assert desk.publish(desk.content("one"), "--group", "borders") == 0
    assert desk.repo("rotate-key", "borders", *whose) == 0
    assert "borders: karim has the new key" in desk.out
    assert desk.repo("rotate-key", "nobody", *whose) == 11
    assert "there is no role 'nobody'" in desk.err
    assert desk.repo("delegate", "targets", *whose) == 11


def test_one_signs_today_and_another_tomorrow_on_another_machine(desk: Desk) -> None:
    stick, second = str(desk.folder / "stick"), desk.folder / "second"
    amina, youssef = (["--keys", str(desk.keys / name)] for name in ("amina", "youssef"))
    content = desk.content("one")
    assert desk.publish(content, "--pending", stick, *amina, keys=False) == 0
    assert "1 more must sign, of leila (" in desk.out
    shutil.copytree(desk.repository, second)
    assert main(["repo", "sign", str(second), stick, "--yes", *amina]) == 11
    assert "nobody at hand signs what is still unsigned; 1 more must sign, of leila (" in desk.err
    assert main(["repo", "sign", str(second), stick, "--yes", *youssef]) == 0
    out = desk.out
    assert "first release: 9 items in ar, fr, en" in out
    assert "enough have signed; sign it with the server's keys to publish it" in out
    assert desk.repo("pending", stick, "--json", keys=False) == 0
    told = json.loads(desk.out)
    assert (sorted(told["signed"].values()), list(told["unsigned"].values())) == (["amina", "youssef"], ["leila"])
    assert (told["missing"], told["in_force"]) == (0, False)
    assert desk.repo("sign", stick, "--yes", "--keys", str(desk.keys / "server"), keys=False) == 0
    assert "in force" in desk.out
    assert desk.repo("status", "--json", keys=False) == 0
    assert [(row["channel"], row["number"]) for row in json.loads(desk.out)["releases"]] == [("stable", 1)]


def test_going_back_is_signed_by_one_after_the_other_too(desk: Desk) -> None:
    stick = str(desk.folder / "stick")
    assert desk.publish(desk.content("one")) == 0
    assert desk.publish(desk.content("two", sentence("a mistake"))) == 0
    assert desk.repo("rollback", "--yes", "--pending", stick, "--keys", str(desk.keys / "amina"), keys=False) == 0
    others = [part for name in ("youssef", "server") for part in ("--keys", str(desk.keys / name))]
    assert desk.repo("sign", stick, "--yes", *others, keys=False) == 0
    assert "release 3 of stable" in desk.out


def test_a_key_changes_although_nobody_meets(desk: Desk) -> None:
    stick, second = str(desk.folder / "stick"), desk.folder / "second"
    amina, youssef, server = (["--keys", str(desk.keys / name)] for name in ("amina", "youssef", "server"))
    shutil.copytree(desk.repository, second)
    new = ("--lost", "leila", "--into", str(desk.folder / "leila-new"), "--pending", stick)
    assert desk.repo("rotate-key", "targets", *new, *amina, keys=False) == 0
    out = desk.out
    assert "targets: leila gets the new key" in out
    assert "root: signed by amina (" in out
    assert "1 more must sign, of leila (" in out
    assert main(["repo", "sign", str(second), stick, "--yes", *amina]) == 11
    assert "nobody at hand signs what is still unsigned" in desk.err
    assert main(["repo", "sign", str(second), stick, "--yes", *youssef]) == 0
    assert "enough have signed; sign it with the server's keys to put it in force" in desk.out
    assert desk.repo("pending", stick, "--json", keys=False) == 0
    told = json.loads(desk.out)
    assert (told["role"], told["person"], told["missing"], told["in_force"]) == ("targets", "leila", 0, False)
    assert {document: sorted(keys.values()) for document, keys in told["signed"].items()} == {
        "root": ["amina", "youssef"],
        "targets": ["amina", "leila", "youssef"],
    }
    assert desk.repo("sign", stick, "--yes", *server, keys=False) == 0
    assert "in force" in desk.out
    assert desk.repo("pending", stick, keys=False) == 11
    assert "is in force already: leila has the new key of targets" in desk.err


def test_a_repository_is_served_for_trying(desk: Desk) -> None:
    assert desk.publish(desk.content("one")) == 0
    command = [sys.executable, "-u", "-m", "kiosk.cli", "repo", "serve", desk.repository, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            root = str(Path(desk.repository) / "metadata" / "1.root.json")
            assert main(["sync", address, "--state", str(desk.folder / "state"), "--root", root]) == 0
        finally:
            server.terminate()


def test_a_port_that_is_taken_is_said(desk: Desk) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert desk.repo("serve", "--port", str(taken.getsockname()[1]), keys=False) == 11
    assert "choose another port" in desk.err


def test_the_keys_of_others_sign_nothing(desk: Desk, tmp_path: Path) -> None:
    theirs = tmp_path / "their-keys"
    assert main(["repo", "init", str(tmp_path / "other"), *beginning(theirs)]) == 0
    content = desk.content("one")
    assert desk.repo("publish", "--content", content, "--yes", *all_keys(theirs), keys=False) == 11
    assert "targets needs 2 of 3 keys, 0 found" in desk.err


def test_what_was_changed_by_hand_is_said_and_signed_by_nobody(desk: Desk, tmp_path: Path) -> None:
    path = desk.folder / "repository" / "metadata" / "1.targets.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"version": 1', '"version": 7'), encoding="utf-8")
    assert desk.repo("status", keys=False) == VerificationError.exit_status
    assert "NOT AS SIGNED" in desk.out
    assert desk.repo("status", "--json", keys=False) == VerificationError.exit_status
    assert [one["name"] for one in json.loads(desk.out)["roles"] if not one["signed"]] == ["targets"]
    rotated = desk.repo("rotate-key", "targets", "--lost", "amina", "--into", str(tmp_path / "stick"))
    assert not (tmp_path / "stick").exists()
    for command in (rotated, desk.repo("renew"), desk.publish(desk.content("first"))):
        assert command == VerificationError.exit_status
    assert "not as signed: targets; bring back a copy" in desk.err


def test_an_expired_root_publishes_nothing_and_says_how_it_is_renewed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("repo_status", "repo_options"):
        monkeypatch.setattr(sys.modules[f"kiosk.cli.{module}"], "now", lambda: datetime.now(UTC) + timedelta(days=4000))
    monkeypatch.setattr(sys.modules["kiosk.cli.repo_options"], "is_synchronised", lambda: False)
    assert desk.publish(desk.content("one")) == 11
    assert "say with --clock-checked that you have looked at it" in desk.err
    assert desk.repo("publish", "--content", desk.content("one"), "--yes", "--clock-checked") == 11
    assert "renew it with `kiosk repo rotate-key REPO root`" in desk.err
    assert desk.repo("status", keys=False) == 11
    assert "RENEW" in desk.out


def test_a_full_disk_publishes_nothing_and_says_to_make_room(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    content = desk.content("one")
    monkeypatch.setattr(Path, "write_bytes", no_space)
    assert desk.publish(content) == 11
    monkeypatch.undo()
    assert "cannot be written (No space left on device); make room" in desk.err
    assert desk.repo("status", "--json", keys=False) == 0
    assert json.loads(desk.out)["releases"] == []


def no_space(_path: Path, _data: bytes) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
