"""The page of a public service, read for one situation."""

from kiosk.domain.formatting import Words, amount, duration
from kiosk.domain.page import Block, BlockKind, Choice, Page, notice, paragraphs, section, sources_of
from kiosk.domain.public_service import ChannelType, Cost, PublicService, Situation

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
    blocks = (
        Block(BlockKind.ROW, situation.applies_to, label=words["who_can_ask"], icon="user"),
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
    sources = (
        *situation.sources,
        *sources_of(situation.notes),
        *(s for c in service.costs_for(situation) for s in c.sources),
        *sources_of(service.processing_time.statements, service.steps, (service.output,), service.validity),
        *sources_of(service.requirements, service.good_to_know, service.penalties, service.legal_resources),
    )
    choices = tuple(Choice(s.identifier, s.name) for s in service.situations)
    return Page(service.head, blocks, choices, situation.identifier, tuple(dict.fromkeys(sources)))
