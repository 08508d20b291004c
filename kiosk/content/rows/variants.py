"""Sentences that are written once with alternatives: `my {husband|father} {hits|beats} me`."""

import re
from itertools import product
from math import prod

MOST = 10
"""Sentences of one pattern, where it has more: enough for each alternative, and more of them teach the same."""
_CHOICE = re.compile(r"\{([^{}]*)\}")


def variants(pattern: str) -> list[str]:
    """The sentences of a pattern; of many some, which together hold every alternative.

    Args:
        pattern: a text in which `{a|b|}` stands for one of these, or for nothing; without braces it is its own sentence.
    """
    parts = _CHOICE.split(pattern)
    choices = [part.split("|") for part in parts[1::2]]
    most = max(MOST, *map(len, choices)) if choices else 1
    picked = product(*choices) if prod(map(len, choices)) <= most else (_spread(choices, turn) for turn in range(most))
    return list(dict.fromkeys(_filled(parts, chosen) for chosen in picked))


def _spread(choices: list[list[str]], turn: int) -> tuple[str, ...]:
    """Every alternative once in so many turns as there are; with others each time round."""
    return tuple(choice[(turn + turn // len(choice) * place) % len(choice)] for place, choice in enumerate(choices))


def _filled(parts: list[str], chosen: tuple[str, ...]) -> str:
    said = "".join(word for pair in zip(parts[::2], (*chosen, ""), strict=True) for word in pair)
    return " ".join(said.split())
