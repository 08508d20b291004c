"""The page of a public service, read for one situation."""

from kiosk.domain.condition import Answers
from kiosk.domain.formatting import Words, amount, duration, joined
from kiosk.domain.guide import Guide
from kiosk.domain.item import Card
from kiosk.domain.page import (
    LEAD_WORDS,
    Block,
    BlockKind,
    Page,
    PageCase,
    behind_more,
    folded,
    links,
    number_block,
    officer_block,
    paragraphs,
    section,
    sources_of,
)
from kiosk.domain.personal_list import answers_text
from kiosk.domain.public_service import ChannelType, Cost, Inapplicable, PublicService, Situation
from kiosk.domain.resume_code import encode

_CHANNEL_ICONS = {ChannelType.DESK: "map-pin", ChannelType.WEBSITE: "globe"}


def service_page(service: PublicService, choice: str, words: Words) -> Page:
    """What to bring, what it costs, how long it takes and where, for one situation; of an urgent one, whom to call and what to do.

    Args:
        service: the service.
        choice: the situation's identifier; empty for the first urgent one, else the first.
        words: the interface's words.
    """
    first = next((situation for situation in service.situations if situation.urgent), service.situations[0])
    situation = service.situation(choice) if choice else first
    choices = tuple(PageCase(s.identifier, s.name) for s in service.situations)
    if situation.urgent:
        now = folded(section(words["act_now"], paragraphs((*service.steps, *situation.notes))), LEAD_WORDS)
        blocks = _urgent(service, situation, words, now)
    else:
        who = Block(BlockKind.ROW, situation.applies_to, label=words["who_can_ask"], icon="user")
        blocks = _calm(service, situation, words, behind_more(paragraphs(situation.notes)), (who,))
    return Page(service.head, blocks, choices, situation.identifier, _sources(service, situation), situation.urgent)


def personal_page(personal: PublicService, guide: Guide, answers: Answers, words: Words, services: tuple[Card, ...] = ()) -> Page:
    """The list of one person: a service as it applies after the answers to its guide.

    Args:
        personal: what `personal_service` gives for the answers.
        guide: the guide that was followed.
        answers: complete answers.
        words: the interface's words.
        services: other public services that have more for these answers.
    """
    (situation,) = personal.situations
    given = Block(BlockKind.ROW, answers_text(guide, answers), label=words["your_answers"], icon="list-bullets")
    name = personal.head.card.name
    title = joined(words["your_list"], situation.name)
    others = section(words["related_services"], links(services))
    card = personal.head.card._replace(identifier=guide.identifier, name=title, summary=name)
    head = personal.head._replace(card=card, checked_on=min(personal.head.checked_on, guide.checked_on))
    if situation.urgent:
        now = section(words["act_now"], (*paragraphs(situation.notes), *behind_more(paragraphs(personal.steps))))
        blocks = (*_urgent(personal, situation, words, (*now, *others)), given)
    else:
        blocks = (given, *others, *_calm(personal, situation, words, paragraphs(situation.notes), ()))
    return Page(head, blocks, choice=encode(guide, answers), sources=_sources(personal, situation), urgent=situation.urgent)


def _urgent(service: PublicService, situation: Situation, words: Words, now: tuple[Block, ...]) -> tuple[Block, ...]:
    """Numbers, an officer, what to do now and where; everything else behind "more"."""
    rest = (
        *section(words["papers"], _papers(service, situation), "bring"),
        *_time(service, words),
        *section(words["delay"], _delay(service), "wait"),
        *_rest(service, words),
    )
    return (
        *_numbers(service),
        officer_block(words),
        *now,
        *section(words["where"], _places(service), "go"),
        *behind_more(rest),
    )


def _calm(
    service: PublicService, situation: Situation, words: Words, notes: tuple[Block, ...], who: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The figures of a service, its papers with the situation's notes, and who may ask; everything else behind "more"."""
    papers, costs = _papers(service, situation), _costs(service.costs_for(situation), words)
    time, delay = _time(service, words), _delay(service)
    given = {Inapplicable.PAPERS: papers, Inapplicable.COST: costs, Inapplicable.DELAY: time or delay}
    missing = [words[part.value] for part, blocks in given.items() if not blocks and part not in service.not_applicable]
    whom = "unpublished_there" if _places(service) else "unpublished"
    unpublished = (Block(BlockKind.ROW, joined(*missing), label=words[whom], icon="info"),) if missing else ()
    return (
        *costs,
        *time,
        *section(words["papers"], (*papers, *notes) if papers else (), "bring"),
        *who,
        *section(words["delay"], delay, "wait"),
        *section(words["where"], (*_numbers(service), *_places(service)), "go"),
        *unpublished,
        *section(words["steps"], (*(() if papers else notes), *behind_more(paragraphs(service.steps)))),
        *behind_more(_rest(service, words)),
    )


def _rest(service: PublicService, words: Words) -> tuple[Block, ...]:
    return (
        *section(words["what_you_get"], paragraphs((service.output,)), "collect"),
        *section(words["validity"], paragraphs(service.validity)),
        *section(words["who_can_ask"], paragraphs(service.requirements)),
        *section(words["good_to_know"], paragraphs(service.good_to_know)),
        *section(words["penalties"], paragraphs(service.penalties)),
        *section(words["legal"], paragraphs(service.legal_resources)),
    )


def _papers(service: PublicService, situation: Situation) -> tuple[Block, ...]:
    return tuple(
        Block(
            BlockKind.EVIDENCE,
            e.description,
            label=e.name,
            icon=e.icon,
            confirm=situation.confirm,
            picture=e.picture,
            picture_alternative=e.picture_alternative,
        )
        for e in service.evidence_for(situation)
    )


def _costs(costs: tuple[Cost, ...], words: Words) -> tuple[Block, ...]:
    return tuple(
        Block(BlockKind.FACT, amount(c.amount, words), label=c.condition, icon="coin", confirm=c.confirm, step="pay") for c in costs
    )


def _time(service: PublicService, words: Words) -> tuple[Block, ...]:
    """The time published, as a figure."""
    iso = service.processing_time.duration
    if iso is None:
        return ()
    told = duration(iso, tuple(service.head.card.name.shown))
    return (Block(BlockKind.FACT, told, label=words["delay"], icon="clock", step="wait"),)


def _delay(service: PublicService) -> tuple[Block, ...]:
    """What is told of the time: behind "more" where it is published, else in sight."""
    time = service.processing_time
    told = paragraphs(time.statements)
    return told if time.duration is None else behind_more(told)


def _numbers(service: PublicService) -> tuple[Block, ...]:
    return tuple(number_block(c.telephone, c.text, confirm=c.confirm) for c in service.channels if c.telephone)


def _places(service: PublicService) -> tuple[Block, ...]:
    return tuple(
        Block(BlockKind.PARAGRAPH, c.text, icon=_CHANNEL_ICONS[c.type], confirm=c.confirm)
        for c in service.channels
        if not c.telephone
    )


def _sources(service: PublicService, situation: Situation) -> tuple[str, ...]:
    sources = (
        *situation.sources,
        *sources_of(situation.notes),
        *(s for c in service.costs_for(situation) for s in c.sources),
        *(s for c in service.channels for s in c.sources),
        *sources_of(service.processing_time.statements, service.steps, (service.output,), service.validity),
        *sources_of(service.requirements, service.good_to_know, service.penalties, service.legal_resources),
    )
    return tuple(dict.fromkeys(sources))
