"""What must be true of the content, whether it comes from sources or from a database: each rule looks at rows."""

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

from kiosk.content.rows import Row, Rows

PAGE_KINDS = frozenset({"organisation", "pavilion", "unit", "demonstration", "edition", "service", "emergency"})
LONGEST = {"name": 42, "summary": 140, "text": 280}
"""Characters a panel of 15.6 inches has room for, by field."""
_NAMED_SHORT = PAGE_KINDS | {"situation", "life_event", "audience"}
_DIRECTIONAL_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}
_PROPER_NAMES = frozenset({"term", "site"})
"""Kinds whose names may be a brand or a number, in one script everywhere."""

Problem = tuple[str, str, str, str]
"""Item, field, what is wrong, the mend."""


@dataclass(frozen=True)
class Content:
    """All rows, with what the rules look up again and again."""

    rows: Rows

    @cached_property
    def items(self) -> dict[str, Row]:
        """Items by identifier."""
        return {str(row["id"]): row for row in self.rows.tables["item"]}

    @cached_property
    def languages(self) -> dict[str, str]:
        """Writing direction by language tag."""
        return {str(row["tag"]): str(row["direction"]) for row in self.rows.tables["language"]}

    @cached_property
    def texts(self) -> dict[tuple[str, str], dict[str, str]]:
        """Shown words by item and field, then language."""
        found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for row in self.rows.tables["text"]:
            found[str(row["item"]), str(row["field"])][str(row["language"])] = str(row["shown"])
        return found

    @cached_property
    def sourced(self) -> frozenset[str]:
        """Items with at least one source."""
        return frozenset(str(row["item"]) for row in self.rows.tables["item_source"])

    def kind(self, item: str) -> str:
        """An item's kind."""
        return str(self.items[item]["kind"])

    def targets(self, name: str) -> frozenset[str]:
        """All items that some relation of a name leads to."""
        return frozenset(str(row["target"]) for row in self.rows.tables["relation"] if row["name"] == name)


def missing_languages(content: Content) -> Iterator[Problem]:
    """Every text exists in every language."""
    for (item, field), texts in content.texts.items():
        for tag in content.languages:
            if not texts.get(tag, "").strip():
                yield item, f"{field}.{tag}", "is missing", f"write it in {tag!r}"
        for tag in texts.keys() - content.languages.keys():
            yield (
                item,
                f"{field}.{tag}",
                "is in a language exhibition.yaml does not name",
                "add the language there, or remove the text",
            )


def missing_parts(content: Content) -> Iterator[Problem]:
    """Every item with a page has a name, a summary and words for its picture."""
    for item, row in content.items.items():
        if row["kind"] in PAGE_KINDS:
            for field in ("name", "summary", "picture_alt"):
                if (item, field) not in content.texts:
                    yield (
                        item,
                        field,
                        "is missing",
                        "write what the picture shows" if field == "picture_alt" else f"write a {field}",
                    )


def unsourced_facts(content: Content) -> Iterator[Problem]:
    """Every fact has a source; a sentence without facts says so with `guidance`."""
    guidance = {str(row["id"]) for row in content.rows.tables["statement"] if row["guidance"]}
    papers = {str(row["item"]) for row in content.rows.tables["relation"] if row["name"] == "evidence"}
    for item, row in content.items.items():
        needs = row["kind"] in {"statement", "cost", "edition"} or (row["kind"] == "situation" and item in papers)
        if needs and item not in guidance and item not in content.sourced:
            yield item, "sources", "is empty", "name the source, or mark a sentence without facts with `guidance: true`"


def dangling_references(content: Content) -> Iterator[Problem]:
    """Whatever is named exists."""
    sources = {str(row["id"]) for row in content.rows.tables["source"]}
    for row in content.rows.tables["item_source"]:
        if row["source"] not in sources:
            yield (
                str(row["item"]),
                "sources",
                f"names {row['source']!r}, which is not in sources.yaml",
                "correct the code or add the source",
            )
    columns = [("relation", "item", "target"), ("takeaway", "id", "target"), ("takeaway", "id", "situation")]
    columns += [("contact_point", "id", "site"), ("situation", "id", "adds_to"), ("item", "id", "parent")]
    for table, owner, column in columns:
        for row in content.rows.tables[table]:
            if row[column] is not None and row[column] not in content.items:
                yield (
                    str(row[owner]),
                    str(row.get("name", column)),
                    f"names {row[column]!r}, which does not exist",
                    "correct the name",
                )


@cache
def _icon_names() -> frozenset[str]:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return frozenset()
    charmap = next((Path(spec.origin).parent / "fonts").glob("phosphor-charmap-*.json"))
    return frozenset(json.loads(charmap.read_text(encoding="utf-8")))


def unknown_icons(content: Content) -> Iterator[Problem]:
    """Every icon is in the icon set."""
    for item, row in content.items.items():
        if row["icon"] is not None and row["icon"] not in _icon_names():
            yield item, "icon", f"{row['icon']!r} is not in the Phosphor icon set", "choose another icon"


