"""What must be true of the sources of facts, and of those who published them."""

import re
from collections.abc import Iterator

from kiosk.content.checking.content_model import Content, Problem
from kiosk.domain.item import Standing
from kiosk.domain.kinds import KINDS

SOURCED_KINDS = frozenset(kind.name for kind in KINDS if kind.sourced)
_UNFIT = re.compile(r"\b(?:seed|blog\w*|forum\w*|github)\b|\d+\.\d+\.\d+\.\d+|مدونة|منتدى", re.IGNORECASE)


def unsourced_facts(content: Content) -> Iterator[Problem]:
    """Every fact has a source; a sentence without facts says so with `guidance`."""
    guidance = {str(row["id"]) for row in content.rows.tables["statement"] if row["guidance"]}
    for item, row in content.items.items():
        needs = row["kind"] in SOURCED_KINDS or (row["kind"] == "situation" and (item, "evidence") in content.relations)
        if needs and item not in guidance and item not in content.sourced:
            yield item, "sources", "is empty", "name the source, or mark a sentence without facts with `guidance: true`"


def unproved_facts(content: Content) -> Iterator[Problem]:
    """What rests on blogs, forums and the like alone is marked as to be confirmed."""
    standing = content.values("publisher", "standing")
    source = {str(row["id"]): standing.get(str(row["publisher"])) for row in content.rows.tables["source"]}
    proofs: dict[str, set[str | None]] = {}
    for row in content.rows.tables["item_source"]:
        proofs.setdefault(str(row["item"]), set()).add(source.get(str(row["source"])))
    for item, found in proofs.items():
        row = content.items.get(item, {})
        shown = row.get("kind") in SOURCED_KINDS | {"situation"}
        if shown and found == {Standing.OTHER} and not row["confirm"]:
            mend = "name a source of standing, mark it with `confirm: true`, or leave it out"
            yield item, "sources", "rests on sources that visitors are never told", mend


def unfit_publishers(content: Content) -> Iterator[Problem]:
    """No publisher whom visitors are told is a blog, a forum, an address or a working name; every source has a publisher."""
    for item in content.of_kind("publisher"):
        for tag, name in content.texts.get((item, "name"), {}).items():
            if found := _UNFIT.search(name):
                yield item, f"name.{tag}", f"says {found.group()!r}", "name the issuer, or give it the standing `other`"
    for row in content.rows.tables["source"]:
        if content.lacks(str(row["publisher"])):
            what = f"names {row['publisher']!r}, which is not in publishers.yaml"
            yield f"source:{row['id']}", "publisher", what, "correct the name or add the publisher"
