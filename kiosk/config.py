"""The kiosk's own settings: a TOML file the technician writes, with defaults that suit a 32-inch panel."""

import os
import re
import socket
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from kiosk.errors import ConfigurationError

CONFIGURATION_VARIABLE = "JUSUR_CONFIG"
ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds the package `kiosk`: a checkout, or where packages are installed. Only read."""
_SHIPPED = ROOT / "kiosk" / "_data"
INSTALLED = _SHIPPED.is_dir()
"""Whether the program is an installed package instead of a checkout."""
DATA = _SHIPPED if INSTALLED else ROOT
"""Where the folder `assets` and the file `content.db` are that came with the program. Only read."""
OWN = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "jusur" if INSTALLED else ROOT
"""Where a technician puts files beside those of the program: narration, voices, the publisher's first root."""
MOUNTS = (Path("/media"), Path("/run/media"), Path("/mnt"))
"""Where sticks are mounted."""
PATHS = ("content", "pictures", "narration", "voices", "cache", "state", "sync_root")
CHOICES = {
    "renderer": ("software", "gpu"),
    "sync_channel": ("draft", "canary", "stable"),
    "wifi_security": ("WPA", "WEP", "nopass"),
}
FORMS = {
    "name": ("letters, digits, dots, hyphens and underscores, at most 63", r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}"),
    "sync": ("an http address or a folder", r"https?://.+|file:///.+|/.+"),
    "group": ("a word", r"[a-z][a-z0-9-]{0,39}"),
    "sync_group": ("the name of a pavilion group", r"[a-z][a-z0-9-]{0,39}"),
    "lan_address": ("an IPv4 address", r"(\d{1,3}\.){3}\d{1,3}"),
    "printer": ("the name of a print queue", r"[A-Za-z0-9_][A-Za-z0-9_.@-]*"),
    "wifi_name": ("a name of 1 to 32 bytes", r".{1,32}"),
    "wifi_password": ("a password of 5 to 63 characters", r".{5,63}"),
    **dict.fromkeys(("mode", "place"), ("a word", r"[\w-]+")),
}
"""Settings in free words: what they are, and their form."""
RANGES = {
    "panel_diagonal_inches": (7.0, 120.0),
    "inactivity_seconds": (20.0, 3600.0),
    "prompt_seconds": (20.0, 600.0),
    "sync_minutes": (1.0, 10_080.0),
    "sync_kilobytes": (0.0, 1_000_000.0),
    "lan_port": (1024.0, 65_535.0),
    "trial_minutes": (0.0, 1440.0),
    "switch_seconds": (10.0, 900.0),
    "counter_days": (0.0, 400.0),
    "counter_least": (3.0, 100.0),
    "word_visits": (3.0, 100.0),
}
"""Smallest and largest values; WCAG 2.2.1 asks for at least 20 seconds to extend."""


