"""A headset is plugged in: the kernel's own events, replayed through a pipe in the place of the device."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.ui.machine.inputs.jack import EV_SW, EVENT, SW_HEADPHONE_INSERT, Jack


@pytest.fixture
def machine(tmp_path: Path) -> tuple[Path, Path]:
    """A keyboard, and a sound card whose jack has a switch."""
    sys, dev = tmp_path / "sys", tmp_path / "dev"
    dev.mkdir()
    for name, mask in (("event0", "0\n"), ("event3", "4\n"), ("event4", "nothing\n")):
        folder = sys / name / "device" / "capabilities"
        folder.mkdir(parents=True)
        (folder / "sw").write_text(mask)
    os.mkfifo(dev / "event3")
    return sys, dev


def test_a_plug_goes_in_and_out(qtbot: QtBot, machine: tuple[Path, Path]) -> None:
    owner, told = QObject(), []
    jack = Jack(owner, *machine)
    assert jack.count == 1
    jack.plugged.connect(lambda: told.append("in"))
    jack.unplugged.connect(lambda: told.append("out"))
    with (machine[1] / "event3").open("wb", buffering=0) as device:
        for kind, code, value in ((EV_SW, 4, 1), (EV_SW, SW_HEADPHONE_INSERT, 1), (0, 0, 0), (EV_SW, SW_HEADPHONE_INSERT, 0)):
            device.write(EVENT.pack(0, 0, kind, code, value))
        qtbot.waitUntil(lambda: told == ["in", "out"])
    jack.close()
    assert jack.count == 0


def test_a_device_that_may_not_be_read_is_left_alone(qtbot: QtBot, machine: tuple[Path, Path]) -> None:
    (machine[1] / "event3").unlink()
    assert Jack(QObject(), *machine).count == 0
