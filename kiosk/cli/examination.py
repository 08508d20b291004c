"""What `kiosk doctor` looks at, one thing after the other; each is green, or comes with its mend.

Over 250 lines: one function for each thing, and what they share.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.cli.machine import content_shown
from kiosk.config import MEND, SOUNDS, KioskConfig
from kiosk.content.store import ContentStore
from kiosk.disk.state_file import StateFile
from kiosk.domain.clock_trust import ClockFault, Evidence, content_day, judge_clock
from kiosk.domain.content_mode import ModeService
from kiosk.domain.english import how_many
from kiosk.domain.staff import Role
from kiosk.domain.venue.plan import SpotKind
from kiosk.errors import ConfigurationError, ContentError, NotThereError, TransferError
from kiosk.install.units import require_session, session_of
from kiosk.narration.inventory import spoken_by
from kiosk.narration.voices import LICENCES, SHIPPED
from kiosk.program import RUNNING
from kiosk.publishing.floor import FloorFiles
from kiosk.publishing.installation import SHOWN_HASH, Installation, identity_of
from kiosk.publishing.release_sources import HttpSource
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import ClockGuard
from kiosk.staff.held_roll import HELD, fault_of, read_held
from kiosk.staff.people import PeopleFile
from kiosk.staff.state_faults import STATE, is_readable, state_faults
from kiosk.time_server import is_synchronised
from kiosk.time_zones import ZoneTables, zone_tables

FREE_BYTES = 500_000_000
FAULTS = {
    ClockFault.NONE: "",
    ClockFault.BEFORE_CONTENT: ", before the content was written",
    ClockFault.BEFORE_LAST: ", before the time this kiosk last saw",
    ClockFault.JUMPED: ", which is not the time that has passed",
}


@dataclass(frozen=True, slots=True)
class Examination:
    """One thing looked at."""

    name: str
    green: bool
    found: str
    mend: str = ""


def examine_content(config: KioskConfig) -> Iterator[Examination]:
    """The content that is shown, and the clock beside the day it was written."""
    shown = content_shown(config)
    try:
        store = ContentStore.open(shown)
    except ContentError as error:
        yield Examination("content", green=False, found=str(error), mend="put a good content.db there")
        return
    version, zone = store.content_version, ZoneInfo(store.timezone)
    number, sha256 = identity_of(shown)
    came = f"release {number}" if number else "came with the program"
    yield _readable(store, f"{shown.name}, version {version}, {came}, {sha256[:SHOWN_HASH]}; software {RUNNING.said()}")
    with suppress(ContentError):  # told by the line before
        yield from _named(store, config)
    store.close()
    yield examine_clock(config.state, zone, content_day(version))


def _readable(store: ContentStore, name: str) -> Examination:
    """Whether every item of the content can be shown."""
    try:
        damaged = store.damaged_items()
    except ContentError as error:
        return Examination("content", green=False, found=str(error), mend="put a good content.db there")
    if not damaged:
        return Examination("content", green=True, found=name)
    return Examination("content", green=False, found=f"{name}; left out: {', '.join(damaged)}", mend="publish the content again")


def _named(store: ContentStore, config: KioskConfig) -> Iterator[Examination]:
    """Whether the content has what the settings name."""
    modes = store.modes()
    if config.mode not in modes or modes[config.mode].service is ModeService.EMERGENCY:
        wrong = "asks everybody to leave" if config.mode in modes else "is no mode of this content"
        fits = ", ".join(name for name, mode in modes.items() if mode.service is not ModeService.EMERGENCY)
        yield Examination("mode", green=False, found=f"{config.mode} {wrong}", mend=f"let the setting `mode` be one of {fits}")
    venue = store.venue() if config.place else None
    if config.place and (venue is None or venue.spot(config.place) is None):
        fits = ", ".join(spot.identifier for spot in venue.spots if spot.kind is SpotKind.KIOSK) if venue else ""
        mend = f"let the setting `place` be one of {fits}" if fits else "remove the setting `place`, or write the venue's plan"
        yield Examination("content", green=False, found=f"{config.place} is no spot of the venue's plan", mend=mend)


def examine_clock(folder: Path, zone: ZoneInfo, written: date) -> Examination:
    """The clock, as the kiosk judges it when it starts; a file that is not there or not sound is not the examiner's to begin."""
    if not (folder / STATE).exists() or not is_readable(folder):
        now = datetime.now(zone)
        fault = judge_clock(now, 0.0, Evidence(written, synchronised=is_synchronised()), None)
    else:
        file = StateFile(folder / STATE)
        floor = FloorFiles(folder)
        guard = ClockGuard(StaffChoices(file), time.monotonic, datetime.now, is_synchronised, lambda: floor.read().time)
        now, fault = guard.now(zone), guard.judged(zone, written)
        file.close()
    found = f"{now:%Y-%m-%d %H:%M %Z}{FAULTS[fault]}; {zone_tables_said(zone_tables())}"
    return Examination("clock", green=not fault, found=found, mend="set the clock: timedatectl set-time" if fault else "")


