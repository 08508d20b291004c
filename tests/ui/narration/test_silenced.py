"""Reading aloud where the sound goes away: the screen says so, the words stay lit, and the voice is back when the sound is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.config import KioskConfig
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.tools.visits import choose
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot
from tests.helpers.sound_server import SoundServer

LANGUAGES = {"ar": "العربية", "fr": "Français"}


def says_no_sound(robot: Robot) -> bool:
    return robot.kiosk.shell.words["no_voice"] in robot.names()


def listen(robot: Robot, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.kiosk.shell.open("pavilion:k9")
    robot.touch(robot.kiosk.shell.words["listen"])


def pass_sentence(robot: Robot, clock: ManualClock) -> None:
    """The time of the sentence that is lit, until the next one is."""
    recital = robot.kiosk.narration.reader.recital
    sentence = recital.utterance

    def next_is_lit() -> bool:
        clock.advance(0.5)
        return not robot.kiosk.narration.reader.active or recital.utterance != sentence

    robot.until(next_is_lit)


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.5")
def test_what_nobody_hears_is_lit_and_the_screen_says_so_until_it_is_heard_again(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, clock: ManualClock, tag: str
) -> None:
    listen(robot, tag)
    robot.until(lambda: player.playing)
    player.heard.emit()
    assert not says_no_sound(robot)
    player.break_off()
    robot.sees(kiosk.shell.words["no_voice"])
    mark = next(node.rectangle for node in robot.nodes() if node.name == kiosk.shell.words["no_voice"])
    keys = ("previous", "repeat", "pause", "next", "louder")
    assert [key for key in keys if mark.intersects(robot.find(kiosk.shell.words[key]).rectangle)] == []
    clock.advance(0.3)
    robot.until(lambda: (lit := kiosk.narration.reader.recital.lit) and lit.word_end > 0)
    count = len(player.played)
    pass_sentence(robot, clock)
    robot.until(lambda: len(player.played) == count + 1)
    assert says_no_sound(robot)
    player.heard.emit()
    robot.until(lambda: not says_no_sound(robot))


def test_a_recital_nobody_hears_says_so_to_its_end_and_holds_the_visit_no_longer(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, clock: ManualClock
) -> None:
    listen(robot, "fr")
    reader = kiosk.narration.reader
    reader.recital.go_to(len(reader.recital.script.utterances) - 2)
    for _ in range(2):
        robot.until(lambda: player.playing)
        player.break_off()
        assert reader.active and not reader.audible
        robot.sees(kiosk.shell.words["no_voice"])
        pass_sentence(robot, clock)
    assert not reader.active
    for _ in range(14):
        clock.advance(10)
        kiosk.shell.session.tick()
    assert not kiosk.shell.occupied


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    server = SoundServer(tmp_path)
    monkeypatch.setenv("PULSE_SERVER", server.address)
    yield server
    server.end()


@pytest.mark.expects_log
def test_a_real_voice_on_a_real_server_that_ends_and_begins_again(
    qtbot: QtBot, content: Path, clock: ManualClock, server: SoundServer, tmp_path: Path
) -> None:
    server.begin("one")
    config = KioskConfig(content=content, narration=tmp_path, cache=tmp_path / "cache", state=tmp_path / "state", motion=False)
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock))
    kiosk.show(full_screen=False)
    qtbot.waitUntil(kiosk.window.isExposed)
    robot = Robot(kiosk, qtbot)
    kiosk.warm()
    listen(robot, "ar")
    qtbot.waitUntil(lambda: server.loudspeakers["one"].heard > 0.1)
    assert not says_no_sound(robot)
    server.end()
    qtbot.waitUntil(lambda: says_no_sound(robot))
    server.begin("two")
    pass_sentence(robot, clock)
    qtbot.waitUntil(lambda: server.loudspeakers["two"].heard > 0.1)
    qtbot.waitUntil(lambda: not says_no_sound(robot))
    kiosk.close()


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.5")
def test_of_an_announcement_too_that_nobody_hears_the_screen_says_so(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    kiosk.shell.enter(tag)
    choose(kiosk, "emergency")
    robot.touch_at(kiosk.window.geometry().center() - kiosk.window.position())
    robot.until(lambda: player.playing)
    assert not says_no_sound(robot)
    player.break_off()
    robot.until(lambda: says_no_sound(robot))
    kiosk.narration.announcer.stop()
    robot.until(lambda: not says_no_sound(robot))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_whoever_cannot_see_it_has_an_emergency_said_by_a_button_or_a_key(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, key: Qt.Key
) -> None:
    choose(kiosk, "emergency")
    robot.touch(kiosk.shell.words["listen"])
    robot.until(lambda: player.playing)
    kiosk.narration.announcer.stop()
    QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
    robot.settle()
    QTest.keyClick(kiosk.window, key)
    robot.until(lambda: player.playing)
