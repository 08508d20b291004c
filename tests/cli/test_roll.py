"""People by the same roads as content: written at a desk, signed by two, and trusted on kiosks that nobody visited."""

import json
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from kiosk.cli import main
from kiosk.cli.examination import examine_roll
from kiosk.errors import KeysError, StaffError
from kiosk.publishing.roll import ROLL, current_roll
from kiosk.staff.people import PeopleFile
from kiosk.staff.pins import Argon2Hasher
from tests.helpers import server as web
from tests.helpers.workshop import PASSPHRASE, Workshop, all_keys


@pytest.fixture(autouse=True)
def cheaper(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash costs is not what these tests ask."""
    monkeypatch.setattr("kiosk.staff.pins.ROLL_MEMORY_KIB", 64)
    monkeypatch.setenv("JUSUR_KEY_PASSPHRASE", PASSPHRASE)


class Admin:
    """A desk with the fleet's key, a roll and a repository; and kiosks, each with its settings."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.workshop = Workshop(folder / "workshop")
        self.workshop.publish()
        self.roll, self.key = folder / "fleet.roll", folder / "fleet.key"

    def run(self, *arguments: str) -> int:
        self._capsys.readouterr()
        return main(list(arguments))

    def told(self, *arguments: str) -> dict:
        assert self.run(*arguments, "--json") == 0
        return json.loads(self._capsys.readouterr().out)

    @property
    def out(self) -> str:
        return self._capsys.readouterr().out

    @property
    def err(self) -> str:
        return self._capsys.readouterr().err

    def adds(self, name: str, *options: str) -> str:
        """Somebody comes on the roll; their PIN."""
        assert self.run("staff", "add", name, "--roll", str(self.roll), "--generate", *options) == 0
        return re.search(r"PIN (\d{4} \d{4})", self.out)[1].replace(" ", "")

    def publishes(self, *options: str, keys: list[str] | None = None) -> int:
        words = ["repo", "publish-roll", str(self.workshop.repository.folder), str(self.roll), "--key", str(self.key), "--yes"]
        return self.run(*words, *(keys or all_keys(self.workshop.keys)), *options)

    def kiosk(self, name: str, group: str = "") -> Path:
        """The settings of a kiosk that was given its keys."""
        config, root = self.folder / f"{name}.toml", self.folder / f"{name}.root.json"
        shutil.copy(self.workshop.root, root)
        grouped = f'group = "{group}"\n' if group else ""
        config.write_text(f'state = "{self.folder / name}"\nsync_root = "{root}"\nname = "{name}"\n{grouped}', encoding="utf-8")
        assert self.run("staff", "init", "--key", str(self.key), "--config", str(config)) == 0
        return config

    def syncs(self, config: Path, source: str = "") -> dict:
        return self.told("sync", source or str(self.workshop.repository.folder), "--config", str(config))

    def trusted(self, config: Path) -> set[str]:
        assert self.run("staff", "list", "--config", str(config), "--json") == 0
        return {row["name"] for row in json.loads(self.out)}


@pytest.fixture
def admin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Admin:
    return Admin(tmp_path, capsys)


def test_people_come_to_every_kiosk_by_folder_url_and_stick_and_go_by_the_next_sync(admin: Admin) -> None:
    hall, yard, alone = admin.kiosk("k1", "hall"), admin.kiosk("k2", "yard"), admin.kiosk("k3")
    pin = admin.adds("Amal", "--role", "lead")
    admin.adds("Brahim", "--group", "hall", "--until", "2099-05-31")
    assert admin.publishes() == 0
    assert "Brahim" in admin.out
    assert admin.syncs(hall)["roll"] == 1
    with web.serving(admin.workshop.repository.folder) as server:
        assert admin.syncs(yard, server.address)["roll"] == 1
    stick = admin.folder / "media" / "STICK"
    shutil.copytree(admin.workshop.repository.folder, stick / "jusur")
    told = admin.told("sync", "--stick", "--mounts", str(admin.folder / "media"), "--config", str(alone))
    assert (told["roll"], told["receipt"]) == (1, "left")
    assert (admin.trusted(hall), admin.trusted(yard), admin.trusted(alone)) == ({"Amal", "Brahim"}, {"Amal"}, {"Amal"})
    (amal,) = (one for one in PeopleFile(admin.folder / "k2" / "people.json").load().fleet if one.name == "Amal")
    assert Argon2Hasher().matches(pin, amal.pin_hash)
    (receipt,) = (row for row in _receipts(admin, stick / "jusur") if row["kiosk"] == "k3")
    assert (receipt["roll"], receipt["roll_sha256"]) == (1, current_roll(admin.workshop.repository).sha256)
    assert admin.told("sync", "--status", "--config", str(hall))["roll_sha256"] == receipt["roll_sha256"]
    assert admin.run("staff", "remove", "Brahim", "--roll", str(admin.roll)) == 0
    assert admin.publishes() == 0
    assert "removed" in admin.out
    assert admin.syncs(hall)["roll"] == 2
    assert admin.trusted(hall) == {"Amal"}


def _receipts(admin: Admin, stick: Path) -> list[dict]:
    assert admin.run("repo", "receipts", str(stick), "--ledger", str(admin.folder / "ledger.json"), "--json") == 0
    return json.loads(admin.out)["kiosks"]


def test_a_roll_that_leaves_a_kiosk_without_a_lead_is_not_signed(admin: Admin) -> None:
    admin.kiosk("k1", "hall")
    admin.adds("Brahim")
    assert admin.publishes() == StaffError.exit_status
    assert "nobody leads kiosks without a group" in admin.err
    admin.adds("Amal", "--role", "lead", "--until", "2026-12-01")
    assert admin.publishes() == StaffError.exit_status
    assert current_roll(admin.workshop.repository) is None


def test_a_term_that_is_over_is_not_written_on_a_roll(admin: Admin) -> None:
    admin.adds("Amal", "--role", "lead")
    before = admin.roll.read_bytes()
    over = ["--until", "2020-01-31", "--generate"]
    assert admin.run("staff", "add", "Brahim", "--roll", str(admin.roll), *over) == 2
    assert "2020-01-31 is over" in admin.err
    assert admin.roll.read_bytes() == before


def test_another_file_is_not_said_to_begin_a_roll_or_to_become_a_key(admin: Admin) -> None:
    admin.roll.write_bytes(bytes(range(256)))
    assert admin.run("staff", "add", "Amal", "--roll", str(admin.roll), "--generate") == StaffError.exit_status
    assert "name the file that `kiosk staff add --roll` wrote, or a new one" in admin.err
    assert admin.run("staff", "init", "--key", str(admin.roll)) == StaffError.exit_status
    assert "take the file that `kiosk staff init` wrote" in admin.err
    assert admin.roll.read_bytes() == bytes(range(256))


def test_a_roll_is_signed_by_two_with_the_key_of_the_fleet(admin: Admin) -> None:
    admin.kiosk("k1")
    admin.adds("Amal", "--role", "lead")
    keys = admin.workshop.keys
    assert admin.publishes(keys=["--keys", str(keys / "amina"), "--keys", str(keys / "server")]) == KeysError.exit_status
    other = admin.folder / "other.key"
    other.write_text("00" * 32, encoding="ascii")
    assert admin.publishes() == 0
    config = admin.kiosk("k2")
    admin.syncs(config)
    admin.key = other
    assert admin.publishes() == StaffError.exit_status
    assert "--key-is-new" in admin.err
    assert admin.publishes("--key-is-new") == 0
    told = admin.syncs(config)
    assert (told["roll"], "another fleet's key" in told["roll_problem"]) == (1, True)
    assert admin.trusted(config) == {"Amal"}


def test_one_signs_today_and_another_tomorrow_each_seeing_who_comes(admin: Admin) -> None:
    config, keys, file = admin.kiosk("k1"), admin.workshop.keys, admin.folder / "pending"
    admin.adds("Amal", "--role", "lead")
    assert admin.publishes("--pending", str(file), keys=["--keys", str(keys / "amina")]) == 0
    assert "1 more must sign" in admin.out
    repository = str(admin.workshop.repository.folder)
    sign = ["repo", "sign", repository, str(file), "--yes"]
    assert admin.run(*sign, "--keys", str(keys / "youssef")) == StaffError.exit_status
    assert "--key" in admin.err
    assert admin.run(*sign, "--keys", str(keys / "amina"), "--key", str(admin.key)) == KeysError.exit_status
    assert admin.run(*sign, "--keys", str(keys / "youssef"), "--key", str(admin.key)) == 0
    assert "Amal" in admin.out
    waits = admin.told("repo", "pending", repository, str(file))
    assert (waits["roll"], waits["missing"], waits["in_force"]) == (1, 0, False)
    assert admin.syncs(config)["roll"] == 0
    assert admin.told(*sign, "--keys", str(keys / "server"))["in_force"]
    assert admin.syncs(config)["roll"] == 1
    assert admin.run(*sign, "--keys", str(keys / "server")) == 11
    assert "in force already" in admin.err


@pytest.mark.parametrize("part", ["roll.json", "signed.json"])
def test_a_roll_that_was_changed_or_overtaken_on_the_way_is_not_signed(admin: Admin, part: str) -> None:
    admin.kiosk("k1")
    keys, file, repository = admin.workshop.keys, admin.folder / "pending", str(admin.workshop.repository.folder)
    admin.adds("Amal", "--role", "lead")
    assert admin.publishes("--pending", str(file), keys=["--keys", str(keys / "amina")]) == 0
    whole = file.read_bytes()
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(file, "w") as archive:
        for name, data in parts.items():
            changed = data.replace(b'"expires": "20', b'"expires": "21').replace(b'"number": 1', b'"number": 2')
            archive.writestr(name, changed if name == part else data)
    assert admin.run("repo", "pending", repository, str(file)) == 11
    file.write_bytes(whole)
    assert admin.run("repo", "pending", repository, str(file)) == 0
    assert admin.publishes() == 0
    assert admin.run("repo", "pending", repository, str(file)) == 11
    assert "something else was published" in admin.err


def test_what_was_not_taken_is_said_and_the_last_good_one_stays(admin: Admin) -> None:
    config = admin.kiosk("k1")
    admin.adds("Amal", "--role", "lead")
    assert admin.publishes() == 0
    admin.syncs(config)
    assert examine_roll(admin.folder / "k1").green
    admin.adds("Brahim")
    assert admin.publishes() == 0
    path = admin.workshop.repository.folder / "targets" / f"{current_roll(admin.workshop.repository).sha256}.{ROLL}"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"x")
    told = admin.syncs(config)
    assert told["roll"] == 1
    assert "not the bytes that were signed" in told["roll_problem"]
    found = examine_roll(admin.folder / "k1")
    assert not found.green
    assert "roll 1," in found.found and "stays" in found.found
    assert admin.trusted(config) == {"Amal"}
    path.write_bytes(whole)
    assert admin.syncs(config)["roll_problem"] == ""
    assert examine_roll(admin.folder / "k1").green


