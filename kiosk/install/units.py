"""The words of unit files, and what the kiosk's units start."""

import re
import shutil
import subprocess
from pathlib import Path

from kiosk.errors import ConfigurationError

PROGRAMS = {"cage": {"cage": "cage", "Xwayland": "xwayland"}, "x11": {"xinit": "xinit", "Xorg": "xserver-xorg-core"}}
"""What a session needs, each with its Debian package."""
OLDEST_CAGE = (0, 2)
CURRENT, STARTER = "current", "starter.py"
"""In a folder of programs: the link to the one that runs, and what chooses it."""
SYSTEM_PYTHON = "/usr/bin/python3"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "%": "%%"}


def unit_word(text: str, *, command: bool = False) -> str:
    """A word as a unit file holds it (systemd.syntax): in quotes where it must be, and nothing in it has a meaning of its own.

    Args:
        text: the word.
        command: whether it is a part of a command line, where $ begins a variable.

    Raises:
        ConfigurationError: it holds a character that no unit can.
    """
    if not text.isprintable():
        message = f"{text!r} cannot stand in a unit file; name a path of printable characters"
        raise ConfigurationError(message)
    escaped = "".join(_ESCAPES.get(c, c) for c in text)
    escaped = escaped.replace("$", "$$") if command else escaped
    return escaped if re.fullmatch(r"[\w./:=@%$+,-]+", escaped) else f'"{escaped}"'


def programs_of(python: Path) -> Path | None:
    """The folder of programs that an interpreter is of, where it was started by the link to the current one; None for another."""
    return python.parents[2] if len(python.parents) > 2 and python.parents[1].name == CURRENT else None


def session_command(session: str, python: Path, *options: str) -> str:
    """What a unit starts: the window system with the kiosk as its only program.

    Args:
        session: cage or x11.
        python: the interpreter that has the kiosk; it looks for modules nowhere else (-P). One that is of a folder of programs is
            found by the starter: what runs keeps to its own folder when `current` is changed.
        options: of the kiosk.
    """
    heard = '/bin/sh -c \'export PULSE_SERVER=unix:/run/user/$$(id -u)/pulse/native; exec "$$0" "$$@"\''
    programs = programs_of(python)
    begins = (SYSTEM_PYTHON, "-I", str(programs / STARTER), "run") if programs else (str(python), "-P")
    kiosk = " ".join(unit_word(word, command=True) for word in (*begins, "-m", "kiosk", *options))
    if session == "cage":
        return f"{heard} /usr/bin/cage -d -- {kiosk}"
    return (
        f"{heard} /usr/bin/xinit {kiosk} -- /usr/bin/Xorg :0 vt1 -keeptty -nolisten tcp -noreset -logfile /var/lib/jusur/Xorg.log"
    )


def session_of(unit: str) -> str:
    """The window system that a unit written by us starts."""
    return "cage" if "/usr/bin/cage -d --" in unit else "x11"


def require_session(session: str) -> None:
    """The window system is there and fit.

    Raises:
        ConfigurationError: it is not; the message says what to install.
    """
    missing = [package for program, package in PROGRAMS[session].items() if shutil.which(program) is None]
    if missing:
        message = f"{' and '.join(missing)} is not installed; apt-get install {' '.join(missing)}"
        raise ConfigurationError(message)
    if session == "cage":
        said = subprocess.run(["cage", "-v"], capture_output=True, text=True, check=False).stdout
        version = tuple(int(part) for part in re.findall(r"\d+", said)[:2])
        if version < OLDEST_CAGE:
            message = f"{said.strip()} ends when the panel is switched off; install 0.2 or newer (Debian 13), or use --session x11"
            raise ConfigurationError(message)
