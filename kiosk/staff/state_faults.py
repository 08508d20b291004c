"""What is wrong with the folder where a kiosk keeps what staff chose and who they are; looked at, and left as it is."""

import os
from collections.abc import Iterator
from pathlib import Path

import apsw

from kiosk.disk.state_format import CHOICES, DAMAGE, StrangeFileError, open_state
from kiosk.staff.chosen_modes import NOTE
from kiosk.staff.people import PeopleFile

STATE, PEOPLE = "state.db", "people.json"


def state_faults(folder: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with the folder or a file in it, each with its mend, the worst first."""
    owner = folder.stat().st_uid
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        yield f"{folder}: the disk takes no changes", "mount it for writing; a disk that fails does this by itself: replace it"
    elif not os.access(folder, os.W_OK | os.X_OK, effective_ids=True):
        yield f"{folder}: not to be written by this account", "look as the kiosk's own account; else chown it to that"
    yield from _unreadable(folder)
    for path in (folder / name for name in (STATE, PEOPLE, NOTE)):
        if path.exists() and path.stat().st_uid != owner:
            yield f"{path}: belongs to another account than its folder", f"chown --reference={folder} {path}"
    for path in sorted(folder.glob("*.bad*")):
        yield f"{path}: was damaged, and put aside", "look what it lost, then remove it"


def is_readable(folder: Path) -> bool:
    """Whether all that was ever kept can be read."""
    return not any(_unreadable(folder))


def _unreadable(folder: Path) -> Iterator[tuple[str, str]]:
    path = folder / STATE
    try:
        if path.exists():
            open_state(path, CHOICES).close()
    except StrangeFileError as error:
        yield f"{path}: {error}", "move it away, or install the newer program"
    except (OSError, apsw.Error) as error:
        yield f"{path}: cannot be read ({error})", f"chown --reference={folder} {path}"
    except DAMAGE as error:
        yield f"{path}: is damaged ({error})", "start the kiosk: it puts a damaged file aside"
    try:
        PeopleFile(folder / PEOPLE).read()
    except FileNotFoundError:
        pass
    except OSError as error:
        yield f"{folder / PEOPLE}: cannot be read ({error.strerror})", f"chown --reference={folder} {folder / PEOPLE}"
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        yield f"{folder / PEOPLE}: is damaged ({error})", "set its people anew with `kiosk staff add`"
