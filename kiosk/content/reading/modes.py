"""Reads content modes and the rules that say when each is shown."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time

from kiosk.content.reading.reader import Reader, Value, refusing_bad_rows
from kiosk.domain.content_mode import ContentMode, ModeHome, ModeLook, ModePlace, ModeService, ModeStage, QuizQuestion
from kiosk.domain.item import Card
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import DatedRule, WeeklyRule


class Modes(Mapping[str, ContentMode]):
    """Content modes by name, each read when it is first asked for, with what `read_mode` raises; their names are known at once."""

    def __init__(self, reader: Reader, items: Iterable[str]) -> None:
        self._reader = reader
        self._items = {item.partition(":")[2]: item for item in items}
        self._read: dict[str, ContentMode] = {}

    def __getitem__(self, name: str) -> ContentMode:
        if name not in self._read:
            self._read[name] = read_mode(self._reader, self._items[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


_COLUMNS = "service, home, home_item, stage, look, sound, aloud, inactivity_seconds, prompt_seconds, codes_listed"


@refusing_bad_rows
def read_mode(reader: Reader, item: str) -> ContentMode:
    """A content mode. Raises UnknownItemError where there is none of that name."""
    row = reader.row(f"SELECT {_COLUMNS} FROM mode WHERE id = ?", item)  # noqa: S608 - our own columns
    service, home, home_item, stage, look, sound_on, aloud, quiet_after, prompt, listed = row
    items = reader.related(item, "items")
    return ContentMode(
        head=reader.head(item)[0],
        service=ModeService(str(service)),
        home=ModeHome(str(home)),
        home_item=str(home_item or ""),
        stage=ModeStage(str(stage)),
        look=ModeLook(str(look)),
        sound=bool(sound_on),
        aloud=bool(aloud),
        languages=_languages(reader, item),
        until_prompt=_seconds(quiet_after),
        prompt=_seconds(prompt),
        items=items,
        notes=_notes(reader, item, items),
        loop=reader.related(item, "loop"),
        urls=_urls(reader, item) if listed else None,
        statements=reader.statements(item)["statements"],
        places=_places(reader, item),
        questions=_questions(reader, item),
    )


def _seconds(value: Value) -> float | None:
    return None if value is None else float(value)


def _languages(reader: Reader, mode: str) -> tuple[str, ...]:
    """Those the mode puts first, then the others as the content ranks them."""
    first = [str(tag) for (tag,) in reader.rows("SELECT language FROM mode_language WHERE mode = ? ORDER BY position", mode)]
    ranked = [str(tag) for (tag,) in reader.rows("SELECT tag FROM language ORDER BY rank")]
    return tuple(dict.fromkeys((*first, *ranked)))


def _urls(reader: Reader, mode: str) -> frozenset[str]:
    sql = "SELECT w.url FROM relation r JOIN web_address w ON w.id = r.target WHERE r.item = ? AND r.name = 'codes'"
    return frozenset(str(url) for (url,) in reader.rows(sql, mode))


def _notes(reader: Reader, mode: str, items: tuple[Card, ...]) -> tuple[LocalizedText | None, ...]:
    which = "JOIN relation r ON r.item = i.id WHERE i.parent = ? AND i.kind = 'note'"
    texts = reader.texts(which, mode)
    targets = {str(target): str(note) for note, target in reader.rows(f"SELECT i.id, r.target FROM item i {which}", mode)}  # noqa: S608 - our own names
    return tuple(texts[targets[card.identifier]]["text"] if card.identifier in targets else None for card in items)


def _places(reader: Reader, mode: str) -> dict[str, ModePlace]:
    texts = reader.texts("WHERE i.parent = ? AND i.kind = 'place'", mode)
    return {
        place.rpartition("/")[2]: ModePlace(fields["text"], reader.picture(place), fields.get("picture_alt"))
        for place, fields in texts.items()
    }


def _questions(reader: Reader, mode: str) -> tuple[QuizQuestion, ...]:
    which = "WHERE i.parent = ? AND i.kind = 'quiz_question'"
    texts = reader.texts(which, mode)
    sql = f'SELECT i.id, q."right", q.choices, q.level FROM item i JOIN quiz_question q ON q.id = i.id {which} ORDER BY i.rank'  # noqa: S608 - our own names
    rows = reader.rows(sql, mode)
    return tuple(
        QuizQuestion(
            identifier=str(item),
            text=texts[str(item)]["question"],
            choices=tuple(texts[str(item)][f"choice_{n}"] for n in range(1, int(str(choices)) + 1)),
            right=int(str(right)) - 1,
            because=reader.statements(str(item))["statements"][0],
            level=int(str(level)),
        )
        for item, right, choices, level in rows
    )


@refusing_bad_rows
def read_schedule(reader: Reader, kiosk: str) -> tuple[tuple[WeeklyRule, ...], tuple[DatedRule, ...]]:
    """The rules of one kiosk: those for all, and its own."""
    sql = 'SELECT id, mode, weekdays, "first", "last", "start", "end" FROM mode_rule WHERE kiosk IN (\'\', ?) ORDER BY id, kiosk'
    weekly, dated = [], []
    for identifier, mode, weekdays, first, last, start, end in reader.rows(sql, kiosk):
        name, begins, ends = str(mode).partition(":")[2], time.fromisoformat(str(start)), time.fromisoformat(str(end))
        if weekdays is not None:
            weekly.append(WeeklyRule(str(identifier), name, frozenset(map(int, str(weekdays))), begins, ends))
        else:
            days = date.fromisoformat(str(first)), date.fromisoformat(str(last))
            dated.append(DatedRule(str(identifier), name, *days, begins, ends))
    return tuple(weekly), tuple(dated)
