"""A disk that fails at one call of the operating system."""

import io
import os
from collections.abc import Callable
from typing import Any

import pytest


class Failing:
    """Lets the first so many writing calls of the operating system pass; then one fails."""

    def __init__(self, passed: int, number: int) -> None:
        self.left, self._number = passed, number

    def around(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("fsync", "replace", "rename", "mkdir", "link"):
            patch.setattr(os, name, self._failing(getattr(os, name), lambda _values: True))
        patch.setattr(io, "open", self._failing(io.open, lambda values: set(values[1]) & set("wax+")))

    def _failing(self, call: Callable[..., Any], counts: Callable[[tuple[Any, ...]], object]) -> Callable[..., Any]:
        def failing(*values: Any, **named: Any) -> Any:
            if counts(values):
                self.left -= 1
                if self.left == -1:
                    raise OSError(self._number, os.strerror(self._number))
            return call(*values, **named)

        return failing
