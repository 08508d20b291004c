"""The package: built, installed without a network and without a checkout, and used from anywhere."""

import os
import socket
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.config import ROOT
from tests.helpers.patience import patience

WHEELHOUSE = ROOT / "build" / "wheelhouse"
UV = Path(sysconfig.get_path("scripts")) / "uv"
EPOCH = "1700000000"
COMMANDS = {
    "--version": __version__,
    "content stats --json": "pavilions",
    "search lacarte --lang ar --json": "service:cnie",
    "mode list": "emergency",
    "config show --json": "kiosk/_data/content.db",
    "content check --json": '"level": "note"',
}
"""Each with a word of its answer."""


def build(folder: Path) -> Path:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        str(ROOT),
        "-w",
        str(folder),
    ]
    subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH})
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds what a kiosk needs and nothing else."""
    assert WHEELHOUSE.is_dir(), "script/setup --test makes it"
    folder = tmp_path_factory.mktemp("empty") / "environment"
    subprocess.run([UV, "venv", "-q", "--offline", "--python", sys.executable, folder], check=True)
    install = [UV, "pip", "install", "-q", "--offline", "--no-index", "--find-links", WHEELHOUSE, "--python", folder / "bin/python"]
    subprocess.run([*install, wheel], check=True)
    return folder / "bin"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Another working directory, and an environment that knows no checkout."""
    monkeypatch.chdir(tmp_path)
    return {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def test_a_wheel_holds_what_is_shown(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"kiosk/_data/content.db", "kiosk/_data/assets/keyboards.json", "kiosk/_data/assets/content/interface.yaml"} <= names
    qml = {path.relative_to(ROOT).as_posix() for suffix in ("*.qml", "qmldir", "*.js") for path in (ROOT / "kiosk").rglob(suffix)}
    assert qml
    assert qml <= names
    assert not [name for name in names if name.startswith("tests/")]


def test_the_same_sources_make_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert build(tmp_path).read_bytes() == wheel.read_bytes()


def errors(said: str) -> list[str]:
    """The errors among what a command says of its progress."""
    return [line for line in said.splitlines() if line.startswith("kiosk: ") or "Traceback" in line]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run_from_anywhere(installed: Path, elsewhere: dict[str, str], command: str) -> None:
    said = subprocess.run([installed / "kiosk", *command.split()], capture_output=True, text=True, env=elsewhere)
    assert (said.returncode, errors(said.stderr)) == (0, [])
    assert COMMANDS[command] in said.stdout


def test_pictures_go_where_they_are_wanted(installed: Path, elsewhere: dict[str, str], tmp_path: Path) -> None:
    command = [installed / "kiosk", "screenshots", "--out", "shots", "--lang", "fr", "--only", "home", "--one-of-each"]
    said = subprocess.run(command, capture_output=True, text=True, env=elsewhere)
    assert said.returncode == 0, said.stderr
    assert (tmp_path / "shots" / "fr" / "home.png").is_file()


def test_a_command_for_authors_says_what_it_lacks(installed: Path, elsewhere: dict[str, str]) -> None:
    command = [installed / "kiosk", "content", "export", "--format", "xlsx", "--out", "texts.xlsx"]
    said = subprocess.run(command, capture_output=True, text=True, env=elsewhere)
    assert said.returncode == 3
    (error,) = errors(said.stderr)
    assert "jusur[author]" in error


def test_the_window_draws_with_no_checkout(installed: Path, elsewhere: dict[str, str], tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(patience(30))
        environment = elsewhere | {"NOTIFY_SOCKET": str(tmp_path / "notify")}
        with subprocess.Popen(
            [installed / "jusur", "--size", "540x960"], env=environment, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                assert manager.recv(64) == b"READY=1\n"  # sent once a frame has been drawn
                process.terminate()
                _, said = process.communicate(timeout=patience(30))
            finally:
                process.kill()
    assert (process.returncode, said) == (0, "")
