"""Examines the kiosk with `kiosk doctor`, in a process of its own, for the card that staff look at before the doors open."""

import json
import logging
import subprocess
import sys
from typing import Any

DOCTOR_SECONDS = 120
_DOCTOR = "import sys; from kiosk.cli import main; sys.exit(main(['doctor', '--json']))"

log = logging.getLogger(__name__)


def run_doctor() -> list[dict[str, Any]]:
    """Each thing with its name and whether it is green; one red row where the doctor itself could not."""
    try:
        answer = subprocess.run(
            [sys.executable, "-c", _DOCTOR], capture_output=True, text=True, check=False, timeout=DOCTOR_SECONDS
        )
        rows: list[dict[str, Any]] = json.loads(answer.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        log.info("the kiosk could not be examined: %s", error)
        return [{"name": "doctor", "green": False, "found": "", "mend": ""}]
    for row in rows:
        if not row["green"]:
            log.info("%s: %s; %s", row["name"], row["found"], row["mend"])
    return rows
