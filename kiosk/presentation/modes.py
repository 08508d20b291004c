"""What a content mode puts on the screen, as rows for QML: the stage, the tiles, the slides, the rest."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from kiosk.content.store import ContentStore
from kiosk.domain.bidi import isolate_foreign_runs
from kiosk.domain.clock_trust import elapsed
from kiosk.domain.content_mode import ContentMode, ModeLook, ModeService, ModeStage
from kiosk.domain.formatting import Words, filled, format_date, format_span, format_time
from kiosk.domain.language import Direction, Language, LocalizedText
from kiosk.domain.mode_resolver import Resolution
from kiosk.domain.page import BlockKind
from kiosk.domain.slot_change import change_words
from kiosk.domain.timetable import Showing, Today, now_and_next
from kiosk.presentation.pictures import address
from kiosk.presentation.reading import Reading
from kiosk.presentation.rows import NamedPicture, Slide, StageRow, TitledLines, card_row

SLIDE_LINES = 3
"""Sentences a slide has room for."""
BOARD_LINES = 4


def side(language: Language, title: LocalizedText, lines: Iterable[LocalizedText]) -> TitledLines:
    """A title and lines in one language."""
    right_to_left = language.direction is Direction.RIGHT_TO_LEFT
    texts = [isolate_foreign_runs(text.in_language(language.tag), right_to_left=right_to_left) for text in (title, *lines)]
    return TitledLines(language.tag, right_to_left, texts[0], tuple(texts[1:]))


def stage_rows(
    mode: ContentMode,
    store: ContentStore,
    showings: Callable[[], tuple[Showing, ...]],
    now: datetime,
    languages: tuple[Language, ...],
    words: Words,
) -> list[StageRow]:
    """What the first picture says while nobody is there, in every language; the day's showings are only asked for by a board."""
    if mode.stage is ModeStage.BOARD:
        return [_stage("flag-banner", languages, words["demonstrations"], board_lines(showings(), now, words))]
    return [_stage("hand-pointing", languages, store.title, [store.subtitle])]


def loop_of(mode: ContentMode) -> str:
    """Which loop invites: `Board`, `Showcase`, `Children` or `Whole`."""
    if mode.stage is ModeStage.BOARD:
        return "Board"
    if mode.stage is ModeStage.SLIDES:
        return "Showcase"
    return "Children" if mode.look is ModeLook.LARGE and mode.questions else "Whole"


def _stage(icon: str, languages: tuple[Language, ...], title: LocalizedText, lines: list[LocalizedText]) -> StageRow:
    return StageRow(icon, tuple(side(language, title, lines) for language in languages))


def board_lines(showings: tuple[Showing, ...], now: datetime, words: Words) -> list[LocalizedText]:
    """Now and next, each with its place and the time that remains."""
    current, upcoming = now_and_next(showings, now)
    lines = [_board_line("now", "ends_in", showing, elapsed(now, showing.end), words) for showing in current]
    lines += [_board_line("next_up", "starts_in", showing, elapsed(now, showing.start), words) for showing in upcoming]
    return lines[:BOARD_LINES] or [words["nothing_next"]]


def _board_line(when: str, template: str, showing: Showing, left: timedelta, words: Words) -> LocalizedText:
    name, place = showing.demonstration.head.card.name, showing.slot.place
    news = change_words(showing.slot, showing.change, words)
    rest = filled(words[template], lambda tag: {"time": format_span(left, tag)})
    parts = dict.fromkeys(name.shown, (words[when], name, news or place, rest))
    return LocalizedText({tag: " · ".join(part.in_language(tag) for part in texts) for tag, texts in parts.items()})


def slide_rows(mode: ContentMode, store: ContentStore, today: Today, reading: Reading, words: Words) -> list[Slide]:
    """The items as large pages: name, summary, first sentences, and what the speaker says."""
    from kiosk.presentation.pages import compose_page  # slides alone are pages; the first picture waits for none

    rows = []
    for card, note in zip(mode.items, mode.notes, strict=True):
        page = compose_page(store, card.identifier, "", words, today)
        lines = tuple(reading.plain(b.text) for b in page.blocks if b.kind is BlockKind.PARAGRAPH)[:SLIDE_LINES]
        rows.append(Slide(card_row(card, reading), address(page.head.picture), lines, reading.plain(note) if note else ""))
    return rows


def rest_lines(
    mode: ContentMode, modes: Mapping[str, ContentMode], resolution: Resolution | None, now: datetime, place: str, words: Words
) -> list[LocalizedText]:
    """What a kiosk that serves nobody tells people: where to go, and when it is back where that is known."""
    lines = [mode.places[place].text] if place in mode.places else []
    lines += [statement.text for statement in mode.statements]
    change = resolution.change if resolution else None
    if change and mode.service is ModeService.CLOSED and modes[change.mode].service is ModeService.OPEN:
        lines.insert(0, opening_line(change.at, now, words))
    return lines


def rest_picture(mode: ContentMode, place: str, languages: tuple[Language, ...]) -> NamedPicture:
    """The picture of the kiosk's place, and what it shows in every language; nothing where there is none."""
    here = mode.places.get(place)
    if here is None or here.picture is None or here.picture_alternative is None:
        return NamedPicture()
    names = (here.picture_alternative.in_language(language.tag) for language in languages)
    return NamedPicture(address(here.picture), " · ".join(names))


def opening_line(at: datetime, now: datetime, words: Words) -> LocalizedText:
    """When a closed kiosk is back."""
    template = words["opens_at" if at.date() == now.date() else "opens_on"]
    when = {"time": format_time(at.time())}
    return filled(template, lambda tag: {"date": format_date(at.date(), tag), **when})


def notice_of(coming: ContentMode, seconds: int, words: Words) -> LocalizedText:
    """That the screen is about to change, and how long it waits at most."""
    return filled(words["switching_soon"], lambda tag: {"mode": coming.head.card.name, "time": format_span(seconds, tag)})
