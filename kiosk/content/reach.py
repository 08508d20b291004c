"""Which content modes show an item: what each begins with, and all that this leads to."""

from collections import defaultdict
from collections.abc import Iterable

from kiosk.content.checking.content_model import whole
from kiosk.content.rows.item_rows import TableRows
from kiosk.domain.content_mode import ModeHome, ModeService, ModeStage
from kiosk.domain.kinds import KINDS

EVERYWHERE = frozenset(kind.name for kind in KINDS if kind.everywhere)
"""Kinds of items that every mode shows."""
_HOMES = {ModeHome.SERVICES: "service", ModeHome.DEMONSTRATIONS: "demonstration"}
_MODE = "mode:"


class Reach:
    """The modes of one database, and what a visitor finds in each by touching; searching finds everything."""

    def __init__(self, rows: TableRows) -> None:
        self._rows = rows
        self.items = frozenset(whole(str(row["id"])) for row in rows.tables["item"])
        self._leads: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows.tables["relation"]:
            self._leads[whole(str(row["item"]))].add(whole(str(row["target"])))
        for row in rows.tables["guide"]:
            self._leads[str(row["service"])].add(str(row["id"]))
        serving = [row for row in rows.tables["mode"] if row["service"] == ModeService.OPEN]
        self.serving = frozenset(str(row["id"]) for row in serving)
        """Modes that serve visitors."""
        self._all = frozenset(str(row["id"]) for row in serving if row["home"] == ModeHome.ALL)
        self._of: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows.tables["mode"]:
            for item in self._found([str(row["id"]), *self._home(row["home"], row["stage"], row["home_item"])]):
                self._of[item].add(str(row["id"]))

    def modes(self, item: str) -> frozenset[str]:
        """Identifiers of the modes that show an item, or what it is a part of."""
        owner = whole(item)
        if owner not in self.items or owner.partition(":")[0] in EVERYWHERE:
            return self.serving
        return frozenset(self._of[owner] | (set() if owner.startswith(_MODE) else self._all))

    def _home(self, home: object, stage: object, item: object) -> Iterable[str]:
        kinds = {_HOMES.get(ModeHome(str(home))), "demonstration" if stage == ModeStage.BOARD else None}
        return [str(item)] if item else [known for known in self.items if known.partition(":")[0] in kinds]

    def _found(self, begin: Iterable[str]) -> set[str]:
        found, left = set[str](), list(begin)
        while left:
            item = left.pop()
            if item not in found:
                found.add(item)
                left += self._leads[item]
        return found


def modes_of(item: str, before: Reach, after: Reach) -> tuple[str, ...]:
    """Names of the modes that show an item before or after a change; empty for all that serve visitors."""
    holding = [reach for reach in (before, after) if whole(item) in reach.items] or [before, after]
    modes = frozenset[str]().union(*(reach.modes(item) for reach in holding))
    return () if modes >= after.serving else tuple(sorted(mode.removeprefix(_MODE) for mode in modes))
