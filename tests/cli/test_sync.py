"""`kiosk sync`: what a technician reads, and the exit status of each family."""

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import __version__
from kiosk.cli import main
from kiosk.counters.counter_file import NAME, CounterFile
from kiosk.domain.counters import Bucket, Counted
from kiosk.publishing.installation import SHOWN_HASH
from tests.helpers.workshop import Workshop, sentence


class Technician:
    """One kiosk's settings and what the command said."""

    def __init__(self, workshop: Workshop, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.workshop, self._capsys = workshop, capsys
        self.state, self.root = folder / "state", folder / "root.json"
        shutil.copy(workshop.root, self.root)
        self.config = folder / "kiosk.toml"
        self.config.write_text(f'state = "{self.state}"\nsync_root = "{self.root}"\nname = "k9-1"\n')

    def sync(self, *arguments: str) -> int:
        self._capsys.readouterr()
        return main(["sync", *arguments, "--config", str(self.config)])

    def told(self, *arguments: str) -> dict:
        assert self.sync(*arguments, "--json") == 0
        return json.loads(self._capsys.readouterr().out)

    @property
    def err(self) -> str:
        return self._capsys.readouterr().err


@pytest.fixture
def technician(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Technician:
    workshop = Workshop(tmp_path / "workshop")
    workshop.publish()
    return Technician(workshop, tmp_path, capsys)


def test_from_an_offer_to_going_back(technician: Technician) -> None:
    source = str(technician.workshop.repository.folder)
    offer = technician.told(source, "--offer")
    assert (offer["number"], offer["before"], len(offer["signed_by"])) == (1, None, 3)
    assert technician.told("--status")["current"] is None
    assert technician.told(source)["result"] == "installed"
    first = technician.told("--status")
    assert (first["release"], first["shows"], first["software"]) == (1, "release 1", __version__)
    technician.workshop.publish(sentence("new"))
    assert technician.told(source)["number"] == 2
    back = technician.told("--back")
    assert (back["current"], back["release"], back["shows"]) == (None, 0, "the content that came with the program")
    assert technician.told(source)["result"] == "refused"
    assert first["trial"] is True


def test_a_stick_goes_in_and_comes_back_with_a_receipt(technician: Technician, tmp_path: Path, capsys) -> None:
    stick = tmp_path / "media" / "STICK"
    shutil.copytree(technician.workshop.repository.folder, stick)
    counted = CounterFile(technician.state / NAME, 90, 5)
    counted.add({Bucket(Counted.VISIT, f"{date.today()}T11", "whole", "fr"): 13}, [], date.today())
    counted.close()
    options = ("--stick", "--mounts", str(tmp_path / "media"))
    assert technician.told(*options)["receipt"] == "left"
    assert technician.told(*options)["result"] == "current"
    ledger = str(tmp_path / "fleet.json")
    capsys.readouterr()
    assert main(["repo", "receipts", str(stick), "--ledger", ledger, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (kiosk,) = told["kiosks"]
    assert (kiosk["kiosk"], kiosk["serial"], kiosk["result"], kiosk["number"]) == ("k9-1", 2, "current", 1)
    assert told["figures"] == kiosk["figures"] == {"visit": 10}
    assert (kiosk["software"], kiosk["sha256"]) == (__version__, technician.told("--status")["sha256"])
    (stick / "receipts" / "evil.json").write_text("{}")
    assert main(["repo", "receipts", str(stick), "--ledger", ledger]) == 12
    out = capsys.readouterr().out
    assert "evil.json" in out
    assert f"k9-1\t1\t{kiosk['sha256'][:SHOWN_HASH]}\t{__version__}\t0\tcurrent" in out


def test_a_stick_that_cannot_be_trusted_gets_a_receipt_that_says_so(technician: Technician, tmp_path: Path, capsys) -> None:
    stick = tmp_path / "media" / "STICK"
    shutil.copytree(technician.workshop.repository.folder, stick)
    for path in (stick / "blobs").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\0" * path.stat().st_size)
    assert technician.sync("--stick", "--mounts", str(tmp_path / "media")) == 12
    capsys.readouterr()
    assert main(["repo", "receipts", str(stick), "--ledger", str(tmp_path / "fleet.json"), "--json"]) == 0
    assert "not the bytes that were signed" in json.loads(capsys.readouterr().out)["kiosks"][0]["result"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 3, "no source: name one"),
        (["http://127.0.0.1:9"], 13, "bring a stick"),
        (["/nowhere"], 13, "there is no such folder"),
        (["--stick", "--mounts", "/nowhere"], 13, "no stick with a repository"),
        (["SOURCE", "--channel", "everyone"], 12, "nothing is published as everyone.json"),
        (["SOURCE", "--root", "/nowhere"], 12, "copy 1.root.json from the publisher"),
        (["SOURCE", "--root", "/etc/passwd"], 12, "/etc/passwd: is no root of publishers"),
        (["SOURCE", "--state", "/proc/no"], 14, "/proc/no"),
    ],
)
def test_what_is_wrong_has_its_status_and_its_mend(technician: Technician, arguments: list[str], status: int, said: str) -> None:
    source = str(technician.workshop.repository.folder)
    assert technician.sync(*(source if argument == "SOURCE" else argument for argument in arguments)) == status
    assert said in technician.err


def test_the_wrong_root_trusts_nothing(technician: Technician, tmp_path: Path) -> None:
    shutil.copy(Workshop(tmp_path / "stranger").root, technician.root)
    assert technician.sync(str(technician.workshop.repository.folder)) == 12
    assert "not signed by enough of the keys this kiosk trusts" in technician.err


def test_a_full_disk_is_refused_before_anything_is_fetched(technician: Technician, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=1_000_000))
    assert technician.sync(str(technician.workshop.repository.folder)) == 14
    assert "1 MB free, 50 MB needed; free the disk" in technician.err
    assert not (technician.state / "blobs").exists()


def test_terms_that_are_over_install_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workshop = Workshop(tmp_path / "old", datetime.now(UTC).replace(microsecond=0) - timedelta(days=60))
    workshop.publish()
    technician = Technician(workshop, tmp_path, capsys)
    assert technician.sync(str(workshop.repository.folder)) == 12
    assert "renew with `kiosk repo renew`" in technician.err


def test_steps_are_lines_of_json_and_an_error_has_its_code(technician: Technician, tmp_path: Path, capsys) -> None:
    source = str(technician.workshop.repository.folder)
    assert technician.sync(source, "--steps", "--json") == 0
    steps = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [step["step"] for step in steps] == ["asking", "fetching", "unpacking", "examining", "switching"]
    assert steps[0]["source"]
    fetched = steps[1]
    assert (fetched["number"], fetched["total"]) == (1, 1) and fetched["size"] > 0
    assert technician.sync("--stick", "--mounts", "/nowhere", "--json") == 13
    assert json.loads(capsys.readouterr().out)["error"] == "stick-none"


@pytest.mark.parametrize("named", ["nope", "file"])
def test_receipts_of_a_folder_that_is_not_there_are_no_empty_fleet(tmp_path: Path, capsys, named: str) -> None:
    (tmp_path / "file").touch()
    assert main(["repo", "receipts", str(tmp_path / named), "--ledger", str(tmp_path / "ledger")]) == 14
    assert "there is no such folder" in capsys.readouterr().err
    assert not (tmp_path / "ledger").exists()
