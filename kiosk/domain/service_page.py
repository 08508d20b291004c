"""The page of a public service, read for one situation."""

from kiosk.domain.condition import Answers
from kiosk.domain.formatting import Words, amount, duration, joined
from kiosk.domain.guide import Guide
from kiosk.domain.page import Block, BlockKind, Choice, Page, notice, paragraphs, section, sources_of
from kiosk.domain.personal_list import answers_text
from kiosk.domain.public_service import ChannelType, Cost, PublicService, Situation
from kiosk.domain.resume_code import encode

_CHANNEL_ICONS = {ChannelType.DESK: "map-pin", ChannelType.WEBSITE: "globe", ChannelType.TELEPHONE: "phone"}


def _evidence(service: PublicService, situation: Situation, words: Words) -> tuple[Block, ...]:
    papers = tuple(
        Block(BlockKind.EVIDENCE, e.description, label=e.name, icon=e.icon, confirm=situation.confirm)
        for e in service.evidence_for(situation)
    )
    return papers or (notice(words["no_papers"]),)


def _costs(costs: tuple[Cost, ...], words: Words) -> tuple[Block, ...]:
    rows = tuple(Block(BlockKind.ROW, amount(c.amount, words), label=c.condition, icon="coin", confirm=c.confirm) for c in costs)
    return rows or (notice(words["no_cost"]),)


def _delay(service: PublicService, words: Words) -> tuple[Block, ...]:
    time = service.processing_time
    tags = tuple(words["no_delay"].shown)
    published = Block(BlockKind.PARAGRAPH, duration(time.duration, tags)) if time.duration else notice(words["no_delay"])
    return (published, *paragraphs(time.statements))


def _channels(service: PublicService) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, c.text, icon=_CHANNEL_ICONS[c.type], confirm=c.confirm) for c in service.channels)


def service_page(service: PublicService, choice: str, words: Words) -> Page:
    """What to bring, what it costs, how long it takes and where, for one situation.

    Args:
        service: the service.
        choice: the situation's identifier; empty for the first one.
        words: the interface's words.
    """
    situation = service.situation(choice) if choice else service.situations[0]
    who = Block(BlockKind.ROW, situation.applies_to, label=words["who_can_ask"], icon="user")
    choices = tuple(Choice(s.identifier, s.name) for s in service.situations)
    blocks = (who, *_blocks(service, situation, words))
    return Page(service.head, blocks, choices, situation.identifier, _sources(service, situation))


def personal_page(personal: PublicService, guide: Guide, answers: Answers, words: Words) -> Page:
    """The list of one person: a service as it applies after the answers to its guide.

    Args:
        personal: what `personal_service` gives for the answers.
        guide: the guide that was followed.
        answers: complete answers.
        words: the interface's words.
    """
    (situation,) = personal.situations
    given = Block(BlockKind.ROW, answers_text(guide, answers), label=words["your_answers"], icon="list-bullets")
    name = personal.head.card.name
    title = joined(words["your_list"], situation.name)
    card = personal.head.card._replace(identifier=guide.identifier, name=title, summary=name)
    head = personal.head._replace(card=card, checked_on=min(personal.head.checked_on, guide.checked_on))
    blocks = (given, *_blocks(personal, situation, words))
    return Page(head, blocks, choice=encode(guide, answers), sources=_sources(personal, situation))


def _blocks(service: PublicService, situation: Situation, words: Words) -> tuple[Block, ...]:
    return (
        *section(words["papers"], (*_evidence(service, situation, words), *paragraphs(situation.notes))),
        *section(words["cost"], _costs(service.costs_for(situation), words)),
        *section(words["delay"], _delay(service, words)),
        *section(words["where"], _channels(service)),
        *section(words["steps"], paragraphs(service.steps)),
        *section(words["what_you_get"], paragraphs((service.output,))),
        *section(words["validity"], paragraphs(service.validity)),
        *section(words["who_can_ask"], paragraphs(service.requirements)),
        *section(words["good_to_know"], paragraphs(service.good_to_know)),
        *section(words["penalties"], paragraphs(service.penalties)),
        *section(words["legal"], paragraphs(service.legal_resources)),
    )


def _sources(service: PublicService, situation: Situation) -> tuple[str, ...]:
    sources = (
        *situation.sources,
        *sources_of(situation.notes),
        *(s for c in service.costs_for(situation) for s in c.sources),
        *sources_of(service.processing_time.statements, service.steps, (service.output,), service.validity),
        *sources_of(service.requirements, service.good_to_know, service.penalties, service.legal_resources),
    )
    return tuple(dict.fromkeys(sources))
