"""`kiosk install`: makes the kiosk start with the machine, and nothing else."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line
from kiosk.cli.output_files import make_output_folder, output_file
from kiosk.config import DATA, ROOT
from kiosk.errors import ConfigurationError

TEMPLATES = DATA / "assets" / "deploy"
UNITS = Path("etc/systemd/system")
PROGRAMS = {"cage": {"cage": "cage", "Xwayland": "xwayland"}, "x11": {"xinit": "xinit", "Xorg": "xserver-xorg"}}
"""What a session needs, each with its Debian package. Cage ends at once without Xwayland, which its package does not ask for."""
OLDEST_CAGE = (0, 2)
MEND = "run as root, or name a folder of yours with --root"
NEXT = ("systemctl daemon-reload", "systemctl enable --now jusur.service", "systemctl set-default graphical.target")


_ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,30}")
"""What useradd takes for a name."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "%": "%%"}


def account(name: str) -> str:
    """The name of an account.

    Raises:
        click.BadParameter: it is none.
    """
    if not _ACCOUNT.fullmatch(name):
        message = f"{name!r}: write the name of an account, in small letters and figures"
        raise click.BadParameter(message)
    return name


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


def session_command(session: str, *options: str) -> str:
    """What the unit starts: the window system with the kiosk as its only program."""
    kiosk = " ".join(unit_word(word, command=True) for word in (sys.executable, "-m", "kiosk", *options))
    if session == "cage":
        return f"/usr/bin/cage -d -- {kiosk}"
    return f"/usr/bin/xinit {kiosk} -- :0 vt1 -nolisten tcp -noreset"


def session_of(unit: str) -> str:
    """The window system that a unit written by us starts."""
    return "cage" if "ExecStart=/usr/bin/cage" in unit else "x11"


def files(session: str, user: str, config: Path) -> Iterator[tuple[Path, str]]:
    """Every file of an installation: its path below the root, and its text."""
    folder = unit_word(str(ROOT)).strip('"')
    words = {"user": user, "folder": folder, "config": unit_word(f"JUSUR_CONFIG={config}")}
    words["common"] = _filled("common.conf", words)
    yield UNITS / "jusur.service", _filled("jusur.service", words | {"command": session_command(session)})
    yield UNITS / "jusur-rest.service", _filled("jusur-rest.service", words | {"command": session_command(session, "--rest")})
    if session == "x11":
        yield Path("etc/X11/xorg.conf.d/90-jusur.conf"), _filled("xorg-kiosk.conf", words)


def _filled(name: str, words: dict[str, str]) -> str:
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(words)


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


@click.command()
@click.option("--session", type=click.Choice(tuple(PROGRAMS)), default="cage", show_default=True, help="The window system.")
@click.option("--user", type=account, default="kiosk", show_default=True, help="The account the kiosk runs as.")
@click.option("--config", type=PATH, default="/etc/jusur/kiosk.toml", show_default=True, help="Settings file.")
@click.option("--root", type=PATH, default="/", show_default=True, help="Write below this folder (an image).")
@json_option
def install(*, session: str, user: str, config: Path, root: Path, as_json: bool) -> None:
    """Write the units that start the kiosk with the machine, watch it, and fall back to a resting screen."""
    if root == Path("/"):
        require_session(session)
    written = [str(_write(root / path, text)) for path, text in files(session, user, config)]
    if as_json:
        print_json({"written": written, "next": NEXT})
        return
    for path in written:
        print_line(f"wrote {path}")
    print_line("next: " + "; ".join(NEXT))


def _write(path: Path, text: str) -> Path:
    make_output_folder(path.parent, MEND)
    with output_file(path, MEND) as fresh:
        fresh.write_text(text, encoding="utf-8")
    return path
