"""What the normalisers of all languages share: what is replaced one after the other, and patterns."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

Replacement = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

Lexicon = Mapping[str, str]
"""Words or phrases as they are shown, to the way they are said."""

WEB_ADDRESS = re.compile(r"(?<![\w.@-])(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w.]*@)\b/?")
TELEPHONE = re.compile(r"(?<![\d.,/-])(?:\+212[ .-]?|0)\d(?:[ .-]?\d{2}){4}(?![\d/-]|[.,]\d)")
"""A Moroccan number of nine figures after its 0 or +212."""
CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3])(?::| ?h ?)([0-5]\d)(?![\d:])")
NUMERIC_DATE = re.compile(r"(?<![\d/.-])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/-])")
SIZE = re.compile(r"(?<![\d.,])(\d{1,9}) ?[×x] ?(\d{1,9})(?![\d.,])")
RANGE = re.compile(r"(?<![\d.])(\d+)[-–](\d+)(?![\d-])")
SEPARATOR = re.compile(r"\s+[·•|/–—](?=\s)")
"""A sign that parts words on the screen; a voice would name it, "point médian"."""
PER_CENT = re.compile(r" ?%")
FIGURES = re.compile(r"\d+")
_BLANKS = re.compile("[\u00a0\u202f\u2009]")
_ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
_GROUPED = re.compile(r"(?<![\d.,+])\d{1,3}(?: \d{3})+(?![\d]|[.,]\d)")


def applied(text: str, replacements: Iterable[Replacement]) -> str:
    """A text after each replacement, in order."""
    for pattern, said in replacements:
        text = pattern.sub(said, text)
    return text


def plain(text: str) -> str:
    """A text without isolates, whose blanks are all of one kind; thousands parted by such blanks are joined."""
    without = _ISOLATES.sub("", text)
    return _GROUPED.sub(lambda match: match.group().replace(" ", ""), _BLANKS.sub(" ", without))


def by_lexicon(lexicon: Lexicon, prefixes: str = "") -> Replacement:
    """The longest entries first, as whole words, each of which may follow one of the letters in `prefixes`.

    Two letters or less never take a prefix: they would be found inside other words.
    """
    return _lexicon_replacement(tuple(lexicon.items()), prefixes)


@cache
def _lexicon_replacement(entries: tuple[tuple[str, str], ...], prefixes: str) -> Replacement:
    lexicon = dict(entries)
    keys = sorted(lexicon, key=lambda key: (-len(key), key))
    long = "|".join(re.escape(key) for key in keys if len(key) > 3)
    short = "|".join(re.escape(key) for key in keys if len(key) <= 3)
    before = f"([{prefixes}]?)" if prefixes else "()"
    forms = [f"{before}({long})" if long else "", f"()({short})" if short else ""]
    found = "|".join(form for form in forms if form)
    if not found:
        return re.compile(r"(?!)"), lambda match: match.group()
    pattern = re.compile(rf"(?<![\w\u064b-\u0652])(?:{found})(?![\w\u064b-\u0652]|\.\w)")

    def said(match: re.Match[str]) -> str:
        prefix, key = (match[1], match[2]) if match[2] else ("", match[match.lastindex or 0])
        return (f"{prefix}َ" if prefix else "") + lexicon[key]

    return pattern, said


def telephone_pairs(number: str) -> list[str]:
    """A number's figures as people group them: the prefix of two, then pairs; +212 is said as 0."""
    figures = re.sub(r"\D", "", number.replace("+212", "0"))
    return [figures[place : place + 2] for place in range(0, len(figures), 2)]


def figure_by_figure(figures: str, cardinal: Callable[[int], str]) -> str:
    """Each figure as a number of its own."""
    return " ".join(cardinal(int(figure)) for figure in figures)


def part_said(figures: str, cardinal: Callable[[int], str], longest: int) -> str:
    """A part of a code: its leading noughts are said, and each figure where there are too many for a number.

    Args:
        figures: nothing else.
        cardinal: a whole number in words.
        longest: figures of the longest number it can say.
    """
    if len(figures) > longest:
        return figure_by_figure(figures, cardinal)
    noughts = len(figures) - len(figures.lstrip("0"))
    rest = [cardinal(int(figures))] if figures.strip("0") else []
    return " ".join([*[cardinal(0)] * noughts, *rest])


def code_said(code: str, marks: Mapping[str, str], part: Callable[[str], str]) -> str:
    """A law's number, as 04.20: its parts, with the marks between them."""
    return " ".join(marks.get(piece) or part(piece) for piece in re.split(r"([.-])", code) if piece)
