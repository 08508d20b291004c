"""What changes the light of a panel: its backlight, the session's manager, a monitor's own command, or nothing."""

from pathlib import Path

import pytest

from kiosk.ui.machine import brightness
from kiosk.ui.machine.brightness import LightControl, shine


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a program first in the path that writes down how it was called."""
    called = tmp_path / "called"
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(brightness, "BACKLIGHTS", tmp_path / "backlight")
    monkeypatch.setattr(brightness, "DDC", "ddcutil")
    (tmp_path / "bin").mkdir()

    def make(name: str, status: int = 0) -> Path:
        script = tmp_path / "bin" / name
        script.write_text(f'#!/bin/sh\necho {name} "$@" >> {called}\nexit {status}\n', encoding="utf-8")
        script.chmod(0o755)
        return called

    return make


def backlight(tmp_path: Path, most: str = "937") -> Path:
    folder = tmp_path / "backlight" / "panel0"
    folder.mkdir(parents=True)
    (folder / "max_brightness").write_text(f"{most}\n", encoding="ascii")
    (folder / "brightness").write_text("937\n", encoding="ascii")
    return folder / "brightness"


def test_the_backlight_is_written(tmp_path: Path, program) -> None:
    file = backlight(tmp_path)
    assert shine(40) is LightControl.BACKLIGHT
    assert file.read_text() == "374"


def test_the_session_writes_what_we_may_not(tmp_path: Path, program, monkeypatch: pytest.MonkeyPatch) -> None:
    backlight(tmp_path)
    called = program("busctl")

    def refuse(*_args: object, **_kwargs: object) -> int:
        raise PermissionError

    monkeypatch.setattr(Path, "write_text", refuse)
    assert shine(40) is LightControl.BACKLIGHT
    assert called.read_text().split()[-5:] == ["SetBrightness", "ssu", "backlight", "panel0", "374"]


def test_a_monitor_is_sent_a_command(tmp_path: Path, program) -> None:
    called = program("ddcutil")
    assert shine(60) is LightControl.MONITOR
    assert called.read_text().split() == ["ddcutil", "setvcp", "10", "60"]


@pytest.mark.parametrize("most", ["", "0x10"])
def test_where_nothing_obeys_a_veil_is_drawn(tmp_path: Path, program, most: str) -> None:
    assert shine(60) is LightControl.VEIL
    backlight(tmp_path, most)
    program("ddcutil", status=1)
    assert shine(60) is LightControl.VEIL
