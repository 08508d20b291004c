"""The built content says what the fact dossier establishes: the same papers, fees, sites, numbers and dates, nothing unproven."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.exhibition import Demonstration, Edition, EmergencyNumber, Unit
from kiosk.domain.item import ItemKind, Statement
from kiosk.domain.public_service import PublicService, Situation

FACTS: dict[str, Any] = yaml.load((Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
SERVICES: dict[str, Any] = FACTS["services"]
SITUATIONS = [(service, situation) for service, told in SERVICES.items() for situation in told["situations"]]
EVERY = 10_000
_FIGURE = re.compile(r"\d+")
_GROUPED = re.compile("(?<=\\d)[,\u00a0\u202f](?=\\d{3}(?!\\d))")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)")
_THOUSANDS = re.compile(r"(\d+) ألف")


@pytest.fixture(scope="module")
def store() -> Iterator[ContentStore]:
    with ContentStore.open(ROOT / "content.db") as store:
        yield store


def bare(identifier: str) -> str:
    """The dossier's identifier of an item."""
    return re.split("[:/]", identifier)[-1]


def figures(words: str) -> set[int]:
    """The numbers from 100 up, which every language writes in figures."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), _GROUPED.sub("", words))
    plain = _THOUSANDS.sub(r"\g<1>000", plain)
    return {int(figure) for figure in _FIGURE.findall(plain) if int(figure) >= 100}


def service(store: ContentStore, identifier: str) -> PublicService:
    return store.public_service(f"service:{identifier}")


def statements_of(service: PublicService) -> tuple[Statement, ...]:
    notes = tuple(note for situation in service.situations for note in situation.notes)
    own = (service.output, *service.requirements, *service.steps, *service.validity, *service.good_to_know)
    return (*own, *notes, *service.processing_time.statements, *service.legal_resources, *service.penalties)


def fees(service: PublicService, situation: Situation) -> list[str]:
    """The amounts for a situation; `?` after those to be confirmed."""
    return [f"{cost.amount}{'?' if cost.confirm else ''}" for cost in service.costs_for(situation)]


def test_every_service_and_situation_of_the_dossier_is_there_and_no_other(store: ContentStore) -> None:
    names = [bare(card.identifier) for card in store.cards(ItemKind.PUBLIC_SERVICE, 0, EVERY)]
    assert sorted(names) == sorted(SERVICES)
    assert [(name, s.identifier) for name in SERVICES for s in service(store, name).situations] == SITUATIONS
    assert len(SITUATIONS) == 43


@pytest.mark.parametrize(("name", "case"), SITUATIONS)
def test_a_situation_asks_for_the_dossier_s_papers_and_fees(store: ContentStore, name: str, case: str) -> None:
    told = SERVICES[name]["situations"][case]
    found = service(store, name)
    situation = found.situation(case)
    assert [bare(paper.identifier) for paper in found.evidence_for(situation)] == told["papers"]
    assert fees(found, situation) == [str(fee) for fee in told["fees"]]
    assert situation.confirm == told["confirm"]


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_the_dossier_s_authority_sites_delay_and_law(store: ContentStore, name: str) -> None:
    told, found = SERVICES[name], service(store, name)
    sites = {bare(channel.site.identifier) for channel in found.channels if channel.site}
    law = (*found.legal_resources, *found.penalties)
    assert found.competence.value == told["competence"]
    assert set(told["sites"]) <= sites
    assert found.processing_time.duration == FACTS["processing_times"].get(name)
    assert set(told["figures"]) <= {figure for s in law for words in s.text.shown.values() for figure in figures(words)}


@pytest.mark.parametrize("name", SERVICES)
def test_the_languages_give_the_same_figures(store: ContentStore, name: str) -> None:
    found = service(store, name)
    legal = {id(statement) for statement in found.legal_resources}
    for statement in statements_of(found):
        ar, fr, en = (figures(statement.text.in_language(tag)) for tag in ("ar", "fr", "en"))
        if id(statement) in legal:
            assert ar | fr == en, f"{statement.text.in_language('en')}: each bulletin has an edition in its own language"
        else:
            assert ar == fr == en, statement.text.in_language("en")


def test_the_exhibition_gives_the_same_figures_in_every_language(store: ContentStore) -> None:
    pavilions = [store.pavilion(card.identifier) for card in store.cards(ItemKind.PAVILION, 0, EVERY)]
    others: list[Unit | Demonstration | Edition | EmergencyNumber] = [*store.demonstrations(), *store.editions()]
    others += [store.unit(card.identifier) for card in store.cards(ItemKind.UNIT, 0, EVERY)]
    others += store.emergency_numbers()
    statements = [s for p in pavilions for s in (*p.what_it_is, *p.what_it_does, *p.what_to_see, *p.how_to_reach)]
    statements += [statement for item in others for statement in item.statements]
    assert len(statements) > 150
    for statement in statements:
        ar, fr, en = (figures(statement.text.in_language(tag)) for tag in ("ar", "fr", "en"))
        assert ar == fr == en, statement.text.in_language("en")


def test_the_emergency_numbers_are_the_dossier_s_and_doubtful_ones_say_so(store: ContentStore) -> None:
    numbers = {number.number: any(s.confirm for s in number.statements) for number in store.emergency_numbers()}
    assert numbers == FACTS["emergency_numbers"]
    assert store.emergency_numbers()[0].number == "19"
    called = {channel.telephone for name in SERVICES for channel in service(store, name).channels if channel.telephone}
    assert called <= numbers.keys()


def test_the_editions_have_the_dossier_s_dates_visitors_and_slogans(store: ContentStore) -> None:
    told = {
        edition.number: {
            "start": edition.start,
            "end": edition.end,
            "visitors": edition.visitors,
            "confirm": edition.visitors_confirm,
            "slogan_ar": edition.slogan.in_language("ar"),
        }
        for edition in store.editions()
    }
    assert told == FACTS["editions"]


def test_only_allow_listed_sites_become_codes(store: ContentStore) -> None:
    sites = [channel.site for name in SERVICES for channel in service(store, name).channels if channel.site]
    assert {site.url: site.qr_allowed for site in sites} == FACTS["sites"]
    assert not {urlsplit(site.url).hostname for site in sites} & set(FACTS["barred_hosts"])


def test_the_founding_article_s_pavilions_and_shows_are_there(store: ContentStore) -> None:
    pavilions = {bare(card.identifier) for card in store.cards(ItemKind.PAVILION, 0, EVERY)}
    shows = {bare(show.head.card.identifier): show for show in store.demonstrations()}
    assert set(FACTS["pavilions_of_the_article"]) <= pavilions
    assert set(FACTS["demonstrations_of_the_article"]) <= shows.keys()
    assert all(slot.sample for show in shows.values() for slot in show.slots)
    assert all(show.slots for show in shows.values())
    assert all(shows[loud].warning for loud in FACTS["loud_demonstrations"])


def test_the_glossary_leaves_out_terms_nobody_proves(store: ContentStore) -> None:
    terms = store.glossary(0, EVERY)
    assert len(terms) == FACTS["terms"]
    assert not {term.name.in_language("ar") for term in terms} & set(FACTS["unproven_terms"])
    assert all(term.sources for term in terms)
