"""Listening, by touch: any other touch is silence before the touch has been handled; nothing late is heard."""

import os
import random
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.config import KioskConfig
from kiosk.domain.interface_words import DOORS
from kiosk.domain.panel import Panel
from kiosk.presentation.serving_rows import Lit
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.tools.screenshots import settle
from tests.helpers import workers
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot, touch_device

LANGUAGES = {"ar": "العربية", "fr": "Français"}


def listen(robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    kiosk.shell.open("pavilion:k9")
    robot.touch(kiosk.shell.words["listen"])
    robot.until(lambda: player.playing)


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.3.5", "WCAG 1.4.2")
def test_the_sound_has_stopped_when_the_press_has_been_delivered(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    for point in (QPoint(500, 700), QPoint(10, 10), QPoint(1000, 300)):
        listen(robot, kiosk, player, tag)
        robot.settle()
        QTest.touchEvent(kiosk.window, touch_device()).press(0, point, kiosk.window).commit(processEvents=False)
        assert not player.playing
        robot.release_at(point)
        kiosk.shell.leave()


@pytest.mark.clause("EN 5.1.3.5")
def test_a_key_stops_it_too(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    listen(robot, kiosk, player, "fr")
    QTest.keyClick(kiosk.window, "x")
    assert not player.playing


@pytest.mark.clause("EN 5.1.3.14")
def test_another_language_stops_it(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    listen(robot, kiosk, player, "fr")
    kiosk.shell.chooseLanguage("ar")
    assert not player.playing


def test_the_visitor_who_left_is_not_spoken_to(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    listen(robot, kiosk, player, "fr")
    kiosk.shell.leave()
    assert not player.playing


def test_a_render_that_comes_late_is_not_heard(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    robot.touch(LANGUAGES["fr"])
    kiosk.shell.open("pavilion:k9")
    kiosk.narration.reader.toggle()
    kiosk.narration.reader.stop()
    kiosk.narration.reader.toggle()
    robot.until(lambda: player.playing)
    assert len(player.played) == 1


# the listener's keys --------------------------------------------------------------------------------------------


def key(robot: Robot, kiosk: KioskApplication, word: str) -> None:
    robot.touch(kiosk.shell.words[word])


def lit_text(kiosk: KioskApplication) -> str:
    utterance = kiosk.narration.reader.recital.utterance
    return utterance.shown[slice(*utterance.span)]


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.3.4")
def test_pause_and_on_again(robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str) -> None:
    listen(robot, kiosk, player, tag)
    key(robot, kiosk, "pause")
    assert not player.playing
    key(robot, kiosk, "resume")
    assert player.playing
    assert len(player.played) == 1


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.3.4")
def test_next_previous_and_again(robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str) -> None:
    listen(robot, kiosk, player, tag)
    first = player.played[0]
    key(robot, kiosk, "next")
    robot.until(lambda: len(player.played) == 2 and player.playing)
    assert player.played[1] != first
    key(robot, kiosk, "repeat")
    robot.until(lambda: len(player.played) == 3)
    assert player.played[2] == player.played[1]
    key(robot, kiosk, "previous")
    robot.until(lambda: len(player.played) == 4)
    assert player.played[3] == first
    key(robot, kiosk, "previous")
    robot.until(lambda: len(player.played) == 5)
    assert player.played[4] == first


def test_after_the_last_sentence_there_is_silence(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(kiosk.shell.words["listen"])
    robot.until(lambda: player.playing)
    while kiosk.narration.reader.active:
        count = len(player.played)
        player.end()
        robot.until(lambda count=count: not kiosk.narration.reader.active or len(player.played) > count)
    robot.find(kiosk.shell.words["listen"])
    assert kiosk.narration.reader.recital.lit is None


@pytest.mark.clause("EN 5.1.3.13")
def test_speed_and_volume_are_heard_at_once_and_forgotten_with_the_visitor(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer
) -> None:
    listen(robot, kiosk, player, "fr")
    usual = (player.speed, player.volume)
    speeds = []
    for _ in range(3):
        robot.touch(f"{kiosk.shell.words['speed']} {kiosk.narration.reader.speed}")
        speeds.append(player.speed)
    assert speeds == [125, 75, 100]
    robot.touch(f"{kiosk.shell.words['speed']} {kiosk.narration.reader.speed}")
    key(robot, kiosk, "louder")
    assert not kiosk.narration.reader.canBeLouder
    assert (player.speed, player.volume) == (125, 100)
    for _ in range(4):
        key(robot, kiosk, "quieter")
    assert not kiosk.narration.reader.canBeQuieter
    assert player.playing
    kiosk.shell.leave()
    assert (player.speed, player.volume) == usual


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.3.3", "508 402.2.3", "EN 5.1.3.14")
def test_the_page_goes_along_and_only_the_language_heard_is_lit(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    robot.touch(LANGUAGES[tag])
    kiosk.shell.open("service:cnie")
    kiosk.shell.toggleBilingual()
    key(robot, kiosk, "listen")
    said = kiosk.narration.reader.recital.script.utterances
    last = max(number for number, one in enumerate(said) if one.place)  # what stands on the page, before where it leads
    kiosk.narration.reader.recital.go_to(last)
    robot.until(lambda: player.playing)
    settle(kiosk)
    marks = [item for item in items(kiosk.window.contentItem()) if is_mark(item) and item.isVisible()]
    (mark,) = marks
    lit = mark.property("text")[mark.property("start") : mark.property("end")]
    assert lit.replace("\u00a0", " ") == lit_text(kiosk).replace("\u00a0", " ")  # words that stand on one line are tied
    top = mark.mapToScene(mark.boundingRect().topLeft()).y()
    assert 0 <= top <= kiosk.window.height() - 200
    on_the_right = mark.mapToScene(mark.boundingRect().center()).x() > kiosk.window.width() / 2
    assert on_the_right == (tag == "ar")


def test_a_live_voice_is_lit_word_by_word_while_it_is_heard(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    robot.touch(LANGUAGES["fr"])
    kiosk.shell.open("service:cnie")
    key(robot, kiosk, "listen")
    robot.until(lambda: player.playing)
    count = len(player.played)
    player.position = round(1000 * player.seconds) - 1
    robot.until(lambda: (lit := kiosk.narration.reader.recital.lit) and lit.word_end == lit.end > 0)
    assert len(player.played) == count


def is_mark(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("SpokenMark")


def items(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(found for child in item.childItems() for found in items(child))]


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("EN 5.1.5")
def test_without_a_sound_card_the_words_are_lit_by_the_clock(
    qtbot, content: Path, clock: ManualClock, tmp_path: Path, tag: str
) -> None:
    config = KioskConfig(content=content, narration=tmp_path, cache=tmp_path / "cache", motion=False)
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, make_player=lambda _parent: None))
    kiosk.show(full_screen=False)
    qtbot.waitUntil(kiosk.window.isExposed)
    robot = Robot(kiosk, qtbot)
    robot.touch(LANGUAGES[tag])
    kiosk.shell.open("pavilion:k9")
    key(robot, kiosk, "listen")
    robot.sees(kiosk.shell.words["no_voice"])
    seen: list[Lit | None] = []
    while len(seen) < 12:
        if kiosk.narration.reader.recital.lit not in seen:
            seen.append(kiosk.narration.reader.recital.lit)
        clock.advance(0.05)
        qtbot.wait(5)
    assert {lit.place for lit in seen if lit} >= {"title", "lead"}
    assert len({(lit.place, lit.word_start) for lit in seen if lit}) > 8
    assert kiosk.narration.reader.label == "stop"
    kiosk.shell.goHome()
    key(robot, kiosk, "listen")
    robot.until(lambda: bool(kiosk.narration.reader.transcript))
    robot.sees(kiosk.shell.words["home_question"])
    assert kiosk.narration.reader.transcript
    kiosk.close()


def test_a_sound_that_cannot_be_played_is_said_by_another_voice(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    listen(robot, kiosk, player, "fr")
    tried = [player.played[-1]]
    for _ in range(3):
        player.failed.emit()
        robot.until(
            lambda: (
                kiosk.narration.reader.label == "stop" and (player.played[-1] not in tried or not kiosk.narration.reader.audible)
            )
        )
        tried.append(player.played[-1])
    assert len(set(tried)) == 3
    assert not kiosk.narration.reader.audible


def test_the_keys_are_named_and_large_enough(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    listen(robot, kiosk, player, "ar")
    words = kiosk.shell.words
    wanted = {words[name] for name in ("previous", "repeat", "pause", "next", "quieter", "louder")}
    found = {node.name: node.rectangle for node in robot.nodes() if node.interactive and node.name in wanted}
    assert found.keys() == wanted
    millimetre = Panel(1080, 1920, 32.0).pixels_per_millimetre
    assert min(min(box.width(), box.height()) for box in found.values()) / millimetre >= 15
    for name, box in found.items():
        assert all(other == name or not box.intersects(beside) for other, beside in found.items())
    assert found[words["previous"]].left() < found[words["next"]].left()  # as on every player: not mirrored


def test_where_there_is_sound_nothing_says_that_there_is_none(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    seen: list[bool] = []
    kiosk.narration.reader.stateChanged.connect(
        lambda: seen.append(kiosk.narration.reader.audible or not kiosk.narration.reader.active)
    )
    listen(robot, kiosk, player, "fr")
    kiosk.narration.reader.stop()
    assert seen and all(seen)


def test_warming_plays_nothing_to_anyone(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    kiosk.narration.reader.warm()
    assert player.warmed
    assert kiosk.narration.reader.label == "listen"
    assert not player.played


def test_switching_about_with_workers_killed_leaves_no_button_stuck_and_no_process(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer
) -> None:
    before = workers.children()
    chance = random.Random(7)
    for _ in range(15):
        kiosk.shell.leave()
        kiosk.shell.enter(chance.choice(("ar", "fr", "en")))
        kiosk.shell.open(chance.choice(("pavilion:k9", "service:cnie", "pavilion:forensic")))
        count = len(player.played)
        kiosk.narration.reader.toggle()
        if chance.random() < 0.5:
            robot.until(lambda count=count: len(player.played) > count)
        mine = [process for process in workers.children() if process not in before]
        if mine and chance.random() < 0.4:
            os.kill(chance.choice(mine).pid, signal.SIGKILL)
        robot.press_at(QPoint(20, 400))
        robot.release_at(QPoint(20, 400))
        assert kiosk.narration.reader.label == "listen"
        assert not player.playing
    kiosk.narration.reader.close()
    assert [process for process in workers.children() if process not in before] == []


def test_what_is_there_is_heard_before_the_touch_is_over(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    listen(robot, kiosk, player, "fr")
    kiosk.narration.reader.stop()
    count = len(player.played)
    kiosk.narration.reader.toggle()
    assert len(player.played) == count + 1


def test_the_first_sentence_of_a_screen_is_made_while_the_visitor_looks_at_it(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer
) -> None:
    kiosk.narration.reader.warm()
    robot.touch(LANGUAGES["ar"])
    kiosk.shell.open("pavilion:k9")
    first = kiosk.visitor.presenter.script().utterances[0]
    synthesizer = kiosk.narration.reader.recital.supply.synthesizer()
    robot.until(lambda: synthesizer.ready(first) is not None)
    assert kiosk.narration.reader.label == "listen"
    assert player.played == []


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.clause("508 402.2.4", "WCAG 2.1.2")
def test_the_listeners_keys_are_reached_by_keyboard_while_the_voice_goes_on(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    listen(robot, kiosk, player, tag)
    pause = kiosk.shell.words["pause"]
    steps = 0
    while (item := kiosk.window.activeFocusItem()) is None or item.property("text") != pause:
        QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
        steps += 1
        assert steps < 60, "never reached"
    assert player.playing
    robot.settle()
    QTest.keyClick(kiosk.window, Qt.Key.Key_Space)
    robot.until(lambda: kiosk.narration.reader.paused)
    assert kiosk.window.activeFocusItem().property("text") == kiosk.shell.words["resume"]


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_whoever_listens_on_home_hears_all_there_is_to_choose_from(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    words = kiosk.shell.words
    said = [utterance.shown for utterance in kiosk.visitor.presenter.script().utterances]
    doors = [words[door] for door in DOORS]
    assert [text for text in said if text in doors] == doors
    bar = {node.name for node in robot.nodes() if node.interactive}
    assert set(doors) <= bar and words["search_prompt"] in said


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_whoever_listens_to_the_numbers_hears_who_answers_before_each(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    kiosk.shell.show("Emergency")
    said = " ".join(utterance.sentence.text for utterance in kiosk.visitor.presenter.script().utterances)
    for number in kiosk.content.holder.store.emergency_numbers():
        assert number.head.card.name.spoken(tag) in said
