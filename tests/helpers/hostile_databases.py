"""Databases that no build of ours would write: `script/drill databases 500` shows each to the kiosk.

Every variant goes through the check, a kiosk's examination of what it synced, and the window itself. Right is: it is refused, or
shown but for what cannot be read, or the calm screen stands; wrong is a traceback, a warning, more than a second for a screen, or a
file or address opened that a database named.
"""

import itertools
import os
import random
import re
import shutil
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from socket import create_server

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.config import ROOT, KioskConfig
from kiosk.content.build import PAGE_SIZE
from kiosk.content.checking.check import check
from kiosk.content.schema import TABLES
from kiosk.content.store import ContentStore
from kiosk.errors import KioskError
from kiosk.publishing import examine
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.tools.visits import Visit, visits
from tests.helpers.drills import Faults
from tests.helpers.fakes import FakePlayer, ManualClock

SECONDS = 1.0
"""Of the processor, for a screen."""
LOOKED_AT = 6
"""Screens of a variant that are visited, beside the first."""
NUMBERS = (-1, 0, 7, 2**31, 2**63 - 1, -(2**63))
_TABLES = re.findall(r"^CREATE TABLE (\w+)", TABLES, re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bait:
    """A file and an address that nothing may open."""

    file: Path
    port: int

    def texts(self) -> tuple[str, ...]:
        """Words that try to get them opened, or to break what shows them."""
        link = f"http://127.0.0.1:{self.port}/x"
        return (
            f"<img src='file://{self.file}'><a href='{link}'>x</a>",
            f"file://{self.file}",
            link,
            f"../../../../{self.file}",
            f"qrc:{self.file}",
            f"image://picture/{self.file}",
            "",
            " ",
            "{",
            "{0}",
            "{amount.__class__}",
            "%n%s",
            "\0",
            "a\0b",
            "\u202e\u2066\u2066\u2066",
            "e" + "\u0301" * 3000,
            "x" * 1_000_000,
            "ا" * 200_000,
            "\n" * 50_000,
            "W " * 100_000,
            "9999-99-99",
            "0000-00-00",
            "2026-02-30",
            "25:99",
            "Africa",
            "x" * 300,
            "javascript:alert(1)",
            "19\r\nURL:http://evil",
            "-1",
            "1e999",
            "'; DROP TABLE item; --",
            "🚓" * 5000,
            "service:none",
            "P0D",
        )


Change = Callable[[sqlite3.Connection], object]
Damage = Callable[[bytes], bytes]


def changes(content: Path, bait: Bait, seed: int) -> Iterator[tuple[str, Change]]:
    """What is done to a sound database, each with its name; the same for a seed."""
    chance = random.Random(seed)
    with closing(sqlite3.connect(content)) as connection:
        columns = [
            (table, str(name), str(kind))
            for table in _TABLES
            for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")
            if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        ]
        filled = dict.fromkeys(table for table, *_ in columns)
    for table, name, kind in columns:
        values: list[object] = list(chance.sample(bait.texts(), 4) if kind == "TEXT" else chance.sample(NUMBERS, 2))
        for value in values:
            yield f"{table}.{name} = {str(value)[:24]!r}", _set(table, name, value, chance.random())
        for value in chance.sample((None, b"\xff\x00\xfe", 1.5, b"x" * 100_000), 1):
            yield f"{table}.{name} of another type {str(value)[:12]}", _loosely(_set(table, name, value, chance.random()))
    for table in filled:
        yield f"{table} empty", lambda c, table=table: c.execute(f"DELETE FROM {table}")
        yield f"{table} halved", lambda c, table=table: c.execute(f"DELETE FROM {table} WHERE abs(random()) % 2")
    yield from _STRUCTURES


def _set(table: str, column: str, value: object, place: float) -> Change:
    """A value in one row, or in all where one of many would hardly be met."""

    def change(connection: sqlite3.Connection) -> None:
        count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        where = "" if place > 0.9 else f"LIMIT 1 OFFSET {int(place * count)}"
        key = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
        rows = f'"{key}" IN (SELECT "{key}" FROM {table} {where})'
        connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE {rows}', (value,))

    return change


def _loosely(change: Change) -> Change:
    """A change that the types of the schema forbid: they are taken out of it meanwhile."""

    def loosened(connection: sqlite3.Connection) -> None:
        schema = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"))
        connection.execute("PRAGMA writable_schema = ON")
        for name, sql in schema.items():
            loose = sql.replace(" STRICT, WITHOUT ROWID", " WITHOUT ROWID").replace(" STRICT", "").replace(" NOT NULL", "")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, name))
        version = connection.execute("PRAGMA schema_version").fetchone()[0]
        connection.execute(f"PRAGMA schema_version = {version + 1}")
        with suppress(sqlite3.Error):
            change(connection)
        for name, sql in schema.items():
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
        connection.execute(f"PRAGMA schema_version = {version}")

    return loosened


