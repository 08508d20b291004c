"""`kiosk lan`, `kiosk sync --lan` and the doctor's line, with real processes on the loopback network."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.cli.examination import examine_lan
from kiosk.config import KioskConfig
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop

LOOPBACK = ("--lan-address", "127.0.0.1")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path / "workshop")
    workshop.publish()
    return workshop


@pytest.fixture
def port(workshop: Workshop, tmp_path: Path) -> Iterator[int]:
    """Where a kiosk that holds the release serves, in a process of its own."""
    kiosk = Follower(tmp_path / "fed", workshop.root, share=True)
    kiosk.sync(workshop.repository.folder)
    options = ["--state", str(kiosk.state), "--port", "0", "--address", "127.0.0.1", "--until-eof"]
    command = [sys.executable, "-m", "kiosk.cli", "lan", "serve", *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        yield int(server.stdout.readline().rpartition(" ")[2])
        server.stdin.close()


def listed(capsys: pytest.CaptureFixture[str], *state: str) -> list[str]:
    assert main(["lan", "list", *state, "--address", "127.0.0.1", "--json"]) == 0
    found: list[str] = json.loads(capsys.readouterr().out)
    return found


def test_a_neighbour_is_found_and_synced_from(workshop: Workshop, port: int, tmp_path: Path, capsys) -> None:
    state = ("--state", str(tmp_path / "other"))
    address = f"http://127.0.0.1:{port}"
    assert any(address in listed(capsys, *state) for _ in range(20))  # a busy machine may answer late
    sync = ["sync", "--lan", *LOOPBACK, *state, "--root", str(workshop.root), "--json"]
    assert any(main(sync) == 0 for _ in range(10))
    told = json.loads(capsys.readouterr().out)
    assert (told["result"], told["source"]) == ("installed", address)
    config = KioskConfig(state=tmp_path / "other", lan=True, lan_address="127.0.0.1", lan_port=port)
    examined = examine_lan(config)
    assert examined.green
    assert "hands on what is held; " in examined.found


def test_with_nobody_there_the_kiosk_is_offline_and_the_doctor_says_the_mend(workshop: Workshop, tmp_path: Path, capsys) -> None:
    state = ("--state", str(tmp_path / "alone"))
    assert main(["sync", "--lan", "--lan-address", "127.0.0.77", *state, "--root", str(workshop.root)]) == 13
    assert "no neighbour has content for this kiosk" in capsys.readouterr().err
    examined = examine_lan(KioskConfig(state=tmp_path / "alone", lan=True, lan_address="127.0.0.77", lan_port=9))
    assert not examined.green
    assert "change lan_port" in examined.mend