def test_a_kiosk_without_keys_says_what_it_lacks(admin: Admin) -> None:
    config = admin.kiosk("k1")
    (admin.folder / "k1" / "people.json").unlink()
    admin.adds("Amal", "--role", "lead")
    assert admin.publishes() == 0
    assert "kiosk staff init" in admin.syncs(config)["roll_problem"]
    assert admin.run("staff", "init", "--key", str(admin.key), "--config", str(config)) == 0
    assert admin.syncs(config)["roll_problem"] == ""
    assert admin.trusted(config) == {"Amal"}


def test_a_lead_whose_term_is_over_is_said_by_the_doctor(admin: Admin, monkeypatch: pytest.MonkeyPatch) -> None:
    config = admin.kiosk("k1")
    admin.adds("Amal", "--role", "lead", "--until", "2999-01-01")
    admin.roll.write_text(admin.roll.read_text(encoding="utf-8").replace("2999-01-01", "2020-01-01"), encoding="utf-8")
    monkeypatch.setattr("kiosk.cli.repo_roll.roll_faults", lambda *_args: ())
    monkeypatch.setattr("kiosk.cli.repo_roll.is_over", lambda *_args: False)
    assert admin.publishes() == 0
    admin.syncs(config)
    found = examine_roll(admin.folder / "k1")
    assert not found.green
    assert "the term of its last lead is over" in found.found


def test_the_status_of_a_repository_names_its_roll(admin: Admin) -> None:
    admin.kiosk("k1")
    admin.adds("Amal", "--role", "lead")
    repository = str(admin.workshop.repository.folder)
    assert admin.told("repo", "status", repository)["roll"] == {}
    assert admin.publishes() == 0
    assert admin.told("repo", "status", repository)["roll"]["number"] == 1
    next((admin.workshop.repository.folder / "targets").glob(f"*.{ROLL}")).write_bytes(b"x")
    assert admin.run("repo", "status", repository) == 11
    assert "not what was signed" in admin.out