@dataclass(frozen=True, slots=True)
class KioskConfig:
    """Settings of one kiosk."""

    content: Path = DATA / "content.db"
    pictures: Path = DATA / "assets" / "content" / "pictures"
    """The picture files that the content names."""
    narration: Path = OWN / "narration"
    """Recorded and rendered sounds; beside the content database."""
    voices: Path = OWN / "voices"
    """Voice files of piper, where an organisation has added some."""
    cache: Path = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "jusur"
    """Where narration made on the spot is kept; may be emptied at any time."""
    state: Path = Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state")) / "jusur"
    """Where synced content is installed, and what staff chose and did is kept; must not be emptied."""
    name: str = socket.gethostname()
    """What the timetable of modes, the status code and the receipts on sticks call this kiosk."""
    mode: str = "whole"
    """The content mode shown where no rule and nobody says otherwise."""
    group: str = ""
    """Kiosks of one group on one local network follow what staff choose for all of them; empty: this kiosk alone."""
    place: str = ""
    """Where it stands, as the places of the emergency mode name it."""
    shuffle_pad: bool = False
    """The figures of the staff's pad stand in another order each time."""
    panel_diagonal_inches: float = 32.0
    full_screen: bool = True
    renderer: str = "software"
    """One of `CHOICES`: the software renderer starts fastest and needs no driver; "gpu" suits 4K panels with one."""
    motion: bool = True
    inactivity_seconds: float = 90.0
    prompt_seconds: float = 30.0
    printer: str = ""
    """Name of the print queue (CUPS); empty: nothing is printed."""
    wifi_name: str = ""
    """Network that visitors may join; empty: none is offered."""
    wifi_password: str = ""
    wifi_security: str = "WPA"
    """One of `CHOICES`."""
    sync: str = ""
    """Where new content comes from: an http address or a folder. Empty: from nowhere, as is normal; sticks go by hand."""
    sync_root: Path = OWN / "root.json"
    """The publisher's first root, by which this kiosk knows all others."""
    sync_channel: str = "stable"
    """One of `CHOICES`."""
    sync_group: str = ""
    """The pavilion group this kiosk belongs to; empty for the national content."""
    sync_minutes: float = 15.0
    """Between two looks."""
    sync_kilobytes: float = 0.0
    """A second at most; 0 for as many as there are."""
    lan: bool = False
    """Whether this kiosk hands on what it holds to its neighbours, and asks them first."""
    lan_address: str = ""
    """This kiosk's address on the network they are on, such as 192.168.8.21; empty for all networks of its own."""
    lan_port: int = 8470
    trial_minutes: float = 5.0
    """New content must work for so long before it is taken to be good."""
    switch_seconds: float = 120.0
    """How long a change of mode waits for a visitor to go."""
    counter_days: float = 90.0
    """How long counts of visits are kept; 0: nothing is counted."""
    counter_least: float = 5.0
    """Smaller figures leave the kiosk only counted together with others."""
    word_visits: float = 5.0
    """Visits of one day that must look for a word in vain before the word is written down."""
    feedback: bool = True
    """Visitors who have finished are asked one question, which they may skip."""


def load_config(path: Path | None = None) -> KioskConfig:
    """The settings of a file, else of the file JUSUR_CONFIG names, else the defaults.

    Raises:
        ConfigurationError: the file is missing, is not TOML, or a setting is unknown or out of range.
    """
    named = os.environ.get(CONFIGURATION_VARIABLE)
    chosen = path or (Path(named) if named else None)
    if chosen is None:
        return KioskConfig()
    try:
        settings = tomllib.loads(chosen.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{chosen}: cannot be read ({error.strerror}); give the path of a settings file"
        raise ConfigurationError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{chosen}: not TOML ({error}); mend that line"
        raise ConfigurationError(message) from error
    return replace(KioskConfig(), **{name: _setting(chosen, name, value) for name, value in settings.items()})


def _setting(file: Path, name: str, value: object) -> Any:
    """A setting as the kiosk uses it.

    Raises:
        ConfigurationError: there is no such setting, or the value is not one it can have.
    """
    defaults = {field.name: field.default for field in fields(KioskConfig)}
    match defaults.get(name), value:
        case bool(), bool():
            return value
        case int(), int() if name in RANGES and not isinstance(value, bool) and RANGES[name][0] <= value <= RANGES[name][1]:
            return value
        case float(), int() | float() if not isinstance(value, bool) and RANGES[name][0] <= value <= RANGES[name][1]:
            return float(value)
        case Path(), str():
            return Path(value)
        case str(), str() if value in CHOICES.get(name, ()) or (name in FORMS and _has_form(name, value)):
            return value
    wanted = _wanted(name) if name in defaults else "one of the settings " + ", ".join(defaults)
    message = f"{file}: {name}: {value!r} is not {wanted}; mend or remove the setting"
    raise ConfigurationError(message)


def _has_form(name: str, value: str) -> bool:
    return re.fullmatch(FORMS[name][1], value) is not None and (name != "wifi_name" or len(value.encode()) <= 32)


def _wanted(name: str) -> str:
    if name in RANGES:
        return "a number from {:g} to {:g}".format(*RANGES[name])
    if name in CHOICES:
        return " or ".join(CHOICES[name])
    if name in FORMS:
        return FORMS[name][0]
    return "a path" if name in PATHS else "true or false"
