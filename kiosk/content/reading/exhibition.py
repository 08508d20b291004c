"""Reads the exhibition's items."""

from datetime import date, time
from zoneinfo import ZoneInfo

from kiosk.content.reading.reader import Reader, refusing_bad_rows
from kiosk.domain.clock_trust import content_day
from kiosk.domain.exhibition import (
    Demonstration,
    Edition,
    EmergencyNumber,
    GlossaryTerm,
    Organisation,
    Pavilion,
    Place,
    TimetableSlot,
    Unit,
)
from kiosk.domain.item import ItemKind
from kiosk.domain.language import Direction, Language, LocalizedText, VowelReading
from kiosk.domain.takeaway import TakeawayKind, TakeawayRequest, dialled
from kiosk.errors import ContentError


@refusing_bad_rows
def read_languages(reader: Reader) -> tuple[Language, ...]:
    """The languages in order of rank."""
    rows = reader.rows("SELECT tag, direction, endonym, invitation FROM language ORDER BY rank")
    settings = {str(key): str(value) for key, value in reader.rows("SELECT key, value FROM meta")}
    readings = {tag: VowelReading(settings.get(f"reading_{tag}", VowelReading.PAUSAL)) for tag in (str(row[0]) for row in rows)}
    return tuple(Language(str(tag), Direction(str(way)), str(name), str(call), readings[str(tag)]) for tag, way, name, call in rows)


@refusing_bad_rows
def read_settings(reader: Reader) -> tuple[str, str]:
    """The content's version, and the IANA name of the exhibition's time zone."""
    settings = {str(key): str(value) for key, value in reader.rows("SELECT key, value FROM meta")}
    try:
        zone = ZoneInfo(settings["timezone"])
    except OSError as error:  # a folder of zones, or a name no file can have
        message = f"{settings['timezone'][:40]!r} is no time zone"
        raise ValueError(message) from error
    content_day(settings["content_version"])  # a ValueError where it is none
    return settings["content_version"], zone.key


@refusing_bad_rows
def read_title(reader: Reader) -> tuple[LocalizedText, LocalizedText]:
    """The exhibition's title and subtitle."""
    texts = reader.texts("WHERE i.kind = 'exhibition'")["exhibition:exhibition"]
    return texts["title"], texts["subtitle"]


class InterfaceWords(dict[str, LocalizedText]):
    """The interface's own words by key; to ask for one that the content lacks is an error of the content."""

    def __missing__(self, word: str) -> LocalizedText:
        message = f"the content lacks a word of the interface ({word}); build and publish it again with this program"
        raise ContentError(message)


@refusing_bad_rows
def read_words(reader: Reader) -> dict[str, LocalizedText]:
    """The interface's own words by key; one that is missing and asked for raises ContentError."""
    texts = reader.texts("WHERE i.kind = 'word'")
    return InterfaceWords({item.partition(":")[2]: fields["name"] for item, fields in texts.items()})


@refusing_bad_rows
def read_organisation(reader: Reader, item: str) -> Organisation:
    """The institution."""
    return Organisation(reader.head(item)[0], reader.statements(item)["statements"])


@refusing_bad_rows
def read_pavilion(reader: Reader, item: str) -> Pavilion:
    """A pavilion with everything it leads to."""
    head, _ = reader.head(item)
    sections = reader.statements(item)
    return Pavilion(
        head=head,
        what_it_is=sections["what_it_is"],
        what_it_does=sections["what_it_does"],
        what_to_see=sections["what_to_see"],
        how_to_reach=sections["how_to_reach"],
        units=reader.cards("WHERE i.parent = ? AND i.kind = ? ORDER BY i.rank", item, ItemKind.UNIT.value),
        services=reader.related(item, "services"),
        demonstrations=reader.related(item, "demonstrations"),
        takeaways=_takeaways(reader, item),
    )


