"""The window and another program: examined, gone over to when nobody is there, found good after its trial."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.config import KioskConfig
from kiosk.program import Program
from kiosk.software.programs import CHANCES, Programs
from kiosk.software.starter import ProgramPointer, name_in, write_pointer
from kiosk.ui.content import program_job
from kiosk.ui.content.program_job import ProgramJob

OLD, NEW = f"{1:08d}-{'a' * 64}", f"{2:08d}-{'b' * 64}"


class Visitor:
    """Who may be there."""

    def __init__(self) -> None:
        self.there = False
        self.restarts = 0

    def occupied(self) -> bool:
        return self.there

    def restart(self) -> None:
        self.restarts += 1


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


@pytest.fixture
def config(tmp_path: Path) -> KioskConfig:
    """A kiosk that runs the old program, and has another laid down."""
    folder = tmp_path / "opt"
    for name in (OLD, NEW):
        (folder / name / "bin").mkdir(parents=True)
        (folder / name / "complete").touch()
    (folder / "current").symlink_to(OLD)
    (folder / "offered").write_text(NEW)
    return KioskConfig(state=tmp_path / "state", programs=str(folder), trial_minutes=0.001)


def put(config: KioskConfig, status: int) -> None:
    """The new program's examination ends so."""
    python = Path(config.programs) / NEW / "bin" / "python"
    python.write_text(f"#!/bin/sh\nexit {status}\n")
    python.chmod(0o755)


def wanted(config: KioskConfig) -> str:
    return name_in(config.state / "software" / "wanted")


def made(config: KioskConfig, visitor: Visitor, qapp: object) -> ProgramJob:
    return ProgramJob(config, visitor.occupied, visitor.restart, qapp)  # type: ignore[arg-type]


def test_a_program_that_is_fit_is_gone_over_to_when_nobody_is_there(
    config: KioskConfig, visitor: Visitor, qtbot: QtBot, qapp: object
) -> None:
    put(config, 0)
    visitor.there = True
    job = made(config, visitor, qapp)
    job.look()
    qtbot.waitUntil(lambda: wanted(config) == NEW, timeout=60_000)
    job.go_when_idle()
    assert visitor.restarts == 0
    visitor.there = False
    job.go_when_idle()
    job.go_when_idle()
    assert visitor.restarts == 1
    job.close()


@pytest.mark.expects_log
def test_a_program_that_is_not_fit_is_not_gone_over_to_and_not_examined_for_ever(
    config: KioskConfig, visitor: Visitor, qtbot: QtBot, qapp: object
) -> None:
    put(config, 1)
    job = made(config, visitor, qapp)
    programs = Programs(Path(config.programs), config.state)
    for number in range(1, CHANCES + 1):
        job.look()
        unfit = config.state / "software" / "unfit"
        qtbot.waitUntil(
            lambda number=number, unfit=unfit: unfit.exists() and unfit.read_text().count(NEW) == number, timeout=60_000
        )
    assert (wanted(config), programs.next_one(), visitor.restarts) == ("", "", 0)
    job.close()


def test_a_program_on_trial_that_has_worked_long_enough_is_said_to(
    config: KioskConfig, visitor: Visitor, qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pointer(Path(config.programs), ProgramPointer(NEW, trial=True, tries=1, good=(OLD,)))
    monkeypatch.setattr(program_job, "RUNNING", Program(NEW, 2, "b" * 64))
    job = made(config, visitor, qapp)
    qtbot.waitUntil(lambda: name_in(config.state / "software" / "stood") == NEW, timeout=60_000)
    job.close()


@pytest.mark.parametrize("lacking", ["restart", "programs"])
def test_a_kiosk_that_nobody_starts_anew_or_updates_looks_at_nothing(
    config: KioskConfig, visitor: Visitor, qapp: object, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    monkeypatch.setattr(program_job.QTimer, "start", lambda *_: pytest.fail("it looks"))
    chosen = config._replace(programs="") if lacking == "programs" else config
    ProgramJob(chosen, visitor.occupied, None if lacking == "restart" else visitor.restart, qapp).close()  # type: ignore[arg-type]
