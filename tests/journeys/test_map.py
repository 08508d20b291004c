"""Somebody in the hall asks where something is, by touch, in Arabic and in French; staff close a place, and ways obey."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role
from kiosk.presentation.map_rows import Stand, way_to
from kiosk.ui.application import KioskApplication
from kiosk.ui.tools.visits import choose
from tests.helpers.fakes import ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import PIN, StaffRobot
from tests.helpers.touches import LANGUAGES, codes_on, word

PLACES = ("kiosk_a", "kiosk_b", "kiosk_entrance")


@pytest.fixture
def settings(request: pytest.FixtureRequest) -> dict[str, str]:
    return {"place": getattr(request, "param", "kiosk_a")}


def name_of(kiosk: KioskApplication, spot: str) -> str:
    store = kiosk.content.holder.store
    venue = store.venue() if store else None
    found = venue.spot(spot) if venue else None
    assert found is not None
    return kiosk.shell.reading.plain(found.name)


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_way_to_a_pavilion_is_shown_read_aloud_and_taken_home(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "pavilions"))
    robot.touch(name_of(kiosk, "spot:stand_districts"))
    robot.touch(word(kiosk, "show_the_way"))
    robot.sees(word(kiosk, "you_are_here"))
    shown = kiosk.visitor.screens.map
    assert shown.found and shown.goal == name_of(kiosk, "spot:stand_districts")
    assert set(shown.steps) <= set(robot.names())
    said = " ".join(sentence.shown for sentence in kiosk.visitor.presenter.script().utterances)
    assert shown.goal.split()[0] in said
    robot.touch(word(kiosk, "take_away"))
    robot.until(lambda: bool(codes_on(robot.picture())))
    assert shown.goal in kiosk.visitor.screens.takeaway.current.payload


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_arena_is_reached_by_stairs_or_around_them(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "map"))
    robot.touch(name_of(kiosk, "spot:stage"))
    assert kiosk.visitor.screens.map.found
    robot.touch(name_of(kiosk, "spot:arena"))
    shortest = kiosk.visitor.screens.map.dots
    robot.touch(word(kiosk, "no_stairs"))
    assert kiosk.visitor.screens.map.stepFree
    assert len(kiosk.visitor.screens.map.dots) >= len(shortest)
    robot.touch(word(kiosk, "spot_toilets"))
    assert kiosk.visitor.screens.map.goal == name_of(kiosk, "spot:toilets_a")
    robot.touch(word(kiosk, "back"))
    robot.sees(word(kiosk, "home_question"))


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_place_is_closed_in_two_touches_and_ways_obey_until_tomorrow(
    robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str
) -> None:
    kiosk.staff.gate.set_pin("Amal", Role.LEAD, PIN, morning(kiosk.modes.day.moment.tzinfo), "admin")
    staff = StaffRobot(robot, kiosk, clock)
    robot.touch(LANGUAGES[tag])
    staff.come_in()
    staff.touch(word(kiosk, "staff_spots"))
    staff.touch(name_of(kiosk, "spot:toilets_a"))
    assert staff.touches == 2
    assert kiosk.modes.day.closed_spots() == {"spot:toilets_a"}
    line = kiosk.choices.logged()[-1].act
    assert (line.person, line.act, line.detail) == ("Amal", "spot", {"spot": "spot:toilets_a", "closed": True})
    kiosk.staff.staff.close()
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "map"))
    robot.touch(word(kiosk, "spot_toilets"))
    assert kiosk.visitor.screens.map.goal == name_of(kiosk, "spot:toilets_b")
    robot.touch(name_of(kiosk, "spot:toilets_a"))
    assert not kiosk.visitor.screens.map.found
    robot.sees(word(kiosk, "spot_closed"))
    assert kiosk.choices.closed_spots(kiosk.modes.day.moment.date().replace(year=2030)) == frozenset()


@pytest.mark.parametrize("settings", PLACES, indirect=True)
def test_an_evacuation_shows_the_way_to_the_nearest_exit(kiosk: KioskApplication, qtbot: QtBot, settings: dict[str, str]) -> None:
    store = kiosk.content.holder.store
    venue = store.venue() if store else None
    assert venue is not None
    choose(kiosk, "emergency")
    qtbot.waitUntil(lambda: kiosk.shell.screen == "Evacuation")
    found = way_to(venue, Stand(f"spot:{settings['place']}", 0.0), "kind:exit", step_free=True)
    assert found is not None
    picture = kiosk.modes.view.restPicture
    assert all(text in picture.property("name") for text in found.goal.name.shown.values())
    said = " ".join(sentence.shown for sentence in kiosk.modes.view.announcement().utterances)
    assert found.goal.name.in_language("fr") in said


@pytest.mark.parametrize(("tag", "query"), [("ar", "فين المراحيض"), ("fr", "toilettes"), ("ar", "salle de priere")])
def test_a_place_that_is_searched_for_is_shown_on_the_map(robot: Robot, kiosk: KioskApplication, tag: str, query: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "search_prompt"))
    kiosk.visitor.screens.search.write(f"{query} ")
    first = next(row.members[0] for row in kiosk.visitor.screens.search.rows if row.members[0].members[0].startswith("map:"))
    robot.touch(first.members[1])
    assert kiosk.visitor.screens.map.found
    robot.sees(word(kiosk, "you_are_here"))
