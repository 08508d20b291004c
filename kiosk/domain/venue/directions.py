"""A way in words: what somebody does at each turn, and how long it takes."""

from collections.abc import Iterator
from datetime import date

from kiosk.domain.formatting import Words, filled, joined
from kiosk.domain.item import Card, Head, ItemKind
from kiosk.domain.language import LocalizedText
from kiosk.domain.page import OFFICER, Block, BlockKind, Page
from kiosk.domain.venue.plan import PASSAGES, Spot, Venue
from kiosk.domain.venue.wayfinding import Turn, Way

MOST_MINUTES = 20
"""Longer ways are said by a live voice."""
_BEGIN = {Turn.AHEAD: "way_ahead", Turn.LEFT: "way_from_left", Turn.RIGHT: "way_from_right", Turn.BEHIND: "way_behind"}
_AT = {Turn.LEFT: "way_left_at", Turn.RIGHT: "way_right_at"}
_GO_ON = {Turn.AHEAD: "way_on", Turn.LEFT: "way_left", Turn.RIGHT: "way_right", Turn.BEHIND: "way_behind"}


def way_page(venue: Venue, way: Way, words: Words) -> Page:
    """A way as a page: how long it is, then each step; it is read aloud, printed and taken home like any other."""
    lead = minutes_of(way.minutes, words)
    blocks = tuple(Block(BlockKind.PARAGRAPH, step) for step in steps_of(way, venue, words))
    return Page(_head(way.goal, joined(lead, words["no_stairs"]) if way.step_free else lead), blocks)


def lost_page(goal: Spot, words: Words, *, closed: bool) -> Page:
    """What is told where no way leads: why, as far as that is known, and whom to ask."""
    ask = Block(BlockKind.LINK, words["way_none"], target=OFFICER)
    return Page(_head(goal, words["spot_closed"] if closed else words["way_none"]), (ask,))


def _head(goal: Spot, summary: LocalizedText) -> Head:
    card = Card(goal.identifier, ItemKind.PRACTICAL, goal.name, summary, goal.icon)
    return Head(card, goal.name, date.min)


def steps_of(way: Way, venue: Venue, words: Words) -> tuple[LocalizedText, ...]:
    """One sentence a step, and one that says where one arrives."""
    return (*_sentences(way, venue, words), _named(words["way_arrive"], way.goal.name))


def _sentences(way: Way, venue: Venue, words: Words) -> tuple[LocalizedText, ...]:
    found, passed = list[LocalizedText](), {way.goal.identifier}
    for number, leg in enumerate(way.legs):
        landmark, passage = venue.spot(leg.landmark), venue.spot(leg.passage)
        if number and landmark is not None and landmark.identifier not in passed and leg.turn in _AT:
            found.append(_named(words[_AT[leg.turn]], landmark.name))
            passed.add(landmark.identifier)
        else:
            found.append(words[(_GO_ON if number else _BEGIN)[leg.turn]])
        if passage is not None and passage.identifier not in passed:
            found.append(_named(words["way_through"], passage.name))
            passed.add(passage.identifier)
    return tuple(found)


def sentences_of(venue: Venue, words: Words) -> Iterator[LocalizedText]:
    """Whatever a way may say, for their sounds are made ahead."""
    yield from (words[word] for word in ("map", "map_touch", "way_none", "spot_closed", *_BEGIN.values(), *_GO_ON.values()))
    for minutes in range(1, MOST_MINUTES + 1):
        lead = minutes_of(minutes, words)
        yield from (lead, joined(lead, words["no_stairs"]))
    for spot in venue.spots:
        templates = ("way_through", *_AT.values()) if spot.kind in PASSAGES else ("way_arrive", *_AT.values())
        yield spot.name
        yield from (_named(words[template], spot.name) for template in templates)


def minutes_of(minutes: int, words: Words) -> LocalizedText:
    """How long a way is on foot."""
    from kiosk.domain.speech.arabic_counted import agreeing  # with the first way

    text = filled(words["way_minute" if minutes == 1 else "way_minutes"], lambda _tag: {"minutes": str(minutes)})
    return text._replace(shown={tag: agreeing(shown) if tag == "ar" else shown for tag, shown in text.shown.items()})


def _named(template: LocalizedText, name: LocalizedText) -> LocalizedText:
    return filled(template, lambda _tag: {"name": name})
