"""A folder of sources as rows of content.db."""

from datetime import date
from typing import Any

from kiosk.content.rows.crises import write_crises
from kiosk.content.rows.exhibition import write_exhibition
from kiosk.content.rows.guides import write_guide
from kiosk.content.rows.item_rows import TableRows, easy_fields
from kiosk.content.rows.modes import write_modes, write_schedule
from kiosk.content.rows.services import write_service
from kiosk.content.rows.speech import say
from kiosk.content.rows.variants import variants
from kiosk.content.rows.venue import write_venue
from kiosk.content.sources.guides import GuideSource
from kiosk.content.sources.items import ExhibitionSource, PavilionSource
from kiosk.content.sources.loading import Sources
from kiosk.content.sources.modes import ModeSource
from kiosk.content.sources.services import ServiceSource
from kiosk.domain.language import VowelReading


def all_rows(loaded: Sources, sources_sha256: str) -> TableRows:
    """All rows of a folder of sources.

    Raises:
        ValueError: the folder has no exhibition or organisation; `load_sources` has said so.
    """
    exhibition, organisation = loaded.exhibition, loaded.organisation
    if exhibition is None or organisation is None:
        message = "exhibition.yaml and organisation.yaml are needed"
        raise ValueError(message)
    rows, day = TableRows(), organisation.checked_on
    rows.pictures, rows.captions = loaded.pictures, loaded.captions
    _settings(rows, exhibition, sources_sha256)
    rows.tables["source"] = [
        {"id": s.id, "title": s.title, "publisher": f"publisher:{s.publisher}", "url": s.url, "published": s.date, "grade": s.grade}
        for s in loaded.sources
    ]
    rows.item("exhibition", "exhibition", day, title=exhibition.title, subtitle=exhibition.subtitle)
    for drawing in exhibition.drawings:
        rows.item("drawing", drawing.id, day, picture=drawing.picture, picture_alt=drawing.picture_alt)
    for key, word in loaded.words.items():
        rows.item("word", key, day, name=word)
    _lists(rows, loaded, day)
    _synonyms(rows, loaded)
    _practical(rows, loaded, day)
    write_crises(rows, loaded)
    _numbers(rows, loaded)
    rows.statements(rows.head("organisation", organisation), "statements", organisation.statements, day)
    write_exhibition(rows, loaded)
    for service in loaded.of(ServiceSource):
        write_service(rows, service)
    for guide in loaded.of(GuideSource):
        write_guide(rows, guide, loaded.words)
    write_modes(rows, loaded.of(ModeSource), loaded.of(PavilionSource))
    write_schedule(rows, loaded.rules)
    write_venue(rows, loaded)
    say(rows, loaded)
    return rows


def _settings(rows: TableRows, exhibition: ExhibitionSource, sources_sha256: str) -> None:
    rows.tables["meta"] = [
        {"key": "content_version", "value": exhibition.content_version},
        {"key": "sources_sha256", "value": sources_sha256},
        {"key": "timezone", "value": exhibition.timezone},
    ]
    rows.tables["meta"] += [
        {"key": f"reading_{language.tag}", "value": language.reading.value}
        for language in exhibition.languages
        if language.reading is not VowelReading.PAUSAL
    ]
    rows.tables["language"] = [language.model_dump(exclude={"reading"}) for language in exhibition.languages]


def _lists(rows: TableRows, loaded: Sources, day: date) -> None:
    for site in loaded.sites:
        identifier = rows.item("site", site.id, day, sources=site.sources, name=site.name, purpose=site.purpose)
        rows.tables["web_address"].append({"id": identifier, "url": site.url, "qr_allowed": int(site.qr_allowed)})
    for rank, document in enumerate(loaded.documents, 1):
        texts: dict[str, Any] = {"name": document.name, "description": document.description, "picture_alt": document.picture_alt}
        rows.item("document", document.id, day, rank=rank, icon=document.icon, picture=document.picture, **texts)
    for kind, groups in (("life_event", loaded.life_events), ("audience", loaded.audiences)):
        for group in groups:
            texts = {"name": group.name, "summary": group.summary, "picture_alt": group.picture_alt}
            rows.item(kind, group.id, day, rank=group.rank, icon=group.icon, picture=group.picture, **texts)
    for publisher in loaded.publishers:
        identifier = rows.item("publisher", publisher.id, day, name=publisher.name)
        rows.tables["publisher"].append({"id": identifier, "standing": publisher.standing.value})
    for rank, term in enumerate(loaded.terms, 1):
        rows.item("term", term.id, day, rank=rank, sources=term.sources, name=term.name)


def _synonyms(rows: TableRows, loaded: Sources) -> None:
    rows.tables["synonym"] = [
        {"item": item, "position": position, "spelling": spelling}
        for item, spellings in loaded.synonyms.items()
        for position, spelling in enumerate(spellings)
    ]
    rows.tables["saying"] = [
        {"item": item, "way": way, "position": position, "said": said}
        for item, ways in loaded.sayings.items()
        for way, sayings in ways.items()
        for position, said in enumerate(sayings)
    ]
    rows.tables["elsewhere"] = [
        {"subject": subject, "way": way, "position": position, "said": said}
        for subject, ways in sorted(loaded.elsewhere.items())
        for way, patterns in ways.items()
        for position, said in enumerate(dict.fromkeys(one for pattern in patterns for one in variants(pattern)))
    ]
    rows.tables["filler"] = [{"word": word} for word in loaded.fillers]


def _practical(rows: TableRows, loaded: Sources, day: date) -> None:
    for thing in loaded.practical:
        texts: dict[str, Any] = {"name": thing.name, "summary": thing.summary, "picture_alt": thing.picture_alt}
        identifier = rows.item("practical", thing.id, day, rank=thing.rank, icon=thing.icon, picture=thing.picture, **texts)
        rows.tables["practical"].append({"id": identifier, "screen": thing.screen})


def _numbers(rows: TableRows, loaded: Sources) -> None:
    for number in loaded.numbers:
        checked_on = loaded.numbers_checked_on
        contact = rows.contact(f"emergency/{number.id}", checked_on, telephone=number.number)
        texts: dict[str, Any] = easy_fields(number.easy) | {"where": number.where}
        identifier = rows.item(
            "emergency",
            number.id,
            checked_on,
            rank=number.rank,
            icon=number.icon,
            picture=number.picture,
            confirm=number.confirm,
            sources=number.sources,
            name=number.name,
            summary=number.summary,
            picture_alt=number.picture_alt,
            **texts,
        )
        rows.tables["emergency_number"].append({"id": identifier, "contact_point": contact})
        rows.statements(identifier, "statements", number.statements, checked_on)
        rows.sign(identifier, number.sign)
