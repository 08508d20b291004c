"""What a kiosk never goes below again: release numbers, and a moment that has passed. Kept twice, for one copy may be lost."""

from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from kiosk.publishing.disk import own_disk, seal, unseal


class Floor(BaseModel):
    """The highest that was ever vouched for."""

    model_config = ConfigDict(frozen=True)

    numbers: dict[str, int] = {}
    """Release numbers by signed name."""
    time: AwareDatetime | None = None
    """The latest moment of a publication: the clock stands wrong when it is before."""

    def merged(self, other: "Floor") -> "Floor":
        """The higher of two in everything."""
        names = self.numbers.keys() | other.numbers.keys()
        numbers = {name: max(self.numbers.get(name, 0), other.numbers.get(name, 0)) for name in sorted(names)}
        return Floor(numbers=numbers, time=max((t for t in (self.time, other.time) if t), default=None))


class FloorFiles:
    """The floor of one kiosk, on its disk."""

    def __init__(self, folder: Path) -> None:
        self._paths = (folder / "floor.a", folder / "floor.b")

    def read(self) -> Floor:
        """The higher of both copies."""
        first, second = (_parsed(unseal(path)) for path in self._paths)
        return first.merged(second)

    def raise_to(self, name: str, number: int, time: datetime) -> None:
        """Never go below a release again.

        Raises:
            StorageError: it could not be kept.
        """
        floor = self.read().merged(Floor(numbers={name: number}, time=time))
        for path in self._paths:
            if _parsed(unseal(path)) != floor:
                with own_disk(path):
                    seal(path, floor.model_dump_json())


def _parsed(text: str | None) -> Floor:
    try:
        return Floor.model_validate_json(text) if text else Floor()
    except ValidationError:
        return Floor()
