"""`kiosk install`: makes a kiosk out of this machine, shows first what it will do, and takes it away again."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import click

from kiosk.cli import types
from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line
from kiosk.cli.sheet import PORTRAIT, draw, nobody_leads
from kiosk.config import KioskConfig
from kiosk.disk.files import contents_of
from kiosk.errors import ConfigurationError, StorageError
from kiosk.install.doing import Doer, told
from kiosk.install.packages import usual_session
from kiosk.install.plan import SystemCommand, plan, removal
from kiosk.install.units import programs_of
from kiosk.install.wishes import PUBLISHERS, SETTINGS, STATE, Wishes, faults, is_account, settings_before
from kiosk.settings import judge_settings
from kiosk.staff.first_code import FirstCode
from kiosk.staff.pins import Argon2Hasher

ZONE = "Africa/Casablanca"
_ASKED = {
    "name": "Name of this kiosk",
    "group": "Group of kiosks that follow each other (empty: none)",
    "place": "Where it stands, as the emergency mode names it (empty: nowhere named)",
    "panel_diagonal_inches": "Diagonal of the panel, in inches",
    "viewing_distance_mm": "From how far it is read, in millimetres",
    "panel_lower_edge_mm": "How high the lower edge of its glass is above the floor, in millimetres",
}
"""What is asked on a terminal, and how."""


def account(name: str) -> str:
    """The name of an account.

    Raises:
        click.BadParameter: it is none.
    """
    if not is_account(name):
        message = f"{name!r}: write the name of an account of its own, in small letters and figures"
        raise click.BadParameter(message)
    return name


@click.command()
@click.option("--name", help="What receipts, status codes and the timetable call this kiosk.  [default: the host name]")
@click.option("--group", help="Kiosks of one group follow each other.")
@click.option("--place", help="Where it stands, as the places of the emergency mode name it.")
@click.option("--diagonal", "panel_diagonal_inches", type=float, help="The panel's diagonal, in inches.")
@click.option("--viewing-distance", "viewing_distance_mm", type=int, help="From how far the panel is read, in millimetres.")
@click.option("--lower-edge", "panel_lower_edge_mm", type=int, help="The glass's lower edge above the floor, in millimetres.")
@click.option("--source", "sync", help="Where new content comes from: an http address or a folder.")
@click.option("--publishers", type=PATH, help="The publishers' first root (1.root.json), by which content is trusted.")
@click.option("--session", type=click.Choice(("cage", "x11")), help="The window system.  [default: what this Debian can do]")
@click.option("--user", type=account, default="kiosk", show_default=True, help="The account the kiosk runs as.")
@click.option("--config", type=PATH, default=SETTINGS, show_default=True, help="Settings file.")
@click.option("--time-zone", default=ZONE, show_default=True, help="The machine's time zone.")
@click.option("--root", type=PATH, default="/", show_default=True, help="Write below this folder (an image).")
@click.option("--sheet", type=PATH, help="Draw the installation sheet there, a PDF; `kiosk sheet` draws it again.")
@click.option("--panel", type=types.panel, default=PORTRAIT, show_default=True, help="For the sheet: pixels, as mounted.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--uninstall", is_flag=True, help="Take away what was installed; settings and what staff did stay.")
@json_option
def install(
    *,
    publishers: Path | None,
    session: str | None,
    user: str,
    config: Path,
    time_zone: str,
    root: Path,
    sheet: Path | None,
    panel: str,
    dry_run: bool,
    yes: bool,
    uninstall: bool,
    as_json: bool,
    **settings: Any,
) -> None:
    """Make a kiosk of this Debian: account, folders, settings, packages, units, rules for sticks; what is there already stays."""
    doer = Doer(root)
    debian = debian_of(root)
    before = settings_before(root / config.relative_to("/")) if config.is_absolute() else {}
    given = {name: value for name, value in settings.items() if value is not None}
    asking = sys.stdin.isatty() and not (yes or as_json or uninstall or dry_run)
    said = {**before, **given, **(_asked(before, given) if asking else {})}
    python = Path(sys.executable)
    said |= _places(publishers, python, said)
    wishes = Wishes(session or usual_session(debian), user, config, time_zone, debian, python, said, bool(publishers))
    _refuse(wishes, config, sheet, live=doer.live)
    if uninstall:
        _tell([str(path) for path in _taken_away(doer, wishes, dry_run=dry_run)], "removed", as_json=as_json)
        return
    steps = list(plan(wishes, _root_of(publishers)))
    shown = [*map(told, steps), *([f"installation sheet: {sheet}"] if sheet else [])]
    later = [told(step) for step in steps if not doer.live and isinstance(step, SystemCommand)]
    if dry_run:
        _tell(shown, "would", as_json=as_json)
        return
    if doer.live and os.geteuid() != 0:
        message = "an installation changes the system; run as root, or look first with --dry-run"
        raise ConfigurationError(message)
    if asking:
        for line in shown:
            print_line(line)
        click.confirm("Do all this?", abort=True)
    done = list(doer.carry_out(steps))
    code = _first_code(root / _state(said).relative_to("/"))
    _tell(done, "done", as_json=as_json, later=later, code=code)
    if sheet:
        _draw_sheet(sheet, config, said, root, panel, code)


def _places(publishers: Path | None, python: Path, said: dict[str, Any]) -> dict[str, Any]:
    """Settings that follow from what is installed: where the publishers' root lies, and where programs are laid down."""
    programs = programs_of(python)
    return ({"sync_root": str(PUBLISHERS)} if publishers else {}) | (
        {"programs": str(programs)} if programs is not None and "programs" not in said else {}
    )


