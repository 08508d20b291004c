"""What a screen reader is told over AT-SPI, by the kiosk as it runs on a screen: names, roles, states, and pressing."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.config import ROOT

PYTHON = "/usr/bin/python3"
READER = ROOT / "tests" / "helpers" / "screen_reader.py"
SECONDS = 300
BUTTONS = ("push button", "button", "toggle button")
PRESSED = {*BUTTONS, "radio button", "check box", "link"}


def missing() -> bool:
    programs = all(map(shutil.which, ("Xvfb", "dbus-run-session", "xvfb-run"))) and Path(PYTHON).exists()
    return not programs or subprocess.run([PYTHON, "-c", "import dbus"], capture_output=True, check=False).returncode != 0


CARD = "Carte nationale d’identité électronique"
SHORT = {"Français": "attract", "Confort": "home", "": "aids"}
LONG = {
    "Français": "attract",
    "Les démarches": "home",
    CARD: "services",
    "Trouver ma liste": "page",
    "Commencer": "guide",
    "Accueil": "question",
    "Chercher": "home again",
    "Confort": "search",
    "": "aids",
}
"""What a screen reader presses, one after the other, and the screen it stands on; the last one is only looked at."""
Walk = list[dict[str, object]]


def walked(folder: Path, way: dict[str, str]) -> dict[str, Walk]:
    """What is showing on each screen of the way."""
    settings = folder / "settings.toml"
    places = "".join(f'{name} = "{folder / name}"\n' for name in ("state", "cache"))
    settings.write_text(f"full_screen = false\nmotion = false\n{places}")
    kiosk = f"{sys.executable} {ROOT / 'main.py'} --config {settings} --size 1080x1920"
    pressed = " ".join(shlex.quote(name) for name in way if name)
    line = f"{kiosk} & {PYTHON} {READER} {SECONDS} {pressed}; status=$?; kill $!; exit $status"
    own = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_RUNTIME_DIR": str(folder)}
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1080x1920x24", "bash", "-c", line]
    done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, timeout=SECONDS + 60, check=False)
    found = [json.loads(walk) for walk in done.stdout.splitlines() if walk.startswith("[")]
    assert done.returncode == 0, (len(found), [one["name"] for one in found[-1]] if found else [], done.stderr[-2000:])
    return {name: [one for one in walk if "showing" in one["states"]] for name, walk in zip(way.values(), found, strict=True)}


def names(walk: Walk, *roles: str) -> list[str]:
    return [str(one["name"]) for one in walk if one["role"] in roles]


def states(walk: Walk, name: str) -> set[str]:
    return next(set(one["states"]) for one in walk if one["name"] == name)


@pytest.mark.skipif(missing(), reason="needs Xvfb, D-Bus and the machine's own Python with dbus")
@pytest.mark.clause("EN 5.6.1", "WCAG 4.1.2")
@pytest.mark.parametrize("way", [SHORT, pytest.param(LONG, marks=pytest.mark.by_hand)], ids=["short", "long"])
def test_a_screen_reader_is_told_names_roles_and_states_and_can_press(tmp_path: Path, way: dict[str, str]) -> None:
    walks = walked(tmp_path, way)
    assert names(walks["attract"], *BUTTONS) == ["العربية", "Français", "English"]
    assert {"Les démarches", "Numéros d’urgence", "Accueil", "Écouter"} <= set(names(walks["home"], *BUTTONS))
    assert "enabled" not in states(walks["home"], "Retour")
    assert states(walks["aids"], "Grandes lettres") >= {"checkable"}
    assert "checked" not in states(walks["aids"], "Grandes lettres")
    if way is LONG:
        assert names(walks["page"], "heading")[0] == CARD
        assert len(names(walks["question"], "radio button")) > len(names(walks["home"], "radio button"))
        assert len(names(walks["search"], "entry", "text")) >= 1
    for name, walk in walks.items():
        pressed = [one for one in walk if one["role"] in PRESSED]
        assert all(str(one["name"]).strip() for one in pressed), name
        assert [one["name"] for one in pressed if "enabled" in one["states"] and "focusable" not in one["states"]] == [], name
        chosen = [one for one in walk if one["role"] in {"radio button", "check box"} or "checked" in one["states"]]
        assert [one["name"] for one in chosen if "checkable" not in one["states"]] == [], name
        if name != "attract":
            assert "Français" in [one["name"] for one in chosen if "checked" in one["states"]], name
