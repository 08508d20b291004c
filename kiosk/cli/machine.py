"""The kiosk of this machine, as commands find it: its settings, and the content it shows."""

import os
import shlex
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from kiosk.config import CONFIGURATION_VARIABLE, KioskConfig, load_config, named_file
from kiosk.disk.state_file import StateFile
from kiosk.publishing.installation import Installation
from kiosk.staff.choices import StaffChoices

UNIT = Path("/etc/systemd/system/jusur.service")
"""What `kiosk install` wrote."""


def this_kiosk(config: Path | None, *, writes: bool = True, **chosen: Any) -> KioskConfig:
    """Its settings; for root, of the kiosk that is installed here, whose account is given what root writes in its state.

    Args:
        config: the settings' file; None for the usual one.
        writes: whether the command may write in its state.
        chosen: values that stand in place of the file's, unless they are None.

    Raises:
        ConfigurationError: the settings are not right.
    """
    settings = _installed(config) if os.geteuid() == 0 else load_config(config)
    settings = settings._replace(**{name: value for name, value in chosen.items() if value is not None})
    if writes and os.geteuid() == 0:
        click.get_current_context().find_root().call_on_close(lambda: _give_to_owner(settings.state))
    return settings


def _installed(config: Path | None) -> KioskConfig:
    """The settings and folders that the unit of an installed kiosk names, unless other settings are asked for."""
    unit = _environment(UNIT)
    own = unit.get(CONFIGURATION_VARIABLE)
    if own is None or (config or named_file() or Path(own)) != Path(own):
        return load_config(config)
    settings, usual = load_config(Path(own) if Path(own).exists() else None), KioskConfig()
    folders = {"state": "XDG_STATE_HOME", "cache": "XDG_CACHE_HOME"}
    moved: dict[str, Any] = {name: Path(unit[base]) / "jusur" for name, base in folders.items() if base in unit}
    return settings._replace(**{name: path for name, path in moved.items() if getattr(settings, name) == getattr(usual, name)})


def _environment(unit: Path) -> dict[str, str]:
    try:
        lines = unit.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    given = (line.removeprefix("Environment=") for line in lines if line.startswith("Environment="))
    return dict(word.split("=", 1) for line in given for word in shlex.split(line) if "=" in word)


def _give_to_owner(folder: Path) -> None:
    if not folder.is_dir():
        return
    owner = folder.stat()
    for path in folder.rglob("*") if owner.st_uid else ():
        with suppress(FileNotFoundError):  # the kiosk is at work too
            found = path.lstat()
            elsewhere = stat.S_ISREG(found.st_mode) and found.st_nlink > 1  # what has another name is not this folder's to give
            if found.st_uid == 0 and not elsewhere:
                os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


def content_shown(settings: KioskConfig) -> Path:
    """The database the kiosk shows: what was installed last, or what it came with."""
    return Installation(settings.state).shown() or settings.content


@contextmanager
def kept_choices(settings: KioskConfig) -> Iterator[StaffChoices]:
    """What staff chose on the kiosk of these settings, for reading and changing.

    Raises:
        StaffStateError: it cannot be read, or what was chosen is not kept.
    """
    file = StateFile(settings.state / "state.db")
    try:
        file.require()
        yield StaffChoices(file)
    finally:
        file.close()
