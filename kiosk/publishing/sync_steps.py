"""How far a look at sources is, for people and programs."""

from collections.abc import Callable
from typing import NamedTuple


class Step(NamedTuple):
    """What a look at sources has come to."""

    name: str
    """`neighbours`, `asking`, `fetching`, `unpacking`, `examining` or `switching`."""
    source: str = ""
    """Of `asking`: who is asked."""
    number: int = 0
    """Of `fetching`: which file it is, counted from 1."""
    total: int = 0
    """Of `fetching`: how many files there are."""
    size: int = 0
    """Of `fetching`: the bytes of the file."""

    def sentence(self) -> str:
        """The step for people."""
        match self.name:
            case "neighbours":
                return "looking for neighbours"
            case "asking":
                return f"asking {self.source}"
            case "fetching":
                return f"fetching {self.number} of {self.total}: {self.size} bytes"
            case _:
                return self.name


Tell = Callable[[Step], None]
"""Is told each step as it begins."""
