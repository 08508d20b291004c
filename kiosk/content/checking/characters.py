"""Which characters a text may hold, by language: what is good is listed, and all else is named as a fault."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from string import ascii_letters, digits

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.remembered import remembered
from kiosk.domain.search import words_of

_NO_BREAK = "\u00a0\u202f"
_DIRECTIONAL_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OTHER_FIGURES = re.compile(r"(?![0-9])\d")
_SIGNS = digits + " .:-–…()/%+×°²·"
_LATIN_SIGNS = "“”‘’«»,;?" + _NO_BREAK
_LATIN = ascii_letters + "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒàâäçéèêëîïôöùûüÿæœ"
_OTHER_LATIN = _LATIN + "ÁÃÅÌÍÐÑÒÓÕØÚÝÞßáãåìíðñòóõøúýþŠšŽž¿¡"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
VOWELS = "ًٌٍَُِّْ"
"""Marks above and below Arabic letters."""
BY_LANGUAGE: Mapping[str, frozenset[str]] = {
    "ar": frozenset(_SIGNS + _ARABIC + VOWELS + "«»،؛؟" + ascii_letters + "éè"),
    "fr": frozenset(_SIGNS + _LATIN_SIGNS + _LATIN),
    "en": frozenset(_SIGNS + _LATIN_SIGNS + _LATIN),
}
"""All characters of a language's texts. The shipped fonts have each of them, but for blanks."""
BY_DIRECTION: Mapping[str, frozenset[str]] = {
    "rtl": BY_LANGUAGE["ar"],
    "ltr": frozenset(_SIGNS + _LATIN_SIGNS + _OTHER_LATIN),
}
"""The same for languages that have no list of their own."""
_HANDLE = re.compile(r"@[A-Za-z0-9_]{1,15}\b")
_DECIMALS = re.compile(r"(?<=\d),(?=\d)")
_BLANK = re.compile(r"\{[a-z_]+\}")
_SPACES = re.compile(rf"[ {_NO_BREAK}]{{2}}")
_REPEATED = re.compile(r"([?,;:،؛؟…])[?,;:،؛؟…]|\.{3}|(?<=[A-Za-z])\.\.")
_LOOSE = {
    "ar": re.compile(rf"\s[.:،؛؟)»]|[(«]\s|(?<=[^\s\d])[،؛؟:](?=[^\W\d])|(?<=[{_ARABIC}])\.(?!كوم|نت)(?=[{_ARABIC}])"),
    "en": re.compile(r"\s[.,:;?)”]|[(“]\s|[,;?](?=[^\W\d])|(?<=[a-z])(?::(?=[^\W\d])|\.(?=[A-Z]))"),
    "fr": re.compile(r"\s[.,)]|\(\s|[,;:?](?=[^\W\d])|(?<=[a-zà-ÿ])\.(?=[A-ZÀ-Þ])"),
}
"""By language: signs with a space on the wrong side, or none on the right one. No-break spaces have a rule of their own."""
_UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX+|NULL|NaN|None|nan|null|undefined|xxx+|[Ll]orem [Ii]psum"
    r"|[àÀ] (?:compléter|traduire|définir))\b|%[0-9A-F]{2}"
)
"""What programs and hurried people leave in the place of words."""
_SURE = 4
"""Characters of an Arabic word in a broken encoding: "Où" in capitals and a space have two that look like it."""
_NEVER = re.compile(r"(?!)")
_STRAY_VOWEL = re.compile(f"(?:^|[^{_ARABIC}{VOWELS}])[{VOWELS}]|[{VOWELS}]{{3}}")
_SEARCHED = frozenset(" -'’")
_TYPED = (
    ("synonym", "synonym:{item}", "spelling"),
    ("saying", "saying:{item}", "said"),
    ("elsewhere", "elsewhere:{subject}", "said"),
    ("crisis_term", "crisis:{crisis}", "term"),
    ("ordinary", "crisis:ordinary", "term"),
    ("notion_term", "notion:{notion}", "term"),
    ("filler", "synonym:fillers", "word"),
)
"""Tables of what people type: whose each is, and the column of the words."""
_SAID = frozenset[str]().union(*BY_LANGUAGE.values(), BY_DIRECTION["ltr"])
_WRITE = "write it with the letters and signs that docs/content-authoring.md lists"


def foreign_characters(content: Content) -> Iterator[Problem]:
    """Every text is made of the letters and signs of its language alone, each in its one form."""
    for item, field, tag, words in shown_words(content):
        allowed = BY_LANGUAGE.get(tag) or BY_DIRECTION.get(content.languages.get(tag, ""), BY_DIRECTION["ltr"])
        yield from ((item, field, what, mend) for what, mend in character_faults(words, tag, allowed))


