"""The modes staff chose, and the emergency they declared: in force at once, and kept as soon as the state file takes them.

An emergency ends when somebody ends it, never because a file was lost: what was known of it, here or in its note, is written again
into a file that has never heard of it.
"""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import apsw

from kiosk.disk.state_file import StateFile
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.errors import StaffStateError
from kiosk.staff.emergency_note import EmergencyNote
from kiosk.staff.staff_log import StaffAct, moment, record, stamp

Chosen = dict[Layer, Override]
"""What is chosen, by the layer it stands in."""
NOTE = "emergency"
"""Name of the second copy of an emergency, beside the state file."""

log = logging.getLogger(__name__)


class ChosenModes:
    """What is chosen in the two layers that people decide."""

    def __init__(self, file: StateFile) -> None:
        self._file = file
        self._note = EmergencyNote(file.path.with_name(NOTE))
        self._known: Chosen = {}
        self._unkept: list[Callable[[apsw.Connection], None]] = []

    def reserve(self) -> None:
        """Take the room on the disk that an emergency will need."""
        try:
            self._note.reserve()
        except OSError as error:
            log.warning("an emergency would have no second copy: %s", error)

    def chosen(self) -> Chosen:
        """What is chosen; as it was last known, where the file cannot be read, or has not taken it yet."""
        self._keep()
        if not self._unkept:
            witnessed = self._witnessed()
            chosen, lost = self._file.read(lambda connection: _found(connection, witnessed), (witnessed, Chosen()))
            for layer, override in lost.items():
                log.info("%s: the state file has lost it; it is written again", layer.value)
                self._unkept.append(_choice(layer, override, ""))
            self._keep()
            self._know(chosen)
        return self._known

    def _witnessed(self) -> Chosen:
        """What is known of, whatever the file says."""
        noted = None if Layer.EMERGENCY in self._known else self._note.read()
        return {Layer.EMERGENCY: noted, **self._known} if noted else self._known

    def choose(self, layer: Layer, override: Override, role: str) -> None:
        """Put a choice in force; it is kept and logged in one step."""
        known = self.chosen()
        self._unkept.append(_choice(layer, override, role))
        self._keep()
        self._know({**known, layer: override})

    def clear(self, at: datetime, person: str, role: str) -> None:
        """Back to the rules, out of an emergency too; kept and logged as a choice is."""
        self._unkept.append(lambda connection: _clear(connection, at, StaffAct(person, role, "schedule", {})))
        self._keep()
        self._know({})

    def _know(self, chosen: Chosen) -> None:
        if chosen.get(Layer.EMERGENCY) != self._known.get(Layer.EMERGENCY):
            try:
                self._note.write(chosen.get(Layer.EMERGENCY))
            except OSError as error:
                log.warning("the second copy of an emergency cannot be written: %s", error)
        self._known = chosen

    def _keep(self) -> None:
        """Write what the file has not taken yet, in one step; it is tried again each time it is asked what is chosen."""
        if not self._unkept:
            return
        with suppress(StaffStateError):
            with self._file.change() as connection:
                for write in self._unkept:
                    write(connection)
            self._unkept = []


def _choice(layer: Layer, override: Override, role: str) -> Callable[[apsw.Connection], None]:
    until = stamp(override.until) if override.until else None
    values = (layer.value, override.mode, override.by, stamp(override.since), until)
    act = StaffAct(override.by, role, "mode", {"mode": override.mode, "until": until, "layer": layer.value})

    def write(connection: apsw.Connection) -> None:
        connection.execute("INSERT OR REPLACE INTO choice (slot, mode, person, since, until) VALUES (?, ?, ?, ?, ?)", values)
        record(connection, override.since, act)

    return write


def _clear(connection: apsw.Connection, at: datetime, act: StaffAct) -> None:
    connection.execute("DELETE FROM choice")
    record(connection, at, act)


def _found(connection: apsw.Connection, witnessed: Chosen) -> tuple[Chosen, Chosen]:
    """What is chosen, and what of it the file has lost: it never heard of it, or what it says cannot be understood any more.

    Raises:
        ValueError: what it says cannot be understood, and nothing else is known of it.
    """
    found, lost = Chosen(), Chosen()
    for slot, mode, person, since, until in connection.execute("SELECT slot, mode, person, since, until FROM choice"):
        layer = Layer(str(slot))
        try:
            end = moment(str(until)) if until else None
            found[layer] = Override(str(mode), str(person), moment(str(since)), end)
        except ValueError:
            if layer not in witnessed:
                raise
            lost[layer] = witnessed[layer]
    for layer in witnessed.keys() - found.keys() - lost.keys():
        if not _logged(connection, layer, witnessed[layer].since):
            lost[layer] = witnessed[layer]
    return found | lost, lost


def _logged(connection: apsw.Connection, layer: Layer, since: datetime) -> bool:
    details = connection.execute("SELECT detail FROM log WHERE at = ? AND act = 'mode'", (stamp(since),))
    return any(json.loads(str(detail))["layer"] == layer.value for (detail,) in details)
