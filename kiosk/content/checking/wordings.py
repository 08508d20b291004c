"""What must be true of the words people search by: spellings, sayings, and the words that tell of a danger."""

from collections import Counter
from collections.abc import Iterator

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.remembered import remembered
from kiosk.domain.english import how_many
from kiosk.domain.kinds import SEARCHED_KINDS
from kiosk.domain.search import words_of

ENOUGH_SAYINGS = 15
"""Sayings of an item, in all ways of writing together, from which people who saw none of them find it."""
_CORRECT = "correct the item"
_words = remembered(words_of)


def unusable_synonyms(content: Content) -> Iterator[Problem]:
    """Other spellings belong to what can be found, hold a letter or figure, and are there once; fillers are folded words."""
    for row in content.rows.tables["synonym"]:
        item, spelling = str(row["item"]), str(row["spelling"])
        if _cannot_be_found(content, item):
            yield f"synonym:{item}", spelling, f"is a spelling of {item!r}, which cannot be found", _CORRECT
        elif not _words(spelling):
            yield f"synonym:{item}", repr(spelling), "holds no letter or figure", "remove it"
    for (item, spelling), count in Counter((str(r["item"]), str(r["spelling"])) for r in content.rows.tables["synonym"]).items():
        if count > 1:
            yield f"synonym:{item}", spelling, "is there twice", "name it once"
    for word in (str(row["word"]) for row in content.rows.tables["filler"]):
        if _words(word) != (word,):
            yield "synonym:fillers", word, f"is searched as {' '.join(_words(word))!r}", "write one word, folded"


def _cannot_be_found(content: Content, item: str) -> bool:
    return content.lacks(item) or (item in content.items and content.kind(item) not in SEARCHED_KINDS)


def unusable_sayings(content: Content) -> Iterator[Problem]:
    """Sayings belong to what can be found, hold a letter or figure, and each is that of one item, once."""
    owners: dict[str, str] = {}
    for row in content.rows.tables["saying"]:
        item, said = str(row["item"]), str(row["said"])
        folded = " ".join(_words(said))
        if _cannot_be_found(content, item):
            yield f"saying:{item}", item, "cannot be found, so nothing is said of it", _CORRECT
        elif not folded:
            yield f"saying:{item}", repr(said), "holds no letter or figure", "remove it"
        else:
            owner = owners.setdefault(f"{row['way']} {folded}", item)
            if owner != item:
                yield f"saying:{item}", said, f"is a saying of {owner} too", "leave it where it belongs more"


def repeated_sayings(content: Content) -> Iterator[Problem]:
    """No item has the same saying twice in one way of writing."""
    said = Counter((str(r["item"]), str(r["way"]), " ".join(_words(str(r["said"])))) for r in content.rows.tables["saying"])
    for (item, way, folded), count in said.items():
        if count > 1:
            yield f"saying:{item}", way, f"{folded!r} is there twice, as it is compared", "write it once"


def claimed_elsewhere(content: Content) -> Iterator[Problem]:
    """Nothing that is said of an item, or is its name, is said of what is none of the police."""
    ours = {" ".join(_words(str(row["said"]))): str(row["item"]) for row in content.rows.tables["saying"]}
    for row in content.rows.tables["elsewhere"]:
        folded = " ".join(_words(str(row["said"])))
        if not folded:
            yield f"elsewhere:{row['subject']}", repr(row["said"]), "holds no letter or figure", "remove it"
        elif folded in ours:
            yield (
                f"elsewhere:{row['subject']}",
                str(row["said"]),
                f"is a saying of {ours[folded]}",
                "leave it where it belongs more",
            )


def few_sayings(content: Content) -> Iterator[Problem]:
    """Whatever has sayings has enough of them."""
    for item, count in Counter(str(row["item"]) for row in content.rows.tables["saying"]).items():
        if count < ENOUGH_SAYINGS:
            mend = f"write at least {ENOUGH_SAYINGS}, over all ways of writing"
            yield f"saying:{item}", item, f"has {how_many(count, 'saying')}", mend


def helpless_crises(content: Content) -> Iterator[Problem]:
    """Every danger leads to numbers and a page that are there, and has words that tell of it."""
    told = {str(row["crisis"]) for row in content.rows.tables["crisis_term"] if row["part"]}
    known = {None, *(row["id"] for row in content.rows.tables["crisis"])}
    for crisis in dict.fromkeys(row["crisis"] for row in content.rows.tables["crisis_saying"]):
        if crisis not in known:
            yield f"danger:{crisis}", "file", "is called as no danger of crisis.yaml", "call it as one, or ordinary.yaml"
    for row in content.rows.tables["crisis_number"]:
        if content.lacks(str(row["number"])):
            yield f"crisis:{row['crisis']}", "numbers", f"names {row['number']!r}, which does not exist", "correct the number"
    for row in content.rows.tables["crisis"]:
        if row["page"] is not None and content.lacks(str(row["page"])):
            yield f"crisis:{row['id']}", "page", f"names {row['page']!r}, which does not exist", "correct the page"
        if row["id"] not in told:
            yield f"crisis:{row['id']}", "words", "are missing: nothing tells of this danger", "write words, phrases or together"


def doubtful_words(content: Content) -> Iterator[Problem]:
    """No word is enough alone for two dangers."""
    owners: dict[str, str] = {}
    for row in content.rows.tables["crisis_term"]:
        if not row["rule"] and row["part"]:
            owner = owners.setdefault(str(row["term"]), str(row["crisis"]))
            if owner != row["crisis"]:
                yield f"crisis:{row['crisis']}", str(row["term"]), f"tells of {owner} too", "leave it where it is graver"
