"""Nothing a visitor can press or plug in leads out of the kiosk: forty known ways, as real events of a real X server."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from Xlib import XK, X
from Xlib.ext import xtest
from Xlib.protocol import event

from kiosk.config import ROOT
from tests.benchmarks.display import HEIGHT, WIDTH, Panel, has_content, virtual_panel
from tests.helpers.patience import patience

KNOWN_WAYS = """
Alt+F4 Ctrl+Q Ctrl+W Ctrl+Shift+W Ctrl+Shift+Q Alt+Tab Alt+Shift+Tab Alt+Escape Ctrl+Escape Escape F1 F5 F10 F11 F12 Alt+F1 Alt+F2
Alt+space Ctrl+Alt+Delete Ctrl+Alt+BackSpace Ctrl+Alt+T Ctrl+Alt+F1 Ctrl+Shift+Escape Ctrl+O Ctrl+S Ctrl+P Ctrl+N Ctrl+T Ctrl+J
Ctrl+Shift+I Ctrl+U Ctrl+F Super_L Super_L+D Super_L+R Super_L+L Menu Shift+F10 Print Ctrl+C
"""
CHORDS = KNOWN_WAYS.split()
CAGE = {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
"""Settings of its library: a window of an X server instead of a graphics device and its inputs."""
OWN = frozenset({"kiosk.narration.worker", "kiosk.ui.machine.sound_process", "kiosk.ui.drawing.picture_job"})
"""What the kiosk starts: its voices, what plays them, and what draws pictures ahead."""
KEYS = {"Ctrl": "Control_L", "Alt": "Alt_L", "Shift": "Shift_L"}


@pytest.fixture(scope="module")
def panel() -> Iterator[Panel]:
    with virtual_panel() as panel:
        yield panel


@pytest.fixture(scope="module", params=["x11", "cage"])
def kiosk(request: pytest.FixtureRequest, panel: Panel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[psutil.Process]:
    """The program in full screen, as the service starts it: alone on an X server, or under the compositor."""
    cache = tmp_path_factory.mktemp("cache")
    environment = {"DISPLAY": panel.name, "HOME": str(cache), "XDG_CACHE_HOME": str(cache), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, str(ROOT / "main.py")]
    if request.param == "cage":
        yield from under_cage(panel, command, environment | CAGE | {"XDG_RUNTIME_DIR": str(cache)})
        return
    with subprocess.Popen(command, env=environment) as process:
        panel.wait(has_content)
        yield psutil.Process(process.pid)
        process.terminate()
        assert process.wait(patience(20)) == 0


def under_cage(panel: Panel, command: list[str], environment: dict[str, str]) -> Iterator[psutil.Process]:
    """The real cage in a window as large as the panel: what is typed and touched there goes through the compositor."""
    if shutil.which("cage") is None:
        pytest.skip("cage is not installed")
    other = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] if os.geteuid() == 0 else []  # cage refuses root
    cage = [*other, "cage", "-d", "--", "sh", "-c", f"read -r _; exec {shlex.join(command)}"]
    with subprocess.Popen(cage, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        panel.wait(lambda _strip: bool(windows(panel)) or process.poll() is not None)
        if process.poll() is not None:
            pytest.skip(f"cage does not run here: {process.stderr.read()}")
        ((identifier, *_),) = windows(panel)
        window = panel.display.create_resource_object("window", identifier)
        window.configure(width=WIDTH, height=HEIGHT)
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        panel.display.sync()
        process.stdin.write("\n")
        process.stdin.flush()
        panel.wait(has_content)
        (kiosk,) = [child for child in psutil.Process(process.pid).children() if "main.py" in " ".join(child.cmdline())]
        yield kiosk
        kiosk.terminate()
        process.communicate(timeout=patience(20))  # the compositor ends with its only program


def windows(panel: Panel) -> list[tuple[int, int, int, bool]]:
    """Identifier, size and visibility of each window a program has put on the screen."""
    found = []
    for window in panel.display.screen().root.query_tree().children:
        if window.get_attributes().map_state == X.IsViewable:
            shape = window.get_geometry()
            found.append((window.id, shape.width, shape.height, window.get_attributes().override_redirect == 0))
    return found


def press(panel: Panel, chord: str) -> None:
    names = [KEYS.get(part, part if len(part) > 1 else part.lower()) for part in chord.split("+")]
    codes = [panel.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
    assert all(codes), chord
    for code in codes:
        xtest.fake_input(panel.display, X.KeyPress, code)
    for code in reversed(codes):
        xtest.fake_input(panel.display, X.KeyRelease, code)
    panel.display.sync()


def still_alone(panel: Panel, kiosk: psutil.Process) -> None:
    """One window, over the whole panel, drawn by the same process, which starts nothing but its voices and their player."""
    assert has_content(panel.settle())
    assert [(width, height) for _, width, height, _ in windows(panel)] == [(WIDTH, HEIGHT)]
    assert kiosk.is_running()
    assert kiosk.status() != psutil.STATUS_ZOMBIE
    begun = [child.cmdline() for child in kiosk.children()]
    not_yet_begun = kiosk.cmdline()
    assert [line for line in begun if OWN.isdisjoint(line) and line != not_yet_begun] == []


def test_forty_ways_are_tried() -> None:
    assert len(set(CHORDS)) == len(CHORDS) == 40


def test_a_key_reaches_the_kiosk(panel: Panel, kiosk: psutil.Process) -> None:
    invitation = panel.settle()

    def answered(strip: bytes) -> bool:
        """The compositor makes the window the active one when it gets to it: who is too early presses again."""
        if strip == invitation:
            for key in ("Tab", "space"):
                press(panel, key)
        return strip != invitation

    panel.wait(answered)


def test_no_chord_of_a_keyboard_leads_out(panel: Panel, kiosk: psutil.Process) -> None:
    for chord in CHORDS:
        press(panel, chord)
    still_alone(panel, kiosk)


def test_no_button_hold_drag_or_wheel_leads_out(panel: Panel, kiosk: psutil.Process) -> None:
    for button in (2, 3, 4, 5, 8, 9):
        xtest.fake_input(panel.display, X.MotionNotify, x=WIDTH // 2, y=20)
        xtest.fake_input(panel.display, X.ButtonPress, button)
        xtest.fake_input(panel.display, X.ButtonRelease, button)
    xtest.fake_input(panel.display, X.ButtonPress, 1)
    for x, y in ((0, 0), (WIDTH - 1, 0), (WIDTH - 1, HEIGHT - 1), (0, HEIGHT - 1), (WIDTH // 2, 20)):
        xtest.fake_input(panel.display, X.MotionNotify, x=x, y=y)
    xtest.fake_input(panel.display, X.ButtonRelease, 1)
    panel.display.sync()
    still_alone(panel, kiosk)


@pytest.mark.parametrize("kiosk", ["x11"], indirect=True)
def test_a_request_to_close_the_window_is_not_heard(panel: Panel, kiosk: psutil.Process) -> None:
    ((identifier, *_),) = windows(panel)
    window = panel.display.create_resource_object("window", identifier)
    protocols, delete = (panel.display.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
    data = (32, [delete, X.CurrentTime, 0, 0, 0])
    window.send_event(event.ClientMessage(window=window, client_type=protocols, data=data))
    panel.display.sync()
    still_alone(panel, kiosk)


def test_the_pointer_is_not_seen(panel: Panel, kiosk: psutil.Process, tmp_path: Path) -> None:
    root = panel.display.screen().root
    panel.wait(lambda _strip: not any(panel.display.xfixes_get_cursor_image(root).cursor_image))
    still_alone(panel, kiosk)