def zone_tables_said(tables: ZoneTables) -> str:
    """Which table of time zones the kiosk goes by."""
    older = f"; the system's is {tables.system or 'of no version'}, older" if tables.system_is_older else ""
    return f"time zones {tables.used or 'of no version'}{older}"


def examine_state(folder: Path) -> Examination:
    """Whether what staff choose, and who they are, can be read and kept."""
    faults = list(state_faults(folder)) if folder.is_dir() else []
    for found, mend in faults[:1]:
        return Examination("state", green=False, found=found, mend=mend)
    return Examination("state", green=True, found=str(folder))


def examine_roll(folder: Path) -> Examination:
    """Which of the fleet's rolls is in force, and whether the newest was taken."""
    held, fault = read_held(folder), fault_of(folder)
    if held.unread:
        found = f"{folder / HELD}: cannot be read; only this kiosk's own people are trusted"
        return Examination("people", green=False, found=found, mend="look as root; if it is damaged, the next sync brings it anew")
    found = f"roll {held.number}, {held.sha256[:SHOWN_HASH]}, {how_many(len(held.people), 'person', 'people')}"
    if fault:
        kept = f"{found} stays" if held.number else "no roll is in force"
        return Examination("people", green=False, found=f"{kept}: {fault}", mend="mend what it says, then `kiosk sync`")
    leads = [one for one in held.people if one.role is Role.LEAD]
    if leads and all(one.until and one.until < datetime.now().astimezone().date() for one in leads):
        mend = "give a lead a later end with `kiosk staff add --roll`, and publish the roll"
        return Examination("people", green=False, found=f"{found}; the term of its last lead is over", mend=mend)
    return Examination("people", green=True, found=found if held.number else "this kiosk's own; no roll of the fleet has come")


def examine_disk(folder: Path) -> Examination:
    """The room left where a folder is, or will be."""
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    enough = free >= FREE_BYTES
    return Examination(
        "disk", green=enough, found=f"{free // 1_000_000} MB free", mend="" if enough else f"free {FREE_BYTES // 1_000_000} MB"
    )


def examine_voices(config: KioskConfig) -> Iterator[Examination]:
    """For each language, how much was made ahead, and what speaks the rest here."""
    try:
        with ContentStore.open(content_shown(config)) as store:
            languages = [language.tag for language in store.languages]
    except ContentError:
        languages = []  # told by another line
    shipped = [SOUNDS] if config.shipped_sounds else []
    for by in spoken_by([config.narration, *_installed_narration(config), *shipped], config.voices, languages):
        found = f"recorded {by.recorded}, rendered {by.rendered}, live: {by.live}"
        lacking = f"record it (`kiosk narration script`), or {MEND} where it has a voice"
        mend = LICENCES.get(by.live.partition(" ")[0], "") if by.heard else lacking
        if by.language in SHIPPED and not by.rendered:
            found += "; the sounds that come with the program are left out, so it is hard to understand"
            mend = f"put {SOUNDS / by.language}.zip back, and `shipped_sounds` to true"
        yield Examination(f"voice {by.language}", green=by.heard, found=found, mend=mend)


def _installed_narration(config: KioskConfig) -> list[Path]:
    shown = Installation(config.state).shown()
    return [shown.parent / "narration"] if shown else []


