"""The technician's settings: what they may be, and what is said of what they may not."""

import codecs
import json
import re
import tomllib
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.config import ROOT, KioskConfig, load_config
from kiosk.errors import ConfigurationError


def load(tmp_path: Path, text: str) -> KioskConfig:
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_a_printer_and_a_network_are_named(tmp_path: Path) -> None:
    config = load(tmp_path, 'printer = "Stand_2"\nwifi_name = "شبكة"\nwifi_password = "a b;c"\nwifi_security = "WEP"\n')
    assert (config.printer, config.wifi_name, config.wifi_password, config.wifi_security) == ("Stand_2", "شبكة", "a b;c", "WEP")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('printer = "-o raw"', "the name of a print queue"),
        ('printer = ""', "the name of a print queue"),
        ("printer = 3", "the name of a print queue"),
        (f'wifi_name = "{"ن" * 17}"', "1 to 32 bytes"),
        ('wifi_name = "a\\nb"', "1 to 32 bytes"),
        ('wifi_password = "1234"', "5 to 63 characters"),
        ('wifi_security = "wpa2"', "WPA or WEP or nopass"),
        ('renderer = "fast"', "software or gpu"),
        ("content = 1", "a path"),
        ('state = "\\u0000"', "a path"),
        ('name = "a\\u0000"', "name"),
        ("motion = 1", "true or false"),
        ("lan = 1", "true or false"),
        ("lan_port = 80", "a number from 1024 to 65535"),
        ("lan_port = true", "a number from 1024 to 65535"),
        ('lan_address = "everywhere"', "an IPv4 address"),
        ("prompt_seconds = 5", "a number from 20 to 600"),
        ("colour = 1", "is no setting; remove it; `kiosk config example` shows all"),
        ("inactivity_second = 1", r"is no setting; did you mean inactivity_seconds\?"),
        ("Counter-Day = 1", r"did you mean counter_days( or \w+)*\?"),
        ("panel_diagonal = 1", r"did you mean panel_diagonal_inches\?"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_what_it_can_be(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(ConfigurationError, match=what) as caught:
        load(tmp_path, line)
    assert line.partition(" ")[0] in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes('place = "شمال"\n'.encode(encoding))
    assert load_config(path).place == "شمال"


def test_utf_16_without_a_mark_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes("lan = true".encode("utf-16-le"))
    assert not path.read_bytes().startswith(codecs.BOM_UTF16_LE)
    with pytest.raises(ConfigurationError, match="UTF-16"):
        load_config(path)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('wifi_name = "Visitors"', ("wifi_name", "wifi_password")),
        ('wifi_name = "Visitors"\nwifi_security = "WEP"', ("wifi_name", "wifi_password")),
        ('wifi_password = "12345678"', ("wifi_password", "wifi_name")),
        ('wifi_name = "Visitors"\nwifi_password = "12345"', ("wifi_password", "wifi_security")),
        ('wifi_name = "a"\nwifi_password = "12345678"\nwifi_security = "nopass"', ("wifi_password", "wifi_security")),
        ("counter_days = 0\nfeedback = true", ("feedback", "counter_days")),
        ('cache = "/srv/elsewhere"\nstate = "/srv/elsewhere/state"', ("state", "cache")),
        ('cache = "/srv/elsewhere"\nstate = "/srv/elsewhere"', ("state", "cache")),
        ('cache = "/etc"\nsync_root = "/etc/jusur/root.json"', ("sync_root", "cache")),
        ('cache = "/"', ("content", "cache")),
    ],
)
def test_settings_that_cannot_work_together_are_both_named(tmp_path: Path, text: str, names: tuple[str, str]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, text)
    assert all(name in str(caught.value) for name in names)


@pytest.mark.parametrize("text", ["counter_days = 0", 'cache = "/srv/a"\nstate = "/srv/ab"'])
def test_settings_that_do_work_together_are_taken(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text)


def test_a_command_stops_before_it_does_anything_by_settings_at_odds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'cache = "{tmp_path}"\nstate = "{tmp_path}/state"\n', encoding="utf-8")
    for command in (["sync", "--status"], ["mode", "show"], ["doctor"]):
        assert main([*command, "--config", str(path)]) == 3
        assert "may be emptied at any time; keep them apart" in capsys.readouterr().err
    assert not (tmp_path / "state").exists()


def test_an_open_network_needs_no_password(tmp_path: Path) -> None:
    assert load(tmp_path, 'wifi_name = "Visitors"\nwifi_security = "nopass"').wifi_name == "Visitors"


def test_check_says_all_faults_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.toml"
    wrong = 'lan = 1\ncolour = "red"\nmotion = true\nprompt_seconds = 5\nfeedback = true\ncounter_days = 0\n'
    follows = 'wifi_nam = "Visitors"\nwifi_password = "12345678"\n'  # a password without a network: of what is misspelt
    path.write_text(wrong + follows, encoding="utf-8")
    assert main(["config", "check", str(path), "--json"]) == 3
    faults = json.loads(capsys.readouterr().out)
    assert [fault["setting"] for fault in faults] == ["lan", "colour", "prompt_seconds", "wifi_nam", "feedback, counter_days"]
    assert all(fault["file"] == str(path) and fault["wrong"] and fault["mend"] for fault in faults)
    with pytest.raises(ConfigurationError, match="4 more: kiosk config check"):
        load_config(path)


def test_check_is_content_with_a_sound_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("lan = true\n", encoding="utf-8")
    assert main(["config", "check", str(path)]) == 0
    assert "nothing is wrong" in capsys.readouterr().out


def test_check_without_a_file_asks_for_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("JUSUR_CONFIG", raising=False)
    assert main(["config", "check"]) == 3
    assert "JUSUR_CONFIG" in capsys.readouterr().err


def test_show_says_where_each_value_comes_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('wifi_name = "Visitors"\nwifi_password = "not for eyes"\n', encoding="utf-8")
    assert main(["config", "show", "--config", str(path), "--json"]) == 0
    said = capsys.readouterr().out
    rows = {row["setting"]: row for row in json.loads(said)}
    assert list(rows) == list(KioskConfig._fields)
    assert (rows["wifi_name"]["value"], rows["wifi_name"]["from"]) == ("Visitors", str(path))
    assert (rows["inactivity_seconds"]["value"], rows["inactivity_seconds"]["from"]) == (90.0, "default")
    assert "not for eyes" not in said


def test_the_example_is_a_sound_file_with_every_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "example"]) == 0
    text = re.sub(r"^#(?=\w)", "", capsys.readouterr().out, flags=re.MULTILINE)
    assert list(tomllib.loads(text)) == list(KioskConfig._fields)
    assert load(tmp_path, text).printer == "stand"


def test_the_page_of_settings_is_what_the_code_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "example", "--markdown"]) == 0
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == capsys.readouterr().out, "kiosk config example --markdown > docs/settings.md"


def test_a_file_far_larger_than_all_settings_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(f"a{'.a' * 100_000} = 1\n", encoding="utf-8")
    assert main(["config", "check", str(path)]) == 3
    assert "File too large" in capsys.readouterr().err


def test_a_key_of_thousands_of_parts_is_refused_before_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'name = "hall-1"\na{".a" * 20_000} = 1\n', encoding="utf-8")
    assert main(["config", "check", str(path)]) == 3
    assert "line 2 is longer than" in capsys.readouterr().err
