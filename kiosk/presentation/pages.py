"""The page of any item, and what can be taken home from it."""

from collections.abc import Callable, Mapping

from kiosk.content.store import ContentStore
from kiosk.domain import exhibition_pages as pages
from kiosk.domain.condition import Answers
from kiosk.domain.contact import WifiNetwork, contact_takeaway, place_of, wifi_takeaway
from kiosk.domain.formatting import Words
from kiosk.domain.guide import Guide
from kiosk.domain.handoff import (
    checklist_takeaway,
    event_takeaway,
    note_takeaway,
    page_note,
    place_takeaway,
    telephone_takeaway,
    website_takeaway,
)
from kiosk.domain.item import GUIDE, ItemKind
from kiosk.domain.ladder import ladder
from kiosk.domain.page import Page, noted, once
from kiosk.domain.personal_list import personal_service, services_for
from kiosk.domain.public_service import PublicService
from kiosk.domain.resume_code import decode
from kiosk.domain.service_page import personal_page, service_page
from kiosk.domain.takeaway import Takeaway, TakeawayKind, TakeawayRequest
from kiosk.domain.timetable import Today

COMPOSERS: Mapping[str, Callable[[ContentStore, str, Words], Page]] = {
    ItemKind.ORGANISATION: lambda store, item, _words: pages.organisation_page(store.organisation(item)),
    ItemKind.PAVILION: lambda store, item, words: pages.pavilion_page(store.pavilion(item), words),
    ItemKind.UNIT: lambda store, item, words: pages.unit_page(store.unit(item), words),
    ItemKind.EDITION: lambda store, item, words: pages.edition_page(store.edition(item), words),
    ItemKind.EMERGENCY_NUMBER: lambda store, item, words: pages.emergency_page(store.emergency_number(item), words),
}


def compose_page(store: ContentStore, identifier: str, choice: str, words: Words, today: Today) -> Page:
    """An item's page: of a public service for one situation, of a guide the list a resume code stands for.

    Raises:
        UnknownItemError: there is no such item.
        ResumeCodeError: the code is not one of the guide.
    """
    if identifier.startswith(f"{GUIDE}:"):
        guide = store.guide(identifier)
        return compose_list(store, guide, store.public_service(guide.service), decode(choice, (guide,))[1], words)
    return _finished(_composed(store, identifier, choice, words, today), words)


def compose_list(store: ContentStore, guide: Guide, service: PublicService, answers: Answers, words: Words) -> Page:
    """The list of one person, from complete answers to the guide of a service."""
    others = tuple(store.public_service(other).head.card for other in services_for(guide, answers))
    return _finished(personal_page(personal_service(service, guide, answers), guide, answers, words, others), words)


def _finished(page: Page, words: Words) -> Page:
    return page._replace(blocks=noted(once(page.blocks), words["to_confirm_how"]))


def _composed(store: ContentStore, identifier: str, choice: str, words: Words, today: Today) -> Page:
    kind = identifier.partition(":")[0]
    if kind == ItemKind.PUBLIC_SERVICE:
        return service_page(store.public_service(identifier), choice, words)
    if kind == ItemKind.DEMONSTRATION:
        return pages.demonstration_page(store.demonstration(identifier), words, today)
    return COMPOSERS[kind](store, identifier, words)


def compose_takeaways(
    store: ContentStore,
    page: Page,
    today: Today,
    words: Words,
    network: WifiNetwork | None = None,
    urls: frozenset[str] | None = None,
) -> tuple[Takeaway, ...]:
    """What can be taken home from a page, in the order of the ladder; never empty.

    Args:
        store: the content.
        page: the open page.
        today: the moment, and what changed.
        words: the interface's words.
        network: the wireless network that visitors may join.
        urls: the addresses that may become a code here; None for all the content allows.

    Raises:
        ContentError: the store cannot be read.
    """
    identifier = page.head.card.identifier
    found: list[Takeaway | None] = []
    match page.head.card.kind:
        case ItemKind.PAVILION:
            found = [_requested(store, request, today, words) for request in store.pavilion(identifier).takeaways]
        case ItemKind.DEMONSTRATION:
            found = [event_takeaway(store.demonstration(identifier), today, words)]
        case ItemKind.EMERGENCY_NUMBER:
            number = store.emergency_number(identifier)
            found = [telephone_takeaway(number.number, number.head.card.name, words)]
        case ItemKind.PUBLIC_SERVICE:
            found = [*_of_service(*_read_for(store, page), page, words)]
        case _:
            pass
    offered = [t for t in found if t and _allowed(t, urls)] or [page_note(page, words)]
    return ladder([*offered, wifi_takeaway(network, words)] if network else offered)


def _read_for(store: ContentStore, page: Page) -> tuple[PublicService, str]:
    """The public service of a page, and the situation it is read for; of a personal list, the service as it applies."""
    identifier = page.head.card.identifier
    if not identifier.startswith(f"{GUIDE}:"):
        return store.public_service(identifier), page.choice
    guide = store.guide(identifier)
    _, answers = decode(page.choice, (guide,))
    personal = personal_service(store.public_service(guide.service), guide, answers)
    return personal, personal.situations[0].identifier


def _allowed(takeaway: Takeaway, urls: frozenset[str] | None) -> bool:
    return urls is None or takeaway.kind is not TakeawayKind.WEBSITE or urls.issuperset(*takeaway.codes.values())


def _of_service(service: PublicService, choice: str, page: Page, words: Words) -> list[Takeaway | None]:
    sites = {c.site.identifier: c.site for c in service.channels if c.site and c.site.qr_allowed}
    numbers = {c.telephone: c for c in service.channels if c.telephone}
    contact, place = contact_takeaway(service, words), place_of(service)
    situation = service.situation(choice)
    listed = service.evidence_for(situation) or service.costs_for(situation)
    return [
        checklist_takeaway(service, situation, words) if listed else page_note(page, words),
        contact,
        *(telephone_takeaway(number, service.head.card.name, words) for number in numbers if contact is None),
        place_takeaway(*place[0], place[1], words) if place else None,
        *(website_takeaway(site, words) for site in sites.values()),
    ]


def _requested(store: ContentStore, request: TakeawayRequest, today: Today, words: Words) -> Takeaway | None:
    match request.kind:
        case TakeawayKind.TELEPHONE:
            number = store.emergency_number(request.target)
            return telephone_takeaway(number.number, number.head.card.name, words)
        case TakeawayKind.WEBSITE:
            site = store.web_address(request.target)
            return website_takeaway(site, words) if site.qr_allowed else None
        case TakeawayKind.EVENT:
            return event_takeaway(store.demonstration(request.target), today, words)
        case TakeawayKind.CHECKLIST:
            service = store.public_service(request.target)
            return checklist_takeaway(service, service.situation(request.situation), words)
        case _:
            return note_takeaway(request.kind, words["take_text"], words["take_text"], request.text) if request.text else None
