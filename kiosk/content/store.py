"""The content as the kiosk reads it.

Readers of guides, services and the search are loaded when the first of them is asked for: the first picture shows none.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kiosk.content.reading import exhibition
from kiosk.content.reading.connection import open_content
from kiosk.content.reading.modes import Modes, read_schedule
from kiosk.content.reading.reader import Reader
from kiosk.domain.exhibition import Demonstration, Edition, EmergencyNumber, GlossaryTerm, Organisation, Pavilion, Unit
from kiosk.domain.item import Card, ItemKind, PictureFile, Source, Standing
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import DatedRule, WeeklyRule
from kiosk.errors import ContentError

if TYPE_CHECKING:
    from kiosk.content.search.finding import Searcher
    from kiosk.domain.guide import Guide
    from kiosk.domain.public_service import PublicService, WebAddress
    from kiosk.domain.search import SearchResult
    from kiosk.domain.venue.plan import Venue

_IN_RANK = "ORDER BY i.rank, i.id LIMIT ? OFFSET ?"


class ContentStore:
    """Reads one content database; identifiers are those of the cards, such as `pavilion:k9`."""

    def __init__(self, path: Path) -> None:
        self._connection = open_content(path)
        self._reader = Reader(self._connection, str(path))
        self.languages = exhibition.read_languages(self._reader)
        self._reader.languages = frozenset(language.tag for language in self.languages)
        self.content_version, self.timezone = exhibition.read_settings(self._reader)
        self.title, self.subtitle = exhibition.read_title(self._reader)
        self._searcher: Searcher | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a database.

        Raises:
            ContentMissingError: there is no file.
            ContentCorruptError: it is not a sound content database of ours.
            FutureContentError: it was made for a newer program.
        """
        return cls(path)

    @property
    def path(self) -> Path:
        """The file that is open."""
        return Path(self._connection.filename)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # lists -------------------------------------------------------------------------------------------------------

    def words(self) -> dict[str, LocalizedText]:
        """The interface's own words by key."""
        return exhibition.read_words(self._reader)

    def drawings(self) -> dict[str, PictureFile]:
        """The pictures of the interface by their name: doors of home, steps, signs of rescue."""
        found = (
            (str(item), self._reader.picture(str(item)))
            for (item,) in self._reader.rows("SELECT id FROM item WHERE kind = 'drawing'")
        )
        return {item.partition(":")[2]: picture for item, picture in found if picture}

    def pictures(self) -> frozenset[PictureFile]:
        """All picture files that the content names."""
        rows = self._reader.rows("SELECT path, sha256 FROM media WHERE kind = 'file'")
        return frozenset(PictureFile(str(path), str(digest)) for path, digest in rows)

    def count(self, kind: ItemKind) -> int:
        """How many items of a kind there are."""
        ((number,),) = self._reader.rows("SELECT count(*) FROM item WHERE kind = ?", kind.value)
        return int(str(number))

    def cards(self, kind: ItemKind, offset: int, limit: int) -> tuple[Card, ...]:
        """Cards of a kind in order of rank."""
        return self._reader.cards(f"WHERE i.kind = ? {_IN_RANK}", kind.value, limit, offset)

    def cards_of_services(
        self, offset: int, limit: int, *, life_event: str | None = None, audience: str | None = None
    ) -> tuple[Card, ...]:
        """Public services that meet a life event and are for an audience, in order of rank."""
        chosen = [(name, target) for name, target in (("life_events", life_event), ("audiences", audience)) if target]
        tied = "AND EXISTS (SELECT 1 FROM relation r WHERE r.item = i.id AND r.name = ? AND r.target = ?) " * len(chosen)
        values = [value for pair in chosen for value in pair]
        return self._reader.cards(f"WHERE i.kind = 'service' {tied}{_IN_RANK}", *values, limit, offset)

    def demonstrations(self) -> tuple[Demonstration, ...]:
        """All shows in order of rank."""
        return tuple(self._reader.each(self._ids(ItemKind.DEMONSTRATION), self.demonstration))

    def editions(self) -> tuple[Edition, ...]:
        """All editions in order."""
        return tuple(self._reader.each(self._ids(ItemKind.EDITION), self.edition))

    def emergency_numbers(self) -> tuple[EmergencyNumber, ...]:
        """All numbers to call, the most important first."""
        return tuple(self._reader.each(self._ids(ItemKind.EMERGENCY_NUMBER), self.emergency_number))

    def modes(self) -> Modes:
        """All content modes by name, in order of rank."""
        return Modes(self._reader, self._ids(ItemKind.MODE))

    def schedule(self, kiosk: str) -> tuple[tuple[WeeklyRule, ...], tuple[DatedRule, ...]]:
        """The weekly and the dated rules of a kiosk."""
        return read_schedule(self._reader, kiosk)

    def glossary(self, offset: int, limit: int) -> tuple[GlossaryTerm, ...]:
        """Words of the trade in order of rank."""
        return exhibition.read_glossary(self._reader, offset, limit)

    def damaged_items(self) -> dict[str, str]:
        """Why an item cannot be read, by item; reads all that a list or a page of its own shows."""
        readers = {
            ItemKind.PAVILION: self.pavilion,
            ItemKind.UNIT: self.unit,
            ItemKind.DEMONSTRATION: self.demonstration,
            ItemKind.EDITION: self.edition,
            ItemKind.PUBLIC_SERVICE: self.public_service,
            ItemKind.EMERGENCY_NUMBER: self.emergency_number,
        }
        for kind, read in readers.items():
            for _ in self._reader.each(self._ids(kind), read):
                pass
        for _ in self.guides():
            pass
        self.glossary(0, self.count(ItemKind.GLOSSARY_TERM))
        return dict(self._reader.left_out)

    def leave_out(self, item: str, error: ContentError) -> None:
        """Say once that an item cannot be shown."""
        self._reader.leave_out(item, error)

    def _ids(self, kind: ItemKind) -> list[str]:
        return [str(item) for (item,) in self._reader.rows("SELECT id FROM item WHERE kind = ? ORDER BY rank, id", kind.value)]

    # single items ------------------------------------------------------------------------------------------------

    def card(self, item: str) -> Card:
        """What stands for an item in a list."""
        return self._reader.head(item)[0].card

    def organisation(self, item: str) -> Organisation:
        """An institution. Raises UnknownItemError, as all readers of single items do."""
        return exhibition.read_organisation(self._reader, item)

    def pavilion(self, item: str) -> Pavilion:
        """A pavilion with everything it leads to."""
        return exhibition.read_pavilion(self._reader, item)

    def unit(self, item: str) -> Unit:
        """A unit of a pavilion."""
        return exhibition.read_unit(self._reader, item)

    def demonstration(self, item: str) -> Demonstration:
        """A show with its timetable."""
        return exhibition.read_demonstration(self._reader, item)

    def edition(self, item: str) -> Edition:
        """One year's Open Days."""
        return exhibition.read_edition(self._reader, item)

    def emergency_number(self, item: str) -> EmergencyNumber:
        """A number to call."""
        return exhibition.read_emergency_number(self._reader, item)

    def public_service(self, item: str) -> "PublicService":
        """A public service with all its parts."""
        from kiosk.content.reading.services import read_service

        return read_service(self._reader, item)

    def guide(self, item: str) -> "Guide":
        """The guide of a public service, such as `guide:cnie`."""
        from kiosk.content.reading.guides import read_guide

        return read_guide(self._reader, item)

    def guides(self) -> "Iterator[Guide]":
        """All guides, read one after the other as they are asked for."""
        return self._reader.each([str(item) for (item,) in self._reader.rows("SELECT id FROM guide ORDER BY id")], self.guide)

    def has_guide(self, service: str) -> bool:
        """Whether a public service has a guide."""
        return bool(self._reader.rows("SELECT 1 FROM guide WHERE service = ?", service))

    def venue(self) -> "Venue | None":
        """The plan of the venue; None where the content has none."""
        from kiosk.content.reading.venue import read_venue

        return read_venue(self._reader)

    def web_address(self, item: str) -> "WebAddress":
        """An official site."""
        from kiosk.content.reading.services import read_web_address

        return read_web_address(self._reader, item)

    def source(self, identifier: str) -> Source:
        """Where a fact was read."""
        sql = "SELECT s.title, s.published, p.id, p.standing FROM source s JOIN publisher p ON p.id = s.publisher WHERE s.id = ?"
        title, published, publisher, standing = map(str, self._reader.row(sql, identifier))
        name = self._reader.texts("WHERE i.id = ?", publisher)[publisher].get("name")
        return Source(identifier, title, name, Standing(standing) is Standing.OFFICIAL, published)

    # search ------------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int, finished: str | None = None) -> "SearchResult":
        """The items that answer what was typed, in any language, the best first.

        Args:
            query: what was typed.
            limit: items at most.
            finished: while it is being typed, the part that a danger may be told by; by default all of it.
        """
        if self._searcher is None:
            from kiosk.content.search.finding import Searcher

            self._searcher = Searcher(self._reader)
        return self._searcher.find(query, limit, finished)
