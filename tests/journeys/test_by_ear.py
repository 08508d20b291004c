"""Blind visitors, in Arabic and in French, by keys alone: the test knows nothing but what was said."""

from collections.abc import Iterator

import pytest

from kiosk.domain.keypad import KeyCommand
from kiosk.ui.application import KioskApplication
from tests.helpers.ears import Ears, bare
from tests.helpers.fakes import FakeJack, FakePlayer, ManualClock
from tests.helpers.robot import Robot

TAGS = ("ar", "fr")


@pytest.fixture
def ears(kiosk: KioskApplication, robot: Robot, clock: ManualClock) -> Iterator[Ears]:
    yield Ears(kiosk, robot, clock)
    kiosk.shell.leave()
    robot.settle()
    kiosk.narration.reader.stop()


def words(kiosk: KioskApplication, tag: str) -> dict[str, str]:
    """What the visitor knows of the language: the words of the buttons."""
    return {key: text.in_language(tag) for key, text in kiosk.shell.source_words.items()}


def begin(ears: Ears, kiosk: KioskApplication, player: FakePlayer, tag: str) -> dict[str, str]:
    """Any key; listen until one's own language is offered; OK."""
    known = words(kiosk, tag)
    ears.strike(KeyCommand.REPEAT)
    ears.listen(player, lambda: ears.last == bare(known["ear_choose"]))
    assert ears.last == bare(known["ear_choose"])
    ears.forget()
    ears.strike(KeyCommand.OK)
    ears.listen(player, lambda: ears.heard(known["services"]))
    assert ears.heard(known["home_question"])
    return known


