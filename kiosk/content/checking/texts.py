"""What must be true of every text."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.remembered import remembered
from kiosk.domain.english import how_many
from kiosk.domain.formatting import blanks_of
from kiosk.domain.kinds import KINDS

NEEDED: Mapping[str, tuple[str, ...]] = {kind.name: kind.texts for kind in KINDS}
"""Texts an item cannot be shown without, by kind."""
MAX_CHARACTERS: Mapping[tuple[str, str], int] = {(kind.name, field): room for kind in KINDS for field, room in kind.room.items()}
"""Characters a panel of 15.6 inches, or a code, has room for, by kind and field."""
_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}
_PROPER_NAMES = frozenset(kind.name for kind in KINDS if kind.proper_name)


def missing_languages(content: Content) -> Iterator[Problem]:
    """Every text exists in every language."""
    unknown = "is in a language exhibition.yaml does not name"
    for (item, field), texts in content.texts.items():
        for tag in content.languages:
            if not texts.get(tag, "").strip():
                yield item, f"{field}.{tag}", "is missing", f"write it in {tag!r}"
        for tag in texts.keys() - content.languages.keys():
            yield item, f"{field}.{tag}", unknown, "add the language there, or remove the text"


def missing_parts(content: Content) -> Iterator[Problem]:
    """Every item has the texts it is shown with, and words for its picture."""
    for item, row in content.items.items():
        for field in NEEDED.get(str(row["kind"]), ()):
            if (item, field) not in content.texts:
                yield item, field, "is missing", "write what the picture shows" if field == "picture_alt" else f"write its {field}"


def long_texts(content: Content) -> Iterator[Problem]:
    """Texts fit the smallest panel."""
    for (item, field), texts in content.texts.items():
        room = MAX_CHARACTERS.get((content.kind(item), field))
        for tag, words in texts.items() if room else ():
            if len(words) > (room or 0):
                yield item, f"{field}.{tag}", f"has {how_many(len(words), 'character')}, there is room for {room}", "shorten it"


def bad_direction(content: Content) -> Iterator[Problem]:
    """No odd brackets, and each language in its own letters."""
    for (item, field), texts in content.texts.items():
        for tag, words in texts.items():
            place = f"{field}.{tag}"
            yield from ((item, place, what, "balance them") for what in _unbalanced(words))
            if content.kind(item) not in _PROPER_NAMES and _other_script(words, content.languages.get(tag, "ltr")):
                yield item, place, f"is not written in the letters of {tag!r}", "write it in that language"


@remembered
def _unbalanced(words: str) -> Iterator[str]:
    if not _balanced(words):
        yield "opens and closes brackets or quotes unevenly"


def _balanced(words: str) -> bool:
    open_ones: list[str] = []
    for character in words:
        if character in _PAIRS.values():
            open_ones.append(character)
        elif character in _PAIRS and (not open_ones or open_ones.pop() != _PAIRS[character]):
            return False
    return not open_ones


def _other_script(words: str, direction: str) -> bool:
    kinds = dict(_scripts(words))
    if direction == "rtl":
        return kinds[False] > 0 and kinds[True] == 0
    return kinds[True] > kinds[False]


@remembered
def _scripts(words: str) -> Iterable[tuple[bool, int]]:
    """How many letters are written from right to left, and how many are not."""
    kinds = Counter(unicodedata.bidirectional(character) in {"R", "AL"} for character in words if character.isalpha())
    return ((True, kinds[True]), (False, kinds[False]))


def uneven_blanks(content: Content) -> Iterator[Problem]:
    """The interface's words have the same {blanks} in every language: the program fills in each by its name."""
    for item in content.of_kind("word"):
        blanks = {tag: blanks_of(words) for tag, words in content.texts.get((item, "name"), {}).items()}
        agreed = next(iter(blanks.values()), None)
        for tag, found in blanks.items():
            if found is None:
                yield item, f"name.{tag}", "holds braces that are no {blank}", "write {name}, in small letters"
            elif found != agreed and agreed is not None:
                yield item, f"name.{tag}", f"has the blanks {sorted(found)}, the first language {sorted(agreed)}", "use the same"
