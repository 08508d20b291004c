"""What staff did, as the state file keeps it: lines that are added in the transaction of the act, and never changed."""

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple

import apsw


class StaffAct(NamedTuple):
    """Something a person did, as the log keeps it."""

    person: str
    role: str
    act: str
    detail: dict[str, Any]


class Logged(NamedTuple):
    """A line of the log."""

    at: str
    """ISO 8601 in UTC, as the kiosk's clock stood."""
    act: StaffAct


def record(connection: apsw.Connection, at: datetime, act: StaffAct) -> None:
    """Add a line to the log, inside a change."""
    values = (stamp(at), act.person, act.role, act.act, json.dumps(act.detail, ensure_ascii=False))
    connection.execute("INSERT INTO log (at, person, role, act, detail) VALUES (?, ?, ?, ?, ?)", values)


def stamp(moment: datetime) -> str:
    """A moment as the file writes it."""
    return moment.astimezone(UTC).isoformat()


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
