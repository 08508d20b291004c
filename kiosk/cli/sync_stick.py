"""`kiosk sync --stick` and `kiosk repo receipts`: what a kiosk writes back on a stick, and who reads it."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from kiosk.cli.machine import content_shown
from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_table
from kiosk.cli.output_files import kept_file
from kiosk.cli.sync_roll import take_roll
from kiosk.config import KioskConfig
from kiosk.counters.counter_file import read_counters
from kiosk.domain.counters import told_roughly
from kiosk.errors import KioskError, StorageError, VerificationError
from kiosk.publishing.installation import SHOWN_HASH, Installation, identity_of
from kiosk.publishing.manifest import utc
from kiosk.publishing.receipts import Ledger, read_receipt, receipt_of
from kiosk.publishing.stick import leave_receipt, receipts_on
from kiosk.publishing.sync import Sync
from kiosk.staff.held_roll import read_held


def run_from_stick(sync: Sync, stick: Path, settings: KioskConfig) -> dict[str, Any]:
    """Sync, and leave a receipt whatever comes of it; a stick that takes none is told, no more.

    Raises:
        KioskError: what the sync raises.
    """
    try:
        answer = asdict(sync.run())
    except KioskError as error:
        _leave(stick, settings, str(error))
        raise
    return answer | {"receipt": _leave(stick, settings, answer["result"])}


def _leave(stick: Path, settings: KioskConfig, result: str) -> str:
    pointer = Installation(settings.state).pointer
    shown = identity_of(content_shown(settings))
    take_roll(settings)
    people = read_held(settings.state)
    counters = {"good": len(pointer.good), "given_up": len(pointer.refused), "on_trial": int(pointer.trial)}
    try:
        data = receipt_of(settings.state, settings.name, result, shown, counters, _figures(settings), people[:2])
        receipt, _ = read_receipt(data)
        leave_receipt(stick, f"{settings.name}-{receipt.serial:06d}.json", data)
    except KioskError as error:
        return str(error)
    return "left"


def _figures(settings: KioskConfig) -> dict[str, int]:
    """What was counted of visits, so that it may leave the kiosk."""
    days, visits = max(1, int(settings.counter_days)), int(settings.word_visits)
    counts, words = read_counters(settings.state, datetime.now(UTC).date(), days, visits)
    return told_roughly(counts, words, int(settings.counter_least))


@click.command()
@click.argument("folders", type=PATH, nargs=-1)
@click.option("--ledger", type=PATH, required=True, help="The file of what is known; not for kiosks to see.")
@json_option
def receipts(folders: tuple[Path, ...], *, ledger: Path, as_json: bool) -> int:
    """Read the receipts on the sticks in FOLDERS into the ledger, and show the fleet; exit status 12 if one cannot be trusted."""
    for folder in folders:
        if not folder.is_dir():
            message = f"{folder}: there is no such folder; name where the stick is mounted"
            raise StorageError(message)
    known = Ledger(kept_file(ledger))
    problems = [problem for folder in folders for problem in _taken(known, folder)]
    known.save()
    fleet = [receipt.model_dump(mode="json") for receipt in known.kiosks()]
    if as_json:
        print_json({"kiosks": fleet, "figures": known.figures(), "problems": problems})
    else:
        columns = ("kiosk", "release", "hash", "software", "roll", "result", "time", "serial")
        rows = (
            (r.kiosk, r.number, r.sha256[:SHOWN_HASH], r.software, r.roll, r.result, utc(r.time), r.serial) for r in known.kiosks()
        )
        print_table("Fleet", columns, rows)
        if known.figures():
            print_table("Visits", ("counted", "at least"), known.figures().items())
        if problems:
            print_table("Not to be trusted", ("receipt", "why"), ((p["receipt"], p["why"]) for p in problems))
    return VerificationError.exit_status if problems else 0


def _taken(known: Ledger, folder: Path) -> Iterator[dict[str, str]]:
    for name, data in receipts_on(folder):
        try:
            known.record(*read_receipt(data))
        except VerificationError as error:
            yield {"receipt": f"{folder}/receipts/{name}", "why": str(error)}
