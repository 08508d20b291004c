"""The service manager hears that the kiosk is up and alive, and hears nothing when it no longer draws."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.config import ROOT
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.watchdog import Watchdog
from tests.helpers.patience import patience


class Manager:
    """A service manager that keeps what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def ready(self) -> None:
        self.heard.append("ready")

    def notify(self) -> None:
        self.heard.append("alive")


def test_each_beat_after_a_new_frame_is_a_sign_of_life(qtbot, kiosk: KioskApplication) -> None:
    manager = Manager()
    watchdog = Watchdog(kiosk.window, manager, kiosk.window)
    kiosk.window.update()
    qtbot.waitUntil(lambda: manager.heard == ["ready"])
    with qtbot.waitSignal(kiosk.window.frameSwapped):
        watchdog.beat()
    with qtbot.waitSignal(kiosk.window.frameSwapped):
        watchdog.beat()
    assert manager.heard == ["ready", "alive", "alive"]


def test_a_window_that_no_longer_draws_is_not_called_alive(qtbot, kiosk: KioskApplication) -> None:
    manager = Manager()
    watchdog = Watchdog(kiosk.window, manager, kiosk.window)
    kiosk.window.update()
    qtbot.waitUntil(lambda: manager.heard == ["ready"])
    kiosk.window.hide()
    watchdog.beat()
    for _ in range(5):
        watchdog.beat()
    assert manager.heard == ["ready", "alive"]


@pytest.mark.parametrize("options", [[], ["--content", str(ROOT / "content.db")], ["--rest"]], ids=["kiosk", "content", "rest"])
def test_the_program_speaks_the_protocol_and_ends_when_asked(tmp_path: Path, options: list[str]) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(patience(30))
        environment = os.environ | {"NOTIFY_SOCKET": str(tmp_path / "notify"), "XDG_CACHE_HOME": str(tmp_path)}
        command = [sys.executable, str(ROOT / "main.py"), *options]
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
            try:
                assert manager.recv(64) == b"READY=1\n"
                process.terminate()
                _, said = process.communicate(timeout=patience(30))
            finally:
                process.kill()
    assert process.returncode == 0
    assert said == ""
