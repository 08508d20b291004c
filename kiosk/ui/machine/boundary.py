"""What the kiosk takes from the machine around it."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from kiosk.config import MOUNTS
from kiosk.staff.pins import Argon2Hasher, Hasher
from kiosk.time_server import is_synchronised

if TYPE_CHECKING:
    from kiosk.narration.inventory import SpokenBy
    from kiosk.ui.machine.brightness import LightControl
    from kiosk.ui.machine.inputs.jack import Jack
    from kiosk.ui.machine.line import DatagramLink
    from kiosk.ui.machine.player import Player

# Each loads what it takes when it is first asked: the first picture asks for none of it.


def _steady_seconds() -> float:
    """Seconds since the machine started, sleep included: no setting of the clock changes them."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _spoken_by(narration: list[Path], voices: Path) -> "list[SpokenBy]":
    from kiosk.narration.inventory import spoken_by

    return spoken_by(narration, voices)


def _make_player(parent: QObject) -> "Player | None":
    from kiosk.ui.machine.player_process import make_player

    return make_player(parent)


def _run_doctor() -> list[dict[str, Any]]:
    from kiosk.ui.machine.examination import run_doctor

    return run_doctor()


def _shine(percent: int) -> "LightControl":
    from kiosk.ui.machine.brightness import shine

    return shine(percent)


def _make_jack(parent: QObject) -> "Jack":
    from kiosk.ui.machine.inputs.jack import Jack

    return Jack(parent)


def _make_wire(parent: QObject) -> "DatagramLink":
    from kiosk.ui.machine.wire import Wire

    return Wire(parent)


class Boundary(NamedTuple):
    """Clock, calendar, player, hasher and examination; tests give their own."""

    clock: Callable[[], float] = _steady_seconds
    now: Callable[[ZoneInfo], datetime] = datetime.now
    make_player: "Callable[[QObject], Player | None]" = _make_player
    make_hasher: Callable[[], Hasher] = Argon2Hasher
    examine: Callable[[], list[dict[str, Any]]] = _run_doctor
    shine: "Callable[[int], LightControl]" = _shine
    spoken_by: "Callable[[list[Path], Path], list[SpokenBy]]" = _spoken_by
    make_line: "Callable[[QObject], DatagramLink]" = _make_wire
    mounts: tuple[Path, ...] = MOUNTS
    """Where sticks are mounted."""
    restart: Callable[[], None] | None = None
    """Ends the app so that a service manager begins it anew; None where nothing would."""
    draws: bool = False
    """Whether the pictures of new content are drawn ahead, in a process of its own."""
    synchronised: Callable[[], bool] = is_synchronised
    """Whether a time server set the clock."""
    make_jack: "Callable[[QObject], Jack | None]" = _make_jack
    """Tells when a headset is plugged in; None where nothing does."""
