"""What a visit leaves behind: figures by the hour, no trace of the visitor; and the one question before they go."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSize

from kiosk.counters.counter_file import read_counters
from kiosk.domain.counters import Bucket, Counted, Counts
from kiosk.domain.guide import walks
from kiosk.domain.resume_code import encode
from kiosk.ui.application import KioskApplication
from kiosk.ui.visitor.feedback_view_model import FACES
from tests.helpers.fakes import FakePlayer, ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.touches import LANGUAGES, answer, begin, enter_search, type_by_touch, word

HOUR = "2027-05-18T11"
UNKNOWN = {"ar": "قققق", "fr": "xqzw"}
"""Words that no content has."""


def counted(kiosk: KioskApplication, tmp_path: Path) -> Counts:
    """What is on the disk once everything handed over has been written."""
    kiosk.serving.counter.keeper.settle()
    return read_counters(tmp_path / "state", morning(ZoneInfo("Africa/Casablanca")).date(), 90, 3)[0]


def words_kept(kiosk: KioskApplication, tmp_path: Path) -> dict[str, int]:
    kiosk.serving.counter.keeper.settle()
    return read_counters(tmp_path / "state", morning(ZoneInfo("Africa/Casablanca")).date(), 90, 3)[1]


def bucket(kind: Counted, tag: str, subject: str = "", mode: str = "whole") -> Bucket:
    return Bucket(kind, HOUR, mode, tag, subject)


@pytest.mark.any_order
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_visit_is_counted_by_what_was_shown_heard_and_taken(
    robot: Robot, kiosk: KioskApplication, player: FakePlayer, tag: str, tmp_path: Path
) -> None:
    robot.touch(LANGUAGES[tag])
    kiosk.shell.open("pavilion:k9")
    robot.touch(word(kiosk, "listen"))
    robot.until(lambda: player.playing)
    robot.touch(word(kiosk, "stop"))
    robot.touch(word(kiosk, "take_away"))
    robot.until(lambda: bool(kiosk.visitor.screens.takeaway.codes))
    kind = kiosk.visitor.screens.takeaway.kind
    robot.touch(word(kiosk, "close"))
    robot.touch(word(kiosk, "home"))
    kiosk.shell.open("pavilion:k9")
    kiosk.shell.leave()
    assert counted(kiosk, tmp_path) == {
        bucket(Counted.VISIT, tag): 1,
        bucket(Counted.ITEM, tag, "pavilion:k9"): 1,
        bucket(Counted.LISTENED, tag, "pavilion:k9"): 1,
        bucket(Counted.TAKEN, tag, kind): 1,
    }


@pytest.mark.any_order
def test_another_language_is_counted_by_itself(robot: Robot, kiosk: KioskApplication, tmp_path: Path) -> None:
    robot.touch(LANGUAGES["fr"])
    kiosk.shell.open("pavilion:k9")
    robot.touch(LANGUAGES["ar"])
    robot.touch(LANGUAGES["fr"])
    kiosk.shell.leave()
    items = {b: n for b, n in counted(kiosk, tmp_path).items() if b.counted is Counted.ITEM}
    assert items == {bucket(Counted.ITEM, tag, "pavilion:k9"): 1 for tag in ("ar", "fr")}


@pytest.mark.any_order
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_step_at_which_a_guide_is_left_is_counted(robot: Robot, kiosk: KioskApplication, tag: str, tmp_path: Path) -> None:
    begin(robot, kiosk, tag)
    answer(robot, kiosk, "reason", "loss")
    robot.until(lambda: kiosk.visitor.screens.guide.step == "age")
    robot.touch(word(kiosk, "home"))
    kiosk.shell.openGuide("guide:fiche")
    guide = kiosk.content.holder.store.guide("guide:fiche")
    kiosk.shell.open_list(guide.identifier, encode(guide, next(iter(walks(guide))).answers))
    kiosk.shell.leave()
    left = {b for b in counted(kiosk, tmp_path) if b.counted is Counted.ABANDONED}
    assert left == {bucket(Counted.ABANDONED, tag, "guide:cnie/age")}


@pytest.mark.any_order
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_search_in_vain_is_counted_and_its_words_only_when_many_look_for_them(
    robot: Robot, kiosk: KioskApplication, tag: str, tmp_path: Path
) -> None:
    for visit in range(1, 6):
        enter_search(robot, kiosk, tag)
        type_by_touch(robot, kiosk, UNKNOWN[tag])
        kiosk.visitor.screens.search.erase()
        kiosk.visitor.screens.search.erase()
        kiosk.shell.leave()
        assert words_kept(kiosk, tmp_path) == ({UNKNOWN[tag]: 5} if visit == 5 else {})
    assert counted(kiosk, tmp_path) == {bucket(Counted.VISIT, tag): 5, bucket(Counted.SEARCH_FAILED, tag): 5}


@pytest.mark.any_order
def test_what_is_found_in_the_end_or_still_being_typed_is_no_failure(robot: Robot, kiosk: KioskApplication, tmp_path: Path) -> None:
    enter_search(robot, kiosk, "fr")
    type_by_touch(robot, kiosk, "amende")
    robot.touch(word(kiosk, "back"))
    kiosk.shell.leave()
    assert counted(kiosk, tmp_path) == {bucket(Counted.VISIT, "fr"): 1}


@pytest.mark.any_order
def test_nothing_is_counted_while_the_clock_is_not_believed(robot: Robot, kiosk: KioskApplication, tmp_path: Path) -> None:
    kiosk.modes.day._guard._now = lambda zone: datetime(1999, 1, 1, tzinfo=zone)
    kiosk.modes.keeper.ask()
    robot.touch(LANGUAGES["fr"])
    kiosk.shell.open("pavilion:k9")
    kiosk.shell.leave()
    assert counted(kiosk, tmp_path) == {}


@pytest.mark.any_order
@pytest.mark.parametrize("settings", [{"counter_days": 0.0}])
def test_a_kiosk_that_is_told_not_to_count_does_not(robot: Robot, kiosk: KioskApplication, tmp_path: Path) -> None:
    robot.touch(LANGUAGES["fr"])
    kiosk.shell.leave()
    assert counted(kiosk, tmp_path) == {}


# the one question ------------------------------------------------------------------------------------------------


@pytest.mark.any_order
@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["portrait", "landscape"])
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_visitor_who_has_finished_may_touch_a_face(robot: Robot, kiosk: KioskApplication, tag: str, tmp_path: Path) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "finished"))
    robot.sees(word(kiosk, "feedback_question"))
    robot.picture()
    places = [robot.find(word(kiosk, f"feedback_{face}")).rectangle.center().x() for face in range(1, FACES + 1)]
    assert places == sorted(places, reverse=tag == "ar")
    robot.touch(word(kiosk, "feedback_4"))
    robot.sees(word(kiosk, "feedback_thanks"))
    kiosk.visitor.screens.feedback.answer(1)
    kiosk.visitor.screens.feedback._timer.timeout.emit()
    assert kiosk.shell.screen == "Attract"
    assert counted(kiosk, tmp_path) == {bucket(Counted.VISIT, tag): 1, bucket(Counted.OPINION, tag, "4"): 1}


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_question_may_be_skipped_or_left_alone(robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "finished"))
    robot.touch(word(kiosk, "feedback_skip"))
    assert kiosk.shell.screen == "Attract"
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "finished"))
    robot.touch(word(kiosk, "back"))
    assert kiosk.shell.screen == "Home"
    robot.touch(word(kiosk, "finished"))
    clock.advance(121)
    kiosk.shell.session.tick()
    assert kiosk.shell.screen == "Attract"


def test_the_question_is_read_aloud_with_its_answers(robot: Robot, kiosk: KioskApplication, player: FakePlayer) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "finished"))
    said = " ".join(utterance.sentence.text for utterance in kiosk.visitor.presenter.script().utterances)
    assert all(word(kiosk, f"feedback_{face}").strip("\u2068\u2069") in said for face in range(1, FACES + 1))
    robot.touch(word(kiosk, "listen"))
    robot.until(lambda: player.playing)


@pytest.mark.parametrize("settings", [{"feedback": False}])
def test_where_nobody_asks_a_visitor_who_has_finished_is_gone(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(LANGUAGES["fr"])
    robot.touch(word(kiosk, "finished"))
    assert kiosk.shell.screen == "Attract"
