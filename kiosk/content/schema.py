"""The shape of content.db.

Over 250 lines: all tables are read in one place.

Everything that carries text, sources or a date is a row of `item`; its texts stand in `text` by language, what proves it in
`item_source`, its typed columns in the table named after its kind, its ties to other items in `relation`.
"""

from collections.abc import Iterable

from kiosk.domain.item import Standing
from kiosk.domain.kinds import KINDS
from kiosk.domain.timetable import NIGHT_FROM, NIGHT_UNTIL

APPLICATION_ID = 0x4A535552
"""Marks the file as ours ("JSUR"), in the database header."""
MAJOR = 5
"""Raised when an older program could not read the database right."""
MINOR = 3
"""Raised when tables are added that an older program may leave unread. A changed table makes a new major version."""
MINOR_BITS = 16


def user_version(major: int = MAJOR, minor: int = MINOR) -> int:
    """Both parts in the one integer the header has room for."""
    return major << MINOR_BITS | minor


def version_parts(version: int) -> tuple[int, int]:
    """Major and minor part of a header's user_version."""
    return version >> MINOR_BITS, version & (1 << MINOR_BITS) - 1


SECTIONS = [
    "statements",
    "what_it_is",
    "what_it_does",
    "what_to_see",
    "how_to_reach",
    "warning",
    "output",
    "requirements",
    "notes",
    "processing_time",
    "validity",
    "legal",
    "steps",
    "penalties",
    "good_to_know",
]
STATUSES = ["proposed", "approved"]
"""Of a speech text; empty for one that rules made, or where the words shown are said as they are."""
RELATIONS = "services demonstrations life_events audiences evidence situations adds removes items loop codes".split()  # noqa: SIM905 - a line each otherwise


SPOTS = [
    "pavilion",
    "show",
    "kiosk",
    "desk",
    "door",
    "stairs",
    "exit",
    "toilets",
    "prayer_room",
    "first_aid",
    "lost_child",
]
"""As `kiosk.domain.venue.plan.SpotKind` has them, which the first picture does not need."""


def _one_of(column: str, values: Iterable[str]) -> str:
    return f"CHECK ({column} IN ({', '.join(repr(str(value)) for value in values)}))"


_SERVICES = ["open", "closed", "emergency"]
_HOMES = ["Home", "Services", "Demonstrations", "Page", "Tiles", "Slides"]
_STAGES = ["title", "board", "slides"]
_LOOKS = ["standard", "large", "dark"]
_DAY = "CHECK ({0} IS date({0}))"
_CLOCK = "CHECK ({0} IS strftime('%H:%M', {0}))"
_DURATION = "CHECK (({0} GLOB 'P[0-9]*D' OR {0} GLOB 'PT[0-9]*H') AND trim({0}, 'PTDH') NOT GLOB '*[^0-9]*')"
_FLAG = "INTEGER NOT NULL DEFAULT 0 CHECK ({0} IN (0, 1))"

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE language (
    tag TEXT PRIMARY KEY, direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')), endonym TEXT NOT NULL,
    invitation TEXT NOT NULL, rank INTEGER NOT NULL UNIQUE CHECK (rank >= 0)) STRICT, WITHOUT ROWID;
CREATE TABLE publisher (
    id TEXT PRIMARY KEY REFERENCES item (id), standing TEXT NOT NULL {_one_of("standing", Standing)}) STRICT, WITHOUT ROWID;
CREATE TABLE source (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL REFERENCES publisher (id), url TEXT, published TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('O', 'OC', 'P', 'G'))) STRICT, WITHOUT ROWID;
CREATE TABLE item (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL {_one_of("kind", [kind.name for kind in KINDS])}, parent TEXT REFERENCES item (id),
    rank INTEGER NOT NULL CHECK (rank >= 0), icon TEXT, checked_on TEXT NOT NULL {_DAY.format("checked_on")},
    confirm {_FLAG.format("confirm")}) STRICT, WITHOUT ROWID;
