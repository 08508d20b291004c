"""What staff say about one showing of a demonstration: later, elsewhere, full, cancelled."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.exhibition import TimetableSlot
from kiosk.domain.formatting import Words, filled, format_time, joined
from kiosk.domain.language import LocalizedText

DELAY_STEP = 15
"""Minutes a touch delays a showing by."""
LONGEST_DELAY = 180


class SlotMark(StrEnum):
    """Whether one can still come; each value is the key of its word."""

    NONE = ""
    FULL = "show_full"
    CANCELLED = "show_cancelled"


class SlotChange(NamedTuple):
    """How a showing differs from the timetable on one day."""

    minutes: int = 0
    place: LocalizedText | None = None
    mark: SlotMark = SlotMark.NONE


Changes = Mapping[tuple[date, str], SlotChange]
"""The changes by the day of the showing, on which the timetable lets it start, and the identifier of the slot."""


def change_words(slot: TimetableSlot, change: SlotChange | None, words: Words) -> LocalizedText | None:
    """The change in words, never in colour alone; `slot` is as it is given. None where there is none."""
    if change is None or change == SlotChange():
        return None
    parts = [words[change.mark]] if change.mark else []
    if change.minutes:
        parts.append(filled(words["show_delayed"], lambda _tag: {"time": format_time(slot.start)}))
    if change.place:
        place = change.place
        parts.append(filled(words["show_moved"], lambda _tag: {"place": place}))
    return joined(*parts)


def delayed(change: SlotChange) -> SlotChange:
    """A step later."""
    return change._replace(minutes=min(LONGEST_DELAY, change.minutes + DELAY_STEP))


def marked(change: SlotChange, mark: SlotMark) -> SlotChange:
    """Marked, or not any more where it was."""
    return change._replace(mark=SlotMark.NONE if change.mark is mark else mark)
