"""What the kiosk takes from the machine around it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from kiosk.staff.pins import Argon2Hasher, Hasher
from kiosk.ui.examination import examine
from kiosk.ui.player import Player, make_player


def _steady_seconds() -> float:
    """Seconds since the machine started, sleep included: no setting of the clock changes them."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


@dataclass(frozen=True, slots=True)
class Boundary:
    """Clock, calendar, player, hasher and examination; tests give their own."""

    clock: Callable[[], float] = _steady_seconds
    now: Callable[[ZoneInfo], datetime] = datetime.now
    make_player: Callable[[QObject], Player | None] = make_player
    make_hasher: Callable[[], Hasher] = Argon2Hasher
    examine: Callable[[], list[dict[str, Any]]] = examine
