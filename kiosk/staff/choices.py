"""What staff chose to show, what they did, and what the kiosk remembers between two starts."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from kiosk.disk.state_file import StateFile
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.domain.slot_change import Changes, SlotChange, SlotMark
from kiosk.domain.staff import Person
from kiosk.staff.chosen_modes import ChosenModes
from kiosk.staff.staff_log import Logged, StaffAct, moment, record

_REMEMBER = "INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)"


_T = TypeVar("_T")
CALLED = "called"
VISITOR = "visitor"
CLOSED_SPOTS = "closed_spots"


class StaffChoices:
    """The overrides, the log and the memory of one kiosk."""

    def __init__(self, file: StateFile) -> None:
        self._file = file
        self._modes = ChosenModes(file)

    @property
    def fault(self) -> str:
        """Why nothing can be read, or nothing be kept; empty where all is well."""
        return self._file.fault

    # modes -------------------------------------------------------------------------------------------------------

    def reserve(self) -> None:
        """Take the room on the disk that an emergency will need."""
        self._modes.reserve()

    def chosen(self) -> tuple[Override | None, Override | None]:
        """What was chosen, and the emergency that was declared."""
        chosen = self._modes.chosen()
        return chosen.get(Layer.OVERRIDE), chosen.get(Layer.EMERGENCY)

    def choose(self, layer: Layer, override: Override, role: str) -> None:
        """Put a choice in force, and keep and log it in one step; `fault` says where it could not be kept."""
        self._modes.choose(layer, override, role)

    def clear(self, at: datetime, person: str, role: str) -> None:
        """Back to the rules, out of an emergency too; `fault` says where that could not be kept."""
        self._modes.clear(at, person, role)

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
            record(connection, at, StaffAct(person.name, person.role, "show", detail))

    # spots of the venue ------------------------------------------------------------------------------------------

    def closed_spots(self, day: date) -> frozenset[str]:
        """The spots that staff closed on a day; on the next all are open again."""
        return frozenset(spot for spot, closed in self._closed().items() if closed == day.isoformat())

    def close_spot(self, spot: str, at: datetime, person: Person, *, closed: bool) -> None:
        """Close a spot for the day, or open it again, and log it.

        Raises:
            StaffStateError: it could not be written.
        """
        today = at.date().isoformat()
        kept = {name: day for name, day in self._closed().items() if day == today and name != spot} | (
            {spot: today} if closed else {}
        )
        with self._file.change() as connection:
            connection.execute(_REMEMBER, (CLOSED_SPOTS, json.dumps(kept)))
            record(connection, at, StaffAct(person.name, person.role, "spot", {"spot": spot, "closed": closed}))

    def _closed(self) -> dict[str, str]:
        nothing: dict[str, str] = {}
        return self.recall_as(CLOSED_SPOTS, lambda text: {str(k): str(v) for k, v in dict(json.loads(text)).items()}, nothing)

    # log and memory ----------------------------------------------------------------------------------------------

    def log(self, at: datetime, act: StaffAct) -> None:
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
            record(connection, at, StaffAct(person.name, person.role, "hall", {key: value}))

    def call(self, at: datetime) -> None:
        """Keep that a visitor asked for an officer, and log it.

        Raises:
            StaffStateError: it could not be written.
        """
        with self._file.change() as connection:
            connection.execute(_REMEMBER, (CALLED, at.isoformat(timespec="minutes")))
            record(connection, at, StaffAct(VISITOR, "", "called", {}))

    def called(self) -> str:
        """When a visitor last asked for an officer, in ISO 8601; empty where an officer has been at the kiosk since."""
        return self.recall_as(CALLED, lambda at: moment(at).isoformat(timespec="minutes"), "")

    def logged(self) -> list[Logged]:
        """The whole log, the oldest line first."""
        sql = "SELECT at, person, role, act, detail FROM log ORDER BY id"
        return self._file.read(
            lambda connection: [
                Logged(str(at), StaffAct(str(person), str(role), str(act), json.loads(str(detail))))
                for at, person, role, act, detail in connection.execute(sql)
            ],
            [],
        )

    def has_done(self, act: str, *, otherwise: bool) -> bool:
        """Whether anybody ever did something, by the log; `otherwise` where it cannot be read."""
        sql = "SELECT 1 FROM log WHERE act = ? LIMIT 1"
        return self._file.read(lambda connection: bool(connection.execute(sql, (act,)).fetchall()), otherwise)

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


def _place(written: str) -> LocalizedText | None:
    return LocalizedText(json.loads(written)) if written else None
