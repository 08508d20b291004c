"""The kiosk of this machine, as commands find it: its settings, and the content it shows."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from kiosk.config import KioskConfig, load_config
from kiosk.disk.state_file import StateFile
from kiosk.publishing.installation import Installation
from kiosk.staff.choices import StaffChoices


def this_kiosk(config: Path | None, **chosen: Any) -> KioskConfig:
    """Its settings; what root writes in its state while the command runs is given to the account the folder belongs to.

    Args:
        config: the settings' file; None for the usual one.
        chosen: values that stand in place of the file's, unless they are None.

    Raises:
        ConfigurationError: the settings are not right.
    """
    settings = load_config(config)._replace(**{name: value for name, value in chosen.items() if value is not None})
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        click.get_current_context().find_root().call_on_close(lambda: _give_to_owner(settings.state))
    return settings


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
