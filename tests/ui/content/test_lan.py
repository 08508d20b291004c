"""The window starts the server for neighbours where the technician has turned it on, and takes it down with itself."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.config import KioskConfig
from kiosk.ui.application import KioskApplication
from kiosk.ui.content.lan_job import LanJob, arguments
from kiosk.ui.content.sync_job import arguments as sync_arguments
from tests.helpers.patience import patience


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def config(tmp_path: Path, port: int) -> KioskConfig:
    return KioskConfig(state=tmp_path / "state", lan=True, lan_address="127.0.0.1", lan_port=port)


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def test_a_kiosk_that_is_not_told_to_serves_nobody(kiosk: KioskApplication) -> None:
    assert kiosk.serving.lan.process.state() == kiosk.serving.lan.process.ProcessState.NotRunning


def test_it_serves_while_the_window_is_there(qtbot, qapp, config: KioskConfig, port: int) -> None:
    job = LanJob(config, qapp)
    qtbot.waitUntil(lambda: answers(port), timeout=20_000)
    job.close()
    qtbot.waitUntil(lambda: not answers(port))


@pytest.mark.expects_log
def test_a_port_that_is_taken_is_a_line_in_the_log(qtbot, qapp, config: KioskConfig, port: int, caplog) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        job = LanJob(config, qapp)
        qtbot.waitUntil(lambda: "change lan_port" in caplog.text, timeout=20_000)
        job.close()


def test_a_window_that_is_killed_leaves_no_server_behind(config: KioskConfig) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "kiosk.cli", *arguments(config)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    assert server.stdin is not None
    assert server.stdout.readline() == f"serving on port {config.lan_port}\n"
    server.stdin.close()
    assert server.wait(timeout=patience(30)) == 0
    server.stdout.close()


def test_the_look_for_content_asks_neighbours_where_it_is_turned_on(config: KioskConfig) -> None:
    assert "--lan" in sync_arguments(config)
    assert sync_arguments(config)[-2:] == ["--lan-address", "127.0.0.1"]
    assert "--lan" not in sync_arguments(KioskConfig())