CREATE INDEX item_by_kind ON item (kind, rank, id);
CREATE INDEX item_by_parent ON item (parent, kind, rank, id);
CREATE TABLE text (
    item TEXT NOT NULL REFERENCES item (id), field TEXT NOT NULL, language TEXT NOT NULL REFERENCES language (tag),
    shown TEXT NOT NULL CHECK (shown <> ''), speech TEXT CHECK (speech <> ''), speech_of TEXT,
    speech_status TEXT {_one_of("speech_status", STATUSES)}, PRIMARY KEY (item, field, language))
    STRICT, WITHOUT ROWID;
CREATE TABLE item_source (
    item TEXT NOT NULL REFERENCES item (id), position INTEGER NOT NULL, source TEXT NOT NULL REFERENCES source (id),
    PRIMARY KEY (item, position)) STRICT, WITHOUT ROWID;
CREATE TABLE relation (
    item TEXT NOT NULL REFERENCES item (id), name TEXT NOT NULL {_one_of("name", RELATIONS)}, position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES item (id), PRIMARY KEY (item, name, position)) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_target ON relation (target, name);
CREATE TABLE media (
    item TEXT PRIMARY KEY REFERENCES item (id), kind TEXT NOT NULL CHECK (kind IN ('drawn', 'file')), path TEXT, sha256 TEXT,
    CHECK ((kind = 'file') = (path IS NOT NULL AND sha256 IS NOT NULL))) STRICT, WITHOUT ROWID;
