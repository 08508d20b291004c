"""The window is as large as its screen, whatever becomes of it, and everything on it keeps its size in millimetres."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from Xlib import X
from Xlib.display import Display
from Xlib.ext import randr

from kiosk.config import ROOT
from kiosk.domain.panel import Panel
from kiosk.presentation.route import Screen
from kiosk.ui.application import KioskApplication
from tests.helpers.robot import Robot

SIZES = [QSize(1080, 1920), QSize(1920, 1080), QSize(640, 1136), QSize(3840, 2160), QSize(1920, 540), QSize(540, 1920)]
"""Another mode, turned, smaller, larger, and the longest shapes there are."""
DIAGONAL = 32


def unit(kiosk: KioskApplication) -> float:
    return float(kiosk.window.property("pixelsPerUnit"))


def has_room(robot: Robot, size: QSize, least: float) -> bool:
    """Whether the bar at the foot is on the screen, and large enough for a finger."""
    police = robot.find(robot.kiosk.shell.words["call"] + " 19").rectangle.translated(-robot.kiosk.window.position())
    return police.height() >= least and police.right() <= size.width() and police.bottom() <= size.height()


@pytest.mark.parametrize("panel_size", [QSize(1024, 768)])
def test_what_is_drawn_follows_the_size_of_the_window(robot: Robot, kiosk: KioskApplication) -> None:
    """As a screen that begins in a mode of need, and becomes what it is when the panel wakes up."""
    robot.touch("Français")
    for size in [*SIZES, SIZES[0]]:
        kiosk.window.resize(size)
        expected = Panel(size.width(), size.height(), DIAGONAL).pixels_per_unit
        robot.until(lambda expected=expected: unit(kiosk) == pytest.approx(expected), f"{size}: {unit(kiosk)}")
        least = 15 * Panel(size.width(), size.height(), DIAGONAL).pixels_per_millimetre
        robot.until(lambda size=size, least=least: has_room(robot, size, least), f"{size}")


def test_what_is_drawn_follows_at_once_however_large_the_window_became(kiosk: KioskApplication) -> None:
    kiosk.window.resize(QSize(2000, 3000))
    for _ in range(10):
        QCoreApplication.processEvents()
    assert unit(kiosk) == pytest.approx(Panel(2000, 3000, DIAGONAL).pixels_per_unit)


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_panel_that_is_turned_and_turned_back_has_all_its_keys_and_what_was_found(
    robot: Robot, kiosk: KioskApplication, tag: str
) -> None:
    kiosk.shell.enter(tag)
    kiosk.shell.show(Screen.SEARCH)
    kiosk.visitor.screens.search.write("carte")
    (first, *_) = kiosk.visitor.screens.search.rows

    def shown() -> list[QRect]:
        names = [first.card.name, *(key for row in kiosk.visitor.screens.search.keys for key in row)]
        return [robot.find(name).rectangle.translated(-kiosk.window.position()) for name in names]

    rows = 1 + len(kiosk.visitor.screens.search.keys)
    robot.until(lambda: len({one.y() for one in shown()}) == rows, "nothing is laid out")
    before = shown()
    for size in (QSize(1920, 1080), QSize(1080, 1920)):
        kiosk.window.resize(size)
        screen = QRect(QPoint(0, 0), size)
        robot.until(lambda screen=screen: all(screen.contains(key) for key in shown()), f"{size}")
    robot.until(lambda: shown() == before, "it is not as before")


class VirtualScreen:
    """A real X server whose screen changes as a panel's does."""

    def __init__(self, name: str) -> None:
        self.display = Display(name)
        self.root = self.display.screen().root

    def change_to(self, size: QSize) -> None:
        width, height = size.toTuple()
        found = self.root.xrandr_get_screen_resources()
        (output,), (crtc,) = found.outputs, found.crtcs
        modes = {(mode["width"], mode["height"]): mode["id"] for mode in found.modes}
        if (width, height) not in modes:
            name = f"{width}x{height}"
            shape = {"width": width, "h_sync_start": width, "h_sync_end": width, "h_total": width, "h_skew": 0}
            shape |= {"height": height, "v_sync_start": height, "v_sync_end": height, "v_total": height}
            mode = {**shape, "id": 0, "dot_clock": 60 * width * height, "name_length": len(name), "flags": 0}
            modes[width, height] = self.root.xrandr_create_mode(mode, name).mode
            self.display.xrandr_add_output_mode(output, modes[width, height])
        at = (crtc, found.config_timestamp, 0, 0)
        self.display.xrandr_set_crtc_config(*at, 0, randr.Rotate_0, [])
        self.root.xrandr_set_screen_size(width, height, width // 4, height // 4)
        self.display.xrandr_set_crtc_config(*at, modes[width, height], randr.Rotate_0, [output])
        self.display.sync()

    def windows(self) -> list[tuple[int, int, int, int]]:
        """Place and size of what is on the screen."""
        shown = [w for w in self.root.query_tree().children if w.get_attributes().map_state == X.IsViewable]
        shapes = [window.get_geometry() for window in shown]
        return [(shape.x, shape.y, shape.width, shape.height) for shape in shapes]


@pytest.fixture
def screen() -> Iterator[VirtualScreen]:
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "3840x3840x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as pipe:
            screen = VirtualScreen(f":{pipe.readline().strip()}")
        yield screen
        screen.display.close()
        server.terminate()


@pytest.mark.parametrize("program", [[], ["--rest"]], ids=["kiosk", "rest"])
def test_the_window_covers_the_screen_of_a_real_server_whatever_becomes_of_it(
    qtbot, screen: VirtualScreen, tmp_path: Path, program: list[str]
) -> None:
    screen.change_to(SIZES[0])
    environment = {**os.environ, "DISPLAY": screen.display.get_display_name(), "QT_QPA_PLATFORM": "xcb"}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    with subprocess.Popen([sys.executable, str(ROOT / "main.py"), *program], env=environment) as process:
        for size in [*SIZES, SIZES[0]]:
            screen.change_to(size)
            whole = [(0, 0, size.width(), size.height())]
            qtbot.waitUntil(lambda whole=whole: screen.windows() == whole, timeout=20_000)
        process.terminate()
        assert process.wait() == 0
