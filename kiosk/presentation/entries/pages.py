"""A page, its take-aways, and the map."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kiosk.domain.formatting import Words, filled, format_date
from kiosk.domain.item import Source
from kiosk.domain.language import LocalizedText
from kiosk.domain.page import Block, BlockKind, Page
from kiosk.domain.venue.directions import minutes_of
from kiosk.domain.venue.plan import PASSAGES, Spot, SpotKind, Venue
from kiosk.presentation.entries.entry import Act, Entry, Menu, Verb, aside, entry, same, untitled
from kiosk.presentation.scripts import Placed


def page_menu(
    page: Page, words: Words, sources: Sequence[Source] = (), *, guide: str = "", way: str = "", minutes: int = 0
) -> Menu:
    """A page in the order of the screen, then where it leads.

    Args:
        page: the page.
        words: the interface's.
        sources: what proves it.
        guide: identifier of the guide that leads on from it; empty where there is none.
        way: identifier of what the map shows the way to; empty where it has not got it.
        minutes: how long that way is on foot; 0 where that is not known.
    """
    personal = page.head.card.identifier.startswith("guide:")
    ways = []
    if personal:
        ways.append(entry(words["guide_change_answers"], act=Act(Verb.BACK)))
    elif guide:
        ways.append(entry(words["find_my_list"], words["find_my_list_summary"], act=Act(Verb.GUIDE, guide)))
    if page.head.sign is not None:
        ways.append(entry(words["sign_language"], act=Act(Verb.FILM)))
    if way:
        ways.append(entry(words["show_the_way"], *([minutes_of(minutes, words)] if minutes else []), act=Act(Verb.WAY, way)))
    told = [one for number, block in enumerate(page.blocks) for one in _block_entries(number, block, words)]
    key = f"page {page.head.card.identifier} {page.choice}"
    end = aside((*_leave(page, words), entry(words["finished"], act=Act(Verb.FINISH))))
    return Menu(key, _head(page), (*told, *ways, *_cases(page, words), *_proof(page, sources, words), *end))


def _head(page: Page) -> tuple[Placed, ...]:
    card, shown = page.head.card, page.head.picture_alternative
    told: tuple[Placed, ...] = (("title", card.name), ("lead", card.summary))
    return told if shown.shown == card.name.shown else (*told, ("", shown))


def _block_entries(number: int, block: Block, words: Words) -> Iterator[Entry]:
    """A block, and what its picture shows."""
    text: Placed = (f"{number}.text", block.text)
    doubt = untitled(words["to_confirm"]) if block.confirm else ()
    shown = untitled(block.picture_alternative) if block.picture_alternative else ()
    label: tuple[Placed, ...] = ((f"{number}.label", block.label),) if block.label else ()
    act = Act(Verb.OPEN, block.target) if block.kind is BlockKind.LINK else None
    yield Entry((*label, text, *doubt, *shown), act, among="links" if act else "")


def _cases(page: Page, words: Words) -> Iterator[Entry]:
    if len(page.choices) > 1:
        yield entry(words["your_case"])
        for one in page.choices:
            yield entry(one.name, act=Act(Verb.CASE, one.identifier), chosen=one.identifier == page.choice, among="cases")


def _leave(page: Page, words: Words) -> Iterator[Entry]:
    if page.urgent:
        yield entry(words["leave_quickly"], act=Act(Verb.LEAVE))


def _proof(page: Page, sources: Sequence[Source], words: Words) -> Iterator[Entry]:
    """Where it was read and when, as the quiet line at the end says; who published it is told by name."""
    if not sources:
        return
    checked = filled(words["checked_on"], lambda tag: {"date": format_date(page.head.checked_on, tag)})
    yield entry(words["sources"], checked)._replace(aside=True)


class Carried(NamedTuple):
    """A code as it is told."""

    title: LocalizedText
    caption: LocalizedText
    """What it holds, in words a person can write down."""
    part: LocalizedText | None
    """Which of several codes it is."""
    how: LocalizedText
    """What is done with it."""
    label: LocalizedText
    """What stands on its key: the title, or of a site its name on the web."""


class Paper(NamedTuple):
    """How printing stands."""

    printable: bool = False
    said: str = ""
    """The word that tells it; empty while nobody has printed."""


def takeaway_menu(codes: Sequence[Carried], at: int, resume_code: str, paper: Paper, words: Words) -> Menu:
    """The code that is shown with all it holds, the resume code sign by sign, then the other codes and what can be done.

    Args:
        codes: all that can be carried away.
        at: which one is shown.
        resume_code: what opens the page again; empty for a page anyone finds.
        paper: whether it can be printed.
        words: the interface's.
    """
    shown = codes[at]
    told = (shown.title, *([shown.part] if shown.part else []), shown.caption, shown.how)
    signs = [sign for sign in resume_code if sign.isalnum()]
    spelt = [entry(words["resume_code"], *(same(sign, words) for sign in signs))] if signs else []
    others = [
        entry(one.label, *([one.part] if one.part else [one.caption]), act=Act(Verb.CODE, str(n)), chosen=n == at, among="codes")
        for n, one in enumerate(codes)
        if len(codes) > 1
    ]
    prints = paper.printable and paper.said not in {"printing", "printed"}
    printing = [entry(words["print"], act=Act(Verb.PRINT))] if prints else []
    end = (entry(words["finished"], act=Act(Verb.FINISH)), entry(words["close"], act=Act(Verb.PUT_AWAY)))
    status = (words[paper.said],) if paper.said else ()
    return Menu(f"takeaway {at}", untitled(words["take_away"]), (entry(*told), *spelt, *others, *printing, *end), status)


def map_menu(
    venue: Venue, facilities: Iterable[SpotKind], here: str, way: Page | None, goal: str, words: Words, *, step_free: bool
) -> Menu:
    """The way that is asked for, step by step; then every place one can ask the way to.

    Args:
        venue: the plan.
        facilities: kinds of places that are asked for most.
        here: the spot where the kiosk stands; empty where the plan does not have it.
        way: what is told of the way; None where nothing is looked for.
        goal: what is looked for.
        words: the interface's.
        step_free: whether the way has no stairs.
    """
    stairs = entry(words["no_stairs"], act=Act(Verb.STAIRS, "" if step_free else "1"), chosen=step_free)
    steps = [one for number, block in enumerate(way.blocks) for one in _block_entries(number, block, words)] if way else []
    kinds = [entry(words[f"spot_{kind}"], act=Act(Verb.WAY, f"kind:{kind}"), among="facilities") for kind in facilities]
    spots = [_spot(spot) for spot in venue.spots if _is_goal(spot, here)]
    sample = (words["map_sample"],) if venue.sample else ()
    title = _head(way) if way else untitled(words["map"], *sample, words["map_touch"])
    key = f"map {goal} {step_free}" if way else "map"
    return Menu(key, title, (*steps, *([stairs] if way else []), *kinds, *spots))


def _is_goal(spot: Spot, here: str) -> bool:
    return spot.kind not in PASSAGES and spot.kind is not SpotKind.KIOSK and spot.identifier != here


def _spot(spot: Spot) -> Entry:
    return entry(spot.name, act=Act(Verb.WAY, spot.identifier), among="spots")
