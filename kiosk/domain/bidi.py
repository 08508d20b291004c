"""Bidirectional text: inserted values and foreign runs are isolated (Unicode UAX 9, FSI ... PDI)."""

import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"

_LEFT_TO_RIGHT_RUN = re.compile(
    r"(?:[@#+*](?=[0-9A-Za-z]))?"  # a handle or a number to dial begins with its sign,
    r"[0-9A-Za-z\u00c0-\u024f_]"  # everything else with a figure or a Latin letter;
    r"(?:(?:[0-9A-Za-z\u00c0-\u024f \u00a0\u202f.,:/\-\u2013\u2019'@&+\u00d7_=#~*]"  # inside stands what such runs are made of,
    r"|\?(?=[0-9A-Za-z]))*"  # the question mark in addresses alone;
    r"[0-9A-Za-z\u00c0-\u024f%\u00b0\u00b2_])?"  # it ends on one of these, never on a mark of the sentence,
    r"(?:[/#](?=[\s.\u060c\u061b\u00bb)]|$))?"  # but for the last stroke of an address or of a number to dial.
)
_RIGHT_TO_LEFT_RUN = re.compile(r"[\u0590-\u08ff](?:[\u0590-\u08ff \u00a0]*[\u0590-\u08ff])?")
_ISOLATED = re.compile(f"({FIRST_STRONG_ISOLATE}[^{FIRST_STRONG_ISOLATE}{POP_ISOLATE}]*{POP_ISOLATE})")


def isolate(text: str) -> str:
    """Text that keeps its own direction wherever it is inserted."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def directed(text: str, *, right_to_left: bool) -> str:
    """A paragraph of figures and signs alone in the direction of its language: without a letter it would run to the right."""
    return f"{RIGHT_TO_LEFT_MARK}{text}" if right_to_left else text


def isolate_foreign_runs(text: str, *, right_to_left: bool) -> str:
    """A paragraph in which numbers and words of the other direction cannot disturb the rest.

    Args:
        text: one paragraph; what is isolated in it already stays as it is.
        right_to_left: the paragraph's own direction.
    """
    runs = _LEFT_TO_RIGHT_RUN if right_to_left else _RIGHT_TO_LEFT_RUN
    parts = _ISOLATED.split(text)
    parts[::2] = [runs.sub(lambda run: isolate(run.group()), part) for part in parts[::2]]
    return "".join(parts)


def starts_right_to_left(text: str) -> bool:
    """The direction the first strong letter gives, as rule P2 of UAX 9 does."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False
