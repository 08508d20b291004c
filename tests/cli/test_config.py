"""The technician's settings: what they may be, and what is said of what they may not."""

from pathlib import Path

import pytest

from kiosk.config import KioskConfig, load_config
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
        ("motion = 1", "true or false"),
        ("lan = 1", "true or false"),
        ("lan_port = 80", "a number from 1024 to 65535"),
        ("lan_port = true", "a number from 1024 to 65535"),
        ('lan_address = "everywhere"', "an IPv4 address"),
        ("prompt_seconds = 5", "a number from 20 to 600"),
        ("colour = 1", "one of the settings content"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_what_it_can_be(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(ConfigurationError, match=what) as caught:
        load(tmp_path, line)
    assert line.partition(" ")[0] in str(caught.value)