CREATE TABLE photograph (
    item TEXT PRIMARY KEY REFERENCES media (item), credit TEXT NOT NULL, focus_x REAL NOT NULL, focus_y REAL NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE sign_film (
    item TEXT PRIMARY KEY REFERENCES item (id), path TEXT NOT NULL, sha256 TEXT NOT NULL, credit TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE caption (
    item TEXT NOT NULL REFERENCES sign_film (item), language TEXT NOT NULL REFERENCES language (tag), position INTEGER NOT NULL,
    "start" REAL NOT NULL CHECK ("start" >= 0), "end" REAL NOT NULL CHECK ("end" > "start"),
    shown TEXT NOT NULL CHECK (shown <> ''), PRIMARY KEY (item, language, position)) STRICT, WITHOUT ROWID;
CREATE TABLE identity (
    item TEXT PRIMARY KEY REFERENCES item (id), colour TEXT NOT NULL CHECK (colour GLOB '#{6 * "[0-9a-f]"}')) STRICT, WITHOUT ROWID;
CREATE TABLE statement (
    id TEXT PRIMARY KEY REFERENCES item (id), section TEXT NOT NULL {_one_of("section", SECTIONS)},
    guidance {_FLAG.format("guidance")}, rumour {_FLAG.format("rumour")}) STRICT, WITHOUT ROWID;
CREATE TABLE timetable_slot (
    id TEXT PRIMARY KEY REFERENCES item (id), day TEXT {_DAY.format("day")}, "start" TEXT NOT NULL {_CLOCK.format('"start"')},
    "end" TEXT NOT NULL {_CLOCK.format('"end"')}, sample {_FLAG.format("sample")},
    CHECK ("end" > "start" OR "start" >= '{NIGHT_FROM:%H:%M}' AND "end" <= '{NIGHT_UNTIL:%H:%M}')) STRICT, WITHOUT ROWID;
CREATE TABLE edition (
    id TEXT PRIMARY KEY REFERENCES item (id), number INTEGER NOT NULL UNIQUE, "start" TEXT NOT NULL {_DAY.format('"start"')},
    "end" TEXT NOT NULL {_DAY.format('"end"')}, visitors INTEGER NOT NULL CHECK (visitors > 0),
    visitors_confirm {_FLAG.format("visitors_confirm")}, CHECK ("end" >= "start")) STRICT, WITHOUT ROWID;
CREATE TABLE edition_place (
    edition TEXT PRIMARY KEY REFERENCES edition (id), latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180)) STRICT, WITHOUT ROWID;
CREATE TABLE public_service (
    id TEXT PRIMARY KEY REFERENCES item (id), competence TEXT NOT NULL CHECK (competence IN ('police', 'shared', 'other')),
    processing_time TEXT {_DURATION.format("processing_time")}) STRICT, WITHOUT ROWID;
CREATE TABLE not_applicable (
    service TEXT NOT NULL REFERENCES public_service (id), what TEXT NOT NULL {_one_of("what", ["papers", "cost", "delay"])},
    PRIMARY KEY (service, what)) STRICT, WITHOUT ROWID;
CREATE TABLE situation (
    id TEXT PRIMARY KEY REFERENCES item (id), adds_to TEXT REFERENCES item (id),
    urgent {_FLAG.format("urgent")}) STRICT, WITHOUT ROWID;
CREATE TABLE cost (
    id TEXT PRIMARY KEY REFERENCES item (id), amount INTEGER NOT NULL CHECK (amount >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3)) STRICT, WITHOUT ROWID;
CREATE TABLE contact_point (
    id TEXT PRIMARY KEY REFERENCES item (id), telephone TEXT CHECK (telephone NOT GLOB '*[^0-9+]*'), site TEXT REFERENCES item (id),
    latitude REAL CHECK (latitude BETWEEN -90 AND 90), longitude REAL CHECK (longitude BETWEEN -180 AND 180)) STRICT, WITHOUT ROWID;
CREATE TABLE channel (
    id TEXT PRIMARY KEY REFERENCES item (id), type TEXT NOT NULL CHECK (type IN ('desk', 'website', 'telephone')),
    contact_point TEXT REFERENCES contact_point (id)) STRICT, WITHOUT ROWID;
CREATE TABLE emergency_number (
    id TEXT PRIMARY KEY REFERENCES item (id), contact_point TEXT NOT NULL REFERENCES contact_point (id)) STRICT, WITHOUT ROWID;
CREATE TABLE web_address (
    id TEXT PRIMARY KEY REFERENCES item (id), url TEXT NOT NULL CHECK (url GLOB 'http://?*' OR url GLOB 'https://?*'),
    qr_allowed {_FLAG.format("qr_allowed")}) STRICT, WITHOUT ROWID;
CREATE TABLE takeaway (
    id TEXT PRIMARY KEY REFERENCES item (id),
    kind TEXT NOT NULL CHECK (kind IN ('telephone', 'website', 'place', 'event', 'text', 'checklist')),
    target TEXT REFERENCES item (id), situation TEXT REFERENCES item (id)) STRICT, WITHOUT ROWID;
CREATE TABLE mode (
    id TEXT PRIMARY KEY REFERENCES item (id), service TEXT NOT NULL {_one_of("service", _SERVICES)},
    home TEXT NOT NULL {_one_of("home", _HOMES)}, home_item TEXT REFERENCES item (id),
    stage TEXT NOT NULL {_one_of("stage", _STAGES)}, look TEXT NOT NULL {_one_of("look", _LOOKS)}, sound {_FLAG.format("sound")},
    aloud {_FLAG.format("aloud")},
    inactivity_seconds INTEGER CHECK (inactivity_seconds >= 20), prompt_seconds INTEGER CHECK (prompt_seconds >= 20),
    codes_listed {_FLAG.format("codes_listed")}) STRICT, WITHOUT ROWID;
CREATE TABLE mode_language (
    mode TEXT NOT NULL REFERENCES mode (id), position INTEGER NOT NULL, language TEXT NOT NULL REFERENCES language (tag),
    PRIMARY KEY (mode, position)) STRICT, WITHOUT ROWID;
CREATE TABLE mode_rule (
    id TEXT NOT NULL, kiosk TEXT NOT NULL, mode TEXT NOT NULL REFERENCES mode (id),
    weekdays TEXT CHECK (weekdays NOT GLOB '*[^0-6]*'),
    "first" TEXT {_DAY.format('"first"')}, "last" TEXT {_DAY.format('"last"')}, "start" TEXT NOT NULL {_CLOCK.format('"start"')},
    "end" TEXT NOT NULL {_CLOCK.format('"end"')}, PRIMARY KEY (id, kiosk),
    CHECK ((weekdays IS NULL) = ("first" IS NOT NULL AND "last" IS NOT NULL))) STRICT, WITHOUT ROWID;
CREATE TABLE quiz_question (
    id TEXT PRIMARY KEY REFERENCES item (id), level INTEGER NOT NULL CHECK (level IN (1, 2)),
    choices INTEGER NOT NULL CHECK (choices BETWEEN 2 AND 4),
    "right" INTEGER NOT NULL CHECK ("right" BETWEEN 1 AND choices)) STRICT, WITHOUT ROWID;
CREATE TABLE synonym (
    item TEXT NOT NULL REFERENCES item (id), position INTEGER NOT NULL, spelling TEXT NOT NULL, PRIMARY KEY (item, position))
    STRICT, WITHOUT ROWID;
CREATE TABLE saying (
    item TEXT NOT NULL REFERENCES item (id), way TEXT NOT NULL CHECK (way IN ('ar', 'ary-Arab', 'ary-Latn', 'fr', 'en')),
    position INTEGER NOT NULL, said TEXT NOT NULL, PRIMARY KEY (item, way, position)) STRICT, WITHOUT ROWID;
CREATE TABLE practical (
    id TEXT PRIMARY KEY REFERENCES item (id), screen TEXT CHECK (screen IN ('Demonstrations', 'Editions', 'Feedback', 'CallStaff')))
    STRICT, WITHOUT ROWID;
CREATE TABLE venue (id TEXT PRIMARY KEY REFERENCES item (id), sample {_FLAG.format("sample")}) STRICT, WITHOUT ROWID;
CREATE TABLE corner (
    item TEXT NOT NULL REFERENCES item (id), position INTEGER NOT NULL, x REAL NOT NULL, y REAL NOT NULL,
    PRIMARY KEY (item, position)) STRICT, WITHOUT ROWID;
CREATE TABLE spot (
    id TEXT PRIMARY KEY REFERENCES item (id), kind TEXT NOT NULL {_one_of("kind", SPOTS)}, x REAL NOT NULL, y REAL NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE junction (name TEXT PRIMARY KEY, x REAL NOT NULL, y REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE path (
    position INTEGER PRIMARY KEY, "start" TEXT NOT NULL, "end" TEXT NOT NULL, step_free {_FLAG.format("step_free")}) STRICT;
CREATE TABLE crisis (id TEXT PRIMARY KEY, rank INTEGER NOT NULL UNIQUE, page TEXT REFERENCES item (id)) STRICT, WITHOUT ROWID;
CREATE TABLE crisis_number (
    crisis TEXT NOT NULL REFERENCES crisis (id), position INTEGER NOT NULL, number TEXT NOT NULL REFERENCES item (id),
    PRIMARY KEY (crisis, position)) STRICT, WITHOUT ROWID;
CREATE TABLE crisis_term (
    crisis TEXT NOT NULL REFERENCES crisis (id), rule INTEGER NOT NULL, part INTEGER NOT NULL,
    european {_FLAG.format("european")}, term TEXT NOT NULL, PRIMARY KEY (crisis, rule, part, european, term))
    STRICT, WITHOUT ROWID;
CREATE TABLE crisis_saying (id INTEGER PRIMARY KEY, crisis TEXT REFERENCES crisis (id), said TEXT NOT NULL) STRICT;
CREATE TABLE elsewhere (
    subject TEXT NOT NULL, way TEXT NOT NULL, position INTEGER NOT NULL, said TEXT NOT NULL, PRIMARY KEY (subject, way, position))
    STRICT, WITHOUT ROWID;
CREATE TABLE notion_term (
    notion TEXT NOT NULL, european {_FLAG.format("european")}, term TEXT NOT NULL, PRIMARY KEY (notion, european, term))
    STRICT, WITHOUT ROWID;
CREATE TABLE ordinary (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE filler (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE search_document (id INTEGER PRIMARY KEY, item TEXT NOT NULL REFERENCES item (id)) STRICT;
CREATE TABLE search_name (
    document INTEGER NOT NULL REFERENCES search_document (id), position INTEGER NOT NULL, name TEXT NOT NULL,
    own {_FLAG.format("own")}, PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID;
CREATE INDEX search_name_by_name ON search_name (name, document) WHERE own = 1;
CREATE TABLE search_intent (id INTEGER PRIMARY KEY, document INTEGER NOT NULL UNIQUE REFERENCES search_document (id),
    whole INTEGER REFERENCES search_intent (id)) STRICT;
CREATE TABLE search_carrier (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE search_feature (id INTEGER PRIMARY KEY, rarity INTEGER NOT NULL, worths BLOB NOT NULL) STRICT;
CREATE TABLE crisis_cry (said TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE crisis_carrier (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE crisis_feature (id INTEGER PRIMARY KEY, rarity INTEGER NOT NULL, worths BLOB NOT NULL) STRICT;
CREATE TABLE search_notion (key TEXT NOT NULL, notion TEXT NOT NULL, PRIMARY KEY (key, notion)) STRICT, WITHOUT ROWID;
CREATE TABLE search_word (word TEXT PRIMARY KEY, shown TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE search_slip (form TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (form, word)) STRICT, WITHOUT ROWID;
CREATE TABLE guide (id TEXT PRIMARY KEY REFERENCES item (id), service TEXT NOT NULL UNIQUE REFERENCES public_service (id))
    STRICT, WITHOUT ROWID;
CREATE TABLE guide_question (
    id TEXT PRIMARY KEY REFERENCES item (id), guide TEXT NOT NULL REFERENCES guide (id),
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'yes_no', 'number')), least INTEGER, most INTEGER,
    CHECK ((kind = 'number') = (least IS NOT NULL AND most IS NOT NULL)), CHECK (least >= 0 AND most > least))
    STRICT, WITHOUT ROWID;
CREATE TABLE guide_option (
    id TEXT PRIMARY KEY REFERENCES item (id), guide TEXT NOT NULL REFERENCES guide (id),
    question TEXT NOT NULL REFERENCES guide_question (id)) STRICT, WITHOUT ROWID;
CREATE TABLE guide_outcome (
    id TEXT PRIMARY KEY REFERENCES item (id), guide TEXT NOT NULL REFERENCES guide (id),
    situation TEXT NOT NULL REFERENCES situation (id), notes {_FLAG.format("notes")}) STRICT, WITHOUT ROWID;
CREATE TABLE guide_amendment (
    id TEXT PRIMARY KEY REFERENCES item (id), guide TEXT NOT NULL REFERENCES guide (id),
    situation TEXT REFERENCES situation (id)) STRICT, WITHOUT ROWID;
CREATE TABLE guide_test (
    item TEXT NOT NULL REFERENCES item (id), alternative INTEGER NOT NULL CHECK (alternative >= 0),
    question TEXT NOT NULL REFERENCES guide_question (id), guide TEXT NOT NULL REFERENCES guide (id), at_least INTEGER,
    under INTEGER, CHECK (under > at_least), PRIMARY KEY (item, alternative, question)) STRICT, WITHOUT ROWID;
CREATE TABLE guide_test_option (
    item TEXT NOT NULL, alternative INTEGER NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL,
    "option" TEXT NOT NULL REFERENCES guide_option (id), guide TEXT NOT NULL REFERENCES guide (id),
    PRIMARY KEY (item, alternative, question, position),
    FOREIGN KEY (item, alternative, question) REFERENCES guide_test (item, alternative, question)) STRICT, WITHOUT ROWID;
CREATE INDEX guide_test_by_guide ON guide_test (guide);
CREATE INDEX guide_test_option_by_guide ON guide_test_option (guide);
CREATE INDEX guide_question_by_guide ON guide_question (guide);
CREATE INDEX guide_option_by_guide ON guide_option (guide);
CREATE INDEX guide_outcome_by_guide ON guide_outcome (guide);
CREATE INDEX guide_amendment_by_guide ON guide_amendment (guide);
"""

SEARCH = """
CREATE VIRTUAL TABLE search_names USING fts5(
    forms, content='', detail='column', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4 5');
CREATE VIRTUAL TABLE search_anywhere USING fts5(
    stems, content='', detail='column', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4 5');
"""
"""In all languages together: the folded words of each item's names with their stems; the stems of its names and texts.

Their rowids are those of `search_document`, in order of importance. `search_name` holds the names themselves, `search_word` their
words as they are shown, `search_slip` each word under itself and under every form with one letter left out.
"""


def statements_of(script: str) -> list[str]:
    """The single statements of a script."""
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]
