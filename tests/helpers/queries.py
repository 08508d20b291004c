"""Queries nobody should type: the search language, hidden marks, stacked accents, pictures, pastes."""

import random
from collections.abc import Iterator

_SIGNS = [
    '"',
    "'",
    "*",
    "^",
    "-",
    "+",
    "(",
    ")",
    "{",
    "}",
    ":",
    "NEAR",
    "NEAR(a b, 2)",
    "AND",
    "OR",
    "NOT",
    "name:",
    "stem :",
    "\\",
    ";",
    "--",
    "%",
]
_MARKS = [
    "\0",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202e",
    "\u202c",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\u200d",
    "\ud800",
    "\udfff",
    "\uffff",
]
_PICTURES = ["😀", "👮🏽‍♀️", "🇲🇦", "\U0010ffff", "²", "½", "Ⅷ", "ﷺ", "ﻻ", "𝔄", "ǆ", "İ", "ß"]
_WORDS = ["carte", "nationale", "بطاقة", "الْوَطَنِيَّة", "police", "شرطة", "19", "d’identité", "K9", "crate", "sawabi9", "ــــ"]


def hostile_queries(chance: random.Random, count: int) -> Iterator[str]:
    """So many of them, the same for the same seed; every thousandth is a paste of a megabyte."""
    for number in range(count):
        parts = [_part(chance) for _ in range(chance.randrange(1, 9))]
        query = chance.choice(["", " "]).join(parts)
        yield query * (1_000_000 // max(1, len(query)) + 1) if number % 1000 == 999 else query


def _part(chance: random.Random) -> str:
    match chance.randrange(6):
        case 0:
            return chance.choice(_SIGNS)
        case 1:
            return chance.choice(_MARKS)
        case 2:
            return chance.choice(_PICTURES)
        case 3:
            return chance.choice(_WORDS)[: chance.randrange(1, 9)] + "".join(
                chr(chance.randrange(0x300, 0x370)) for _ in range(chance.randrange(40))
            )
        case 4:
            return "".join(chr(chance.randrange(0x11_0000)) for _ in range(chance.randrange(1, 12)))
        case _:
            return chance.choice(_WORDS)
