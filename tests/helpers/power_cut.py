"""Cuts a kiosk's power while its mode is being changed: `python -m tests.helpers.power_cut RUNS [SEED]` says what was found.

Each run starts the whole kiosk, which says what its first picture shows and then, as staff do, chooses one mode after the other; an
admin's `kiosk mode` does so too, from a process of its own. At a random moment both end with SIGKILL. What stands in the state file
must be what the log tells, nothing that was confirmed may be missing, and the next start must show what the rules say of it.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from kiosk.config import ROOT, KioskConfig
from kiosk.content.store import ContentStore
from kiosk.disk.state_file import StateFile
from kiosk.domain.mode_resolver import Layer, Override, Resolution, resolve
from kiosk.domain.staff import Person, Role
from kiosk.staff.choices import StaffChoices
from kiosk.staff.schedule import rules_of
from kiosk.staff.staff_log import Logged

ENDS = ("next", "day", "stay", "23:30")
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
MOST_CHOICES = 12
LONGEST = 0.05
"""Choices confirmed before the cut, and seconds after the last of them, at most."""
CONTENT = ROOT / "content.db"


def now(zone: ZoneInfo) -> datetime:
    """A moment of the exhibition at which every start happens."""
    return datetime(2027, 5, 18, 11, 10, tzinfo=zone)


# the kiosk's process -------------------------------------------------------------------------------------------------


def live(folder: Path, seed: int) -> None:
    """Start, say what is shown first, and choose modes until the end; each is said once it is confirmed."""
    from PySide6.QtCore import QSize, QTimer
    from PySide6.QtGui import QGuiApplication

    from kiosk.ui.application import KioskApplication
    from kiosk.ui.machine.boundary import Boundary
    from tests.helpers.fakes import ManualClock

    sys.excepthook = lambda *_error: os._exit(70)  # which is found: it was not killed
    application = QGuiApplication([])
    config = KioskConfig(content=CONTENT, cache=folder / "cache", state=folder / "state", motion=False)
    kiosk = KioskApplication(config, QSize(540, 960), Boundary(ManualClock(), now, lambda _parent: None))
    chance = random.Random(seed)
    timer = QTimer(interval=1)

    def begin() -> None:
        kiosk.window.frameSwapped.disconnect(begin)
        mode = kiosk.modes.keeper.mode
        print(json.dumps({"mode": mode and mode.identifier, "screen": kiosk.shell.screen}), flush=True)  # noqa: T201
        kiosk.staff.staff.enter(Person("Amal", Role.LEAD, ""))
        timer.start()

    def act() -> None:
        if chance.random() < 0.2:
            kiosk.staff.board.backToSchedule(False)
        else:
            kiosk.staff.board.chooseMode(chance.choice([*kiosk.modes.keeper.modes]))
            kiosk.staff.board.chooseEnd(chance.choice(ENDS))
            kiosk.staff.board.confirm()
        print(len(kiosk.choices.logged()), flush=True)  # noqa: T201 - the protocol with the one who kills

    kiosk.window.frameSwapped.connect(begin)
    timer.timeout.connect(act)
    kiosk.show(full_screen=False)
    application.exec()


# the one who kills ---------------------------------------------------------------------------------------------------


def told(log: list[Logged]) -> dict[Layer, tuple[str, str]]:
    """What is chosen in each layer, and by whom, if the log is to be believed."""
    chosen: dict[Layer, tuple[str, str]] = {}
    for line in log:
        if line.act.act == "schedule":
            chosen.clear()
        elif line.act.act == "mode":
            chosen[Layer(line.act.detail["layer"])] = (line.act.detail["mode"], line.act.person)
    return chosen


def found(folder: Path) -> tuple[Resolution, list[Logged], dict[Layer, Override]]:
    """What the rules say of the state file, its log, and what is chosen."""
    file = StateFile(folder / "state" / "state.db")
    choices = StaffChoices(file)
    chosen, log = choices.chosen(), choices.logged()
    file.close()
    with ContentStore.open(CONTENT) as store:
        rules = rules_of(store, store.modes(), "kiosk", "", chosen)
        resolution = resolve(now(ZoneInfo(store.timezone)), rules)
    return (
        resolution,
        log,
        {layer: choice for layer, choice in zip((Layer.OVERRIDE, Layer.EMERGENCY), chosen, strict=True) if choice},
    )


def admin(folder: Path, chance: random.Random) -> subprocess.Popen[bytes]:
    """`kiosk mode`, meanwhile."""
    settings = folder / "kiosk.toml"
    settings.write_text(f'content = "{CONTENT}"\nstate = "{folder / "state"}"\n', encoding="utf-8")
    choice = chance.choice([["set", "desk"], ["set", "children", "--until", "stay"], ["set", "emergency"], ["clear"]])
    command = [sys.executable, "-m", "kiosk.cli", "mode", *choice, "--config", str(settings)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def cut(folder: Path, chance: random.Random) -> str:
    """One start and one power cut: `kept`, or what is bad about what was found."""
    expected, before, _ = found(folder)
    command = [sys.executable, "-m", "tests.helpers.power_cut", "--live", str(folder), str(chance.randrange(10**6))]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | OFF_SCREEN, stdout=subprocess.PIPE, text=True) as kiosk:
        assert kiosk.stdout is not None
        shown = json.loads(kiosk.stdout.readline() or "{}")
        console = admin(folder, chance)
        confirmed = [int(kiosk.stdout.readline()) for _ in range(chance.randint(0, MOST_CHOICES))]
        time.sleep(chance.uniform(0, LONGEST))
        if kiosk.poll() is not None:
            return f"BAD: the kiosk ended by itself, status {kiosk.returncode}"
        for process in (kiosk, console):
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
        console.wait()
        confirmed += [int(line) for line in kiosk.stdout.read().split("\n") if line.isdecimal()]
    _, after, chosen = found(folder)
    if shown.get("mode") != expected.mode or shown["screen"] == "OutOfService":
        return f"BAD: started with {shown}, the rules say {expected.mode}"
    if after[: len(before)] != before or len(after) < max(confirmed, default=0):
        return "BAD: the log lost a line"
    if told(after) != {layer: (choice.mode, choice.by) for layer, choice in chosen.items()}:
        return f"BAD: the log tells {told(after)}, chosen is {chosen}"
    return "kept" if confirmed else "kept, cut before the first choice"


def run(runs: int, seed: int = 1) -> Counter[str]:
    """Cut the power so many times."""
    chance = random.Random(seed)
    with TemporaryDirectory() as temporary:
        return Counter(cut(Path(temporary), chance) for _ in range(runs))


if __name__ == "__main__":
    if sys.argv[1] == "--live":
        live(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.stdout.write(json.dumps(run(int(sys.argv[1]), int((*sys.argv, "1")[2]))) + "\n")