def _counting(most: int) -> str:
    return f"WITH RECURSIVE n(x) AS (VALUES(0) UNION ALL SELECT x + 1 FROM n WHERE x < {most}) "


_STRUCTURES: tuple[tuple[str, Change], ...] = (
    ("parents in a circle", lambda c: c.execute("UPDATE item SET parent = id")),
    (
        "parents of one another",
        lambda c: c.execute("UPDATE item SET parent = (SELECT id FROM item b WHERE b.kind = item.kind LIMIT 1)"),
    ),
    ("situations that add to themselves", lambda c: c.execute("UPDATE situation SET adds_to = id")),
    (
        "situations in a ring",
        lambda c: c.execute("UPDATE situation SET adds_to = (SELECT max(id) FROM situation s WHERE s.id <> situation.id)"),
    ),
    ("relations to themselves", lambda c: c.execute("UPDATE relation SET target = item")),
    ("relations to nothing", lambda c: c.execute("UPDATE relation SET target = 'pavilion:none'")),
    ("all modes closed", lambda c: c.execute("UPDATE mode SET service = 'closed'")),
    ("every rank the same", lambda c: c.execute("UPDATE item SET rank = 1")),
    ("every kind a pavilion", lambda c: c.execute("UPDATE item SET kind = 'pavilion'")),
    ("questions that wait for themselves", lambda c: c.execute("UPDATE guide_test SET item = question")),
    (
        "a guide with numbers without end",
        lambda c: c.execute("UPDATE guide_question SET kind = 'number', least = 0, most = 9223372036854775807"),
    ),
    (
        "a million synonyms",
        lambda c: c.execute(
            _counting(1_000_000)
            + "INSERT OR IGNORE INTO synonym SELECT (SELECT min(item) FROM synonym), 1000 + x, 'word' || x FROM n"
        ),
    ),
    (
        "a hundred thousand pavilions",
        lambda c: c.execute(
            _counting(100_000) + "INSERT INTO item SELECT 'pavilion:p' || x, 'pavilion', NULL, x, 'star', '2026-11-24', 0 FROM n"
        ),
    ),
    (
        "a hundred thousand statements",
        lambda c: c.execute(
            _counting(100_000)
            + "INSERT INTO item SELECT 'statement:pavilion:k9/' || x, 'statement', 'pavilion:k9', x, 'star', '2026-11-24', 0 FROM n"
        ),
    ),
    ("a trigger", lambda c: c.execute("CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM item; END")),
    ("a view", lambda c: c.execute("CREATE VIEW v AS SELECT * FROM item")),
    (
        "a view in the place of a table",
        lambda c: c.executescript("ALTER TABLE text RENAME TO words; CREATE VIEW text AS SELECT * FROM words"),
    ),
    ("a table more", lambda c: c.execute("CREATE TABLE more (x)")),
    ("a table less", lambda c: c.execute("DROP TABLE synonym")),
    ("a column more", lambda c: c.execute("ALTER TABLE item ADD COLUMN more TEXT")),
    ("an index less", lambda c: c.execute("DROP INDEX item_by_kind")),
    ("a virtual table", lambda c: c.execute("CREATE VIRTUAL TABLE v USING fts5(x)")),
    ("a generated column", lambda c: c.execute("ALTER TABLE filler ADD COLUMN g TEXT AS (word || word)")),
    ("another application", lambda c: c.execute("PRAGMA application_id = 1")),
    ("a version to come", lambda c: c.execute(f"PRAGMA user_version = {99 << 16}")),
    ("a negative version", lambda c: c.execute("PRAGMA user_version = -1")),
    (
        "the search's tables empty",
        lambda c: c.executescript("DELETE FROM search_document; DELETE FROM search_name; DELETE FROM search_word"),
    ),
    ("the search's index broken", lambda c: c.execute("UPDATE search_anywhere_data SET block = x'00ff00ff'")),
    ("the search's structure broken", lambda c: c.execute("DELETE FROM search_names_config")),
    ("shares of features broken", lambda c: c.execute("UPDATE search_feature SET shares = x'ff', rarity = -1")),
    ("a write-ahead log", lambda c: c.execute("PRAGMA journal_mode = WAL")),
    ("an empty text everywhere", lambda c: c.execute("UPDATE text SET shown = ' '")),
    ("no texts of a language", lambda c: c.execute("DELETE FROM text WHERE language = 'ar'")),
    ("a language nobody writes", lambda c: c.execute("INSERT INTO language VALUES ('xx-very-odd', 'rtl', 'x', 'y', 99)")),
    ("only one language", lambda c: c.execute("DELETE FROM language WHERE tag <> 'fr'")),
    ("all words of the interface gone", lambda c: c.execute("DELETE FROM text WHERE item LIKE 'word:%'")),
    ("braces in every word", lambda c: c.execute("UPDATE text SET shown = '{' || shown WHERE item LIKE 'word:%'")),
    ("markup in every text", lambda c: c.execute("UPDATE text SET shown = '<b>' || shown || '</b><img src=file:///etc/passwd>'")),
    (
        "every text long",
        lambda c: c.execute(
            "UPDATE text SET shown = substr(replace(hex(zeroblob(2000)), '00', shown), 1, 20000) WHERE item LIKE 'pavilion:%'"
        ),
    ),
    (
        "a word of a million letters",
        lambda c: c.execute("UPDATE text SET shown = hex(zeroblob(500000)) WHERE item LIKE 'pavilion:%'"),
    ),
    (
        "unending speech",
        lambda c: c.execute("UPDATE text SET speech = replace(hex(zeroblob(20000)), '00', 'كَ') WHERE language = 'ar'"),
    ),
    ("shows that last all day", lambda c: c.execute("UPDATE timetable_slot SET \"start\" = '00:00', \"end\" = '23:59'")),
    ("editions of the far future", lambda c: c.execute("UPDATE edition SET \"start\" = '9999-12-31', \"end\" = '9999-12-31'")),
    ("everything checked tomorrow", lambda c: c.execute("UPDATE item SET checked_on = '9999-12-31'")),
)


