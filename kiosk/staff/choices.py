"""What staff chose to show, what they did, and what the kiosk remembers between two starts."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypeVar

import apsw

from kiosk.disk.state_file import StateFile
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.domain.slot_change import Changes, SlotChange, SlotMark
from kiosk.domain.staff import Person

_REMEMBER = "INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)"


_T = TypeVar("_T")
CALLED = "called"
VISITOR = "visitor"


class Act(NamedTuple):
    """Something a person did, as the log keeps it."""

    person: str
    role: str
    act: str
    detail: dict[str, Any]


class Logged(NamedTuple):
    """A line of the log."""

    at: str
    """ISO 8601 in UTC, as the kiosk's clock stood."""
    act: Act


def record(connection: apsw.Connection, at: datetime, act: Act) -> None:
    """Add a line to the log, inside a change."""
    values = (at.astimezone(UTC).isoformat(), act.person, act.role, act.act, json.dumps(act.detail, ensure_ascii=False))
    connection.execute("INSERT INTO log (at, person, role, act, detail) VALUES (?, ?, ?, ?, ?)", values)


class StaffChoices:
    """The overrides, the log and the memory of one kiosk."""

    def __init__(self, file: StateFile) -> None:
        self._file = file

    # modes -------------------------------------------------------------------------------------------------------

    def chosen(self) -> tuple[Override | None, Override | None]:
        """What was chosen, and the emergency that was declared."""
        nothing: dict[Layer, Override] = {}
        found = self._file.read(lambda connection: dict(_overrides(connection)), nothing)
        return found.get(Layer.OVERRIDE), found.get(Layer.EMERGENCY)

    def choose(self, layer: Layer, override: Override, role: str) -> None:
        """Keep a choice, and log it, in one step.

        Raises:
            StaffStateError: it could not be written.
        """
        until = _stamp(override.until) if override.until else None
        detail = {"mode": override.mode, "until": until, "layer": layer.value}
        with self._file.change() as connection:
            values = (layer.value, override.mode, override.by, _stamp(override.since), until)
            connection.execute("INSERT OR REPLACE INTO choice (slot, mode, person, since, until) VALUES (?, ?, ?, ?, ?)", values)
            record(connection, override.since, Act(override.by, role, "mode", detail))

    def clear(self, at: datetime, person: str, role: str) -> None:
        """Back to the rules, out of an emergency too; logged.

        Raises:
            StaffStateError: it could not be written.
        """
        with self._file.change() as connection:
            connection.execute("DELETE FROM choice")
            record(connection, at, Act(person, role, "schedule", {}))

    # shows -------------------------------------------------------------------------------------------------------

    def changes(self, first: date) -> Changes:
        """What was changed of the shows since a day."""
        sql = "SELECT day, slot, minutes, place, mark FROM change WHERE day >= ?"
        nothing: Changes = {}
        return self._file.read(
            lambda connection: {
                (date.fromisoformat(str(day)), str(slot)): SlotChange(int(str(minutes)), _place(str(place)), SlotMark(str(mark)))
                for day, slot, minutes, place, mark in connection.execute(sql, (first.isoformat(),))
            },
            nothing,
        )

    def change(self, slot: str, day: date, change: SlotChange, at: datetime, person: Person) -> None:
        """Keep a change of a showing, and log it.

        Raises:
            StaffStateError: it could not be written.
        """
        place = json.dumps(dict(change.place.shown), ensure_ascii=False) if change.place else ""
        detail = {"slot": slot, "minutes": change.minutes, "place": place, "mark": change.mark.value}
        with self._file.change() as connection:
            values = (slot, day.isoformat(), change.minutes, place, change.mark.value)
            connection.execute("INSERT OR REPLACE INTO change (slot, day, minutes, place, mark) VALUES (?, ?, ?, ?, ?)", values)
            record(connection, at, Act(person.name, person.role, "show", detail))

    # log and memory ----------------------------------------------------------------------------------------------

    def log(self, at: datetime, act: Act) -> None:
        """Add a line to the log.

        Raises:
            StaffStateError: it could not be written.
        """
        with self._file.change() as connection:
            record(connection, at, act)

    def settle(self, key: str, value: int, at: datetime, person: Person) -> None:
        """Keep what staff set of the hall (sound, light), and log it.

        Raises:
            StaffStateError: it could not be written.
        """
        with self._file.change() as connection:
            connection.execute(_REMEMBER, (key, str(value)))
            record(connection, at, Act(person.name, person.role, "hall", {key: value}))

    def call(self, at: datetime) -> None:
        """Keep that a visitor asked for an officer, and log it.

        Raises:
            StaffStateError: it could not be written.
        """
        with self._file.change() as connection:
            connection.execute(_REMEMBER, (CALLED, at.isoformat(timespec="minutes")))
            record(connection, at, Act(VISITOR, "", "called", {}))

    def called(self) -> str:
        """When a visitor last asked for an officer, in ISO 8601; empty where an officer has been at the kiosk since."""
        return self.recall_as(CALLED, lambda at: moment(at).isoformat(timespec="minutes"), "")

    def logged(self) -> list[Logged]:
        """The whole log, the oldest line first."""
        sql = "SELECT at, person, role, act, detail FROM log ORDER BY id"
        return self._file.read(
            lambda connection: [
                Logged(str(at), Act(str(person), str(role), str(act), json.loads(str(detail))))
                for at, person, role, act, detail in connection.execute(sql)
            ],
            [],
        )

    def recall(self, key: str) -> str:
        """A remembered value; empty where there is none."""
        return self.recall_as(key, str, "")

    def recall_as(self, key: str, understand: Callable[[str], _T], otherwise: _T) -> _T:
        """A remembered value as a thing; `otherwise` where there is none. What cannot be understood is damage to the file."""
        sql = "SELECT value FROM memory WHERE key = ? AND value <> ''"
        nothing: list[_T] = []
        found = self._file.read(lambda connection: [understand(str(v)) for (v,) in connection.execute(sql, (key,))], nothing)
        return found[0] if found else otherwise

    def remember(self, key: str, value: str) -> None:
        """Keep a value.

        Raises:
            StaffStateError: it could not be written.
        """
        with self._file.change() as connection:
            connection.execute(_REMEMBER, (key, value))


def moment(written: str) -> datetime:
    """A moment of the file.

    Raises:
        ValueError: it is none, or one without a time zone.
    """
    found = datetime.fromisoformat(written)
    if found.tzinfo is None:
        message = f"{written!r} has no time zone"
        raise ValueError(message)
    return found


def _place(written: str) -> LocalizedText | None:
    return LocalizedText(json.loads(written)) if written else None


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _overrides(connection: apsw.Connection) -> Iterator[tuple[Layer, Override]]:
    for slot, mode, person, since, until in connection.execute("SELECT slot, mode, person, since, until FROM choice"):
        end = moment(str(until)) if until else None
        yield Layer(str(slot)), Override(str(mode), str(person), moment(str(since)), end)