def unreachable_items(content: Content) -> Iterator[Problem]:
    """A visitor can get to everything from the home screen."""
    tied = {str(row["item"]): set[str]() for row in content.rows.tables["relation"]}
    for row in content.rows.tables["relation"]:
        tied[str(row["item"])].add(str(row["name"]))
    shown = content.targets("evidence")
    used = {"life_event": content.targets("life_events"), "audience": content.targets("audiences")}
    for item, row in content.items.items():
        kind = str(row["kind"])
        for name in ("life_events", "audiences") if kind == "service" else ():
            if name not in tied.get(item, ()):
                yield item, name, "is empty, so no filter leads here", "name at least one"
        if kind == "document" and item not in shown:
            yield item, "evidence", "is asked for in no situation", "name it in a situation, or remove it"
        if kind in used and item not in used[kind]:
            yield item, "name", "leads to no public service", "tie a service to it, or remove it"


def long_texts(content: Content) -> Iterator[Problem]:
    """Texts fit the smallest panel."""
    for (item, field), texts in content.texts.items():
        kind = content.kind(item)
        if (field == "name" and kind not in _NAMED_SHORT) or field not in LONGEST:
            continue
        for tag, words in texts.items():
            if len(words) > LONGEST[field]:
                yield item, f"{field}.{tag}", f"has {len(words)} characters, {LONGEST[field]} fit the panel", "shorten it"


def bad_direction(content: Content) -> Iterator[Problem]:
    """No hidden marks, no odd brackets, each language in its own letters and in European figures."""
    for (item, field), texts in content.texts.items():
        for tag, words in texts.items():
            place = f"{field}.{tag}"
            if _DIRECTIONAL_MARKS & set(words):
                yield item, place, "holds hidden directional marks", "remove them; the program isolates by itself"
            if not _balanced(words):
                yield item, place, "opens and closes brackets or quotes unevenly", "balance them"
            if any("\u0660" <= c <= "\u0669" or "\u06f0" <= c <= "\u06f9" for c in words):
                yield item, place, "holds Arabic-Indic figures", "write 0-9, as Morocco does"
            if content.kind(item) not in _PROPER_NAMES and _other_script(words, content.languages.get(tag, "ltr")):
                yield item, place, f"is not written in the letters of {tag!r}", "write it in that language"


def _balanced(words: str) -> bool:
    open_ones: list[str] = []
    for character in words:
        if character in _PAIRS.values():
            open_ones.append(character)
        elif character in _PAIRS and (not open_ones or open_ones.pop() != _PAIRS[character]):
            return False
    return not open_ones


def _other_script(words: str, direction: str) -> bool:
    kinds = Counter(unicodedata.bidirectional(character) in {"R", "AL"} for character in words if character.isalpha())
    if direction == "rtl":
        return kinds[False] > 0 and kinds[True] == 0
    return kinds[True] > kinds[False]


def forbidden_codes(content: Content) -> Iterator[Problem]:
    """No code leads to a site that is not on the allow-list."""
    barred = {str(row["id"]) for row in content.rows.tables["web_address"] if not row["qr_allowed"]}
    for row in content.rows.tables["takeaway"]:
        if row["target"] in barred:
            yield str(row["id"]), "site", f"{row['target']!r} must not become a code", "choose a site with qr_allowed: true"
    for row in content.rows.tables["takeaway"]:
        if row["target"] is None and (row["id"], "text") not in content.texts:
            yield (
                str(row["id"]),
                "kind",
                f"a {row['kind']} take-away needs what it is about",
                "name a number, site, service, demonstration or text",
            )


def overlapping_slots(content: Content) -> Iterator[Problem]:
    """Two shows are not on the same ground at the same time."""
    slots = sorted(content.rows.tables["timetable_slot"], key=lambda row: (str(row["start"]), str(row["id"])))
    for number, first in enumerate(slots):
        for second in slots[number + 1 :]:
            same_day = None in (first["day"], second["day"]) or first["day"] == second["day"]
            place = content.texts.get((first["id"], "place"))
            if same_day and second["start"] < first["end"] and place == content.texts.get((second["id"], "place")):
                yield str(second["id"]), "start", f"overlaps {first['id']} in the same place", "move one of them"


def equal_ranks(content: Content) -> Iterator[Problem]:
    """The order on screen is written, not left to chance."""
    seen: dict[tuple[str, str, int], str] = {}
    for item, row in content.items.items():
        if row["kind"] in PAGE_KINDS | {"life_event", "audience"} and row["rank"]:
            key = (str(row["kind"]), str(row["parent"]) if row["kind"] == "unit" else "", int(row["rank"]))
            other = seen.setdefault(key, item)
            if other != item:
                yield item, "rank", f"{row['rank']} is also the rank of {other}", "give each its own"


RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    missing_languages,
    missing_parts,
    unsourced_facts,
    dangling_references,
    unknown_icons,
    unreachable_items,
    long_texts,
    bad_direction,
    forbidden_codes,
    overlapping_slots,
    equal_ranks,
)
