"""What must be true of content modes and their timetable."""

from collections.abc import Iterator
from itertools import combinations

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.rows.table_row import TableRow
from kiosk.domain.kinds import PAGE_KINDS

_SCHEDULE = "rule"


def wanting_modes(content: Content) -> Iterator[Problem]:
    """There is a mode that serves visitors, one for closing, one for emergencies, and their home exists."""
    modes = content.rows.tables["mode"]
    for service in ("open", "closed", "emergency") if "mode" not in content.unread else ():
        if service not in {str(mode["service"]) for mode in modes}:
            yield "mode:whole", "service", f"no mode has the service {service}", "write one in the folder modes"
    for mode in modes:
        home = mode["home_item"]
        if home is not None and content.lacks(str(home)):
            yield str(mode["id"]), "home_item", f"names {home!r}, which does not exist", "correct the name"
        elif home is not None and str(home).partition(":")[0] not in PAGE_KINDS:
            yield str(mode["id"]), "home_item", f"{home!r} has no page", "name an item with a page of its own"


def unknown_languages(content: Content) -> Iterator[Problem]:
    """A mode puts languages in order that there are."""
    for row in content.rows.tables["mode_language"]:
        if row["language"] not in content.languages:
            yield str(row["mode"]), "languages", f"names {row['language']!r}", "name a language of exhibition.yaml"


def contradictory_rules(content: Content) -> Iterator[Problem]:
    """No two rules want different modes of one kiosk from the same moment on: which one wins would be chance to its author."""
    rules = content.rows.tables["mode_rule"]
    for rule in rules:
        if content.lacks(str(rule["mode"])):
            yield f"{_SCHEDULE}:{rule['id']}", "mode", f"names {rule['mode']!r}, which does not exist", "correct the name"
    for one, other in combinations(rules, 2):
        if one["mode"] != other["mode"] and one["start"] == other["start"] and _same_kiosk(one, other) and _same_days(one, other):
            what = f"begins together with {one['id']!r}, which wants another mode"
            yield f"{_SCHEDULE}:{other['id']}", "start", what, "let one of them begin at another time"


def _same_kiosk(one: TableRow, other: TableRow) -> bool:
    return str(one["kiosk"]) == str(other["kiosk"])


def _same_days(one: TableRow, other: TableRow) -> bool:
    if (one["weekdays"] is None) != (other["weekdays"] is None):
        return False
    if one["weekdays"] is not None:
        return bool(set(str(one["weekdays"])) & set(str(other["weekdays"])))
    return str(one["first"]) <= str(other["last"]) and str(other["first"]) <= str(one["last"])
