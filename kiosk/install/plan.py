"""The plan of an installation: every file, link and command, as values that nobody has acted on yet."""

from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import NamedTuple

from kiosk.config import DATA, ROOT
from kiosk.install.packages import needed
from kiosk.install.units import STARTER, programs_of, session_command, unit_word
from kiosk.install.wishes import PUBLISHERS, Wishes, settings_text

TEMPLATES = DATA / "assets" / "deploy"
UNITS = Path("/etc/systemd/system")
DIRECT_RESTART = (
    "# Only the last failure brings the resting screen; Debian 12 (systemd 252) knows no other way.\nRestartMode=direct\n"
)
NEWER_SYSTEM = 13
"""The first Debian whose kernel reads NTFS, and whose systemd can restart without telling of each failure."""
CHOOSE = """# As root, before each start: which program is started. What stands there is no part of a release.
ExecStartPre=+-/usr/bin/python3 -I {programs}/starter.py choose /var/lib/jusur/software
"""
UPDATE = {"jusur-update.service": "", "jusur-update.path": "multi-user", "jusur-update.timer": "timers"}
"""What lays programs down, each with the target that starts it."""
_SLEEP = ("sleep", "suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate")
_FILES = {
    "/etc/sysusers.d/jusur.conf": "sysusers.conf",
    "/etc/tmpfiles.d/jusur.conf": "tmpfiles.conf",
    "/etc/udev/rules.d/90-jusur-devices.rules": "devices.rules",
    "/etc/udev/rules.d/90-jusur-sticks.rules": "sticks.rules",
    "/etc/systemd/journald.conf.d/50-jusur.conf": "journal.conf",
    "/etc/systemd/logind.conf.d/50-jusur.conf": "logind.conf",
    "/etc/apt/apt.conf.d/52jusur-upgrades": "upgrades.conf",
}
"""Each with its template."""
_X_FILE = Path("/etc/X11/xorg.conf.d/90-jusur.conf")


class File(NamedTuple):
    """A file to be written."""

    path: Path
    text: str
    stays: bool = False
    """Whether it is people's, and stays when the kiosk is taken away."""
    secret: bool = False
    """Whether others than root and the kiosk must not read it."""


class Link(NamedTuple):
    """A symbolic link to be made."""

    path: Path
    target: Path
    stays: bool = False


class Packages(NamedTuple):
    """Packages of the system that must be there."""

    names: tuple[str, ...]


class SystemCommand(NamedTuple):
    """What is run on the machine itself, never for an image: there the first start does the same."""

    words: tuple[str, ...]
    purpose: str
    of_systemd: bool = True
    """Whether it speaks to the systemd that runs."""


Step = Packages | File | Link | SystemCommand


def plan(wishes: Wishes, publishers: str = "") -> Iterator[Step]:
    """All steps, in their order; each may be done again at any time.

    Args:
        wishes: what is wished, without fault.
        publishers: the text of the publishers' first root; empty where none is laid down.

    Raises:
        ConfigurationError: a path that no unit can hold.
    """
    yield Packages(needed(wishes.debian, wishes.session))
    yield from _files(wishes)
    yield File(wishes.config, settings_text(wishes.settings), stays=True, secret=True)
    if publishers:
        yield File(PUBLISHERS, publishers, stays=True)
    yield from _links(wishes.time_zone)
    if programs_of(wishes.python):
        for name, target in UPDATE.items():
            if target:
                yield Link(UNITS / f"{target}.target.wants" / name, UNITS / name)
    yield from _commands()


def removal(wishes: Wishes) -> Iterator[File | Link]:
    """What an installation laid down and nobody keeps, whichever window system it was for.

    Raises:
        ConfigurationError: a path that no unit can hold.
    """
    steps = (step for session in ("cage", "x11") for step in plan(wishes._replace(session=session)))
    found = {step.path: step for step in steps if isinstance(step, File | Link) and not step.stays}
    yield from found.values()


def _files(wishes: Wishes) -> Iterator[File]:
    words = {
        "user": wishes.user,
        "config": unit_word(f"JUSUR_CONFIG={wishes.config}"),
        "ntfs": "ntfs3" if wishes.debian >= NEWER_SYSTEM else "ntfs-3g",
    }
    programs = programs_of(wishes.python)
    words["choose"] = CHOOSE.format(programs=unit_word(str(programs))) if programs else ""
    words["restart"] = DIRECT_RESTART if wishes.debian >= NEWER_SYSTEM else ""
    words["common"] = _filled("common.conf", words)
    for path, template in _FILES.items():
        yield File(Path(path), _filled(template, words | {"config": unit_word(str(wishes.config))}))
    yield File(Path("/etc/modules-load.d/jusur.conf"), "i2c-dev\n")
    for name, options in {"jusur.service": (), "jusur-rest.service": ("--rest",)}.items():
        command = session_command(wishes.session, wishes.python, *options)
        yield File(UNITS / name, _filled(name, words | {"command": command}))
    if programs:
        yield File(programs / STARTER, (ROOT / "kiosk" / "software" / STARTER).read_text(encoding="utf-8"))
        for name in UPDATE:
            yield File(UNITS / name, _filled(name, words | {"programs": unit_word(str(programs))}))
    if wishes.session == "x11":
        yield File(_X_FILE, _filled("xorg-kiosk.conf", words))


def _links(time_zone: str) -> Iterator[Link]:
    yield Link(UNITS / "graphical.target.wants" / "jusur.service", UNITS / "jusur.service")
    yield Link(UNITS / "default.target", Path("/usr/lib/systemd/system/graphical.target"))
    for name in _SLEEP:
        yield Link(UNITS / f"{name}.target", Path("/dev/null"))
    yield Link(Path("/etc/localtime"), Path("/usr/share/zoneinfo") / time_zone, stays=True)


def _commands() -> Iterator[SystemCommand]:
    yield SystemCommand(("systemd-sysusers", "/etc/sysusers.d/jusur.conf"), "the account and its groups", of_systemd=False)
    yield SystemCommand(
        ("systemd-tmpfiles", "--create", "/etc/tmpfiles.d/jusur.conf"), "the folders and their owner", of_systemd=False
    )
    yield SystemCommand(("systemctl", "daemon-reload"), "the units are known")
    yield SystemCommand(("udevadm", "control", "--reload"), "the rules of devices are known")
    yield SystemCommand(("systemctl", "try-restart", "systemd-journald.service"), "the log is kept")


def _filled(name: str, words: dict[str, str]) -> str:
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(words)
