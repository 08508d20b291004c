"""The kiosk shows the mode in force: at once when nobody is there, after the visitor otherwise, an emergency in any case."""

import logging
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from kiosk.config import KioskConfig
from kiosk.content.build import build
from kiosk.domain.item import ItemKind
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from tests.helpers.fakes import FakePlayer, ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.sources import committed

LANGUAGES = {"ar": "العربية", "fr": "Français"}


def choose(kiosk: KioskApplication, mode: str, until: datetime | None = None) -> None:
    layer = Layer.EMERGENCY if mode == "emergency" else Layer.OVERRIDE
    kiosk.choices.choose(layer, Override(mode, "Amal", morning(ZoneInfo("Africa/Casablanca")), until), "lead")
    kiosk.modes.keeper.ask()


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_visitor_finishes_before_the_mode_changes(robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    choose(kiosk, "desk")
    assert kiosk.shell.screen == "Home"
    robot.sees(kiosk.modes.keeper.modes["desk"].head.card.name.in_language(tag))
    kiosk.shell.leave()
    kiosk.modes.keeper.ask()
    assert kiosk.modes.view.notice == ""
    robot.touch(LANGUAGES[tag])
    assert kiosk.shell.screen == "Services"


def test_the_notice_is_said_where_sound_is_allowed(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    robot.touch(LANGUAGES["fr"])
    choose(kiosk, "desk")
    robot.until(lambda: player.playing)
    robot.touch_at(kiosk.window.geometry().center() - kiosk.window.position())
    assert not player.playing


def test_a_notice_stopped_by_a_touch_does_not_silence_the_next_one(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer
) -> None:
    robot.touch(LANGUAGES["fr"])
    for times in (1, 2):
        choose(kiosk, "desk")
        robot.until(lambda times=times: len(player.played) == times)
        robot.touch_at(kiosk.window.geometry().center() - kiosk.window.position())
        assert not player.playing
        choose(kiosk, "whole")
        assert kiosk.modes.view.notice == ""


def test_a_visitor_who_stays_is_not_waited_for_for_ever(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    robot.touch(LANGUAGES["fr"])
    choose(kiosk, "desk")
    for _ in range(3):
        clock.advance(45)
        kiosk.shell.session.touch()
        kiosk.modes.keeper.ask()
    assert kiosk.shell.screen == "Attract"
    assert kiosk.modes.keeper.mode.identifier == "desk"


def test_an_emergency_waits_for_nobody_and_says_it_in_every_language(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer
) -> None:
    robot.touch(LANGUAGES["fr"])
    choose(kiosk, "emergency")
    assert kiosk.shell.screen == "Evacuation"
    for tag in ("ar", "fr", "en"):
        robot.sees(kiosk.modes.keeper.mode.head.card.name.in_language(tag))
    robot.touch_at(kiosk.window.geometry().center() - kiosk.window.position())
    robot.until(lambda: player.playing)
    kiosk.shell.enter("fr")
    assert kiosk.shell.screen == "Evacuation"


def test_closed_says_when_it_is_back(robot: Robot, kiosk: KioskApplication) -> None:
    choose(kiosk, "closed", morning(ZoneInfo("Africa/Casablanca")) + timedelta(hours=3))
    robot.sees("Cet écran revient à 14:10")
    robot.sees("تعود هذه الشاشة على الساعة 14:10")


def test_the_home_button_leads_to_the_home_of_the_mode(robot: Robot, kiosk: KioskApplication) -> None:
    choose(kiosk, "pavilion_k9")
    robot.touch(LANGUAGES["fr"])
    assert (kiosk.shell.screen, kiosk.shell.identifier) == ("Page", "pavilion:k9")
    robot.touch(kiosk.shell.words["call"] + " 19")
    robot.touch(kiosk.shell.words["home"])
    assert kiosk.shell.identifier == "pavilion:k9"


def test_children_play_without_a_clock(robot: Robot, kiosk: KioskApplication) -> None:
    choose(kiosk, "children")
    robot.touch(LANGUAGES["ar"])
    robot.touch(kiosk.shell.words["quiz"])
    younger = [question for question in kiosk.modes.keeper.mode.questions if question.level == 1]
    for question in younger:
        wrong, right = question.choices[question.right - 1], question.choices[question.right]
        robot.touch(kiosk.shell.reading.plain(wrong))
        robot.sees(kiosk.shell.words["quiz_again"])
        robot.touch(kiosk.shell.reading.plain(right))
        robot.sees(kiosk.shell.words["quiz_right"])
        robot.picture()  # the button has found its place
        robot.touch(kiosk.shell.words["next"])
        robot.picture()
    robot.touch(kiosk.shell.words["quiz_older"])
    first = next(question for question in kiosk.modes.keeper.mode.questions if question.level == 2)
    robot.sees(kiosk.shell.reading.plain(first.text))
    robot.sees("السؤال 1 من 13")


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_children_are_read_to_without_asking_until_they_touch(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    choose(kiosk, "children")
    robot.touch(LANGUAGES[tag])
    robot.until(lambda: player.playing)  # what there is to choose from
    robot.touch(kiosk.shell.words["quiz"])
    question = kiosk.modes.keeper.mode.questions[0]
    robot.until(lambda: player.playing and said(kiosk) == kiosk.shell.reading.plain(question.text))
    robot.touch(kiosk.shell.reading.plain(question.choices[question.right]))
    robot.until(lambda: player.playing and said(kiosk) == kiosk.shell.words["quiz_right"])
    robot.touch_at(QPoint(20, 300))
    assert not player.playing
    robot.picture()
    robot.touch(kiosk.shell.words["next"])
    robot.until(lambda: player.playing)
    robot.touch(kiosk.shell.words["home"])
    robot.picture()
    robot.touch(kiosk.modes.view.tiles[0].name)
    robot.until(lambda: player.playing and said(kiosk) == kiosk.visitor.screens.page.name)
    kiosk.shell.leave()
    assert not player.playing
    choose(kiosk, "whole")
    robot.touch(LANGUAGES[tag])
    kiosk.narration.reader._ahead.timeout.emit()
    assert not kiosk.narration.reader.active


def said(kiosk: KioskApplication) -> str:
    """The sentence that is heard, as the screen shows it."""
    return kiosk.narration.reader.recital.utterance.shown


def test_a_touch_that_leads_nowhere_keeps_a_reading_kiosk_silent(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    choose(kiosk, "children")
    robot.touch(LANGUAGES["fr"])
    robot.touch_at(QPoint(20, 300))
    assert not kiosk.narration.reader._ahead.isActive()
    assert player.played == []


@pytest.mark.clause("EN 5.1.3.10")
def test_nothing_is_read_without_asking_where_the_mode_is_silent(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    choose(kiosk, "children")
    kiosk.narration.reader.allow(sound=False, unasked=True)
    robot.touch(LANGUAGES["fr"])
    kiosk.narration.reader._ahead.timeout.emit()
    assert player.played == [] and not kiosk.narration.reader.active


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_speaker_turns_the_slides_with_a_clicker_or_the_arrow_keys(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    choose(kiosk, "presenter")
    robot.touch(LANGUAGES[tag])
    names = [kiosk.shell.reading.plain(card.name) for card in kiosk.modes.keeper.mode.items]
    onward = Qt.Key.Key_Left if tag == "ar" else Qt.Key.Key_Right
    for key, name in ((Qt.Key.Key_PageDown, names[1]), (onward, names[2]), (Qt.Key.Key_PageUp, names[1])):
        QTest.keyClick(kiosk.window, key)
        robot.sees(name.strip("\u2068\u2069"))
    robot.touch(kiosk.shell.words["speaker_notes"])
    robot.sees("19")


def test_a_quiet_kiosk_says_nothing(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    choose(kiosk, "quiet")
    robot.touch(LANGUAGES["fr"])
    assert not kiosk.narration.reader.available
    kiosk.narration.reader.toggle()
    choose(kiosk, "desk")
    assert player.played == []


def test_the_invitation_shows_what_the_mode_wants(robot: Robot, kiosk: KioskApplication) -> None:
    choose(kiosk, "showcase")
    robot.sees(kiosk.modes.keeper.mode.loop[0].name.in_language("ar"))
    choose(kiosk, "demonstrations")
    robot.sees(kiosk.shell.source_words["now"].in_language("ar"))


def test_an_override_ends_by_itself(qtbot, content: Path, clock: ManualClock, tmp_path: Path) -> None:
    moments = [morning(ZoneInfo("Africa/Casablanca"))]
    config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state")
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, lambda _zone: moments[-1], lambda _parent: None))
    choose(kiosk, "desk", moments[0] + timedelta(hours=1))
    assert kiosk.modes.keeper.mode.identifier == "desk"
    moments.append(moments[0] + timedelta(hours=1))
    clock.advance(3600)
    kiosk.modes.keeper.ask()
    assert kiosk.modes.keeper.mode.identifier == "whole"
    kiosk.close()


@pytest.mark.expects_log
def test_modes_that_are_gone_leave_one_line_in_the_log(
    qtbot, content: Path, clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state", mode="whole")
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, morning, lambda _parent: None))
    choose(kiosk, "no_longer_there")
    kiosk.modes.keeper.ask()
    assert kiosk.modes.keeper.mode.identifier == "whole"
    assert [r.levelno for r in caplog.records] == [logging.ERROR]
    assert "no_longer_there" in caplog.text
    kiosk.close()


@pytest.mark.expects_log
def test_an_update_may_take_away_the_mode_that_was_chosen(
    qtbot, content: Path, clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = tmp_path / "content.db"
    shutil.copy(content, place)
    config = KioskConfig(content=place, cache=tmp_path, state=tmp_path / "state")
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, morning, lambda _parent: None))
    choose(kiosk, "quiet")
    assert kiosk.modes.keeper.mode.identifier == "quiet"
    sources = committed(tmp_path / "sources")
    (sources / "modes" / "quiet.yaml").unlink()
    build(sources, tmp_path / "newer.db")
    (tmp_path / "newer.db").replace(place)
    kiosk.content.holder.watch()
    kiosk.modes.keeper.ask()
    assert (kiosk.modes.keeper.mode.identifier, kiosk.shell.screen) == ("whole", "Attract")
    assert [r.levelno for r in caplog.records if r.levelno >= logging.WARNING] == [logging.ERROR]
    assert kiosk.choices.chosen()[0].mode == "quiet"
    kiosk.close()


def written(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("spoil", "lines"),
    [
        (lambda path: written(path, "UPDATE choice SET until = '2027-05-18T09:00:00+00:00'"), 0),
        (lambda path: written(path, "UPDATE choice SET since = 'never'"), 1),
        (lambda path: written(path, "UPDATE choice SET mode = 'no_longer_there'"), 1),
        (lambda path: written(path, "UPDATE memory SET value = 'x'"), 1),
        (lambda path: path.write_bytes(path.read_bytes()[:1000]), 1),
        (lambda path: path.write_bytes(b"\x00" * 4096), 1),
        (lambda path: path.write_bytes(b""), 1),
    ],
    ids=["override in the past", "no moment", "no such mode", "no memory", "cut", "zeroes", "empty"],
)
def test_whatever_was_kept_the_kiosk_starts_in_its_own_mode(
    qtbot,
    content: Path,
    clock: ManualClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    spoil: Callable[[Path], None],
    lines: int,
) -> None:
    config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state")
    boundary = Boundary(clock, morning, lambda _parent: None)
    first = KioskApplication(config, QSize(1080, 1920), boundary)
    choose(first, "closed")
    first.close()
    spoil(tmp_path / "state" / "state.db")
    second = KioskApplication(config, QSize(1080, 1920), boundary)
    second.show(full_screen=False)
    assert (second.modes.keeper.mode.identifier, second.shell.screen) == ("whole", "Attract")
    assert len([r for r in caplog.records if r.levelno >= logging.WARNING]) == lines
    choose(second, "desk")
    assert second.modes.keeper.mode.identifier == "desk"
    second.close()


def test_a_restarted_kiosk_opens_in_the_mode_that_was_chosen(qtbot, content: Path, clock: ManualClock, tmp_path: Path) -> None:
    config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state")
    boundary = Boundary(clock, morning, lambda _parent: None)
    first = KioskApplication(config, QSize(1080, 1920), boundary)
    choose(first, "closed")
    first.close()
    second = KioskApplication(config, QSize(1080, 1920), boundary)
    assert second.shell.screen == "Closed"
    second.close()


def test_every_mode_of_the_content_can_be_shown(robot: Robot, kiosk: KioskApplication) -> None:
    store = kiosk.content.holder.store
    assert store.count(ItemKind.MODE) == len(kiosk.modes.keeper.modes) > 20
    for name in kiosk.modes.keeper.modes:
        kiosk.choices.clear(morning(ZoneInfo("Africa/Casablanca")), "Amal", "lead")
        choose(kiosk, name)
        kiosk.shell.enter("fr")
        kiosk.shell.leave()
        assert kiosk.modes.keeper.mode.identifier == name
