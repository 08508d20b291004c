"""`kiosk preview`: the real kiosk on a draft, before anybody else sees it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from kiosk.cli import types
from kiosk.cli.completion import offer_channels, offer_languages, offer_modes
from kiosk.cli.moments import moment_of
from kiosk.cli.options import PATH, chosen_language
from kiosk.cli.output import print_line, progress
from kiosk.cli.overlay import overlay_options
from kiosk.cli.places import SOURCES
from kiosk.config import KioskConfig, load_config
from kiosk.content.build import build
from kiosk.content.sources.documents import PICTURES, source_pictures
from kiosk.content.sources.overlay import laid_sources
from kiosk.content.store import ContentStore
from kiosk.disk.files import passing_folder
from kiosk.domain.clock_trust import content_day
from kiosk.errors import DisplayError, VerificationError
from kiosk.publishing.installation import Installation
from kiosk.publishing.release_sources import source_of
from kiosk.publishing.repository import REPOSITORY_FILE
from kiosk.publishing.sync import Sync, SyncPlan
from kiosk.staff.schedule import checked_mode


@click.command()
@click.option(
    "--draft",
    is_flag=False,
    flag_value=str(SOURCES),
    default=str(SOURCES),
    show_default="assets/content",
    help="A folder of sources, a content database, or a repository's folder or address.",
)
@overlay_options
@click.option(
    "--channel", shell_complete=offer_channels, default="draft", show_default=True, help="What is taken from a repository."
)
@click.option("--group", default="", metavar="NAME", help="The pavilion group whose channel it is; default: the publishers'.")
@click.option("--root", type=PATH, help="The repository's first root; default: the configured one.")
@click.option("--date", "day", metavar="TIME", help='A day, or a moment such as "2027-05-18T16:00", that the kiosk takes for now.')
@click.option(
    "--mode", shell_complete=offer_modes, default="", metavar="NAME", help="The content mode, whatever the timetable says."
)
@click.option(
    "--lang", shell_complete=offer_languages, default="", metavar="TAG", help="Begin as a visitor who reads this language."
)
@click.option("--panel", type=types.panel, default="1080x1920", show_default=True, help="Pixels; shown smaller if need be.")
@click.option("--diagonal", type=types.inches, help="Panel diagonal in inches; default: the configured one.")
@click.option("--config", type=PATH, help="Settings of the kiosk that is played; its timetable goes by its name.")
def preview(
    *,
    draft: str,
    overlay: Path | None,
    keep: tuple[str, ...],
    channel: str,
    group: str,
    root: Path | None,
    day: str | None,
    mode: str,
    lang: str,
    panel: str,
    diagonal: float | None,
    config: Path | None,
) -> None:
    """Open the real kiosk on a draft, marked as a preview; it keeps nothing, and touches nothing of this machine's kiosk."""
    if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        message = "there is no display here; `xvfb-run kiosk preview` plays without one, `kiosk screenshots` draws every screen"
        raise DisplayError(message)
    settings = load_config(config)
    with passing_folder("jusur-preview") as folder:
        with progress() as line:
            line.add_task(f"preparing {draft}")
            plan = SyncPlan(folder, root or settings.sync_root, channel, group)
            database, pictures = _laid(Path(draft), plan, overlay, keep) if overlay else prepared(draft, plan, settings)
            begin = _checked(database, day, mode, lang)
        options = {"--content": database, "--pictures": pictures, "--folder": folder, "--panel": panel, "--config": config}
        options |= {"--mode": mode, "--lang": lang, "--diagonal": diagonal, "--begin": begin}
        with _shown([f"{key}={value}" for key, value in options.items() if value]) as shown:
            print_line(f"{draft} in mode {shown['mode']}: close the window to end the preview")


def prepared(draft: str, plan: SyncPlan, settings: KioskConfig) -> tuple[Path, Path]:
    """The database of a draft, and the folder of its pictures.

    Raises:
        ContentError: the sources cannot be built.
        VerificationError, TransferError: the repository cannot be trusted, or reached.
    """
    path = Path(draft)
    if draft.startswith(("http://", "https://", "file://")) or (path / REPOSITORY_FILE).is_file():
        Sync(plan, source_of(draft)).run()
        installed = Installation(plan.state).shown()
        if installed is None:
            message = f"{draft}: what was installed is not there; free the disk and try again"
            raise VerificationError(message)
        return installed, installed.parent / PICTURES
    if path.is_dir():
        return _laid(path, plan, None, ())
    beside = path.parent / PICTURES
    return path, beside if beside.is_dir() else settings.pictures


def _laid(sources: Path, plan: SyncPlan, overlay: Path | None, keep: tuple[str, ...]) -> tuple[Path, Path]:
    """The database of a folder of sources, with an overlay over it or without, and copies of its pictures."""
    with laid_sources(sources, overlay, keep) as folder:
        build(folder, plan.state / "content.db", unfinished=True)
        for picture in source_pictures(folder):
            (plan.state / PICTURES).mkdir(exist_ok=True)
            shutil.copy(picture, plan.state / PICTURES)
    return plan.state / "content.db", plan.state / PICTURES


def _checked(database: Path, day: str | None, mode: str, lang: str) -> str:
    """The moment to begin at, in the exhibition's own time; empty for the real one.

    Raises:
        ContentError: the database cannot be opened.
        ModeError: there is no such mode.
        click.BadParameter: there is no such language, or the kiosk would not believe the moment.
    """
    with ContentStore.open(database) as store:
        if mode:
            checked_mode(store.modes(), mode)
        chosen_language(store, lang, "--lang")
        if day is None:
            return ""
        zone, written = ZoneInfo(store.timezone), content_day(store.content_version)
    moment = moment_of(day, zone, "--date")
    if len(day) == len("2027-05-18"):
        moment = datetime.combine(moment.date(), datetime.now(zone).time())
    if moment.date() < written:
        message = f"{day}: a kiosk takes a day before its content was written ({written}) for a wrong clock; choose a later one"
        raise click.BadParameter(message, param_hint="--date")
    return moment.replace(tzinfo=None).isoformat()


@contextmanager
def _shown(options: list[str]) -> Iterator[dict[str, str]]:
    """What the window says when it is there; returns when it is closed.

    Raises:
        DisplayError: it could not be opened.
    """
    command = [sys.executable, "-m", "kiosk.ui.tools.preview", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline() if process.stdout else ""
        if said:
            yield json.loads(said)
    if process.returncode > 0 or not said:
        message = f"the preview could not be shown (exit status {process.returncode}); the lines above say why"
        raise DisplayError(message)