def _takeaways(reader: Reader, pavilion: str) -> tuple[TakeawayRequest, ...]:
    which = "WHERE i.parent = ? AND i.kind = 'takeaway'"
    texts = reader.texts(which, pavilion)
    sql = f"SELECT i.id, t.kind, t.target, t.situation FROM item i JOIN takeaway t ON t.id = i.id {which} ORDER BY i.rank"  # noqa: S608 - our own names
    return tuple(
        TakeawayRequest(
            TakeawayKind(str(kind)),
            str(target or ""),
            str(situation or "").rpartition("/")[2],
            texts[str(item)].get("text"),
        )
        for item, kind, target, situation in reader.rows(sql, pavilion)
    )


@refusing_bad_rows
def read_unit(reader: Reader, item: str) -> Unit:
    """A unit and the pavilion it belongs to."""
    head, _ = reader.head(item)
    (pavilion,) = reader.cards("WHERE i.id = (SELECT parent FROM item WHERE id = ?)", item)
    return Unit(head, pavilion, reader.statements(item)["statements"])


@refusing_bad_rows
def read_demonstration(reader: Reader, item: str) -> Demonstration:
    """A show with its timetable."""
    head, _ = reader.head(item)
    sections = reader.statements(item)
    pavilions = reader.cards("WHERE i.id = (SELECT parent FROM item WHERE id = ?)", item)
    warning = sections["warning"][0] if sections["warning"] else None
    return Demonstration(head, sections["statements"], warning, pavilions[0] if pavilions else None, _slots(reader, item))


def _slots(reader: Reader, demonstration: str) -> tuple[TimetableSlot, ...]:
    which = "WHERE i.parent = ? AND i.kind = 'slot'"
    texts = reader.texts(which, demonstration)
    sql = f'SELECT i.id, s.day, s."start", s."end", s.sample FROM item i JOIN timetable_slot s ON s.id = i.id {which}'  # noqa: S608 - our own names
    return tuple(
        TimetableSlot(
            identifier=str(item).partition(":")[2].replace("/", "-"),
            day=date.fromisoformat(str(day)) if day else None,
            start=time.fromisoformat(str(start)),
            end=time.fromisoformat(str(end)),
            place=texts[str(item)]["place"],
            sample=bool(sample),
        )
        for item, day, start, end, sample in reader.rows(f"{sql} ORDER BY i.rank", demonstration)
    )


@refusing_bad_rows
def read_edition(reader: Reader, item: str) -> Edition:
    """One year's Open Days."""
    sql = 'SELECT number, "start", "end", visitors, visitors_confirm FROM edition WHERE id = ?'
    number, start, end, visitors, confirm = reader.row(sql, item)
    at = reader.rows("SELECT latitude, longitude FROM edition_place WHERE edition = ?", item)
    head, fields = reader.head(item)
    return Edition(
        head=head,
        number=int(str(number)),
        city=fields["city"],
        venue=fields.get("venue"),
        start=date.fromisoformat(str(start)),
        end=date.fromisoformat(str(end)),
        slogan=fields["slogan"],
        visitors=int(str(visitors)),
        visitors_confirm=bool(confirm),
        sources=reader.sources("WHERE i.id = ?", item)[item],
        statements=reader.statements(item)["statements"],
        at=next((Place(float(str(latitude)), float(str(longitude))) for latitude, longitude in at), None),
    )


@refusing_bad_rows
def read_emergency_number(reader: Reader, item: str) -> EmergencyNumber:
    """A number to call."""
    sql = "SELECT p.telephone FROM emergency_number e JOIN contact_point p ON p.id = e.contact_point WHERE e.id = ?"
    (number,) = reader.row(sql, item)
    head, fields = reader.head(item)
    sources = reader.sources("WHERE i.id = ?", item)[item]
    return EmergencyNumber(head, dialled(str(number)), fields["where"], reader.statements(item)["statements"], sources)


@refusing_bad_rows
def read_glossary(reader: Reader, offset: int, limit: int) -> tuple[GlossaryTerm, ...]:
    """Words of the trade in order of rank."""
    items = reader.rows("SELECT id FROM item WHERE kind = 'term' ORDER BY rank, id LIMIT ? OFFSET ?", limit, offset)

    def read(item: str) -> GlossaryTerm:
        return GlossaryTerm(item, reader.texts("WHERE i.id = ?", item)[item]["name"], reader.sources("WHERE i.id = ?", item)[item])

    return tuple(reader.each([str(item) for (item,) in items], read))
