"""The newest table of time zones that this machine has: Morocco's clock changes are decided late."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_VARIABLE = "PYTHONTZPATH"
"""Where Python looks; what this program sets there is followed by the processes it begins."""
_SYSTEM = (Path("/usr/share/zoneinfo"), Path("/usr/lib/zoneinfo"), Path("/etc/zoneinfo"))
_TABLE, _VERSION = "tzdata.zi", "# version "
_SHOWN = 20
"""Characters of a version that are read at most."""


class ZoneTables(NamedTuple):
    """Versions of tables, such as 2026f; empty where there is none or it does not say."""

    system: str
    own: str
    """What came with the program."""
    used: str

    @property
    def system_is_older(self) -> bool:
        """Whether other programs of this machine may show another time."""
        return self.system < self.used


def use_newest_zones() -> None:
    """Go by the newer table from now on, in this process and those it begins; where an administrator named a place, by that."""
    tables = zone_tables()
    if _VARIABLE not in os.environ and tables.own > tables.system:
        os.environ[_VARIABLE] = str(_own())
        if "zoneinfo" in sys.modules:
            sys.modules["zoneinfo"].reset_tzpath()


def zone_tables() -> ZoneTables:
    """The versions that are here."""
    named = [Path(place) for place in os.environ.get(_VARIABLE, "").split(os.pathsep) if place]
    system, own = _version(*_SYSTEM), _version(_own())
    return ZoneTables(system, own, _version(*(named or _SYSTEM)) or own)


def _own() -> Path:
    found = find_spec("tzdata")
    return Path(next(iter((found and found.submodule_search_locations) or (os.devnull,))), "zoneinfo")


def _version(*folders: Path) -> str:
    """What the first table in some folders says of itself."""
    for folder in folders:
        try:
            with (folder / _TABLE).open(encoding="utf-8", errors="replace") as file:
                line = file.readline(len(_VERSION) + _SHOWN)
        except OSError:
            continue
        if line.startswith(_VERSION):
            return line.removeprefix(_VERSION).strip()
    return ""
