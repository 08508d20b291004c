"""`kiosk mode`: which mode is in force and why; choose another, or go back to the timetable."""

import getpass
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from kiosk.cli.completion import offer_languages, offer_modes
from kiosk.cli.machine import content_shown, kept_choices, this_kiosk
from kiosk.cli.moments import moment_of
from kiosk.cli.options import chosen_language, config_option, json_option
from kiosk.cli.output import print_json, print_line
from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.clock_trust import ClockGround, content_day
from kiosk.domain.content_mode import ModeService
from kiosk.domain.interface_words import whole_words
from kiosk.domain.mode_resolver import Layer, ModeRules, Override, Resolution, resolve
from kiosk.domain.mode_words import next_words, until_words, why_words
from kiosk.errors import ModeError, StaffStateError
from kiosk.publishing.floor import FloorFiles
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import ClockGuard
from kiosk.staff.schedule import checked_mode, end_of, rules_of
from kiosk.time_server import is_synchronised

ROLE = "admin"


class _Kiosk:
    """One kiosk's modes and choices, as the command sees them."""

    def __init__(self, config: KioskConfig, store: ContentStore, choices: StaffChoices) -> None:
        self.store, self.choices = store, choices
        self.modes = store.modes()
        self.zone = ZoneInfo(store.timezone)
        floor = FloorFiles(config.state)
        self.guard = ClockGuard(choices, time.monotonic, datetime.now, is_synchronised, lambda: floor.read().time)
        self.belief = self.guard.belief(self.zone, content_day(store.content_version))
        self.now = self.guard.now(self.zone)
        self.rules: ModeRules = rules_of(store, self.modes, config.name, config.mode, choices.chosen())


@contextmanager
def _kiosk_of(config: Path | None) -> Iterator[_Kiosk]:
    settings = this_kiosk(config)
    with kept_choices(settings) as choices, ContentStore.open(content_shown(settings)) as store:
        yield _Kiosk(settings, store, choices)


@click.command()
@click.option("--at", metavar="TIME", help='A moment such as "2026-11-24T14:30"; default: now.')
@click.option(
    "--language", shell_complete=offer_languages, default="en", show_default=True, metavar="TAG", help="Language of the reasons."
)
@config_option
@json_option
def show(at: str | None, language: str, config: Path | None, *, as_json: bool) -> None:
    """Show the mode in force, why, until when, what comes next, and whether the clock is believed."""
    with _kiosk_of(config) as kiosk:
        moment = moment_of(at, kiosk.zone, "--at") if at else kiosk.now
        resolution = resolve(moment, kiosk.rules if at else kiosk.guard.counting(kiosk.rules, kiosk.belief))
        row = _row(kiosk, resolution, moment, language)
    if as_json:
        print_json(row)
    else:
        for line in (f"{row['name']} ({row['mode']})", row["why_words"], row["until_words"], row["next_words"]):
            print_line(line)
        print_line(f"{kiosk.now:%Y-%m-%d %H:%M %Z}: {row['clock']['words']}")


def _row(kiosk: _Kiosk, resolution: Resolution, moment: datetime, language: str) -> dict[str, Any]:
    words, change = whole_words(kiosk.store.words()), resolution.change
    tag = chosen_language(kiosk.store, language, "--language").tag
    texts = {
        "why_words": why_words(resolution, words),
        "until_words": until_words(resolution, moment, words),
        "next_words": next_words(resolution, kiosk.modes, moment, words),
    }
    return {
        "mode": resolution.mode,
        "name": kiosk.modes[resolution.mode].head.card.name.in_language(tag),
        "at": moment.isoformat(),
        "why": {"layer": resolution.layer.value, "reason": resolution.reason, "since": _iso(resolution.since)},
        "until": _iso(resolution.until),
        "next": {"at": change.at.isoformat(), "mode": change.mode} if change else None,
        "clock": {
            "at": kiosk.now.isoformat(timespec="seconds"),
            "believed": isinstance(kiosk.belief, ClockGround),
            "why": kiosk.belief.value,
            "words": words[kiosk.belief].in_language(tag),
        },
        **{key: text.in_language(tag) for key, text in texts.items()},
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


@click.command("list")
@config_option
@json_option
def list_modes(config: Path | None, *, as_json: bool) -> None:
    """List the modes the content has."""
    with _kiosk_of(config) as kiosk:
        rows = [{"mode": name, "name": m.head.card.name.in_language("en")} for name, m in kiosk.modes.items()]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            print_line(f"{row['mode']}: {row['name']}")


@click.command("set")
@click.argument("name", metavar="MODE", shell_complete=offer_modes)
@click.option(
    "--until",
    metavar="END",
    show_default="next; an emergency: stay",
    help="next (change of the timetable), day, stay (until somebody ends it), or hh:mm.",
)
@config_option
@json_option
def set_mode(name: str, until: str | None, config: Path | None, *, as_json: bool) -> None:
    """Choose MODE for this kiosk: it comes when no visitor is there, an emergency at once."""
    with _kiosk_of(config) as kiosk:
        emergency = checked_mode(kiosk.modes, name).service is ModeService.EMERGENCY
        end = end_of(until if until is not None else "stay" if emergency else "next", kiosk.now, kiosk.rules)
        layer = Layer.EMERGENCY if emergency else Layer.OVERRIDE
        kiosk.choices.choose(layer, Override(name, getpass.getuser(), kiosk.now, end), ROLE)
        _require_kept(kiosk.choices)
        note = "" if emergency else _what_stands(kiosk, name)
    if as_json:
        print_json({"mode": name, "until": _iso(end), "shown": not note, "note": note})
        return
    standing = f"somebody {'ends it' if emergency else 'chooses again'}"
    print_line(f"{name}: chosen until {end:%Y-%m-%d %H:%M}" if end else f"{name}: chosen until {standing}")
    if note:
        print_line(note)


def _what_stands(kiosk: _Kiosk, name: str) -> str:
    """Why a choice is not shown; empty where no emergency is in force."""
    standing = resolve(kiosk.now, kiosk.guard.counting(kiosk.rules, kiosk.belief))
    if standing.layer is not Layer.EMERGENCY:
        return ""
    end = f"until {standing.until:%Y-%m-%d %H:%M}, then what is chosen counts" if standing.until else "until somebody ends it"
    return f"an emergency stands {end}; `kiosk mode clear` ends it and every other choice: choose {name} again after that"


def _require_kept(choices: StaffChoices) -> None:
    """What is in force in this process alone ends with it."""
    if choices.fault:
        raise StaffStateError(choices.fault)


@click.command()
@config_option
def clear(config: Path | None) -> None:
    """Go back to the timetable."""
    with _kiosk_of(config) as kiosk:
        if kiosk.choices.chosen() == (None, None):
            message = "nothing is chosen: the kiosk follows its timetable; `kiosk mode set MODE` chooses a mode"
            raise ModeError(message)
        kiosk.choices.clear(kiosk.now, getpass.getuser(), ROLE)
        _require_kept(kiosk.choices)
    print_line("the kiosk follows its timetable")
