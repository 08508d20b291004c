"""What stands at the foot of every screen, and what is said to whoever goes by ear."""

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.domain.formatting import Words, filled
from kiosk.domain.keypad import KeyCommand
from kiosk.domain.language import Language, LocalizedText
from kiosk.domain.speech.letters import own_name
from kiosk.presentation.entries.entry import Act, Entry, Verb, aside, entry, same
from kiosk.presentation.route import Screen

COUNTDOWN = (30, 20, 10)
"""Seconds before the end at which whoever goes by ear is told how many are left."""


class Foot(NamedTuple):
    """What decides which keys stand at the foot."""

    screen: Screen
    languages: tuple[Language, ...]
    tag: str
    can_go_back: bool = True
    on_page: bool = False
    bilingual: bool = False
    taking: bool = False
    """Whether the take-aways are open."""


def foot_entries(foot: Foot, words: Words) -> tuple[Entry, ...]:
    """The keys at the foot, those of the page first."""
    found = []
    if foot.on_page:
        verb = Verb.PUT_AWAY if foot.taking else Verb.TAKE
        found.append(entry(words["take_away"], act=Act(verb), chosen=foot.taking))
    if foot.can_go_back or foot.taking:
        found.append(entry(words["back"], act=Act(Verb.PUT_AWAY if foot.taking else Verb.BACK)))
    found += [entry(words["home"], act=Act(Verb.HOME)), entry(words["listen"], act=Act(Verb.LISTEN))]
    if foot.on_page:
        found.append(entry(words["bilingual"], act=Act(Verb.BILINGUAL), chosen=foot.bilingual))
    else:
        found += [entry(words["volume"], act=Act(Verb.VOLUME)), entry(words["search"], act=Act(Verb.SHOW, Screen.SEARCH))]
    found.append(entry(words["call_staff"], act=Act(Verb.SHOW, Screen.CALL_STAFF)))
    found.append(entry(words["call"], same("19", words), act=Act(Verb.SHOW, Screen.EMERGENCY)))
    found += (
        entry(
            own_name(language.endonym, words["home"].shown), act=Act(Verb.LANGUAGE, language.tag), chosen=language.tag == foot.tag
        )
        for language in foot.languages
    )
    return aside(found)


def percent(word: str, value: int, words: Words) -> tuple[LocalizedText, LocalizedText]:
    """How loud, or how fast, it is."""
    return words[word], same(f"{value} %", words)


def seconds_left(seconds: int, words: Words) -> LocalizedText:
    """How long it still takes until the visit ends."""
    return filled(words["ear_seconds"], lambda _tag: {"seconds": str(seconds)})


def welcome(words: Words, *, by_finger: bool) -> tuple[LocalizedText, ...]:
    """How to go by ear: by the keys of a pad, or by the corners of the panel."""
    return (words["ear_how_corners" if by_finger else "ear_how_keys"],)


def help_words() -> Iterable[tuple[KeyCommand, str]]:
    """The word that names each key."""
    return ((command, f"ear_key_{command}") for command in KeyCommand)