def damages(size: int, seed: int) -> Iterator[tuple[str, Damage]]:
    """What no SQL can do to the bytes of a database of a size."""
    chance = random.Random(seed)
    for number in range(90):
        page = chance.randrange(size // PAGE_SIZE) * PAGE_SIZE
        places = [page + chance.randrange(PAGE_SIZE) for _ in range(chance.choice((1, 8, 200)))]
        yield f"page {page // PAGE_SIZE} spoiled, {number}", _overwritten(dict.fromkeys(places, chance.randrange(256)))
    for end in (0, 1, 16, 99, 100, 4095, 4096, size // 2, size - 1, size - PAGE_SIZE):
        yield f"cut at {end}", lambda data, end=end: data[:end]
    for place in range(16, 100, 4):
        yield f"header at {place}", _overwritten(dict.fromkeys(range(place, place + 4), 255))
    yield "pages swapped", lambda data: data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:]
    yield "another file behind it", lambda data: data + data


def _overwritten(bad: dict[int, int]) -> Damage:
    def damage(data: bytes) -> bytes:
        spoiled = bytearray(data)
        for place, byte in bad.items():
            spoiled[place] = byte
        return bytes(spoiled)

    return damage


def variants(content: Path, folder: Path, bait: Bait, seed: int) -> Iterator[tuple[str, Path]]:
    """Hostile databases by name, in an order of the seed; a file is there until the next is asked for."""
    path, data = folder / "hostile.db", content.read_bytes()
    done: list[tuple[str, Change | None, Damage | None]] = [(name, change, None) for name, change in changes(content, bait, seed)]
    done += [(name, None, damage) for name, damage in damages(len(data), seed)]
    random.Random(seed).shuffle(done)
    for name, change, damage in done:
        if change is not None:
            _altered(content, path, change)
        elif damage is not None:
            path.write_bytes(damage(data))
        yield name, path


def _altered(content: Path, path: Path, change: Change) -> None:
    shutil.copyfile(content, path)
    with closing(sqlite3.connect(path)) as connection:
        for pragma in ("ignore_check_constraints = ON", "foreign_keys = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        with suppress(sqlite3.Error, OverflowError):
            change(connection)
            connection.commit()


class Watcher:
    """What went wrong in a window: exceptions of slots, warnings of Qt, time, and what Python opened that a database named."""

    def __init__(self, bait: Bait) -> None:
        self.wrong: list[str] = []
        self._bait = (str(bait.file), str(bait.port), "evil", "/etc/passwd", "example.com")
        self._ended = False
        sys.addaudithook(self._asked)
        sys.excepthook = self._raised
        sys.unraisablehook = lambda told: self._raised(type(told.exc_value), told.exc_value, told.exc_traceback)
        qInstallMessageHandler(self._said)

    def end(self) -> None:
        """Give back what was taken to watch."""
        self._ended = True  # an audit hook stays for ever
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__

    def _asked(self, event: str, values: tuple[object, ...]) -> None:
        watched = event in {"open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.listdir", "os.system"}
        if watched and not self._ended and any(bait in str(values) for bait in self._bait):
            self.wrong.append(f"{event} {str(values)[:160]}")

    def _raised(self, _kind: object, error: BaseException | None, trace: object) -> None:
        frames = traceback.extract_tb(trace)  # type: ignore[arg-type]
        self.wrong.append(f"{error!r:.160} at {' < '.join(f'{Path(f.filename).name}:{f.lineno}' for f in frames[:-12:-1])}")

    def _said(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "propagateSizeHints" not in text:
            self.wrong.append(text[:200])


def _player(parent: QObject) -> FakePlayer:
    player = FakePlayer()
    player.setParent(parent)
    return player


class Window:
    """One kiosk that is shown one database after the other."""

    def __init__(self, content: Path, folder: Path, watcher: Watcher) -> None:
        self.shown = folder / "shown.db"
        shutil.copyfile(content, self.shown)
        config = KioskConfig(content=self.shown, cache=folder / "cache", state=folder / "state", motion=False)
        self.kiosk = KioskApplication(config, QSize(540, 960), Boundary(ManualClock(), make_player=_player))
        self.kiosk.show(full_screen=False)
        self._settle()
        _ = self.kiosk.serving
        self._watcher, self.slowest, self.is_calm = watcher, 0.0, False
        with ContentStore.open(content) as store:
            self.visits = {visit.name: visit for visit in visits(store, every_item=True) if not visit.name.startswith("staff-")}

    def show(self, database: Path, names: list[str]) -> list[str]:
        """Put a database in place and look at some screens; returns what is wrong."""
        self._watcher.wrong.clear()
        self.slowest = 0.0
        shutil.copyfile(database, self.shown.with_suffix(".new")).replace(self.shown)
        self._timed("open", self.kiosk.content.holder.open)
        for name in names:
            self._timed(name, lambda name=name: self._visit(self.visits[name]))
        self._timed("leave", self.kiosk.shell.leave)
        self.is_calm = self.kiosk.content.holder.store is None
        return list(dict.fromkeys(self._watcher.wrong))

    def close(self) -> None:
        """End the kiosk."""
        self.kiosk.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _visit(self, visit: Visit) -> None:
        if self.kiosk.content.holder.store is None:
            return  # the calm screen has no way to any other
        self.kiosk.shell.enter("fr")
        with suppress(KioskError):  # the way itself reads the database, as no visitor does
            visit.reach(self.kiosk)

    def _timed(self, name: str, act: Callable[[], object]) -> None:
        begun = time.process_time()
        try:
            act()
        except Exception as error:  # noqa: BLE001 - the fault looked for
            self._watcher._raised(type(error), error, error.__traceback__)
        self._settle()
        took = time.process_time() - begun
        self.slowest = max(self.slowest, took)
        if took > SECONDS:
            self._watcher.wrong.append(f"{name}: {took:.1f} s of the processor")

    def _settle(self) -> None:
        for _ in range(4):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def told(door: Callable[[Path], object], path: Path) -> str:
    """What a check says wrong of its own; empty for an answer or a refusal."""
    try:
        with redirect_stdout(StringIO()):
            door(path)
    except KioskError:
        return ""
    except Exception as error:  # noqa: BLE001 - the fault looked for
        places = traceback.extract_tb(error.__traceback__)
        return f"{error!r:.160} at {' < '.join(f'{Path(f.filename).name}:{f.lineno}' for f in places[:-12:-1])}"
    return ""


class Doors:
    """All ways in that a database has, asked one after the other."""

    def __init__(self, content: Path, folder: Path, seed: int) -> None:
        self._content, self._folder, self._seed, self._chance = content, folder, seed, random.Random(seed)
        self._server = create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self._bait = Bait(folder / "bait", self._server.getsockname()[1])
        self._bait.file.write_text("bait", encoding="utf-8")
        os.utime(self._bait.file, (1, 2))
        self._watcher = Watcher(self._bait)
        self._window = Window(content, folder, self._watcher)
        self._calm = self._slowest = 0.0

    def close(self) -> None:
        """End the kiosk and the watch."""
        self._window.close()
        self._server.close()
        self._watcher.end()

    def rounds(self) -> Iterator[Faults]:
        """What is wrong with each variant; after all of a seed come those of the next."""
        for seed in itertools.count(self._seed):
            for what, path in variants(self._content, self._folder, self._bait, seed):
                yield [(what, fault) for fault in self._faults(path)]

    def _faults(self, path: Path) -> list[str]:
        found = [fault for door in (check, examine.faults, examine._counted) if (fault := told(door, path))]
        found += self._window.show(path, ["home", "search-found", *self._chance.sample(sorted(self._window.visits), LOOKED_AT)])
        self._calm += self._window.is_calm
        self._slowest = max(self._slowest, self._window.slowest)
        if self._bait.file.stat().st_atime != 1:
            found.append("the bait was read")
            os.utime(self._bait.file, (1, 2))
        with suppress(BlockingIOError):
            self._server.accept()
            found.append("the address was opened")
        return found

    def figures(self) -> str:
        """How many ended in the calm screen, and what took longest."""
        return f"the calm screen {self._calm:.0f} times, the slowest screen {self._slowest:.2f} s of the processor"


@contextmanager
def opened(folder: Path, seed: int, content: Path = ROOT / "content.db") -> Iterator[Doors]:
    """The drill, in a folder."""
    application = QGuiApplication.instance() or QGuiApplication([])
    doors = Doors(content, folder, seed)
    try:
        yield doors
    finally:
        doors.close()
        del application
