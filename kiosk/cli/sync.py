"""`kiosk sync`: fetch, verify and install what the publishers signed; go back; say how it stands."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import in_words, print_json, print_line, progress
from kiosk.cli.sync_options import kiosk_options
from kiosk.cli.sync_program import with_program
from kiosk.cli.sync_roll import take_roll, with_roll
from kiosk.cli.sync_stick import run_from_stick
from kiosk.config import MOUNTS, KioskConfig
from kiosk.errors import ConfigurationError, KioskError, TransferError
from kiosk.program import RUNNING
from kiosk.publishing.installation import Installation, identity_of
from kiosk.publishing.manifest import utc
from kiosk.publishing.pointer import Pointer
from kiosk.publishing.release_sources import Pace, ReleaseSource, source_of
from kiosk.publishing.several_sources import follow
from kiosk.publishing.stick import the_repository
from kiosk.publishing.sync import Offer, Sync, SyncPlan
from kiosk.publishing.sync_steps import Step, Tell
from kiosk.staff.held_roll import read_held
from kiosk.time_server import is_synchronised


@click.command()
@click.argument("source", default="")
@kiosk_options
@click.option("--clock-wrong", is_flag=True, help="Judge terms by the latest publication known here, not by the clock.")
@click.option("--stick", is_flag=True, help="Take the repository of the stick that is in, and leave a receipt on it.")
@click.option("--mounts", multiple=True, type=PATH, default=MOUNTS, show_default=True, help="Where sticks are mounted.")
@click.option("--lan", is_flag=True, help="Ask neighbours first; default: as configured, where neither SOURCE nor stick is named.")
@click.option("--steps", is_flag=True, help="Say each step as a line of JSON on standard error, for programs.")
@click.option("--offer", is_flag=True, help="Only say what would be installed.")
@click.option("--back", is_flag=True, help="Go back to the last good content; the present one is not taken again.")
@click.option("--status", is_flag=True, help="Only say what is installed.")
@json_option
def sync(
    source: str,
    *,
    settings: KioskConfig,
    clock_wrong: bool,
    stick: bool,
    mounts: tuple[Path, ...],
    lan: bool,
    steps: bool,
    offer: bool,
    back: bool,
    status: bool,
    as_json: bool,
) -> None:
    """Bring the content of this kiosk up to date from SOURCE: an http address or a folder such as a stick."""
    installation = Installation(settings.state)
    if back:
        installation.change(Pointer.back)
    if back or status:
        _print(_standing(installation, settings), as_json=as_json)
        return
    try:
        found = the_repository(mounts) if stick else None
        plan = _plan(settings, clock_wrong=clock_wrong)
        with _telling(steps=steps) as say:
            if lan or (settings.lan and not (source or stick or offer)):
                near = _neighbours(settings, say)
                address = source or settings.sync
                last = _source(settings, address) if address else None
                sources = [*near, *([last] if last else [])]
                answer = with_program(lambda: _followed(plan, near, last, say), sources, settings, plan, say)
            else:
                taken = _source(settings, str(found or source))
                one = Sync(plan, taken, say)
                if offer:
                    answer = _offered(one.offer())
                else:
                    answer = with_program(lambda: _run(one, found, settings), [taken], settings, plan, say)
    except KioskError as error:
        if as_json:
            print_json({"error": error.code, "message": str(error)})
        raise
    finally:
        take_roll(settings)
    _print(answer if offer else with_roll(answer, settings), as_json=as_json)


def _neighbours(settings: KioskConfig, say: Tell) -> list[ReleaseSource]:
    from kiosk.publishing.neighbours import sources_near  # a tenth of a second, which other looks need not wait for

    say(Step("neighbours"))
    return list(sources_near(settings.state, settings.lan_address))


def _followed(plan: SyncPlan, near: list[ReleaseSource], last: ReleaseSource | None, say: Tell) -> dict[str, Any]:
    result, problems = follow(plan, near, last, say)
    return asdict(result) | {"problems": problems}


@contextmanager
def _telling(*, steps: bool) -> Iterator[Tell]:
    """What tells how far the work is: a line that changes, for people, or a line of JSON for each step."""
    if steps:
        yield _say_step
    else:
        with progress() as line:
            task = line.add_task("beginning")
            yield lambda step: line.update(task, description=step.sentence())


def _say_step(step: Step) -> None:
    """Write a step on standard error: its name, and the fields it has."""
    told = {"step": step.name} | {name: value for name, value in step._asdict().items() if value and name != "name"}
    click.echo(json.dumps(told, ensure_ascii=False), err=True)


def _run(sync: Sync, stick: Path | None, settings: KioskConfig) -> dict[str, Any]:
    return asdict(sync.run()) if stick is None else run_from_stick(sync, stick, settings)


def _offered(offer: Offer) -> dict[str, Any]:
    """What is told before a person says yes."""
    release = offer.release
    return {
        "number": release.number,
        "version": release.version,
        "published": utc(release.published),
        "before": offer.before,
        "standing": offer.standing,
        "bytes": offer.bytes_to_fetch,
        "changes": release.changes.model_dump(),
        "signed_by": list(offer.signed_by),
    }


def _plan(settings: KioskConfig, *, clock_wrong: bool) -> SyncPlan:
    return SyncPlan(
        settings.state,
        settings.sync_root,
        settings.sync_channel,
        settings.sync_group,
        settings.content,
        clock_wrong=clock_wrong,
        synchronised=is_synchronised(),
        share=settings.lan,
    )


def _source(settings: KioskConfig, named: str) -> ReleaseSource:
    address = named or settings.sync
    if not address:
        message = "no source: name one, or set `sync` in the settings; to use a stick, name its folder"
        raise ConfigurationError(message)
    if not address.startswith(("http://", "https://")) and not Path(address.removeprefix("file://")).is_dir():
        message = f"{address}: there is no such folder; put the stick in, or correct the address"
        raise TransferError(message)
    return source_of(address, Pace(most=int(settings.sync_kilobytes * 1000)))


def _standing(installation: Installation, settings: KioskConfig) -> dict[str, Any]:
    pointer = installation.pointer
    shown = installation.shown() or settings.content
    number, sha256 = identity_of(shown)
    from_where = f"release {number}" if number else "the content that came with the program"
    said = {"shows": from_where, "release": number, "software": RUNNING.said()}
    people = read_held(settings.state)
    roll = {"roll": people.number, "roll_sha256": people.sha256}
    return {**said, **pointer._asdict(), "shown": str(shown), "sha256": sha256, **roll}


def _print(answer: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(answer)
    else:
        for name, value in answer.items():
            print_line(f"{name}: {in_words(value) or '-'}")
