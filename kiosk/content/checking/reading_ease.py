"""What must be true of texts for those who read and hear them: French typography, short leads, sentences for the ear."""

import re
from collections import Counter
from collections.abc import Iterator

from kiosk.content.checking.content_model import Content, Problem, whole
from kiosk.content.checking.remembered import remembered
from kiosk.domain.cues import word_spans
from kiosk.domain.item import EASY
from kiosk.domain.kinds import PAGE_KINDS, SILENT_KINDS
from kiosk.domain.narration import split_sentences
from kiosk.domain.page import LEAD_WORDS

EASY_WORDS, MOST_WORDS = 15, 25
"""Words of a sentence said in one breath; words that no sentence has more of."""
MOST_LONG_PERCENT = 10
"""Sentences of a language that may be longer than easy."""
_BREAKING = re.compile(r"(?<![\u00a0\u202f])(?:[:;!?](?!\S)|»)|«(?![\u00a0\u202f])|\b(?:[Ll]es?|[Aa]ux?|[Dd]u) (?=\d)")
EASY_READING_WORDS = 12
"""Words of a sentence of easy reading, figures as they are written."""
_FIGURE = re.compile(r"\d+")
_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")


def loose_french_marks(content: Content) -> Iterator[Problem]:
    """French keeps its marks at their words and a number at its article; its apostrophes are its own, as those of English are."""
    for (item, field), texts in content.texts.items():
        for tag in ("fr", "en"):
            words = texts.get(tag, "")
            if tag == "fr" and (found := _BREAKING.search(words)):
                yield item, f"{field}.fr", f"{found.group()!r} can part from its words", "put a no-break space (U+00A0) between"
            if found := _STRAIGHT.search(words):
                yield (
                    item,
                    f"{field}.{tag}",
                    f"has a straight apostrophe in {words[found.start() - 1 : found.end() + 1]!r}",
                    "write ’",
                )


def long_leads(content: Content) -> Iterator[Problem]:
    """A page opens with a lead that is read at a glance."""
    for (item, field), texts in content.texts.items():
        for tag, words in texts.items() if field == "summary" else ():
            if len(words.split()) > LEAD_WORDS:
                yield item, f"{field}.{tag}", f"has {len(words.split())} words, a lead has {LEAD_WORDS} at most", "shorten it"


def long_sentences(content: Content) -> Iterator[Problem]:
    """Sentences read aloud are short: few are longer than easy, none has more words than can be kept in mind."""
    said, long = Counter[str](), Counter[str]()
    for row in content.rows.tables["text"]:
        item, tag = str(row["item"]), str(row["language"])
        if content.kind(item) in SILENT_KINDS:
            continue
        for sentence, count in _lengths(str(row["speech"] or row["shown"])):
            said[tag] += 1
            long[tag] += count > EASY_WORDS
            if count > MOST_WORDS:
                what = f"has a sentence of {count} words, figures as they are said: {sentence[:40]} …"
                yield item, f"{row['field']}.{tag}", what, f"part it: {MOST_WORDS} words at most"
    for tag, count in long.items():
        if count * 100 > said[tag] * MOST_LONG_PERCENT:
            what = f"of {said[tag]} sentences in {tag!r}, {count} with more than {EASY_WORDS} words"
            yield "exhibition:exhibition", "languages", what, f"shorten some: {MOST_LONG_PERCENT} in a hundred may be longer"


def hard_easy_texts(content: Content) -> Iterator[Problem]:
    """Easy sentences are short, and say no figure that their item does not say elsewhere: they hold nothing new."""
    own: dict[str, str] = {}
    for (item, field), texts in content.texts.items():
        if not field.startswith(EASY):
            own[whole(item)] = " ".join((own.get(whole(item), ""), *texts.values()))
    for (item, field), texts in content.texts.items():
        for tag, words in texts.items() if field.startswith(EASY) else ():
            longest = max((count for _, count in _lengths(words)), default=0)
            if longest > EASY_READING_WORDS:
                what = f"has a sentence of {longest} words, easy ones have {EASY_READING_WORDS} at most"
                yield item, f"{field}.{tag}", what, "part it"
            if new := set(_FIGURE.findall(words)) - set(_FIGURE.findall(own[whole(item)])) - _figures_of(content, item):
                yield item, f"{field}.{tag}", f"says {min(new)}, which its page does not", "say what the page says, in fewer words"


def _figures_of(content: Content, item: str) -> set[str]:
    """Numbers to call and amounts, which are no texts."""
    tables = (("contact_point", "telephone"), ("cost", "amount"))
    rows = [(str(row["id"]), str(row[column])) for table, column in tables for row in content.rows.tables[table]]
    return {figure for owner, figure in rows if item.partition(":")[2] in owner.partition(":")[2].split("/")}


def pages_without_easy_texts(content: Content) -> Iterator[Problem]:
    """Which pages nobody has written easy sentences for, once somebody has begun to."""
    begun = any(field == f"{EASY}1" for _, field in content.texts)
    for kind in sorted(PAGE_KINDS) if begun else ():
        pages = list(content.of_kind(kind))
        if bare := [item for item in pages if (item, f"{EASY}1") not in content.texts]:
            names = ", ".join(item.partition(":")[2] for item in bare)
            share = f"{len(bare)}/{len(pages)}"
            what = f"is missing ({share} of kind {kind}): {names}"
            yield bare[0], "easy", what, "write what matters most in short sentences"


@remembered
def _lengths(said: str) -> Iterator[tuple[str, int]]:
    """Each sentence, and its words."""
    return ((sentence, len(word_spans(sentence))) for sentence in split_sentences(said))
