"""What was found in a text is remembered: until it is published, each text is checked several times."""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

MOST = 32_768
"""Texts that each rule remembers; a content has some 10,000."""
_P = ParamSpec("_P")
_T = TypeVar("_T")


def remembered(finds: Callable[_P, Iterable[_T]]) -> Callable[_P, tuple[_T, ...]]:
    """All that a function finds, at once where it was asked before; what it finds must follow from its arguments alone."""

    @lru_cache(maxsize=MOST)
    @wraps(finds)
    def found(*asked: _P.args, **named: _P.kwargs) -> tuple[_T, ...]:
        return tuple(finds(*asked, **named))

    return cast("Callable[_P, tuple[_T, ...]]", found)
