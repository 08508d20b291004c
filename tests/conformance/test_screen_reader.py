"""What a screen reader is told over AT-SPI, by the kiosk as it runs on a screen: names, roles, states, and pressing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.config import ROOT

PYTHON = "/usr/bin/python3"
READER = ROOT / "tests" / "helpers" / "screen_reader.py"
SECONDS = 120


def missing() -> bool:
    programs = all(map(shutil.which, ("Xvfb", "dbus-run-session", "xvfb-run"))) and Path(PYTHON).exists()
    return not programs or subprocess.run([PYTHON, "-c", "import dbus"], capture_output=True, check=False).returncode != 0


@pytest.fixture
def walks(tmp_path: Path) -> list[list[dict[str, object]]]:
    """The attract state, and home after a screen reader has pressed French."""
    settings = tmp_path / "settings.toml"
    places = "".join(f'{name} = "{tmp_path / name}"\n' for name in ("state", "cache"))
    settings.write_text(f"full_screen = false\nmotion = false\n{places}")
    kiosk = f"{sys.executable} {ROOT / 'main.py'} --config {settings} --size 1080x1920"
    line = f"{kiosk} & {PYTHON} {READER} Français {SECONDS}; status=$?; kill $!; exit $status"
    own = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_RUNTIME_DIR": str(tmp_path)}
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1080x1920x24", "bash", "-c", line]
    done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, timeout=SECONDS + 60, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(walk) for walk in done.stdout.splitlines() if walk.startswith("[")]


@pytest.mark.skipif(missing(), reason="needs Xvfb, D-Bus and the machine's own Python with dbus")
def test_a_screen_reader_is_told_names_roles_and_states_and_can_press(walks: list[list[dict[str, object]]]) -> None:
    attract, home = ([one for one in walk if "showing" in one["states"]] for walk in walks)
    doors = [one["name"] for one in attract if one["role"] in {"push button", "button"}]
    assert doors == ["العربية", "Français", "English"]
    buttons = {one["name"]: one for one in home if one["role"] in {"push button", "button"}}
    assert {"Les démarches", "Numéros d’urgence", "Accueil", "Écouter"} <= set(buttons)
    assert all(name.strip() for name in buttons)
    assert "enabled" not in buttons["Retour"]["states"]
    assert all("focusable" in one["states"] for name, one in buttons.items() if name != "Retour")
    chosen = [one["name"] for one in home if one["role"] == "radio button" and "checked" in one["states"]]
    assert chosen == ["Français"]
