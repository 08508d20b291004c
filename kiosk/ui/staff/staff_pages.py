"""Pages of the staff's panel, and the rows on them."""

from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.bidi import directed
from kiosk.domain.content_mode import ContentMode, ModeHome, ModeLook, ModeService
from kiosk.domain.formatting import Words, filled, format_hours, format_time
from kiosk.domain.language import LocalizedText
from kiosk.domain.slot_change import SlotMark, change_words
from kiosk.domain.timetable import Showing
from kiosk.presentation.reading import Reading
from kiosk.presentation.rows import card_row
from kiosk.presentation.serving_rows import ChangedShow, Choice, ModeTile
from kiosk.ui.modes.mode_keeper import ModeKeeper

HALF_HOUR = timedelta(minutes=30)
ENDS = 3
"""Half hours offered as the end of a mode."""


class PanelPage(StrEnum):
    """What the panel shows; each value is the file's name in Kiosk.Staff without `PanelPage`."""

    SHUT = ""
    PAD = "Pad"
    FIRST = "First"
    EVACUATE = "Evacuate"
    RESCUE = "Rescue"
    WHO = "Who"
    NEW_PIN = "NewPin"
    BOARD = "Board"
    UNTIL = "Until"
    SHOWS = "Shows"
    SPOTS = "Spots"
    STATUS = "Status"
    CHECK = "Check"
    REPORT = "Report"
    CLOCK = "Clock"
    STICK = "Stick"
    PREVIOUS = "Previous"
    TOOLS = "Tools"
    HALL = "Hall"


def mode_tile(name: str, mode: ContentMode, reading: Reading, words: Words, *, chosen: bool = False) -> ModeTile:
    """A mode as staff choose it.

    Args:
        name: what it is chosen by.
        mode: the mode.
        reading: the language in use.
        words: the interface's.
        chosen: whether it is in force.
    """
    card = card_row(mode.head.card, reading)._replace(identifier=name)
    if mode.service is not ModeService.OPEN:
        card = card._replace(name=reading.plain(words[_act(mode)]))
    return ModeTile(
        card=card,
        urgent=mode.service is not ModeService.OPEN,
        alarm=mode.service is ModeService.EMERGENCY,
        pavilion=mode.home is ModeHome.ITEM,
        chosen=chosen,
    )


def _act(mode: ContentMode) -> str:
    """What is done by choosing a mode that serves nobody: its name says what visitors read then."""
    if mode.service is ModeService.EMERGENCY:
        return "evacuate_now"
    return "act_sleep" if mode.look is ModeLook.DARK else "act_close"


def board_rows(keeper: ModeKeeper, reading: Reading, words: Words) -> list[ModeTile]:
    """The modes as tiles."""
    current = keeper.resolution.mode if keeper.resolution is not None else None
    return [mode_tile(name, mode, reading, words, chosen=name == current) for name, mode in keeper.modes.items()]


def end_rows(now: datetime, change: datetime | None, reading: Reading, words: Words) -> list[Choice]:
    """How long a mode may be chosen for."""
    rows = []
    if change is not None:
        text = filled(words["end_next"], lambda _tag: {"time": format_time(change.time())})
        rows.append(Choice("next", reading.plain(text)))
    rows += [Choice(clock, reading.plain(_at(clock, words))) for clock in _clocks(now)]
    rows += [Choice(key, reading.plain(words[f"end_{key}"])) for key in ("day", "stay")]
    return rows


def _at(clock: str, words: Words) -> LocalizedText:
    return filled(words["end_at"], lambda _tag: {"time": clock})


def _clocks(now: datetime) -> list[str]:
    """The next half hours that are at least half an hour away."""
    first = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0) + 2 * HALF_HOUR
    return [format_time((first + n * HALF_HOUR).time()) for n in range(ENDS)]


def show_rows(showings: tuple[Showing, ...], now: datetime, reading: Reading, words: Words) -> list[ChangedShow]:
    """Today's showings that have not ended, as staff change them."""
    return [
        ChangedShow(
            identifier=showing.identifier,
            name=reading.plain(showing.demonstration.head.card.name),
            icon=showing.demonstration.head.card.icon,
            time=directed(format_hours(showing.slot.start, showing.slot.end), right_to_left=reading.right_to_left),
            place=reading.plain(showing.slot.place),
            news=reading.plain(news) if (news := change_words(showing.slot, showing.change, words)) else "",
            full=showing.change is not None and showing.change.mark is SlotMark.FULL,
            cancelled=showing.cancelled,
        )
        for showing in showings
        if not showing.has_ended(now)
    ]


def next_place(showings: tuple[Showing, ...], at: LocalizedText) -> LocalizedText:
    """The place after one, among those of the day, and back to the first."""
    places = list({tuple(s.slot.place.shown.items()): s.slot.place for s in showings}.values())
    position = next((n for n, place in enumerate(places) if place.shown == at.shown), -1)
    return places[(position + 1) % len(places)]