def shown_words(content: Content) -> Iterator[tuple[str, str, str, str]]:
    """Item, field, language and words of everything that is read on the screen; names to be filled in are left out."""
    for (item, field), texts in content.texts.items():
        blanks = content.kind(item) == "word"
        for tag, words in texts.items():
            yield item, f"{field}.{tag}", tag, _BLANK.sub("0", words) if blanks else words
    for row in content.rows.tables["language"]:
        for column in ("endonym", "invitation"):
            yield "exhibition:exhibition", f"languages {row['tag']} {column}", str(row["tag"]), str(row[column])


@remembered
def character_faults(words: str, tag: str, allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the characters of a text in a language, and the mend.

    Args:
        words: the text.
        tag: its language.
        allowed: its characters.
    """
    yield from _odd_characters(words, allowed)
    if found := _UNFINISHED.search(words):
        yield f"holds {found[0]!r}, which stands for words that are missing", "write them"
    if words != words.strip() or _SPACES.search(words):
        yield "begins or ends with a space, or holds two side by side", "leave one between words"
    if found := _REPEATED.search(words):
        yield f"repeats a sign ({found[0]})", "write it once; three dots are one sign, …"
    elif found := _LOOSE.get(tag, _NEVER).search(words):
        yield f"has a space on the wrong side of a sign ({found[0]!r})", "put one after the sign, and none before it"


def _odd_characters(words: str, allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    repaired = decoded_again(words)
    odd = sorted(set(_DECIMALS.sub("", _HANDLE.sub("", words))) - allowed)
    if repaired is not None:
        yield f"is in a broken encoding, probably of {repaired!r}", "write the words again, and save the file as UTF-8"
    elif _DIRECTIONAL_MARKS & set(odd):
        yield "holds hidden directional marks", "remove them; the program isolates by itself"
    elif _OTHER_FIGURES.search(words):
        yield "holds Arabic-Indic or other figures", "write 0-9, as Morocco does"
    elif odd:
        yield f"holds {_some(odd)}", _WRITE
    elif not unicodedata.is_normalized("NFC", words):
        yield "holds letters with their marks in an odd order", "type the word again: each letter in one piece (NFC)"
    elif _STRAY_VOWEL.search(words):
        yield "holds vowel marks without a letter, or too many on one", "put at most two on a letter"


def _some(odd: list[str]) -> str:
    return f"{', '.join(map(character_named, odd[:5]))}{' …' if len(odd) > 5 else ''}"


def decoded_again(words: str) -> str | None:
    """What words were before UTF-8 was read as a Western encoding; None for words that were not."""
    for run in re.findall(r"[^\x00-\x7f]{2,}", words):
        for encoding in ("cp1252", "latin-1"):
            try:
                plain = run.encode(encoding).decode()
            except UnicodeError:
                continue
            if run[0] in "ÂÃâ" or (run[0] in "ÙØ" and len(run) >= _SURE):
                return words.replace(run, plain)
    return None


def character_named(character: str) -> str:
    """A character as authors are told of it: itself where it can be seen, with its number and name."""
    seen = f"{character!r} " if character.isprintable() and not unicodedata.combining(character) else ""
    return f"{seen}U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"


def hidden_characters(content: Content) -> Iterator[Problem]:
    """What people search by is made of what can be typed, each letter in one form; what is said, of what some text may hold."""
    for table, owner, column in _TYPED:
        for row in content.rows.tables[table]:
            words = str(row[column])
            for held in _hidden(words):
                yield owner.format(**row), repr(words), held, "write letters, figures, spaces and hyphens alone"
    for row in content.rows.tables["text"]:
        for what in _unspoken(str(row["speech"] or "")):
            yield str(row["item"]), f"{row['field']}.{row['language']}", what, _WRITE


@remembered
def _hidden(words: str) -> Iterator[str]:
    odd = sorted({c for c in words if not (c.isalnum() or c in _SEARCHED or c in VOWELS)})
    if words_of(words) and (odd or not unicodedata.is_normalized("NFKC", words)):
        yield f"holds {_some(odd)}" if odd else "is not in its one form (NFKC)"


@remembered
def _unspoken(speech: str) -> Iterator[str]:
    if odd := sorted(set(_BLANK.sub("", speech)) - _SAID):
        yield f"its speech text holds {_some(odd)}"
