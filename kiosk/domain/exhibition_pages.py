"""Pages of the exhibition's items."""

from kiosk.domain.bidi import isolate
from kiosk.domain.exhibition import (
    Demonstration,
    Edition,
    EmergencyNumber,
    GlossaryTerm,
    Organisation,
    Pavilion,
    TimetableSlot,
    Unit,
)
from kiosk.domain.formatting import Words, date_range, filled, format_number, format_time, joined, localized
from kiosk.domain.item import Card, ItemKind
from kiosk.domain.language import LocalizedText
from kiosk.domain.page import (
    Block,
    BlockKind,
    Page,
    folded,
    links,
    notice,
    number_block,
    officer_block,
    paragraphs,
    room_after,
    section,
    sources_of,
)
from kiosk.domain.slot_change import change_words
from kiosk.domain.timetable import Showing, Today, showings


def organisation_page(organisation: Organisation) -> Page:
    """The institution's page."""
    head, told = organisation.head, organisation.statements
    return Page(head, folded(paragraphs(told), room_after(head)), sources=sources_of(told))


def pavilion_page(pavilion: Pavilion, words: Words) -> Page:
    """What it is, what it does for you, what you can see here, how to reach it; then where it leads."""
    parts = (pavilion.what_it_is, pavilion.what_it_does, pavilion.what_to_see, pavilion.how_to_reach)
    titles = ("what_it_is", "what_it_does", "what_to_see", "how_to_reach")
    told = [b for title, part in zip(titles, parts, strict=True) for b in section(words[title], paragraphs(part))]
    blocks = [*folded(tuple(told), room_after(pavilion.head))]
    blocks += section(words["units"], links(pavilion.units))
    blocks += section(words["related_services"], links(pavilion.services))
    blocks += section(words["related_demonstrations"], links(pavilion.demonstrations))
    return Page(pavilion.head, tuple(blocks), sources=sources_of(*parts))


def unit_page(unit: Unit, words: Words) -> Page:
    """A unit, and the pavilion it belongs to."""
    told = folded(paragraphs(unit.statements), room_after(unit.head))
    blocks = (*told, *section(words["pavilion"], links((unit.pavilion,))))
    return Page(unit.head, blocks, sources=sources_of(unit.statements))


def slot_block(slot: TimetableSlot, words: Words) -> Block:
    """A showing's time and place."""
    hours = filled(words["time_range"], lambda _tag: {"start": format_time(slot.start), "end": format_time(slot.end)})
    return Block(BlockKind.ROW, slot.place, label=hours, icon="clock")


def _showing_told(slot: TimetableSlot, of_today: tuple[Showing, ...], today: Today) -> Showing | None:
    """Of a slot the showing that has not ended, else the last one."""
    mine = [showing for showing in of_today if showing.slot.identifier == slot.identifier]
    return next((showing for showing in mine if not showing.has_ended(today.now)), mine[-1] if mine else None)


def demonstration_page(demonstration: Demonstration, words: Words, today: Today) -> Page:
    """A show: its warning first, then what it is and when; what staff changed today is said first of all."""
    warnings = (demonstration.warning,) if demonstration.warning else ()
    of_today = showings((demonstration,), today)
    told = [(slot, _showing_told(slot, of_today, today)) for slot in demonstration.slots]
    slots = tuple(slot_block(showing.slot if showing else slot, words) for slot, showing in told)
    news = [change_words(showing.slot, showing.change, words) for _, showing in told if showing]
    sample = (notice(words["sample_timetable"]),) if any(s.sample for s in demonstration.slots) else ()
    blocks = (
        *(Block(BlockKind.NOTICE, text, label=words["today"], icon="megaphone") for text in news if text),
        *(Block(BlockKind.NOTICE, w.text, label=words["warning"], icon="warning", confirm=w.confirm) for w in warnings),
        *folded(section(words["about_show"], paragraphs(demonstration.statements)), room_after(demonstration.head)),
        *section(words["timetable"], (*sample, *slots)),
        *section(words["pavilion"], links((demonstration.pavilion,) if demonstration.pavilion else ())),
    )
    return Page(demonstration.head, blocks, sources=sources_of(warnings, demonstration.statements))


def edition_page(edition: Edition, words: Words) -> Page:
    """One year's Open Days: slogan, place, dates, visitors, facts."""
    tags = tuple(edition.slogan.shown)
    place = edition.city
    if edition.venue is not None:
        place = joined(edition.city, edition.venue)
    visitors = localized(tags, lambda tag: format_number(edition.visitors, tag))
    rows = (
        Block(BlockKind.ROW, edition.slogan, label=words["slogan"], icon="quotes"),
        Block(BlockKind.ROW, place, label=words["city"], icon="map-pin"),
        Block(BlockKind.ROW, date_range(edition.start, edition.end, words), label=words["dates"], icon="calendar"),
        Block(BlockKind.FACT, visitors, label=words["visitors"], icon="users-three", confirm=edition.visitors_confirm),
    )
    blocks = (*rows, *folded(section(words["figures"], paragraphs(edition.statements)), room_after(edition.head)))
    return Page(edition.head, blocks, sources=tuple(dict.fromkeys((*edition.sources, *sources_of(edition.statements)))))


def emergency_page(number: EmergencyNumber, words: Words) -> Page:
    """A number to call and where it answers, an officer here, and what to do now."""
    blocks = (
        number_block(number.number, number.where),
        officer_block(words),
        *section(words["act_now"], paragraphs(number.statements)),
    )
    sources = tuple(dict.fromkeys((*number.sources, *sources_of(number.statements))))
    return Page(number.head, blocks, sources=sources, urgent=True)


def term_card(term: GlossaryTerm) -> Card:
    """A word, with the same word in the other languages, each said as it is said there."""
    names = term.name.shown
    others = {tag: " · ".join(isolate(name) for other, name in names.items() if other != tag) for tag in names}
    said = {tag: ", ".join(term.name.spoken(other) for other in names if other != tag) for tag in names}
    return Card(term.identifier, ItemKind.GLOSSARY_TERM, term.name, LocalizedText(others, said), "translate")
