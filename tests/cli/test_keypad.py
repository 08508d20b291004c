"""`kiosk keypad learn`: the keys of a pad, asked for one by one."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.cli import main
from kiosk.cli.keypad import setting_of
from kiosk.domain.keypad import KeyCommand, keys_of
from kiosk.ui.tools.keypad_learner import Learner


def strike(learner: Learner, code: int, *, again: bool = False) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, code, 0, 0, "", again)
    QCoreApplication.sendEvent(learner, event)


def test_each_command_takes_the_next_key_that_was_not_pressed_before(qtbot) -> None:
    learner, told = Learner(600), []
    learner.learnt.connect(lambda command, code: told.append((command, code)))
    for code in (60, 60, 61):
        strike(learner, code)
    strike(learner, 62, again=True)
    assert told == [("previous", 60), ("next", 61)]
    assert learner.title().endswith("ok")


def test_a_key_that_does_not_come_is_left_out(qtbot) -> None:
    learner, told = Learner(0.001), []
    learner.learnt.connect(lambda command, code: told.append((command, code)))
    with qtbot.waitSignal(learner.over):
        pass
    assert told == [(command.value, 0) for command in KeyCommand]


def test_what_is_printed_is_what_the_settings_take() -> None:
    setting = setting_of({"previous": 60, "next": 116, "ok": 0})
    assert setting == "60 previous"
    assert keys_of(setting)[60] is KeyCommand.PREVIOUS


def test_a_pad_without_keys_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keypad", "learn", "--seconds", "0.1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["keypad"] == ""
    assert set(told["keys"]) == set(KeyCommand)
