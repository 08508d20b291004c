"""Reads a public service with all its parts."""

from kiosk.content.reading.guide_assembly import local
from kiosk.content.reading.reader import Fields, Reader, refusing_bad_rows
from kiosk.domain.official_sites import is_official
from kiosk.domain.public_service import (
    Channel,
    ChannelType,
    Competence,
    Cost,
    EvidenceType,
    Inapplicable,
    ProcessingTime,
    PublicService,
    Situation,
    WebAddress,
)
from kiosk.domain.takeaway import dialled


@refusing_bad_rows
def read_service(reader: Reader, item: str) -> PublicService:
    """A public service.

    Raises:
        UnknownItemError: there is no such service.
    """
    competence, duration = reader.row("SELECT competence, processing_time FROM public_service WHERE id = ?", item)
    head, _ = reader.head(item)
    sections = reader.statements(item)
    return PublicService(
        head=head,
        competence=Competence(str(competence)),
        life_events=reader.related(item, "life_events"),
        audiences=reader.related(item, "audiences"),
        output=sections["output"][0],
        requirements=sections["requirements"],
        situations=_situations(reader, item),
        costs=_costs(reader, item),
        processing_time=ProcessingTime(str(duration) if duration else None, sections["processing_time"]),
        validity=sections["validity"],
        channels=_channels(reader, item),
        legal_resources=sections["legal"],
        steps=sections["steps"],
        penalties=sections["penalties"],
        good_to_know=sections["good_to_know"],
        not_applicable=frozenset(
            Inapplicable(str(what)) for (what,) in reader.rows("SELECT what FROM not_applicable WHERE service = ?", item)
        ),
    )


def _situations(reader: Reader, service: str) -> tuple[Situation, ...]:
    which = "WHERE i.parent = ? AND i.kind = 'situation'"
    texts, sources = reader.texts(which, service), reader.sources(which, service)
    sql = f"SELECT i.id, i.confirm, s.adds_to, s.urgent FROM item i JOIN situation s ON s.id = i.id {which} ORDER BY i.rank"  # noqa: S608 - our own names
    rows = reader.rows(sql, service)
    if not rows:
        message = f"{service} has no situation"
        raise LookupError(message)
    return tuple(
        Situation(
            identifier=local(item),
            name=texts[str(item)]["name"],
            applies_to=texts[str(item)]["applies_to"],
            evidence=_evidence(reader, str(item)),
            adds_to=local(base) if base else None,
            notes=reader.statements(str(item))["notes"],
            sources=sources[str(item)],
            confirm=bool(confirm),
            urgent=bool(urgent),
        )
        for item, confirm, base, urgent in rows
    )


def _evidence(reader: Reader, situation: str) -> tuple[EvidenceType, ...]:
    join = "JOIN relation r ON r.target = i.id WHERE r.item = ? AND r.name = 'evidence'"
    texts = reader.texts(join, situation)
    rows = reader.rows(f"SELECT i.id, i.icon FROM item i {join} ORDER BY r.position", situation)  # noqa: S608 - our own names
    return tuple(_paper(reader, str(item), str(icon), texts[str(item)]) for item, icon in rows)


def _paper(reader: Reader, item: str, icon: str, texts: Fields) -> EvidenceType:
    return EvidenceType(item, icon, texts["name"], texts["description"], reader.picture(item), texts.get("picture_alt"))


def _costs(reader: Reader, service: str) -> tuple[Cost, ...]:
    which = "WHERE i.parent = ? AND i.kind = 'cost'"
    texts, sources = reader.texts(which, service), reader.sources(which, service)
    cases: dict[str, tuple[str, ...]] = {}
    ties = "SELECT r.item, r.target FROM relation r JOIN item i ON i.id = r.item WHERE i.parent = ? AND r.name = 'situations'"
    for cost, situation in reader.rows(f"{ties} ORDER BY r.item, r.position", service):
        cases[str(cost)] = (*cases.get(str(cost), ()), local(situation))
    sql = f"SELECT i.id, i.confirm, c.amount, c.currency FROM item i JOIN cost c ON c.id = i.id {which} ORDER BY i.rank"  # noqa: S608 - our own names
    return tuple(
        Cost(
            identifier=local(item),
            amount=int(str(amount)),
            currency=str(currency),
            condition=texts[str(item)]["condition"],
            situations=cases.get(str(item), ()),
            sources=sources[str(item)],
            confirm=bool(confirm),
        )
        for item, confirm, amount, currency in reader.rows(sql, service)
    )


def _channels(reader: Reader, service: str) -> tuple[Channel, ...]:
    which = "WHERE i.parent = ? AND i.kind = 'channel'"
    texts, sources = reader.texts(which, service), reader.sources(which, service)
    joins = "JOIN channel c ON c.id = i.id LEFT JOIN contact_point p ON p.id = c.contact_point"
    sql = (
        f"SELECT i.id, i.confirm, c.type, p.telephone, p.site, p.latitude, p.longitude FROM item i {joins} {which} ORDER BY i.rank"  # noqa: S608 - our own names
    )
    return tuple(
        Channel(
            identifier=local(item),
            type=ChannelType(str(kind)),
            text=texts[str(item)]["text"],
            telephone=dialled(str(telephone)) if telephone else None,
            site=read_web_address(reader, str(site)) if site else None,
            sources=sources[str(item)],
            confirm=bool(confirm),
            place=(float(str(latitude)), float(str(longitude))) if latitude is not None else None,
        )
        for item, confirm, kind, telephone, site, latitude, longitude in reader.rows(sql, service)
    )


@refusing_bad_rows
def read_web_address(reader: Reader, item: str) -> WebAddress:
    """An official site.

    Raises:
        UnknownItemError: there is no such site.
    """
    url, allowed = reader.row("SELECT url, qr_allowed FROM web_address WHERE id = ?", item)
    fields = reader.texts("WHERE i.id = ?", item)[item]
    return WebAddress(item, str(url), fields["name"], fields["purpose"], bool(allowed) and is_official(str(url)))
