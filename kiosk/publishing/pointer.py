"""Which release a kiosk shows, which were good, which were not: one small file, replaced in one step."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from kiosk.disk.files import seal, unseal

TRIES = 3
"""Starts that a release on trial may take before it is given up."""
KEPT = 3
"""Good releases that are kept to go back to."""

REMEMBERED = 20
"""Given-up releases that are remembered."""
RELEASE = re.compile(r"\d{8}-[0-9a-f]{64}")
"""A release's folder: its number, then what the database must hash to."""


class Pointer(NamedTuple):
    """What a kiosk knows of its releases."""

    current: str | None = None
    """None shows the content the kiosk came with."""
    trial: bool = False
    """Whether the release has yet to stand its trial."""
    tries: int = TRIES
    """Starts left while on trial."""
    good: tuple[str, ...] = ()
    """Releases that stood their trial, the newest first."""
    refused: tuple[str, ...] = ()
    """Releases this kiosk went back from, and does not take again."""
    boot: str = ""
    """The machine's start in which the release on trial was last started; empty before its first."""
    doubted: tuple[str, ...] = ()
    """Those of `refused` that only ran out of starts: taken once more when what came before has worked for as long as a trial."""
    spared: tuple[str, ...] = ()
    """Releases that were taken once more, and are not another time."""

    def on_trial(self, name: str) -> "Pointer":
        """A release has been installed."""
        return self._replace(current=name, trial=name not in self.good, tries=TRIES, boot="")

    def found_again(self, name: str, others: tuple[str, ...]) -> "Pointer":
        """What was shown is lost: a sound release stands its trial, with the others behind it where nothing else is known."""
        return self.on_trial(name)._replace(good=self.good or others[:KEPT])

    def started(self, boot: str = "") -> "Pointer":
        """The kiosk starts with the release: one try less on trial, and given up with the last.

        Args:
            boot: which start of the machine this is. Where it is another than before, the machine went down with the kiosk, and
                the release is not blamed. Empty where nobody knows.
        """
        if not self.trial:
            return self
        if self.boot and boot and self.boot != boot:
            return self._replace(boot=boot)
        if self.tries > 0:
            return self._replace(tries=self.tries - 1, boot=boot)
        doubted = (self.current,) if self.current and self.current not in self.spared else ()
        return self.back()._replace(doubted=(*self.doubted, *doubted)[-REMEMBERED:])

    def ended(self) -> "Pointer":
        """The kiosk was asked to end, and did: this start is not held against the release on trial."""
        return self._replace(tries=min(TRIES, self.tries + 1)) if self.trial else self

    def found_good(self) -> "Pointer":
        """What is shown stood its trial; what was given up before it by its starts alone may be tried once more."""
        refused = tuple(name for name in self.refused if name not in self.doubted)
        after = self._replace(refused=refused, doubted=(), spared=(*self.spared, *self.doubted)[-REMEMBERED:])
        if self.current is None:
            return after
        good = (self.current, *(name for name in self.good if name != self.current))[:KEPT]
        return after._replace(trial=False, good=good)

    def back(self, to: str | None = None) -> "Pointer":
        """The release is given up, for a good one, the last when none is named, else for what the kiosk came with."""
        gone = (self.current,) if self.current else ()
        good = tuple(sorted((name for name in self.good if name not in gone), key=lambda name: name != to))
        refused = (*self.refused, *gone)[-REMEMBERED:]
        return self._replace(current=good[0] if good else None, trial=False, good=good, refused=refused)


def read_pointer(path: Path) -> Pointer:
    """The pointer of a file; an empty one when it is not there or not whole.

    What a newer program has written beside it is passed over, and a value that is none of ours is as if it were not there.
    """
    try:
        known = json.loads(unseal(path) or "{}")
    except (ValueError, RecursionError):
        return Pointer()
    known = known if isinstance(known, dict) else {}
    known |= {name: _names(known.get(name)) for name in ("good", "refused", "doubted", "spared")}
    usual = Pointer()
    fits = {name: value for name, value in known.items() if name in Pointer._fields and type(value) is type(getattr(usual, name))}
    current = known.get("current")
    return Pointer(**{**fits, "current": current if isinstance(current, str) and RELEASE.fullmatch(current) else None})


def _names(value: object) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def write_pointer(path: Path, pointer: Pointer) -> None:
    """Put a pointer in force. Raises OSError."""
    seal(path, json.dumps(pointer._asdict()))
