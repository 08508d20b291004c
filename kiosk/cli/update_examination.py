"""What a program must pass before a kiosk goes over to it: it is run on the content it will show, and keeps nothing."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kiosk.cli.examination import Examination
from kiosk.config import KioskConfig
from kiosk.errors import VerificationError
from kiosk.program import RUNNING, program_in
from kiosk.publishing.examine import examine_database
from kiosk.publishing.installation import Installation
from kiosk.software.fetching import ready
from kiosk.software.programs import Programs

FRAME_SECONDS = 120.0
"""For the first picture: the machine also serves a visitor meanwhile."""
END_SECONDS = 30.0
DOCTOR_SECONDS = 180.0
_SIZE = "540x960"
_SERVICE = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
MEND = "publish an application release that works; this one is not started"


class ProgramFinding(NamedTuple):
    """One thing a program was examined for; for whoever reads the log, not for staff."""

    name: str
    green: bool
    found: str
    mend: str = ""


def examine_program(config: KioskConfig, settings: Path | None, programs: Programs) -> Iterator[ProgramFinding]:
    """Everything, one after the other.

    Args:
        config: the kiosk's settings.
        settings: the file they stand in.
        programs: holds the program that is examined, which runs this, and the one before.
    """
    database = Installation(config.state).fitting() or config.content
    yield _content(database)
    yield _first_frame(database, settings)
    yield _doctor(settings, programs)


def examine_update(config: KioskConfig) -> Examination:
    """Which program runs, and whether another one stays behind."""
    programs = Programs(Path(config.programs), config.state)
    pointer, fetched = programs.pointer, ready(config.state)
    trial = ", on trial" if pointer.trial else ""
    found = f"{RUNNING.said()}, started: {program_in(programs.folder / programs.current).number or 'the one installed'}{trial}"
    behind = {
        "not fit, and not started": fetched in programs.unfit(),
        "given up": fetched in pointer.refused,
        "fetched, and not laid down": bool(fetched) and fetched not in programs.complete(),
    }
    wrong = [what for what, is_so in behind.items() if is_so][:1]
    if not wrong:
        return Examination("program", green=True, found=found)
    mend = (
        MEND
        if fetched in programs.complete()
        else "journalctl -u jusur-update says why; make room, then systemctl start jusur-update"
    )
    return Examination("program", green=False, found=f"{found}; release {int(fetched[:8])}: {wrong[0]}", mend=mend)


def _content(database: Path) -> ProgramFinding:
    try:
        found = examine_database(database)
    except VerificationError as error:
        return ProgramFinding("content", green=False, found=str(error), mend=MEND)
    return ProgramFinding("content", green=True, found=f"opens {found['content_version']}")


def _first_frame(database: Path, settings: Path | None) -> ProgramFinding:
    """The window, on no screen; it tells of its first frame as it tells the service manager."""
    command = [sys.executable, "-P", "-m", "kiosk", "--content", str(database), "--size", _SIZE]
    command += ["--config", str(settings)] if settings else []
    environment = {name: value for name, value in os.environ.items() if name not in _SERVICE}
    with TemporaryDirectory(prefix="jusur-") as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.bind(f"{folder}/notify")
        told.settimeout(FRAME_SECONDS)
        environment |= {"NOTIFY_SOCKET": f"{folder}/notify", "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        with (Path(folder) / "said").open("w+", encoding="utf-8") as said:
            window = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            try:
                drawn = _ready(window, told)
                window.terminate()
                ended = window.wait(END_SECONDS) == 0
            except subprocess.TimeoutExpired:
                drawn = ended = False
            finally:
                window.kill()
                window.wait()
            said.seek(0)
            last = (said.read().strip().splitlines() or ["it said nothing"])[-1]
    if drawn and ended:
        return ProgramFinding("first picture", green=True, found="drawn")
    return ProgramFinding(
        "first picture", green=False, found="not drawn" if not drawn else f"it did not end well: {last}", mend=MEND
    )


def _ready(window: "subprocess.Popen[bytes]", told: socket.socket) -> bool:
    """Whether it tells that it is up before it ends, or takes too long."""
    told.settimeout(1.0)
    for _ in range(int(FRAME_SECONDS)):
        try:
            if b"READY=1" in told.recv(4096):
                return True
        except TimeoutError:
            if window.poll() is not None:
                return False
    return False


def _doctor(settings: Path | None, programs: Programs) -> ProgramFinding:
    """What the doctor of this program mends and that of the running one does not."""
    mine = _to_mend(sys.executable, settings)
    if mine is None:
        return ProgramFinding("doctor", green=False, found="it gives no answer", mend=MEND)
    runs = programs.current
    before = _to_mend(str(programs.python(runs)), settings) if runs and runs != RUNNING.name else mine
    fresh = [f"{name}: {found}" for name, found in mine.items() if before is not None and name not in before]
    if fresh:
        return ProgramFinding("doctor", green=False, found="; ".join(fresh), mend=MEND)
    return ProgramFinding("doctor", green=True, found="nothing new to mend")


def _to_mend(python: str, settings: Path | None) -> dict[str, str] | None:
    """What a doctor finds to mend, by name; None where it gives no answer."""
    command = [python, "-P", "-m", "kiosk.cli", "doctor", "--json", *(["--config", str(settings)] if settings else [])]
    environment = {name: value for name, value in os.environ.items() if name not in _SERVICE}
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=DOCTOR_SECONDS, env=environment, stdin=subprocess.DEVNULL
        )
        return {one["name"]: one["found"] for one in json.loads(answer.stdout) if not one["green"]}
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        return None