@pytest.mark.clause("EN 5.1.2.1", "EN 5.1.6.1", "EN 5.1.3.16")
@pytest.mark.parametrize("tag", TAGS)
def test_from_nothing_to_a_personal_list_with_its_code_read_out(
    ears: Ears, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    known = begin(ears, kiosk, player, tag)
    ears.strike(KeyCommand.OK)
    ears.listen(player, lambda: ears.heard(known["of_count"].format(count=16)))
    assert ears.heard(known["services_summary"])
    service = ears.said[ears.said.index("1") - 1]
    ears.strike(KeyCommand.OK)
    ears.listen(player, lambda: service in ears.said[1:])
    ears.choose(known["find_my_list"])
    ears.choose(known["guide_start"]) if not ears.heard(known["guide_start"]) else ears.strike(KeyCommand.OK)
    for _ in range(30):
        ears.listen(player, lambda: False)
        if ears.heard(known["guide_summary"]):
            break
        if ears.heard(known["number_more"]):
            ears.strike(KeyCommand.OK)
            ears.choose(known["guide_continue"])
        else:
            ears.forget()
            ears.strike(KeyCommand.OK)
    ears.choose(known["guide_show_list"])
    ears.choose(known["take_away"])
    ears.listen(player, lambda: False)
    assert ears.heard(known["take_away_how"])
    ears.go_to(known["resume_code"])
    ears.listen(player, lambda: False)
    code = "".join(ears.said[ears.said.index(bare(known["resume_code"])) + 1 :][:8])
    shown = kiosk.visitor.screens.takeaway.resumeCode
    assert code == "".join(filter(str.isalnum, shown))
    assert len(code) == 8


@pytest.mark.parametrize("tag", [*TAGS, "en"])
def test_from_nothing_to_an_emergency_number_and_who_answers(
    ears: Ears, kiosk: KioskApplication, player: FakePlayer, tag: str
) -> None:
    known = begin(ears, kiosk, player, tag)
    ears.choose(known["emergency"])
    ears.listen(player, lambda: "19" in ears.said)
    assert ears.said.index(bare(known["emergency_summary"])) < ears.said.index("19")
    assert ears.heard(known["of_count"].format(count=8))
    first = kiosk.content.holder.store.emergency_numbers()[0].head.card.name.in_language(tag)
    assert ears.said.index(bare(first)) < ears.said.index("19")


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("settings", [{"place": "kiosk_a"}])
def test_from_nothing_to_the_next_steps_on_the_map(
    ears: Ears, kiosk: KioskApplication, player: FakePlayer, tag: str, settings: dict[str, str]
) -> None:
    known = begin(ears, kiosk, player, tag)
    ears.choose(known["map"])
    ears.listen(player, lambda: ears.heard(known["map_touch"]))
    ears.choose(known["spot_toilets"])
    ears.listen(player, lambda: False)
    began = {known[word] for word in ("way_ahead", "way_from_left", "way_from_right", "way_behind")}
    assert any(ears.heard(one) for one in began)
    assert ears.heard(known["no_stairs"])


def test_help_names_each_key_and_does_nothing_else(ears: Ears, kiosk: KioskApplication, player: FakePlayer) -> None:
    known = begin(ears, kiosk, player, "fr")
    ears.strike(KeyCommand.HELP)
    ears.forget()
    for command in KeyCommand:
        if command is not KeyCommand.HELP:
            ears.strike(command)
            assert ears.last in bare(known[f"ear_key_{command}"])
    assert kiosk.shell.screen == "Home"
    ears.forget()
    ears.strike(KeyCommand.HELP)
    ears.listen(player, lambda: False)
    assert ears.said.count(bare(known["ear_help_over"])) == 1
    assert ears.heard(known["services"])


@pytest.mark.clause("House: spoken countdown", "House: 180 seconds")
def test_back_finds_the_place_and_an_unanswered_countdown_ends(
    ears: Ears, kiosk: KioskApplication, player: FakePlayer, clock: ManualClock
) -> None:
    known = begin(ears, kiosk, player, "fr")
    ears.choose(known["glossary"])
    ears.forget()
    ears.strike(KeyCommand.BACK)
    ears.listen(player, lambda: False)
    assert ears.heard(known["glossary"])
    clock.advance(170)
    kiosk.shell.session.tick()
    assert not kiosk.shell.prompting
    clock.advance(11)
    ears.forget()
    kiosk.shell.session.tick()
    ears.listen(player, lambda: False)
    assert ears.heard(known["ear_still_here"])
    clock.advance(10)
    kiosk.shell.session.tick()
    ears.listen(player, lambda: False)
    assert ears.heard(known["ear_seconds"].format(seconds=20))
    ears.strike(KeyCommand.NEXT)
    assert not kiosk.shell.prompting
    ears.listen(player, lambda: False)
    clock.advance(211)
    ears.forget()
    kiosk.shell.session.tick()
    assert kiosk.shell.screen == "Attract"
    ears.robot.until(lambda: ears.heard(known["feedback_ready"]))


@pytest.mark.clause("EN 5.1.3.11")
def test_volume_and_speed_are_told_and_gone_with_the_visit(ears: Ears, kiosk: KioskApplication, player: FakePlayer) -> None:
    known = begin(ears, kiosk, player, "fr")
    ears.forget()
    ears.strike(KeyCommand.LOUDER)
    ears.listen(player, lambda: False)
    assert ears.said == [known["volume"], "100"]
    ears.strike(KeyCommand.SPEED)
    assert player.speed == 125
    ears.strike(KeyCommand.HOME, hold=2.5)
    assert kiosk.shell.screen == "Attract"
    assert (player.speed, player.volume) == (100, 80)


def test_a_headset_begins_and_ends(ears: Ears, kiosk: KioskApplication, player: FakePlayer, jack: FakeJack) -> None:
    known = words(kiosk, "fr")
    jack.plugged.emit()
    ears.listen(player, lambda: ears.last == bare(known["ear_choose"]))
    ears.strike(KeyCommand.OK)
    assert kiosk.shell.screen == "Home"
    jack.unplugged.emit()
    ears.robot.until(lambda: kiosk.shell.screen == "Attract")


@pytest.mark.clause("EN 5.1.3.1")
def test_any_key_at_any_moment_is_answered_by_a_voice(
    ears: Ears, kiosk: KioskApplication, player: FakePlayer, clock: ManualClock
) -> None:
    """Whoever does not see cannot know that somebody's visit is open still; nothing on the screen changes until they say so."""
    known = words(kiosk, "fr")
    ears.robot.touch("Français")
    clock.advance(2)
    ears.strike(KeyCommand.NEXT)
    ears.robot.until(lambda: bool(ears.said))
    ears.listen(player, lambda: False)
    assert ears.said[0] == bare(ears.focus), "what has the focus is named"
    assert not kiosk.serving.ear.on
    ears.forget()
    ears.strike(KeyCommand.HELP)
    ears.listen(player, lambda: False)
    assert ears.heard(known["ear_how_keys"]) and ears.heard(known["home_question"])
    assert kiosk.shell.screen == "Home"
    ears.choose(known["ear_off"])
    assert not kiosk.serving.ear.on
    ears.forget()
    ears.strike(KeyCommand.NEXT, wait=20)
    ears.robot.until(lambda: bool(ears.said))
    ears.listen(player, lambda: False)
    assert ears.heard(known["ear_join"]), "who wanted no voice is not made to; who comes after them is told how"
    assert (kiosk.shell.screen, kiosk.serving.ear.on) == ("Home", False)


def test_a_key_after_a_while_begins_where_the_screen_stands_and_so_does_the_one_that_answers(
    ears: Ears, kiosk: KioskApplication, player: FakePlayer, clock: ManualClock
) -> None:
    for idle in (20, 100):
        ears.robot.touch("Français")
        kiosk.shell.show("Services")
        ears.robot.settle()
        clock.advance(idle)
        kiosk.shell.session.tick()
        assert kiosk.shell.prompting == (idle == 100)
        ears.forget()
        ears.strike(KeyCommand.OK)
        ears.listen(player, lambda: False)
        assert ears.heard(words(kiosk, "fr")["ear_how_keys"])
        assert kiosk.shell.screen == "Services"
        kiosk.shell.leave()
        ears.robot.settle()


@pytest.mark.clause("EN 5.1.3.15")
def test_what_is_wrong_in_an_entry_is_said(ears: Ears, kiosk: KioskApplication, player: FakePlayer) -> None:
    known = begin(ears, kiosk, player, "fr")
    kiosk.shell.show("Resume")
    for sign in "AAAAAAAA":
        kiosk.visitor.screens.resume.press(sign)
    ears.robot.settle()
    ears.listen(player, lambda: False)
    ears.choose(known["resume_open"])
    ears.listen(player, lambda: False)
    assert ears.heard(known["resume_unknown"])


def test_search_letter_by_letter(ears: Ears, kiosk: KioskApplication, player: FakePlayer) -> None:
    known = begin(ears, kiosk, player, "fr")
    ears.choose(known["search_prompt"])
    for sign in "cnie":
        ears.choose(sign)
    ears.listen(player, lambda: False)
    assert "cnie" in ears.said
    ears.strike(KeyCommand.HOME)
    ears.listen(player, lambda: False)
    ears.choose(known["search_prompt"])
    ears.listen(player, lambda: False)
    assert kiosk.visitor.screens.search.typed == "cnie"
