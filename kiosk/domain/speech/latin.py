"""Shown French and English into words to be said."""

import re
from collections.abc import Callable
from functools import cache

from kiosk.domain.speech.grammars import GRAMMARS, MAX_DIGITS, cardinal, figures_said, ordinal
from kiosk.domain.speech.replacements import (
    CLOCK,
    FIGURES,
    NUMERIC_DATE,
    PER_CENT,
    RANGE,
    SEPARATOR,
    SIZE,
    TELEPHONE,
    WEB_ADDRESS,
    Lexicon,
    Replacement,
    applied,
    by_lexicon,
    code_said,
    plain,
)

_CODE = r"(?<![\w.,])\d+(?:[.-]\d+){2,}(?![\d.,-]*\d)|(?<![\w.,])0\d+[.-]\d+(?![\d.,-]*\d)"


def spoken_latin(text: str, tag: str, lexicon: Lexicon) -> str:
    """A text of French or English without figures, signs and abbreviations that voices stumble on."""
    return applied(plain(text), (by_lexicon(lexicon), *_replacements(tag)))


@cache
def _replacements(tag: str) -> tuple[Replacement, ...]:
    """In an order that matters: each pattern would also find parts of what those before it replace.

    Addresses, telephones, dates, clocks and codes go before amounts, grouped and decimal figures, these before sizes, ranges and
    plain figures; the letters of abbreviations are parted last, when nothing said is in capitals any more.
    """
    grammar = GRAMMARS[tag]
    months = grammar.months
    month = "|".join(months)

    def code(match: re.Match[str]) -> str:
        marks = {".": grammar.point, "-": grammar.dash}
        return code_said(match.group(), marks, lambda part: figures_said(part, tag))

    def amount(match: re.Match[str]) -> str:
        number = int(re.sub(r"\D", "", match[1]))
        return f"{cardinal(number, tag)} {grammar.currency[number > 1]}"

    def grouped(match: re.Match[str]) -> str:
        return cardinal(int(re.sub(r"\D", "", match.group())), tag)

    def decimal(match: re.Match[str]) -> str:
        return f"{cardinal(int(match[1]), tag)} {grammar.decimal_word} {grammar.decimals(match[2])}"

    def whole(match: re.Match[str]) -> str:
        figures = match.group()
        return (
            grammar.number(figures) if len(figures) <= MAX_DIGITS and figures.lstrip("0") == figures else figures_said(figures, tag)
        )

    def abbreviation(said: str) -> Callable[[re.Match[str]], str]:
        return lambda match: ordinal(int(match[1]), tag) if said == "{ordinal}" else said

    return (
        (SEPARATOR, lambda _: ","),
        (WEB_ADDRESS, lambda m: m[1].replace(".", f" {grammar.point} ")),
        (TELEPHONE, lambda m: grammar.telephone(m.group())),
        (NUMERIC_DATE, lambda m: f"{grammar.date(int(m[1]), months[int(m[2]) - 1])} {grammar.number(m[3])}"),
        (CLOCK, lambda m: grammar.clock(int(m[1]), int(m[2]))),
        (re.compile(rf"\b(?:{grammar.labels}) \d+[.-]\d+(?:[.-]\d+)*"), lambda m: re.sub(r"\d+(?:[.-]\d+)+", code, m.group())),
        (re.compile(_CODE), code),
        (re.compile(rf"\b(?:1er|(\d{{1,2}})) ({month})\b"), lambda m: grammar.date(int(m[1] or 1), m[2])),
        (re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,12}) (?:DH|MAD|dirhams?)\b"), amount),
        (re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{re.escape(grammar.group)}\d{{3}}){{1,3}}(?![\d.,]*\d)"), grouped),
        *((re.compile(pattern), abbreviation(said)) for pattern, said in grammar.abbreviations),
        (re.compile(rf"(?<![\d.,])(\d{{1,12}}){re.escape(grammar.decimal)}(\d+)(?![\d.,]*\d)"), decimal),
        (SIZE, lambda m: f"{m[1]} {grammar.by} {m[2]}"),
        (re.compile(r"(?<=[A-Za-z])(?=\d)"), lambda _: " "),
        (RANGE, lambda m: f"{m[1]} {grammar.to} {m[2]}"),
        (PER_CENT, lambda _: f" {grammar.percent}"),
        (re.compile(r"\b1 (\w+)\(s\)"), lambda m: f"{cardinal(1, tag)} {m[1]}"),
        (re.compile(r"(?<=\w)\(s\)"), lambda _: "s"),
        (FIGURES, whole),
        (re.compile(grammar.one[0]), lambda _: grammar.one[1]),
        (re.compile(r"\b[A-Z]{2,5}\b"), lambda m: " ".join(m.group())),
        (re.compile(r"(?<=[a-z])(?=[A-Z]{2}\b)"), lambda _: " "),
    )
