"""Checks a folder of sources or a database, and says for each fault where it is and how it is mended."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import apsw

from kiosk.content.checking.content_model import Content, whole
from kiosk.content.checking.rules import NOTES, RULES
from kiosk.content.reading.connection import ADMIN_SECONDS, copied_into_memory, open_content
from kiosk.content.rows.all_rows import all_rows
from kiosk.content.rows.item_rows import read_rows
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.lines import SourceLines
from kiosk.content.sources.loading import Sources, load_sources
from kiosk.errors import ContentError

_Told = tuple[str, str, str, str, str]
"""Item, field, what is wrong, the mend, the level."""
_OF_PAVILION = "mode:pavilion_"
"""Begins the mode that is made of each pavilion."""


def check(path: Path, today: date = date.max) -> list[Finding]:
    """Everything wrong with a folder of sources, or with a database file.

    A database that cannot even be opened gives one finding.

    Args:
        path: the folder or file.
        today: where the machine's clock is to be believed; content of a later day is a fault.
    """
    return check_sources(path, today) if path.is_dir() else check_database(path, today)


def faults(path: Path, today: date = date.max) -> list[Finding]:
    """What keeps a folder of sources or a database from being published; notes do not."""
    return [finding for finding in check(path, today) if finding.level == "error"]


def check_sources(folder: Path, today: date = date.max) -> list[Finding]:
    """The form of every file, then the rules for whatever could be read."""
    loaded, findings = load_sources(folder)
    if loaded.exhibition is None or loaded.organisation is None:
        return findings
    problems, lines = _problems(Content(all_rows(loaded, ""), frozenset(loaded.unread), today)), SourceLines(folder)
    return findings + [_located(problem, loaded, lines) for problem in problems if not _is_told(problem, problems)]


def _is_told(problem: _Told, problems: Collection[_Told]) -> bool:
    """Whether a problem of a mode that is made of a pavilion is the pavilion's, and told of it."""
    item, *rest = problem
    return item.startswith(_OF_PAVILION) and (f"pavilion:{item.removeprefix(_OF_PAVILION)}", *rest) in problems


def _located(problem: _Told, loaded: Sources, lines: SourceLines) -> Finding:
    item, field, message, mend, level = problem
    file = _file_of(item, loaded)
    inside = [item.partition(":")[2], *item.partition("/")[2].split("/"), *field.split(" ")[0].split(".")]
    return Finding(file, f"{item} {field}", message, mend, level, lines.line(file, inside))


def _problems(content: Content) -> list[_Told]:
    """Item, field, what is wrong, the mend, and the level."""
    found = [(*problem, "error") for rule in RULES for problem in rule(content)]
    return found + [(*problem, "note") for rule in NOTES for problem in rule(content)]


def _file_of(item: str, loaded: Sources) -> str:
    """The source file an item, or the item it is a part of, was read from."""
    if item.startswith("exhibition:"):
        return loaded.files["exhibition"]
    owner = whole(item).replace(_OF_PAVILION, "pavilion:") if whole(item) not in loaded.files else whole(item)
    return loaded.files.get(owner, loaded.files.get(owner.partition(":")[0], item))


def check_database(path: Path, today: date = date.max) -> list[Finding]:
    """The file's soundness, then the rules."""
    try:
        connection = open_content(path, ADMIN_SECONDS)
    except ContentError as error:
        return [Finding(str(path), "file", str(error).removeprefix(f"{path}: "), "put a good database in its place")]
    try:
        faults = _faults(connection, path)
        return faults or [
            Finding(str(path), f"{item} {field}", message, mend, level)
            for item, field, message, mend, level in _problems(Content(read_rows(connection), today=today))
        ]
    except (apsw.Error, UnicodeDecodeError) as error:
        return [Finding(str(path), "file", f"cannot be read ({error})", "put a good database in its place")]
    finally:
        connection.close()


def _faults(connection: apsw.Connection, path: Path) -> list[Finding]:
    """Damage, broken CHECK constraints and references that lead nowhere."""
    mend = "build it again with `kiosk content build`"
    copy = copied_into_memory(connection, ADMIN_SECONDS)
    try:
        unsound = [text for (text,) in copy.execute("PRAGMA integrity_check") if text != "ok"]
        dangling = [f"{table} refers to a missing {parent}" for table, _, parent, _ in copy.execute("PRAGMA foreign_key_check")]
    finally:
        copy.close()
    return [Finding(str(path), "file", str(fault), mend) for fault in (*unsound, *dangling)]