def _draw_sheet(sheet: Path, config: Path, said: dict[str, Any], root: Path, panel: str, code: str) -> None:
    values, _ = judge_settings(config, said)
    kiosk = KioskConfig(**values)._replace(state=root / _state(said).relative_to("/"))
    draw(kiosk, sheet, panel, code)


def _state(said: dict[str, Any]) -> Path:
    """Where the kiosk keeps its state: as its settings say, else as its unit."""
    named = Path(str(said.get("state", STATE)))
    return named if named.is_absolute() else STATE


def _first_code(state: Path) -> str:
    """A code for a kiosk that nobody leads and that has none; empty for every other."""
    code = FirstCode(state)
    return code.make(Argon2Hasher()) if nobody_leads(state) and not code.kept() else ""


def debian_of(root: Path) -> int:
    """The version of the Debian in a folder, else of this machine's; 0 for another system."""
    for folder in (root, Path("/")):
        try:
            said = (folder / "etc/os-release").read_text(encoding="utf-8")
        except OSError:
            continue
        version = re.search(r'^VERSION_ID="?(\d+)', said, re.MULTILINE)
        return int(version[1]) if version and re.search(r"^ID=debian$", said, re.MULTILINE) else 0
    return 0


def _asked(before: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Answers to what no option said."""
    usual = KioskConfig()
    answers = {}
    for name, question in _ASKED.items():
        if name not in given:
            default = before.get(name, getattr(usual, name))
            answers[name] = click.prompt(question, default=default, type=type(getattr(usual, name)))
    return {name: answer for name, answer in answers.items() if answer != ""}


def _refuse(wishes: Wishes, config: Path, sheet: Path | None, *, live: bool) -> None:
    if not config.is_absolute():
        message = f"{str(config)!r} is no whole path; begin it with /"
        raise click.BadParameter(message, param_hint="--config")
    if sheet is not None and (sheet.is_dir() or not sheet.absolute().parent.is_dir()):
        message = f"{str(sheet)!r} can be no file; name one in a folder that is there"
        raise click.BadParameter(message, param_hint="--sheet")
    found = list(faults(wishes, live=live))
    if found:
        message = "; ".join(found) if len(found) == 1 else f"{len(found)} things: " + "; ".join(found)
        raise ConfigurationError(message)


def _root_of(file: Path | None) -> str:
    """The publishers' first root, which is one."""
    if file is None:
        return ""
    from tuf.api.exceptions import RepositoryError  # half a second, where a root is laid down
    from tuf.api.metadata import Metadata, Root

    try:
        data = contents_of(file)
        signed = Metadata.from_bytes(data).signed
    except (OSError, RepositoryError):
        signed = None
    if not isinstance(signed, Root):
        message = f"{file}: is no root of publishers; copy metadata/1.root.json of their repository"
        raise StorageError(message)
    return data.decode()


def _taken_away(doer: Doer, wishes: Wishes, *, dry_run: bool) -> list[str]:
    steps = list(removal(wishes))
    return [str(step.path) for step in steps] if dry_run else list(doer.take_away(steps))


def _tell(lines: list[str], word: str, *, as_json: bool, later: list[str] | None = None, code: str = "") -> None:
    if as_json:
        print_json({word: lines, "first start": later or [], **({"first code": code} if code else {})})
        return
    for line in lines:
        print_line(f"{word}: {line}")
    if not lines and word == "done":
        print_line("nothing to do: all is as it must be")
    if code:
        print_line(f"first code: {code[:4]} {code[4:]}; with it the lead chooses a PIN on the screen; it is not shown again")
