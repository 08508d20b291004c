"""Staff set the hall's sound and light, see who reads aloud, and begin the app anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.brightness import LightControl
from kiosk.ui.staff.maintenance.hall_view_model import BRIGHTNESS, VOLUME, stored_percent
from kiosk.ui.staff.maintenance.panel_light import AWAKE_SECONDS
from kiosk.ui.tools.visits import choose
from tests.helpers.fakes import FakeLamp, FakePlayer, ManualClock
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import CORNER, StaffRobot


def hear(staff: StaffRobot, player: FakePlayer) -> None:
    staff.touch(staff.word("check_hear"))
    staff.robot.until(lambda: player.playing)


def test_the_hall_is_as_loud_and_as_bright_as_staff_set_it(visited: StaffRobot, player: FakePlayer, lamp: FakeLamp) -> None:
    staff, kiosk = visited, visited.kiosk
    staff.come_in("604182")
    staff.touch(staff.word("staff_hall"))
    staff.robot.sees(staff.word("light_backlight"))
    hear(staff, player)
    assert player.volume == 80
    for word in ("quieter", "quieter", "darker"):
        staff.touch(staff.word(word))
    hear(staff, player)
    assert player.volume == 48
    staff.robot.until(lambda: lamp.asked[-1] == 80)
    assert (stored_percent(kiosk.choices, VOLUME), stored_percent(kiosk.choices, BRIGHTNESS)) == (60, 80)
    assert [line.act.detail for line in kiosk.choices.logged() if line.act.act == "hall"] == [
        {"hall_volume": 80},
        {"hall_volume": 60},
        {"hall_brightness": 80},
    ]
    kiosk.staff.maintenance.light._way = LightControl.BACKLIGHT
    assert kiosk.staff.maintenance.light.veil == 0


def test_staff_choose_the_colours_of_the_evening_but_an_emergency_keeps_the_days(visited: StaffRobot) -> None:
    staff, mode = visited, visited.kiosk.modes.view
    staff.come_in("604182")
    staff.touch(staff.word("staff_hall"))
    for word, evening in (("colours_evening", True), ("colours_day", False), ("colours_evening", True)):
        staff.touch(staff.word(word))
        assert mode.evening is evening
    choose(staff.kiosk, "emergency")
    assert mode.evening is False


@pytest.mark.parametrize("settings", [{"evening_from": 0, "evening_until": 24}])
def test_by_the_hour_the_colours_are_those_of_the_evening(kiosk: KioskApplication) -> None:
    assert kiosk.modes.view.evening


def test_it_stays_so_after_the_power_was_cut(
    staff: StaffRobot, lamp: FakeLamp, begin: Callable[[], KioskApplication], tmp_path: Path
) -> None:
    staff.come_in()
    staff.kiosk.staff.maintenance.hall.setVolume(40)
    staff.kiosk.staff.maintenance.hall.setBrightness(20)
    staff.kiosk.staff.maintenance.hall.setVolume(33)
    staff.robot.until(lambda: lamp.asked[-1] == 20)
    again = begin()
    assert (again.staff.maintenance.hall.volume, again.staff.maintenance.hall.brightness) == (40, 20)
    staff.robot.until(lambda: lamp.asked[-2:] == [20, 20])


def test_a_veil_is_drawn_where_nothing_else_dims(staff: StaffRobot, lamp: FakeLamp) -> None:
    lamp.way = LightControl.VEIL
    staff.come_in()
    staff.touch(staff.word("staff_hall"))
    bright = staff.robot.picture().pixelColor(5, 1900).lightness()
    staff.touch(staff.word("darker"))
    staff.touch(staff.word("darker"))
    staff.robot.until(lambda: staff.kiosk.staff.maintenance.light.veil == pytest.approx(0.3))
    assert staff.robot.picture().pixelColor(5, 1900).lightness() == pytest.approx(bright * 0.7, abs=3)
    staff.robot.sees(staff.word("light_veil"))
    staff.touch(staff.word("brighter"))


def test_an_emergency_is_loud_and_bright(staff: StaffRobot, player: FakePlayer, lamp: FakeLamp) -> None:
    staff.come_in()
    staff.kiosk.staff.maintenance.hall.setVolume(20)
    staff.kiosk.staff.maintenance.hall.setBrightness(20)
    staff.touch(staff.mode("emergency"))
    staff.touch(staff.word("evacuate_now"))
    staff.robot.until(lambda: lamp.asked[-1] == 100)
    staff.robot.touch_at(staff.kiosk.window.geometry().center())
    staff.robot.until(lambda: player.playing)
    assert player.volume == 80


def test_a_kiosk_sleeps_until_somebody_touches_it(staff: StaffRobot, lamp: FakeLamp, clock: ManualClock) -> None:
    kiosk = staff.kiosk
    staff.come_in("604182")
    kiosk.staff.maintenance.hall.setBrightness(80)
    staff.touch(staff.mode("night"))
    staff.touch(staff.word("do_it"))
    staff.touch(staff.word("close"))
    assert staff.touches == 3
    clock.advance(AWAKE_SECONDS)
    kiosk.modes.keeper.ask()
    staff.robot.until(lambda: lamp.asked[-1] == 0)
    assert {staff.robot.picture().pixelColor(x, 900).lightness() for x in range(0, 1080, 40)} == {0}
    staff.robot.touch_at(CORNER)
    staff.robot.until(lambda: lamp.asked[-1] == 80)
    staff.robot.sees(kiosk.shell.reading.plain(kiosk.modes.keeper.modes["night"].head.card.name))
    clock.advance(AWAKE_SECONDS)
    kiosk.modes.keeper.ask()
    assert kiosk.staff.maintenance.light.veil == 1
    choose(kiosk, "emergency")
    assert kiosk.staff.maintenance.light.veil == 0


def test_a_panel_left_dark_by_a_power_cut_is_lit_at_the_start(kiosk: KioskApplication, robot: Robot, lamp: FakeLamp) -> None:
    robot.until(lambda: lamp.asked == [100])


def test_who_reads_aloud_in_each_language(visited: StaffRobot) -> None:
    staff = visited
    staff.come_in()
    staff.touch(staff.word("staff_hall"))
    staff.robot.until(lambda: len(staff.kiosk.staff.maintenance.hall.voices) == 3)
    rows = {row.name: row for row in staff.kiosk.staff.maintenance.hall.voices}
    assert [row.heard for row in rows.values()] == [True, True, False]
    assert "eSpeak NG" in rows["العربية"].links and "12" in rows["العربية"].links
    assert "SVOX Pico" in rows["Français"].links
    staff.robot.sees(staff.word("voice_none"))


def test_those_who_lead_begin_the_app_anew(staff: StaffRobot, lamp: FakeLamp) -> None:
    staff.come_in("604182")
    staff.touch(staff.word("staff_hall"))
    staff.kiosk.staff.maintenance.hall.restart()
    assert not staff.kiosk.staff.maintenance.hall.mayRestart and lamp.restarts == 0
    staff.touch(staff.word("back"))
    staff.touch(staff.word("close"))
    staff.come_in()
    staff.touch(staff.word("staff_hall"))
    staff.touch(staff.word("restart_app"))
    assert lamp.restarts == 1
    act = staff.kiosk.choices.logged()[-1].act
    assert (act.person, act.act) == ("Amal", "restart")


def test_nobody_sets_anything_without_a_pin(kiosk: KioskApplication, lamp: FakeLamp) -> None:
    kiosk.staff.maintenance.hall.setVolume(20)
    kiosk.staff.maintenance.hall.setBrightness(20)
    kiosk.staff.maintenance.hall.restart()
    assert (kiosk.staff.maintenance.hall.volume, kiosk.staff.maintenance.hall.brightness, lamp.restarts) == (100, 100, 0)
