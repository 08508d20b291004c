"""What a kiosk never goes below again: release numbers, and a moment that has passed. Kept twice, for one copy may be lost."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kiosk.disk.files import seal, unseal
from kiosk.publishing.disk import own_disk


class Floor(NamedTuple):
    """The highest that was ever vouched for."""

    numbers: Mapping[str, int] = MappingProxyType({})
    """Release numbers by signed name."""
    time: datetime | None = None
    """The latest moment of a publication: the clock stands wrong when it is before."""

    def merged(self, other: "Floor") -> "Floor":
        """The higher of two in everything."""
        names = self.numbers.keys() | other.numbers.keys()
        numbers = {name: max(self.numbers.get(name, 0), other.numbers.get(name, 0)) for name in sorted(names)}
        return Floor(numbers, max((t for t in (self.time, other.time) if t), default=None))

    def written(self) -> str:
        """As it is kept; the same floor always in the same letters."""
        return json.dumps({"numbers": dict(sorted(self.numbers.items())), "time": self.time and self.time.isoformat()})


class FloorFiles:
    """The floor of one kiosk, on its disk."""

    def __init__(self, folder: Path) -> None:
        self._paths = (folder / "floor.a", folder / "floor.b")

    def read(self) -> Floor:
        """The higher floor of the two copies."""
        first, second = (_parsed(unseal(path)) for path in self._paths)
        return first.merged(second)

    def raise_to(self, name: str, number: int, time: datetime) -> None:
        """Never go below a release again.

        Raises:
            StorageError: it could not be kept.
        """
        self._keep(self.read().merged(Floor({name: number}, time)))

    def set_time(self, time: datetime) -> None:
        """Take another moment for the latest: the one that was kept lay in the future.

        Raises:
            StorageError: it could not be kept.
        """
        self._keep(Floor(self.read().numbers, time))

    def _keep(self, floor: Floor) -> None:
        for path in self._paths:
            if _parsed(unseal(path)) != floor:
                with own_disk(path):
                    seal(path, floor.written())


def _parsed(text: str | None) -> Floor:
    """A floor as it was kept; an empty one for what is none."""
    try:
        kept = json.loads(text or "{}")
        numbers = {str(name): int(number) for name, number in kept.get("numbers", {}).items()}
        time = datetime.fromisoformat(kept["time"]) if kept.get("time") else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Floor()
    return Floor(numbers, time) if time is None or time.tzinfo else Floor(numbers)
