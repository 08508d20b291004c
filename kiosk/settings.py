"""Settings as files say them: read, judged all at once by the declarations of `KioskConfig`, and described.

Over 250 lines: how a file is read, judged and described is one thing.
"""

import codecs
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from kiosk.config import KioskConfig, Meta
from kiosk.disk.files import contents_of
from kiosk.errors import ConfigurationError

LARGEST = 1 << 16
"""Bytes of a file of settings: ten times all of them, and read in a moment whatever they are."""
LONGEST_LINE = 4_000
"""Characters: the parser's memory grows with the square of the parts of a key."""
MOST_WIFI_NAME_BYTES = 32
LEAST_WPA_CHARACTERS = 8
_FILES = ("content", "sync_root")
_KEPT = (*_FILES, "pictures", "narration", "voices", "state")
"""Settings that say where something is which must not be emptied."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks and the encoding each stands for; the mark of UTF-32 begins with that of UTF-16."""


class Setting(NamedTuple):
    """One setting, as `KioskConfig` declares it."""

    name: str
    kind: Any
    """Its type."""
    meta: Meta
    """Its range or form."""
    default: object
    meaning: str
    wanted: str
    """Which values it takes."""
    unit: str
    usual: str
    """The default in words."""
    example: str
    """A value as TOML writes it: the default, unless that is none."""


class SettingFault(NamedTuple):
    """What is wrong with a file of settings."""

    file: Path
    setting: str
    """Its name, or the names of two that are at odds."""
    wrong: str
    mend: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.file}: {self.setting}: {self.wrong}; {self.mend}"


@cache
def declared() -> dict[str, Setting]:
    """Every setting by its name, in the order of their declaration."""
    hints = get_type_hints(KioskConfig, include_extras=True)
    return {name: _setting(name, hint, KioskConfig._field_defaults[name]) for name, hint in hints.items()}


def _setting(name: str, hint: Any, default: object) -> Setting:
    kind, meta = get_args(hint)
    extra = meta.extra
    if get_origin(kind) is Literal:
        wanted = " or ".join(get_args(kind))
    elif kind in {int, float}:
        wanted = f"a number from {meta.ge} to {meta.le}"
    else:
        wanted = extra.get("form") or {Path: "a path", bool: "true or false"}[kind]
    usual = extra.get("usual") or (toml_value(default) if default != "" else "none")
    example = toml_value(extra.get("example", default))
    return Setting(name, kind, meta, default, meta.description, wanted, extra.get("unit", ""), usual, example)


def toml_value(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, float):
        return f"{value:g}"
    return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)


def read_file(file: Path) -> dict[str, object]:
    """What a file of settings says, in UTF-8 or behind any byte order mark.

    Raises:
        ConfigurationError: it cannot be read, or is not TOML.
    """
    try:
        raw = contents_of(file, LARGEST)
    except OSError as error:
        message = f"{file}: cannot be read ({error.strerror}); give the path of a settings file"
        raise ConfigurationError(message) from error
    encoding = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in raw:
        message = f"{file}: not UTF-8, but perhaps UTF-16 without a byte order mark; save it as UTF-8"
        raise ConfigurationError(message)
    try:
        text = raw.decode(encoding)
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > LONGEST_LINE:
                message = f"{file}: line {number} is longer than {LONGEST_LINE} characters; mend that line"
                raise ConfigurationError(message)
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{file}: not TOML ({error}); mend that line"
        raise ConfigurationError(message) from error


def judge_settings(file: Path, said: dict[str, object]) -> tuple[dict[str, Any], list[SettingFault]]:
    """The values the kiosk uses of what a file says, and everything that is wrong with it."""
    values: dict[str, Any] = {}
    faults: list[SettingFault] = []
    doubted: set[str] = set()
    for name, value in said.items():
        setting = declared().get(name)
        if setting is None:
            like = _like(name)
            doubted.update(like)
            mend = f"did you mean {' or '.join(like)}?" if like else "remove it; `kiosk config example` shows all settings"
            faults.append(SettingFault(file, name, "is no setting", mend))
            continue
        try:
            values[name] = _value(setting, value)
        except ValueError:
            doubted.add(name)
            faults.append(SettingFault(file, name, f"{value!r} is not {setting.wanted}", "mend or remove the setting"))
    return values, [*faults, *(odd for odd in _at_odds(file, values) if doubted.isdisjoint(odd.setting.split(", ")))]


def _like(name: str) -> list[str]:
    """The settings that a name which is none is like."""
    from difflib import get_close_matches  # for a file that is wrong alone

    return get_close_matches(name.lower().replace("-", "_"), declared())


def _value(setting: Setting, value: object) -> object:
    if not _fits(setting, value):
        raise ValueError
    return setting.kind(value) if setting.kind in {Path, float} else value


