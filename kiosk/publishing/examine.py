"""Looks into a new database from a process of its own, with little memory and time: `python -m kiosk.publishing.examine FILE`."""

import json
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.content.checking.check import faults
from kiosk.content.store import ContentStore
from kiosk.domain.interface_words import missing_words
from kiosk.domain.item import ItemKind
from kiosk.errors import ContentError, VerificationError

CHECKED = 16_000_000
"""Databases up to so many bytes are checked whole; larger ones were by the publisher, and are opened, counted and hashed here."""
MEMORY = 2_000_000_000
EXAMINATION_SECONDS = 60


def examine_database(database: Path) -> dict[str, Any]:
    """Version and counts of a database, found by another process.

    Raises:
        VerificationError: it cannot be opened, does not pass the check, or takes too much of the machine.
    """
    command = [sys.executable, "-m", "kiosk.publishing.examine", str(database)]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=2 * EXAMINATION_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        message = f"{database.parent.name}: examining takes longer than {2 * EXAMINATION_SECONDS} s; nothing of it is used"
        raise VerificationError(message) from error
    last = (answer.stdout or answer.stderr).strip().rpartition("\n")[2]
    return judged(database, last or str(answer.returncode))


def judged(database: Path, said: str) -> dict[str, Any]:
    """What was said of a database, as it was found.

    Raises:
        VerificationError: it is a reason against it.
    """
    if not said.startswith("{"):
        message = f"{database.parent.name}: not fit to be shown ({said}); publish a good one"
        raise VerificationError(message)
    found: dict[str, Any] = json.loads(said)
    return found


def main(path: Path) -> int:
    """Print what is found, or the first reason against it."""
    with suppress(OSError, ValueError):  # a service that may not set limits has those of its unit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (EXAMINATION_SECONDS, EXAMINATION_SECONDS))
    sys.stdout.write(findings_json(path))
    return 0


def findings_json(path: Path) -> str:
    """What is found in a database, as JSON, or the first reason against it."""
    try:
        findings = faults(path) if path.stat().st_size <= CHECKED else []
        return str(findings[0]) if findings else json.dumps(_counted(path))
    except (ContentError, MemoryError) as error:
        return str(error) or "it takes too much memory"


def _counted(path: Path) -> dict[str, Any]:
    with ContentStore.open(path) as store:
        words = store.words()
        if missing := missing_words(words):
            message = f"it lacks words of the interface: {missing}"
            raise ContentError(message)
        counts = {kind.value: store.count(kind) for kind in (ItemKind.PAVILION, ItemKind.PUBLIC_SERVICE)}
        return {"content_version": store.content_version, "words": len(words), **counts}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
