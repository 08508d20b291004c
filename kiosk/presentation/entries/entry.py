"""One thing on a screen as it is said: its name, what it is, where it stands among others, and what it does."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.formatting import Words, filled
from kiosk.domain.language import LocalizedText
from kiosk.presentation.scripts import Placed


class Verb(StrEnum):
    """What pressing an entry does; the words stand for methods of the view models."""

    OPEN = "open"
    SHOW = "show"
    WAY = "way"
    STAIRS = "stairs"
    CASE = "case"
    GUIDE = "guide"
    BACK = "back"
    HOME = "home"
    LEAVE = "leave"
    FINISH = "finish"
    LANGUAGE = "language"
    BILINGUAL = "bilingual"
    LISTEN = "listen"
    VOLUME = "volume"
    TAKE = "take"
    PUT_AWAY = "put_away"
    CODE = "code"
    PRINT = "print"
    FILM = "film"
    NEED = "need"
    AUDIENCE = "audience"
    START = "start"
    OPTION = "option"
    CHANGE = "change"
    LIST = "list"
    FIGURE = "figure"
    ADD = "add"
    ERASE_FIGURE = "erase_figure"
    CONFIRM_NUMBER = "confirm_number"
    LETTER = "letter"
    ERASE_LETTER = "erase_letter"
    CLEAR = "clear"
    LAYOUT = "layout"
    QUERY = "query"
    SIGN = "sign"
    ERASE_SIGN = "erase_sign"
    SUBMIT = "submit"
    FACE = "face"
    ANSWER = "answer"
    LEVEL = "level"
    NEXT_QUESTION = "next_question"
    EAR_OFF = "ear_off"


class Act(NamedTuple):
    """What an entry does, and to what: an item, a screen, a letter, a number written in figures."""

    verb: Verb
    what: str = ""


class Entry(NamedTuple):
    """Something that is said in one go, and may be pressed."""

    texts: tuple[Placed, ...]
    """The name first, then what is told of it, each with the place where the screen shows it."""
    act: Act | None = None
    """None: it is only said."""
    chosen: bool = False
    """It is the one, or one of those, in force."""
    among: str = ""
    """The list it is counted in; empty where nothing is counted."""
    aside: bool = False
    """Said to whoever comes to it, not when the whole screen is read."""

    @property
    def name(self) -> LocalizedText:
        """What the screen calls it."""
        return self.texts[0][1]


class Menu(NamedTuple):
    """All that a screen says and offers."""

    key: str
    """The same for the same place; another for another question, panel or page."""
    title: tuple[Placed, ...]
    entries: tuple[Entry, ...]
    status: tuple[LocalizedText, ...] = ()
    """What has come of what was pressed, as a number typed or how many were found."""


def entry(name: LocalizedText, *more: LocalizedText, act: Act | None = None, chosen: bool = False, among: str = "") -> Entry:
    """An entry whose texts the screen does not light."""
    return Entry(tuple(("", text) for text in (name, *more)), act, chosen, among)


def aside(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that are left out when the whole screen is read."""
    return tuple(one._replace(aside=True) for one in entries)


def untitled(*texts: LocalizedText) -> tuple[Placed, ...]:
    """Texts that the screen does not light."""
    return tuple(("", text) for text in texts)


def same(text: str, words: Words) -> LocalizedText:
    """A text that is the same in every language, as a letter or a number."""
    return LocalizedText(dict.fromkeys(words["home"].shown, text))


def counted(word: str, count: int, words: Words) -> LocalizedText:
    """A word of the interface with a number filled in."""
    return filled(words[word], lambda _tag: {"count": str(count)})


def place_of(menu: Menu, at: int, words: Words) -> tuple[LocalizedText, ...]:
    """Where an entry stands among those it is counted with: its number, and how many there are."""
    one = menu.entries[at]
    others = [place for place, other in enumerate(menu.entries) if one.among and other.among == one.among]
    return (same(str(others.index(at) + 1), words), counted("of_count", len(others), words)) if len(others) > 1 else ()


def said(menu: Menu, at: int, words: Words) -> Iterator[Placed]:
    """An entry as it is said to whoever comes to it: name, state, place among others, then what is told of it."""
    one = menu.entries[at]
    yield one.texts[0]
    if one.chosen:
        yield "", words["chosen"]
    yield from untitled(*place_of(menu, at, words))
    yield from one.texts[1:]


def whole(menu: Menu, words: Words) -> Iterator[Placed]:
    """A screen as it is read from its title to its end: each list with how many it holds."""
    yield from menu.title
    yield from untitled(*menu.status)
    begun = set[str]()
    for one in menu.entries:
        if one.aside:
            continue
        if one.among and one.among not in begun:
            begun.add(one.among)
            count = sum(other.among == one.among for other in menu.entries)
            yield from untitled(*([counted("choices_count", count, words)] if count > 1 else []))
        yield one.texts[0]
        if one.chosen:
            yield "", words["chosen"]
        yield from one.texts[1:]