def _fits(setting: Setting, value: Any) -> bool:
    """Whether a file may say that of a setting."""
    kind, meta = setting.kind, setting.meta
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if kind in {int, float}:
        return type(value) in {int, kind} and meta.ge <= value <= meta.le
    if kind is str:
        fits = isinstance(value, str) and "\0" not in value and re.search(meta.pattern, value) is not None
        return fits and (setting.name != "wifi_name" or len(value.encode()) <= MOST_WIFI_NAME_BYTES)
    return isinstance(value, bool) if kind is bool else isinstance(value, str) and "\0" not in value


def _at_odds(file: Path, values: dict[str, Any]) -> list[SettingFault]:
    """Settings that cannot work together, also one that is said with a default that is not."""
    whole = KioskConfig()._replace(**values)
    found = [
        *_network_at_odds(values),
        *_folders_at_odds(whole, values),
        *_same_places(whole, values),
        *_source_at_odds(whole, values),
    ]
    if twice := _given_twice(whole.keypad):
        found.append(("keypad", f"the key {twice} has two commands", "leave it one"))
    if values.get("feedback") and not whole.counter_days:
        found.append(("feedback, counter_days", "a question is asked whose answers nobody keeps", "let counter_days be 1 or more"))
    return [SettingFault(file, *row) for row in found]


def _folders_at_odds(whole: KioskConfig, values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What must be kept does not stand where everything may be deleted."""
    return [
        (f"{name}, cache", f"{getattr(whole, name)} is in a folder that may be emptied at any time", "keep them apart")
        for name in _KEPT
        if (name in values or "cache" in values) and Path(getattr(whole, name)).absolute().is_relative_to(whole.cache.absolute())
    ]


def _same_places(whole: KioskConfig, values: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each file and folder has a place of its own, and no file stands in another's way."""
    places = {name: Path(getattr(whole, name)).absolute() for name in (*_KEPT, "cache")}
    for (name, place), (other, beside) in combinations(places.items(), 2):
        if place == beside and {name, other} & values.keys() and "cache" not in {name, other}:
            yield f"{name}, {other}", f"both are {place}", "give each a place of its own"
    for name, other in permutations(places, 2):
        inside = places[other] != places[name] and places[other].is_relative_to(places[name])
        if name in _FILES and inside and {name, other} & values.keys():
            yield f"{other}, {name}", f"{places[other]} cannot be in {places[name]}, which is a file", "keep them apart"


def _source_at_odds(whole: KioskConfig, values: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """A kiosk does not fetch from itself."""
    folder = whole.sync.removeprefix("file://")
    if folder.startswith("/"):
        for name in ("state", "cache"):
            if {"sync", name} & values.keys() and Path(folder).is_relative_to(getattr(whole, name).absolute()):
                yield f"sync, {name}", f"{folder} is this kiosk's own", "name the publisher's repository"


def _given_twice(keypad: str) -> str:
    """The first scan code that is written with two commands; empty for none."""
    commands: dict[int, str] = {}
    for code, command in (pair.split() for pair in keypad.split(",") if pair):
        if commands.setdefault(int(code), command) != command:
            return code
    return ""


def _network_at_odds(values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """A network for visitors is whole."""
    name, password = values.get("wifi_name"), values.get("wifi_password", "")
    security = values.get("wifi_security", KioskConfig().wifi_security)
    open_network = security == "nopass"
    found = []
    if "wifi_security" in values and not name and security != KioskConfig().wifi_security:
        found.append(("wifi_security, wifi_name", "says how a network is protected, and there is none", "give wifi_name"))
    if name and not password and not open_network:
        found.append(("wifi_name, wifi_password", f"a {security} network has a password, and none is given", "give wifi_password"))
    if password and not name:
        found.append(("wifi_password, wifi_name", "a password without a network", "give wifi_name, or remove wifi_password"))
    if password and open_network:
        found.append(("wifi_password, wifi_security", "a network without a password has one", "remove one of the two"))
    if security == "WPA" and 0 < len(password) < LEAST_WPA_CHARACTERS:
        wrong = f"a WPA password has at least {LEAST_WPA_CHARACTERS} characters"
        found.append(("wifi_password, wifi_security", wrong, "give the whole password, or the right security"))
    return found


def sound_settings(file: Path) -> dict[str, Any]:
    """The settings of a file.

    Raises:
        ConfigurationError: there is something wrong with it; the message names the first fault.
    """
    values, faults = judge_settings(file, read_file(file))
    if faults:
        more = f" ({len(faults) - 1} more: kiosk config check {file})" if len(faults) > 1 else ""
        message = f"{faults[0]}{more}"
        raise ConfigurationError(message)
    return values
