"""The units that start the kiosk with the machine: what is written, and what systemd says of it."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli import main
from kiosk.cli.examination import examine_service
from kiosk.config import ROOT
from kiosk.domain.staff import Person, Role
from kiosk.errors import ConfigurationError
from kiosk.install.units import require_session, unit_word
from kiosk.staff.first_code import FirstCode
from kiosk.staff.people import PeopleFile, Roll
from kiosk.staff.pins import Argon2Hasher

MOST_EXPOSED, MOST_EXPOSED_HELPER = 2.5, 1.7


def put_cage(folder: Path, said: str) -> None:
    """A compositor that says its version, and the server it needs."""
    for program in ("cage", "Xwayland"):
        (folder / program).write_text(f"#!/bin/sh\necho '{said}'\n", encoding="utf-8")
        (folder / program).chmod(0o755)


def put_debian(root: Path, version: int) -> None:
    """An image of a Debian."""
    (root / "etc").mkdir(exist_ok=True)
    (root / "etc/os-release").write_text(f'ID=debian\nVERSION_ID="{version}"\n', encoding="utf-8")


@pytest.fixture
def image(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    put_debian(tmp_path, 13)
    assert main(["install", "--root", str(tmp_path), "--user", "visitor", "--config", "/etc/kiosk.toml"]) == 0
    capsys.readouterr()
    return tmp_path / "etc/systemd/system"


def test_the_units_name_the_program_the_account_and_the_settings(image: Path) -> None:
    unit = (image / "jusur.service").read_text(encoding="utf-8")
    assert f" /usr/bin/cage -d -- {sys.executable} -P -m kiosk" in unit
    assert "User=visitor" in unit
    assert "JUSUR_CONFIG=/etc/kiosk.toml" in unit
    assert not re.search(r"\$[a-z]", unit)
    assert re.search(r"^ExecStart=.* -m kiosk --rest$", (image / "jusur-rest.service").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_x_session_gets_a_server_without_ways_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["install", "--session", "x11", "--root", str(tmp_path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "file: /etc/X11/xorg.conf.d/90-jusur.conf" in answer["done"]
    assert "the folders and their owner: systemd-tmpfiles --create /etc/tmpfiles.d/jusur.conf" in answer["first start"]
    assert "DontVTSwitch" in (tmp_path / "etc/X11/xorg.conf.d/90-jusur.conf").read_text(encoding="utf-8")
    assert "/usr/bin/xinit" in (tmp_path / "etc/systemd/system/jusur.service").read_text(encoding="utf-8")


def test_a_stick_is_walled_in_also_at_the_start(image: Path) -> None:
    rule = (image.parents[1] / "udev/rules.d/90-jusur-sticks.rules").read_text(encoding="utf-8")
    (mount,) = re.findall(r"^RUN.*$", rule, re.MULTILINE)
    assert "--options=nosuid,nodev,noexec,nosymfollow$env{JUSUR_OPTIONS}" in mount
    assert mount.index("systemd-run") < mount.index("systemd-mount")  # the latter asks by the bus, which comes later
    assert 'ENV{JUSUR_TYPE}="$env{ID_FS_TYPE}", ENV{JUSUR_OPTIONS}=",errors=remount-ro"' in rule  # a stick may ask for a panic


@pytest.mark.parametrize("session", ["cage", "x11"])
def test_systemd_finds_no_fault_and_little_exposure(tmp_path: Path, capsys: pytest.CaptureFixture[str], session: str) -> None:
    put_debian(tmp_path, 13)
    assert main(["install", "--root", str(tmp_path), "--session", session]) == 0
    for unit in sorted((tmp_path / "etc/systemd/system").glob("*.service")):
        text = unit.read_text(encoding="utf-8")
        unit.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.MULTILINE), encoding="utf-8")
        verify = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
        assert [
            line for line in verify.stderr.splitlines() if unit.name in line and "RestartMode" not in line
        ] == []  # systemd 252 does not know it
        said = subprocess.run(["systemd-analyze", "security", "--offline=true", str(unit)], capture_output=True, text=True).stdout
        exposure = re.search(r"exposure level for \S+: ([\d.]+)", said)
        assert exposure is not None, said
        assert float(exposure[1]) <= MOST_EXPOSED


def test_all_again_changes_nothing_and_taking_away_leaves_what_is_people_s(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = image.parents[2]
    usual = ["install", "--root", str(root), "--user", "visitor", "--config", "/etc/kiosk.toml"]
    assert main(usual) == 0
    assert "nothing to do" in capsys.readouterr().out
    assert main([*usual, "--uninstall"]) == 0
    left = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_symlink() or path.is_file()}
    assert left == {"etc/os-release", "etc/kiosk.toml", "etc/localtime", "var/lib/jusur/first-code"}


def test_a_code_for_the_first_lead_is_made_once_and_kept_as_a_hash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = ["install", "--root", str(tmp_path), "--json"]
    assert main(usual) == 0
    code = json.loads(capsys.readouterr().out)["first code"]
    kept = FirstCode(tmp_path / "var/lib/jusur")
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert Argon2Hasher().matches(code, kept.kept())
    assert main(usual) == 0
    assert "first code" not in json.loads(capsys.readouterr().out)
    assert Argon2Hasher().matches(code, kept.kept())
    kept.use_up()
    PeopleFile(tmp_path / "var/lib/jusur/people.json").save(Roll((Person("Amal", Role.LEAD, ""),)))
    assert main(usual) == 0
    assert kept.kept() == ""


def test_the_sheet_of_an_installation_has_its_code_and_is_for_nobody_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "sheet.pdf"
    mounted = ["--viewing-distance", "800", "--lower-edge", "450", "--panel", "1080x1920"]
    assert main(["install", "--root", str(tmp_path), "--name", "hall-3", "--sheet", str(sheet), *mounted]) == 0
    assert sheet.read_bytes().startswith(b"%PDF")
    assert sheet.stat().st_mode & 0o777 == 0o600
    said = tomllib.loads((tmp_path / "etc/jusur/kiosk.toml").read_text(encoding="utf-8"))
    assert (said["viewing_distance_mm"], said["panel_lower_edge_mm"]) == (800, 450)


def test_options_become_settings_and_those_of_before_stay(tmp_path: Path) -> None:
    assert main(["install", "--root", str(tmp_path), "--name", "hall-3", "--group", "hall", "--diagonal", "43"]) == 0
    assert main(["install", "--root", str(tmp_path), "--place", "north"]) == 0
    said = tomllib.loads((tmp_path / "etc/jusur/kiosk.toml").read_text(encoding="utf-8"))
    assert said == {"name": "hall-3", "group": "hall", "panel_diagonal_inches": 43, "place": "north"}
    assert (tmp_path / "etc/jusur/kiosk.toml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--name", "hall 3", "name"),
        ("--diagonal", "500", "panel_diagonal_inches"),
        ("--time-zone", "Africa/Nowhere", "is no time zone"),
        ("--publishers", "/etc/os-release", "is no root of publishers"),
    ],
)
def test_what_is_wrong_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    assert main(["install", "--root", str(tmp_path), option, value]) in {3, 14}
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_older_debian_gets_no_cage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_debian(tmp_path, 12)
    assert main(["install", "--root", str(tmp_path), "--session", "cage"]) == ConfigurationError.exit_status
    assert "use --session x11" in capsys.readouterr().err


def test_a_plan_is_shown_and_nothing_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["install", "--root", str(tmp_path), "--sheet", str(tmp_path / "sheet.pdf"), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "would: file: /etc/udev/rules.d/90-jusur-sticks.rules" in said
    assert f"would: installation sheet: {tmp_path / 'sheet.pdf'}" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sheet", ["none/sheet.pdf", "."])
def test_a_sheet_that_cannot_be_written_is_refused_before_anything_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sheet: str
) -> None:
    assert main(["install", "--root", str(tmp_path), "--name", "hall-3", "--sheet", str(tmp_path / sheet)]) == 2
    assert "--sheet" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_line_and_its_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["install", "--root", "/proc/nowhere"]) == 14
    assert "name a folder of yours with --root" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "mend"),
    [(None, "apt-get install cage xwayland"), ("Cage version 0.1.4", "install 0.2 or newer"), ("Cage version 0.2.0", None)],
)
def test_a_compositor_that_would_end_with_the_panel_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str | None, mend: str | None
) -> None:
    if said is not None:
        put_cage(tmp_path, said)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":" if said else None)
    if mend is None:
        require_session("cage")
        return
    with pytest.raises(ConfigurationError, match=mend):
        require_session("cage")


def test_the_doctor_looks_at_the_window_system_too(image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_cage(tmp_path, "Cage version 0.1.4")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    found = examine_service(image / "jusur.service")
    assert (found.green, found.found) == (False, "Cage version 0.1.4 ends when the panel is switched off")
    assert "--session x11" in found.mend


@pytest.mark.parametrize("user", ["root\nExecStartPre=/bin/sh", "no such user", "", "-x", "%u", "Root", "a" * 40, "kiosk;reboot"])
def test_an_account_that_is_none_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str], user: str) -> None:
    assert main(["install", "--root", str(tmp_path), "--user", user]) == 2
    assert "write the name of an account" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("config", ["/etc/a\nExecStartPre=/bin/sh", "/etc/\u202ea", "/etc/\ta"])
def test_settings_whose_path_ends_a_line_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], config: str) -> None:
    assert main(["install", "--root", str(tmp_path), "--config", config]) == ConfigurationError.exit_status
    assert "cannot stand in a unit file" in capsys.readouterr().err


def read_back(word: str) -> str:
    """A word of a command line as systemd reads it: quotes and backslashes as in a shell, then specifiers and variables."""
    (plain,) = shlex.split(word)
    assert not re.search(r"(?<!%)(?:%%)*%(?!%)|(?<!\$)(?:\$\$)*\$(?!\$)", plain)
    return plain.replace("%%", "%").replace("$$", "$")


@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" %$\\\"';#"), min_size=1))
def test_a_word_in_a_unit_is_read_as_it_was_given(text: str) -> None:
    assert read_back(unit_word(text, command=True)) == text


def test_systemd_reads_an_odd_path_of_settings(tmp_path: Path) -> None:
    assert main(["install", "--root", str(tmp_path), "--config", '/etc/Sûreté 100% "A"/k\\iosk.toml']) == 0
    unit = tmp_path / "etc/systemd/system/jusur.service"
    assert r'Environment="JUSUR_CONFIG=/etc/Sûreté 100%% \"A\"/k\\iosk.toml"' in unit.read_text(encoding="utf-8")
    verify = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert "Environment" not in verify.stderr and "Invalid" not in verify.stderr


def test_a_kiosk_of_the_installer_chooses_its_program_and_has_others_laid_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the starter, which is no part of a release; by a unit of root's that systemd finds little exposed."""
    monkeypatch.setattr(sys, "executable", "/opt/jusur/current/bin/python")
    put_debian(tmp_path, 13)
    assert main(["install", "--root", str(tmp_path), "--session", "cage"]) == 0
    units = tmp_path / "etc/systemd/system"
    kiosk = (units / "jusur.service").read_text(encoding="utf-8")
    assert "ExecStartPre=+-/usr/bin/python3 -I /opt/jusur/starter.py choose /var/lib/jusur/software\n" in kiosk
    assert "cage -d -- /usr/bin/python3 -I /opt/jusur/starter.py run -m kiosk\n" in kiosk
    assert tomllib.loads((tmp_path / "etc/jusur/kiosk.toml").read_text())["programs"] == "/opt/jusur"
    assert (tmp_path / "opt/jusur/starter.py").read_bytes() == (ROOT / "kiosk/software/starter.py").read_bytes()
    assert (units / "multi-user.target.wants/jusur-update.path").is_symlink()
    for unit in sorted(units.glob("jusur-update.*")):
        text = unit.read_text(encoding="utf-8")
        assert not re.search(r"\$[a-z]", text)
        unit.write_text(re.sub(r"/usr/bin/(python3|systemctl)", "/bin/true", text), encoding="utf-8")
        verify = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
        assert [line for line in verify.stderr.splitlines() if "jusur-update" in line] == []
    unit = units / "jusur-update.service"
    said = subprocess.run(["systemd-analyze", "security", "--offline=true", str(unit)], capture_output=True, text=True).stdout
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", said)
    assert exposure is not None and float(exposure[1]) <= MOST_EXPOSED_HELPER, said
