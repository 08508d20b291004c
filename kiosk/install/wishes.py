"""What is wished of a kiosk, and whether it can be."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple
from zoneinfo import available_timezones

from kiosk.errors import ConfigurationError
from kiosk.install.packages import CAGE_FROM, NEWEST, OLDEST, usual_session
from kiosk.settings import judge_settings, read_file, toml_value

SETTINGS = Path("/etc/jusur/kiosk.toml")
STATE = Path("/var/lib/jusur")
"""Where the unit keeps what must not be lost."""
PUBLISHERS = Path("/etc/jusur/root.json")
"""The publishers' first root, where the kiosk cannot write."""
_PASSING = ("/home", "/root", "/tmp", "/var/tmp", "/run")  # noqa: S108 - refused, not used
"""Where no program of a service can be: closed to it, or emptied."""
_ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,30}")
"""What useradd takes for a name."""

Session = Literal["cage", "x11"]


class Wishes(NamedTuple):
    """What an installation is to be."""

    session: str
    user: str
    config: Path
    time_zone: str
    debian: int
    """The version of the system."""
    python: Path
    """What runs the kiosk."""
    settings: dict[str, Any]
    """What its settings are to say."""
    publishers: bool
    """Whether a publisher's first root is laid down."""


def is_account(name: str) -> bool:
    """Whether it can be the name of an account of the kiosk's own."""
    return _ACCOUNT.fullmatch(name) is not None and name != "root"


def faults(wishes: Wishes, *, live: bool) -> Iterator[str]:
    """Everything that speaks against an installation, each with its mend; nothing has been changed.

    Args:
        wishes: what is wished.
        live: whether it is for the machine that runs, and not for an image.
    """
    if not OLDEST <= wishes.debian <= NEWEST and live:
        yield f"this system is not Debian {OLDEST} or {NEWEST}; install one of them"
    if wishes.session == "cage" and 0 < wishes.debian < CAGE_FROM:
        yield (
            f"cage of Debian {wishes.debian} ends when the panel is switched off; "
            f"use --session {usual_session(wishes.debian)}, or Debian {CAGE_FROM}"
        )
    if wishes.time_zone not in available_timezones():
        yield f"{wishes.time_zone!r} is no time zone; name one such as Africa/Casablanca"
    if live and any(wishes.python.is_relative_to(folder) for folder in _PASSING):
        yield f"{wishes.python}: a service cannot run what is there; install the program elsewhere, such as in /opt/jusur"
    _, wrong = judge_settings(wishes.config, wishes.settings)
    yield from map(str, wrong)


def settings_before(file: Path) -> dict[str, object]:
    """What the settings of an earlier installation say; nothing where there are none.

    Raises:
        ConfigurationError: they cannot be read.
    """
    return read_file(file) if file.exists() else {}


def settings_text(settings: dict[str, Any]) -> str:
    """A settings file that says so.

    Raises:
        ConfigurationError: a value that no line of a settings file holds.
    """
    lines = [
        "# The settings of this kiosk. `kiosk config example` explains every one, `kiosk config check` says what is wrong.",
        "",
    ]
    for name, value in settings.items():
        if not isinstance(value, str | bool | int | float | Path):
            message = f"{name}: {value!r} is no setting; mend the settings file"
            raise ConfigurationError(message)
        lines.append(f"{name} = {toml_value(value)}")
    return "\n".join(lines) + "\n"
