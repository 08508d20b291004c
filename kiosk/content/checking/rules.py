"""What must be true of the content, whether it comes from sources or from a database: each rule looks at rows."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kiosk.content.checking import characters, figures, languages
from kiosk.content.checking import modes as mode_rules
from kiosk.content.checking import proofs as proof_rules
from kiosk.content.checking import reading_ease as ease_rules
from kiosk.content.checking import speech as speech_rules
from kiosk.content.checking import texts as text_rules
from kiosk.content.checking import values as value_rules
from kiosk.content.checking import venue as venue_rules
from kiosk.content.checking import wordings as wording_rules
from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.guides import proofs as guide_proofs
from kiosk.domain.kinds import GROUP_KINDS, KINDS, PAGE_KINDS

_PICTURED_KINDS = frozenset(kind.name for kind in KINDS if kind.page or kind.group or kind.pictured)
_CODE = "correct the code or add the source"


def _repeated(values: Iterable[object]) -> list[str]:
    return [str(value) for value, count in Counter(values).items() if count > 1]


def repeated_identifiers(content: Content) -> Iterator[Problem]:
    """Whatever has an identifier has it alone, and nothing is named twice in one list."""
    tables, alone = content.rows.tables, "give each its own"
    for item in _repeated(row["id"] for row in tables["item"]):
        yield item, "id", "is there twice", alone
    for source in _repeated(row["id"] for row in tables["source"]):
        yield f"source:{source}", "id", "is there twice", alone
    for column in ("tag", "rank"):
        for value in _repeated(row[column] for row in tables["language"]):
            yield "exhibition:exhibition", "languages", f"{column} {value} is there twice", alone
    for number in _repeated(row["number"] for row in tables["edition"]):
        yield f"edition:edition_{number}", "number", f"{number} is the number of two editions", alone
    for (item, name), targets in content.relations.items():
        for target in _repeated(targets):
            yield item, name, f"names {target!r} twice", "name it once"


def dangling_references(content: Content) -> Iterator[Problem]:
    """Problems of names that stand for no item."""
    sources = {str(row["id"]) for row in content.rows.tables["source"]}
    for row in content.rows.tables["item_source"] if "source" not in content.unread else ():
        if row["source"] not in sources:
            yield str(row["item"]), "sources", f"names {row['source']!r}, which is not in sources.yaml", _CODE
    columns = [("relation", "item", "target"), ("takeaway", "id", "target"), ("takeaway", "id", "situation")]
    columns += [("guide", "id", "service"), ("guide_outcome", "id", "situation"), ("guide_amendment", "id", "situation")]
    columns += [("guide_test", "guide", "item"), ("guide_test", "guide", "question"), ("guide_test_option", "guide", "option")]
    columns += [("contact_point", "id", "site"), ("situation", "id", "adds_to"), ("item", "id", "parent")]
    for table, owner, column in columns:
        for row in content.rows.tables[table]:
            if row[column] is not None and content.lacks(str(row[column])):
                field = str(row.get("name", column))
                yield str(row[owner]), field, f"names {row[column]!r}, which does not exist", "correct the name"


@cache
def _icon_names() -> frozenset[str]:
    """Found beside the package, which is not imported: it would load Qt."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return frozenset()
    charmap = max((Path(spec.origin).parent / "fonts").glob("phosphor-charmap-*.json"))
    return frozenset(json.loads(charmap.read_text(encoding="utf-8")))


def unknown_icons(content: Content) -> Iterator[Problem]:
    """Everything with a picture names an icon of the icon set."""
    for item, row in content.items.items():
        if row["icon"] is None:
            if row["kind"] in _PICTURED_KINDS:
                yield item, "icon", "is missing", "choose an icon"
        elif row["icon"] not in _icon_names():
            yield item, "icon", f"{row['icon']!r} is not in the Phosphor icon set", "choose another icon"


def unreachable_pages(content: Content) -> Iterator[Problem]:
    """A visitor can get to every page from the home screen."""
    for item in content.of_kind("service"):
        for name in ("life_events", "audiences"):
            if (item, name) not in content.relations:
                yield item, name, "is empty, so no filter leads here", "name at least one"
    for item in content.of_kind("unit"):
        if content.kind(str(content.items[item]["parent"])) != "pavilion":
            yield item, "parent", "belongs to no pavilion", "put it into a pavilion"


def unused_items(content: Content) -> Iterator[Problem]:
    """Whatever is only shown as a part of something else is a part of something, as far as all files could be read."""
    nowhere, tie = "leads to no public service", "tie a service to it, or remove it"
    name_it = "name it somewhere, or remove it"
    uses = {
        "document": (content.targets("evidence"), "evidence", "is asked for in no situation", name_it),
        "life_event": (content.targets("life_events"), "name", nowhere, tie),
        "audience": (content.targets("audiences"), "name", nowhere, tie),
        "site": (_named_sites(content), "url", "is named by no channel or take-away", name_it),
    }
    for kind, (used, field, what, mend) in uses.items() if not content.unread else ():
        for item in content.of_kind(kind):
            if item not in used:
                yield item, field, what, mend


def _named_sites(content: Content) -> frozenset[str]:
    return frozenset((*content.values("contact_point", "site").values(), *content.values("takeaway", "target").values()))


def equal_ranks(content: Content) -> Iterator[Problem]:
    """The order on screen is written, not left to chance."""
    seen: dict[tuple[str, str, int], str] = {}
    for item, row in content.items.items():
        if row["kind"] in PAGE_KINDS | GROUP_KINDS | {"mode"} and row["rank"]:
            key = (str(row["kind"]), str(row["parent"]) if row["kind"] == "unit" else "", int(row["rank"]))
            other = seen.setdefault(key, item)
            if other != item:
                yield item, "rank", f"{row['rank']} is also the rank of {other}", "give each its own"


RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    text_rules.missing_languages,
    text_rules.missing_parts,
    value_rules.unusable_settings,
    value_rules.empty_parts,
    value_rules.doubtful_identities,
    value_rules.ambiguous_pictograms,
    proof_rules.unsourced_facts,
    proof_rules.unproved_facts,
    proof_rules.unfit_publishers,
    repeated_identifiers,
    dangling_references,
    value_rules.circular_situations,
    unknown_icons,
    unreachable_pages,
    unused_items,
    wording_rules.unusable_synonyms,
    wording_rules.unusable_sayings,
    wording_rules.repeated_sayings,
    wording_rules.claimed_elsewhere,
    wording_rules.helpless_crises,
    text_rules.long_texts,
    text_rules.bad_direction,
    characters.foreign_characters,
    characters.hidden_characters,
    text_rules.uneven_blanks,
    ease_rules.loose_french_marks,
    ease_rules.long_leads,
    ease_rules.long_sentences,
    ease_rules.hard_easy_texts,
    value_rules.unusable_codes,
    value_rules.unofficial_addresses,
    value_rules.days_to_come,
    figures.unequal_figures,
    figures.unlike_numbers,
    languages.copied_texts,
    languages.foreign_months,
    value_rules.overlapping_slots,
    equal_ranks,
    speech_rules.stale_speech,
    speech_rules.unvocalised_words,
    speech_rules.unsayable_words,
    guide_proofs.services_without_guide,
    guide_proofs.unproved_guides,
    venue_rules.faulty_plan,
    mode_rules.wanting_modes,
    mode_rules.unknown_languages,
    mode_rules.contradictory_rules,
)
NOTES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    speech_rules.unapproved_speech,
    wording_rules.few_sayings,
    wording_rules.doubtful_words,
    ease_rules.pages_without_easy_texts,
)
"""What is told without being wrong."""
