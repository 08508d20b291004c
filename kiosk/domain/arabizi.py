"""The consonants a word is heard by: one skeleton for Darija in both scripts, and for the words it borrows.

`chffar`, `chfar` and شفار share one skeleton, so do `lakart`, `la carte` and لاكارط. Skeletons are compared with skeletons and
never shown. Vowels fall, sounds that people write with one letter for another fall together, articles and the particles before
a word come off.
"""

import re
from functools import lru_cache

_DIGRAPHS = (
    ("ch", "ش"), ("sh", "ش"), ("kh", "خ"), ("gh", "غ"), ("dh", "د"),
    ("th", "ت"), ("ph", "ف"), ("ck", "ك"), ("qu", "ك"), ("gn", "ن"), ("tion", "سن"),
    ("ge", "ج"), ("gi", "ج"), ("gy", "ج"), ("ce", "س"), ("ci", "س"), ("cy", "س"),
)  # fmt: skip
"""Sounds of two Latin letters; the vowel after g and c falls with them."""
_LATIN = dict(zip("bcdfghjklmnpqrstvwxz", "بكدفكحجكلمنبقرستفوسز", strict=True))
_FIGURES = dict(zip("2345678", ("", "ع", "غ", "خ", "ت", "ح", "غ"), strict=True)) | {"9": "ق"}
_SOUNDS_OF = {**dict(_DIGRAPHS), **_LATIN, **_FIGURES, "w": ""}
_SIGN = re.compile("|".join(_SOUNDS_OF))
"""One sign after the other, those of two letters first; what is none is silent."""
_ARABIC = {
    **dict(zip("بتثجحخدذرزسشصضطظعغفقكلمنهو", "بتتجحخددرزسشسدتدعغفقكلمنحو", strict=True)),
    "ط": "ت", "ظ": "د",
}  # fmt: skip
"""Sounds that are written for one another fall together: ط with ت, ص with س, ض ظ ذ with د, ه with ح."""
_SOUNDS = {
    "ch": "S", "sh": "S", "kh": "X", "gh": "G", "ph": "f", "ou": "u", "oo": "u", "au": "u", "qu": "k", "ck": "k", "th": "t",
    "dh": "d", "ee": "i", "ai": "i", "ei": "i",
    "x": "S", "5": "X", "8": "G", "7": "h", "9": "k", "q": "k", "c": "k", "w": "u", "o": "u", "y": "i", "e": "i", "3": "a", "2": "",
    "v": "f", "p": "b", "z": "s",
}  # fmt: skip
"""Signs of one sound, with its vowels; those of two letters first."""
_SIGNS = re.compile("|".join(_SOUNDS))
_LONG = 3
"""Letters of a word that is still itself without the last vowel."""
_DOUBLED = re.compile(r"(.)\1+")
_LATIN_ARTICLES = re.compile(r"^(?:w|ou|f|b|d)?(?:el|al|l)(?=[bcdfghjkmnpqrstvwxz0-9])")
_LATIN_LA = re.compile(r"^la(?=[bcdfghjkmnpqrstvwxz0-9])")
_ARABIC_ARTICLES = re.compile(r"^[وفبك]?(?:ال|لل|لا|ل)(?=..)")
_LATIN_VERB = re.compile(r"^(?:ka|ki|ke|k)(?=[ytn])|^(?:ta)(?=[ytn])")
_ARABIC_VERB = re.compile(r"^(?:كا|ك)(?=[يتن])")
_SHORTEST = 2
_KEPT = 1 << 12


def skeleton(word: str) -> str:
    """The consonants of one folded word, in Arabic letters; empty where it has none.

    Args:
        word: letters and figures as `fold` gives them, without blanks.
    """
    return _of_arabic(word) if _is_arabic(word) else _of_latin(word)


def heard(word: str) -> str:
    """A Latin word as it sounds, with its vowels, so that `lwra9`, `lwraq` and `lourak` are one; other words as they are.

    Args:
        word: letters and figures as `fold` gives them, without blanks.
    """
    if _is_arabic(word) or word.isdigit():
        return word
    sound = _DOUBLED.sub(r"\1", _SIGNS.sub(lambda sign: _SOUNDS[sign[0]], word))
    return sound.rstrip("i") if len(sound) > _LONG else sound


@lru_cache(maxsize=_KEPT)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeleton of a word as it stands, and without an article or the beginning of a verb; without those too short to tell."""
    bare = (_ARABIC_ARTICLES if _is_arabic(word) else _LATIN_ARTICLES).sub("", word)
    shorter = bare if bare != word or _is_arabic(word) else _LATIN_LA.sub("", word)
    verb = (_ARABIC_VERB if _is_arabic(word) else _LATIN_VERB).sub("", word)
    found = dict.fromkeys(skeleton(form) for form in (shorter, word, verb))
    return tuple(form for form in found if len(form) >= _SHORTEST)


def _is_arabic(word: str) -> bool:
    return "\u0620" <= word[:1] <= "\u06ff"


def _of_arabic(word: str) -> str:
    body = word[:-1] if word.endswith("ه") and len(word) > _SHORTEST else word
    first = "و" if body.startswith("و") else ""
    return first + "".join(_ARABIC.get(letter, "") for letter in body[len(first) :] if letter != "و")


def _of_latin(word: str) -> str:
    if word.isdigit():
        return ""
    body = _DOUBLED.sub(r"\1", word)
    if body.endswith("h") and len(body) > _SHORTEST and body[-2] in "aeiou":
        body = body[:-1]
    first = "و" if re.match(r"w|ou.", body) else ""
    return first + "".join(_SOUNDS_OF[sign] for sign in _SIGN.findall(body))
