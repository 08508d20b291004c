"""In Arabic every range of times runs one way, from the right: the beginning first."""

import re
from datetime import UTC, datetime, time

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, starts_right_to_left
from kiosk.domain.exhibition_pages import demonstration_page
from kiosk.domain.handoff import event_takeaway
from kiosk.domain.timetable import Today, showings
from kiosk.presentation.list_rows import showing_row
from kiosk.presentation.reading import Reading
from kiosk.presentation.spoken_texts import unique_texts
from kiosk.ui.staff.staff_pages import show_rows
from tests.helpers.things import DAY

_TIME = re.compile(r"\d{1,2}:\d\d")
_ALONE = re.compile(f"{FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE}")


def composed() -> list[str]:
    """Every Arabic text with a time that lists, pages, staff's rows, take-aways and the content make."""
    with ContentStore.open(ROOT / "content.db") as store:
        arabic = next(language for language in store.languages if language.tag == "ar")
        reading, words = Reading(store.languages, arabic), store.words()
        shows = tuple(store.demonstrations())
        today = Today(datetime.combine(DAY, time(11, 10), UTC))
        of_today = showings(shows, today)
        rows = [showing_row(one, today.now, {one.demonstration.head.card.identifier: 4}, reading, words) for one in of_today]
        texts = [text for row in rows for text in (row.time, row.walk, row.left)]
        texts += [row.time for row in show_rows(of_today, today.now, reading, words)]
        events = [event_takeaway(show, today, words) for show in shows]
        texts += [reading.plain(event.caption) for event in events if event]
        blocks = [block for show in shows for block in demonstration_page(show, words, today).blocks]
        texts += [reading.plain(text) for block in blocks for text in (block.text, block.label) if text]
        texts += [reading.plain(text) for _, text in unique_texts(store)]
    return [text for text in texts if _TIME.search(text)]


def test_each_time_stands_by_itself_in_a_line_from_the_right() -> None:
    texts = composed()
    assert len(texts) > 30
    for text in texts:
        assert all(len(_TIME.findall(alone)) <= 1 for alone in _ALONE.findall(text)), text
        assert not _TIME.search(_ALONE.sub("", text)), text
        assert starts_right_to_left(text), text