def examine_printer(queue: str) -> Examination:
    """The print queue, as CUPS knows it."""
    try:
        answer = subprocess.run(["lpstat", "-p", queue], capture_output=True, text=True, check=False, timeout=30)
    except FileNotFoundError:
        return Examination("printer", green=False, found="there is no `lpstat`", mend="apt-get install cups-client")
    except subprocess.TimeoutExpired:
        return Examination("printer", green=False, found=f"{queue} does not answer", mend="start CUPS: systemctl start cups")
    said = " ".join((answer.stdout or answer.stderr).split())
    mend = "" if answer.returncode == 0 else f"add the queue {queue} (lpadmin), or change `printer` in the settings"
    return Examination("printer", green=answer.returncode == 0, found=said, mend=mend)


def examine_machine(diagonal: float) -> Iterator[Examination]:
    """Sound, display and fonts, as Qt finds them, in a process of its own."""
    command = [sys.executable, "-m", "kiosk.ui.tools.probe", str(diagonal)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if answer.returncode != 0:
        last = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
        yield Examination("display", green=False, found=last, mend=f"{MEND}, with what Qt needs from the system")
        return
    for row in json.loads(answer.stdout):
        yield Examination(**row)


def examine_root(root: Path) -> Examination:
    """Whether this kiosk knows the publishers it is to follow."""
    if root.is_file():
        return Examination("publishers", green=True, found=f"known by {root}")
    mend = "copy metadata/1.root.json of the repository there, by hand"
    return Examination("publishers", green=False, found=f"{root} is not there: nothing new can be trusted", mend=mend)


def examine_lan(config: KioskConfig) -> Examination:
    """Whether this kiosk hands on what it holds, and who else does."""
    from kiosk.publishing.neighbours import find_neighbours, identity  # a tenth of a second, where there is a network of kiosks

    near = how_many(len(find_neighbours(identity(config.state), config.lan_address)), "neighbour")
    address = f"{config.lan_address or '127.0.0.1'}:{config.lan_port}"
    try:
        for _ in HttpSource(f"http://{address}").read("metadata/timestamp.json")[1]:
            pass
    except NotThereError:
        return Examination("lan", green=True, found=f"{address}: nothing to hand on before the first sync; {near}")
    except TransferError:
        mend = "start the kiosk; if it runs, another program has the port: change lan_port in the settings"
        return Examination("lan", green=False, found=f"{address} does not answer; {near}", mend=mend)
    return Examination("lan", green=True, found=f"{address} hands on what is held; {near}")


def examine_group(group: str, people: Path) -> Examination:
    """Whether this kiosk can hear and answer the others of its group."""
    try:
        keyed = bool(PeopleFile(people).read().group_key)
    except FileNotFoundError:
        keyed = False
    except OSError as error:
        return Examination(
            "group", green=False, found=f"{people}: {error.strerror}", mend="look as the kiosk's own account, or as root"
        )
    except (ValueError, LookupError, TypeError) as error:
        mend = "set its people anew with `kiosk staff init` and `kiosk staff add`"
        return Examination("group", green=False, found=f"{people}: damaged ({error})", mend=mend)
    if keyed:
        return Examination("group", green=True, found=f"{group}, with its key")
    found = f"{group}, without a key: what staff choose for all reaches this screen alone"
    return Examination("group", green=False, found=found, mend="kiosk staff init --key FILE, with the fleet's key")


def examine_service(unit: Path) -> Examination:
    """Whether the kiosk starts with the machine, and in a window system that is fit."""
    if not unit.exists():
        return Examination("service", green=True, found="started by hand; `kiosk install` makes it start with the machine")
    try:
        require_session(session_of(unit.read_text(encoding="utf-8")))
    except ConfigurationError as error:
        found, _, mend = str(error).partition("; ")
        return Examination("service", green=False, found=found, mend=mend)
    answer = subprocess.run(["systemctl", "is-enabled", "jusur.service"], capture_output=True, text=True, check=False)
    enabled = answer.returncode == 0
    mend = "" if enabled else "systemctl enable jusur.service"
    return Examination("service", green=enabled, found=answer.stdout.strip() or "systemd does not answer", mend=mend)
