"""The update drill on three kiosks: `script/drill app-drill 1`. 1.0, then 1.1 by canary to all, a 1.2 that breaks, 1.3 by stick.

Each kiosk has a state, a folder of programs and the real starter; a small service manager does what the unit asks of systemd. Its
programs are the code of this checkout under another version. In between content is published, synced and shown, and staff choose
modes: what was confirmed must be there to the end. (Booted roots are the work of `tests.helpers.booted`.)
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from kiosk.config import ROOT
from kiosk.disk.state_file import StateFile
from kiosk.domain.mode_resolver import Layer as ModeLayer
from kiosk.domain.mode_resolver import Override
from kiosk.publishing.app_releasing import AppPublisher
from kiosk.publishing.installation import Installation
from kiosk.publishing.release_sources import FolderSource
from kiosk.publishing.sync import Sync, SyncPlan
from kiosk.staff.choices import StaffChoices
from tests.helpers.apps import CRASHES, Machine, program, published, real_program
from tests.helpers.drills import Faults
from tests.helpers.workshop import Workshop, sentence

FRAME_SECONDS = 180.0
"""Until a frame is drawn on a busy machine."""
BURST = 3
"""Starts that may fail before the resting screen comes, as in assets/deploy/jusur.service."""
BREAKS = 'import os; os.environ.get("NOTIFY_SOCKET", "").endswith("unit") and os._exit(9)\n'
"""A line of a program that passes every examination, and ends at each start by the service manager."""
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class Unit:
    """A kiosk under a service manager."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self._process: subprocess.Popen[bytes] | None = None
        self.settings = machine.folder / "kiosk.toml"
        values = {"programs": machine.folder_of_programs, "state": machine.state, "cache": machine.folder / "cache"}
        lines = [f'{name} = "{value}"' for name, value in values.items()]
        lines += [
            f'sync_root = "{machine.root}"',
            f'sync_channel = "{machine.channel}"',
            "trial_minutes = 0.02",
            "sync_minutes = 600",
        ]
        self.settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.starter = machine.folder_of_programs / "starter.py"
        shutil.copy(ROOT / "kiosk" / "software" / "starter.py", self.starter)

    def start(self) -> list[str]:
        """Start as systemd would, until it is up or has failed too often; the programs that were started, in order."""
        started: list[str] = []
        for _ in range(BURST):
            choose = ["/usr/bin/python3", "-I", str(self.starter), "choose", str(self.machine.programs.hints)]
            subprocess.run(choose, check=False, stderr=subprocess.DEVNULL)
            started.append(self.machine.programs.current)
            if self._up():
                return started
        return [*started, "resting screen"]

    def _up(self) -> bool:
        path = self.machine.folder / "unit"
        path.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
            told.bind(str(path))
            told.settimeout(0.5)
            command = ["/usr/bin/python3", "-I", str(self.starter), "run", "-m", "kiosk", "--config", str(self.settings)]
            self._process = subprocess.Popen(
                [*command, "--size", "540x960"],
                env=os.environ | OFF_SCREEN | {"NOTIFY_SOCKET": str(path)},
                stderr=subprocess.DEVNULL,
            )
            end = time.monotonic() + FRAME_SECONDS
            while time.monotonic() < end:
                with suppress(TimeoutError):
                    if b"READY=1" in told.recv(4096):
                        return True
                if self._process.poll() is not None:
                    return False
        self.stop()
        return False

    def stands(self) -> bool:
        """Whether the running window says within the time that its program has stood its trial."""
        end = time.monotonic() + FRAME_SECONDS
        while time.monotonic() < end:
            with suppress(OSError):
                if (self.machine.programs.hints / "stood").read_text().strip() == self.machine.programs.current:
                    return True
            time.sleep(0.2)
        return False

    def stop(self) -> None:
        """Ask it to end."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def tries(self, name: str) -> bool:
        """What the window does with a program that was laid down: have it examined by itself, and want it."""
        python, programs = self.machine.programs.python(name), self.machine.programs
        command = [str(python), "-P", "-m", "kiosk.cli", "update", "try", "--json", "--config", str(self.settings)]
        fit = subprocess.run(command, capture_output=True, env=os.environ | OFF_SCREEN, check=False).returncode == 0
        (programs.want if fit else programs.found_unfit)(name)
        return fit


class AppDrill:
    """Three kiosks: the canary, one that follows all others, one fed by sticks alone."""

    def __init__(self, folder: Path, said: list[str] | None = None) -> None:
        self._folder, self.said = folder, said if said is not None else []
        self._faults: Faults = []

    def rounds(self) -> Iterator[Faults]:
        """One drill each."""
        number = 0
        while True:
            number += 1
            self._faults = []
            place = self._folder / f"drill-{number}"
            self._drill(place)
            shutil.rmtree(place, ignore_errors=True)
            yield self._faults

    def figures(self) -> str:
        """How much was looked at."""
        return f"{len(self.said)} things looked at"

    def _must(self, what: str, seen: object, wanted: object) -> None:
        self.said.append(f"{what}: {seen}")
        sys.stderr.write(f"{self.said[-1]}\n")
        if seen != wanted:
            self._faults.append((what, f"{seen}, and not {wanted}"))

    def _drill(self, place: Path) -> None:
        workshop = self._workshop = Workshop(place / "workshop")
        workshop.publish()
        workshop.publish(channel="canary")
        first = published(workshop, "1.0", real_program("1.0"))
        AppPublisher(workshop.repository, workshop.keyring, workshop.now).republish(first, "canary")
        channels = {"canary": "canary", "hall": "stable", "stick": "stable"}
        units = {name: Unit(Machine(place / name, workshop.root, channel)) for name, channel in channels.items()}
        self._confirmed = dict.fromkeys(units, 0)
        try:
            for name, unit in units.items():
                unit.machine.install("installer")
                self._update(name, unit, "1.0")
            fleet = self._canary_to_all(workshop, units)
            self._broken(workshop, units, fleet)
            self._by_stick(workshop, units, place / "stick")
        finally:
            for unit in units.values():
                unit.stop()

    def _canary_to_all(self, workshop: Workshop, units: dict[str, Unit]) -> str:
        release = published(workshop, "1.1", real_program("1.1"), "canary")
        self._update("canary", units["canary"], "1.1")
        workshop.publish(sentence("between"), channel="canary")
        self._content("canary", units["canary"])
        for name in ("hall", "stick"):
            self._must(f"{name} has no 1.1 yet", self._fetched(units[name].machine), "1.0")
        AppPublisher(workshop.repository, workshop.keyring, workshop.now).republish(release, "stable")
        for name in ("hall", "stick"):
            self._update(name, units[name], "1.1")
        return units["canary"].machine.programs.current

    def _broken(self, workshop: Workshop, units: dict[str, Unit], before: str) -> None:
        """Twice: one that does not pass the examination, one that passes it and does not start."""
        unit = units["canary"]
        published(workshop, "1.2", program(CRASHES), "canary")
        unit.machine.fetch(workshop.repository.folder)
        self._must("canary: 1.2 passes its examination", unit.tries(unit.machine.lay().name), wanted=False)
        files = real_program("1.2.1")
        files["jusur_here.pth"] = BREAKS.encode() + files["jusur_here.pth"]
        published(workshop, "1.2.1", files, "canary")
        unit.machine.fetch(workshop.repository.folder)
        bad = unit.machine.lay().name
        self._must("canary: 1.2.1 passes its examination", unit.tries(bad), wanted=True)
        unit.stop()
        self._must("canary: starts 1.2.1 twice, and goes back", unit.start(), [bad, bad, before])
        self._must("canary: does not take 1.2.1 again", unit.machine.programs.next_one(), "")
        workshop.publish(sentence("after the broken one"), channel="canary")
        self._content("canary", unit)

    def _by_stick(self, workshop: Workshop, units: dict[str, Unit], stick: Path) -> None:
        release = published(workshop, "1.3", real_program("1.3"), "canary")
        AppPublisher(workshop.repository, workshop.keyring, workshop.now).republish(release, "stable")
        workshop.publish(sentence("with the stick"))
        shutil.copytree(workshop.repository.folder, stick)
        for name, unit in units.items():
            self._update(name, unit, "1.3", stick)
            self._content(name, unit, stick)
        for name, unit in units.items():
            complete = unit.machine.programs.complete()
            self._must(f"{name}: programs that are kept", len(complete), 2)

    # one kiosk -------------------------------------------------------------------------------------------------------

    def _fetched(self, machine: Machine) -> str:
        return machine.fetch(self._workshop.repository.folder).version

    def _update(self, name: str, unit: Unit, version: str, source: Path | None = None) -> None:
        """As at work: fetched, laid down, examined, gone over to, stood."""
        machine = unit.machine
        machine.fetch(source or self._workshop.repository.folder)
        new = machine.lay().name
        self._must(f"{name}: {version} passes its examination", unit.tries(new), wanted=True)
        self._choose_mode(name, machine, version)
        unit.stop()
        self._must(f"{name}: starts {version}", unit.start() == [new], wanted=True)
        self._must(f"{name}: {version} stands its trial", unit.stands(), wanted=True)
        unit.stop()
        self._must(f"{name}: {version} starts again", unit.start() == [new], wanted=True)
        self._must(f"{name}: is off trial", machine.programs.pointer.trial, wanted=False)
        machine.lay()
        said = subprocess.run(
            [
                str(machine.programs.python(new)),
                "-P",
                "-m",
                "kiosk.cli",
                "sync",
                "--status",
                "--json",
                "--config",
                str(unit.settings),
            ],
            capture_output=True,
            check=False,
        ).stdout
        self._must(f"{name}: says what it runs", json.loads(said or b"{}").get("software"), f"{version}+{int(new[:8])}.{new[9:21]}")
        self._staff(name, machine)

    def _content(self, name: str, unit: Unit, source: Path | None = None) -> None:
        machine, repository = unit.machine, source or self._workshop.repository.folder
        plan = SyncPlan(machine.state, machine.root, machine.channel)
        release = Sync(plan, FolderSource(repository), now=datetime.now(UTC)).run()
        unit.stop()
        unit.start()
        shown = Installation(machine.state).shown()
        self._must(f"{name}: shows content {release.number}", bool(shown and release.sha256 in str(shown)), wanted=True)
        self._staff(name, machine)

    def _choose_mode(self, name: str, machine: Machine, why: str) -> None:
        file = StateFile(machine.state / "state.db")
        moment = datetime.now(UTC).replace(microsecond=0)
        StaffChoices(file).choose(ModeLayer.OVERRIDE, Override("desk", f"Amal {why}", moment, None), "lead")
        file.close()
        self._confirmed[name] += 1

    def _staff(self, name: str, machine: Machine) -> None:
        """All that was confirmed is there."""
        file = StateFile(machine.state / "state.db")
        choices = StaffChoices(file)
        acts, chosen = sum(line.act.act == "mode" for line in choices.logged()), choices.chosen()[0]
        file.close()
        self._must(
            f"{name}: acts of staff, and the mode that is chosen", (acts, chosen and chosen.mode), (self._confirmed[name], "desk")
        )


@contextmanager
def opened(folder: Path, _seed: int) -> Iterator[AppDrill]:
    """Three kiosks."""
    yield AppDrill(folder)
