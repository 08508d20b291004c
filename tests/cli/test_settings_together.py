"""All settings, two by two: a file of them either gives a kiosk that can work, or is refused with both named."""

from itertools import combinations, product
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from kiosk.config import KioskConfig
from kiosk.domain.keypad import keys_of
from kiosk.settings import Setting, declared, judge_settings

FILE = Path("kiosk.toml")
FOLDERS = ("/srv/one", "/srv/one/below", "/srv/two")
WORDS: dict[str, tuple[str, ...]] = {
    "keypad": ("191 next", "191 next, 191 ok", "36 none, 191 next"),
    "lan_address": ("0.0.0.0", "192.168.8.255"),
    "sync": ("https://content.example/a", "/srv/one/below", "file:///srv/two"),
    "wifi_password": ("12345", "12345678"),
    "wifi_name": ("Visitors",),
}
OF_THE_FILES = frozenset({"content", "sync_root"})


def values_of(setting: Setting) -> tuple[object, ...]:
    """The ends of a setting's range, and what its declaration names."""
    if get_origin(setting.kind) is Literal:
        return get_args(setting.kind)
    if setting.kind in {int, float}:
        return (int(setting.meta.ge), int(setting.meta.le))
    if setting.kind is bool:
        return (True, False)
    return FOLDERS if setting.kind is Path else WORDS.get(setting.name, (str(setting.meta.extra.get("example", setting.default)),))


def refused_rightly(config: KioskConfig, said: dict[str, object]) -> bool:
    """Whether settings are at odds, told anew by what a kiosk does with them."""
    paths = {name: Path(getattr(config, name)) for name, setting in declared().items() if setting.kind is Path}
    source = Path(config.sync.removeprefix("file://"))
    pairs = [(one, other) for one in paths for other in paths if one != other]
    emptied = any(path.is_relative_to(config.cache) for name, path in paths.items() if name != "cache")
    in_a_file = any(one in OF_THE_FILES and paths[other].is_relative_to(paths[one]) for one, other in pairs)
    same = any(paths[one] == paths[other] for one, other in pairs)
    itself = config.sync.startswith(("/", "file:")) and any(source.is_relative_to(own) for own in (config.state, config.cache))
    codes = [pair.split() for pair in config.keypad.split(", ") if pair]
    ambiguous = len({code for code, _ in codes}) < len({(code, command) for code, command in codes})
    network = bool(config.wifi_name) and not config.wifi_password and config.wifi_security != "nopass"
    lonely = not config.wifi_name and bool(config.wifi_password or config.wifi_security != "WPA")
    short = config.wifi_security == "WPA" and 0 < len(config.wifi_password) < 8
    contrary = config.wifi_security == "nopass" and bool(config.wifi_password)
    unkept = said.get("feedback") is True and config.counter_days == 0
    return emptied or in_a_file or same or itself or ambiguous or network or lonely or short or contrary or unkept


def test_three_that_belong_together_are_taken() -> None:
    assert judge_settings(FILE, {"wifi_name": "Visitors", "wifi_password": "Visitors-2027", "wifi_security": "WPA"})[1] == []


def test_every_two_settings_work_together_or_are_refused_by_their_names() -> None:
    refused = 0
    for one, other in combinations(declared().values(), 2):
        for first, second in product(values_of(one), values_of(other)):
            said = {one.name: first, other.name: second}
            values, faults = judge_settings(FILE, said)
            config = KioskConfig()._replace(**values)
            assert bool(faults) == refused_rightly(config, said), (said, list(map(str, faults)))
            assert all(fault.wrong and fault.mend and any(name in fault.setting for name in said) for fault in faults)
            refused += bool(faults)
            if not faults:
                assert keys_of(config.keypad)
    assert refused > 100


@pytest.mark.parametrize("address", ["999.1.1.1", "256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", "٣.1.1.1"])
def test_an_address_that_no_machine_has_is_refused(address: str) -> None:
    assert judge_settings(FILE, {"lan_address": address})[1]
