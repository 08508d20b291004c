"""Whether a headset is plugged in, as the kernel tells it: the switch SW_HEADPHONE_INSERT of an input device.

Linux says so for jacks of sound cards (Documentation/input/event-codes: EV_SW); a headset with a plug of its own kind, such as
USB, has no such switch.
"""

import logging
import os
import struct
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_log = logging.getLogger(__name__)

EV_SW, SW_HEADPHONE_INSERT = 5, 2
EVENT = struct.Struct("llHHi")
"""struct input_event: seconds, microseconds, type, code, value."""
SYS, DEV = Path("/sys/class/input"), Path("/dev/input")


class Jack(QObject):
    """The headset jacks of a machine."""

    plugged = Signal()
    unplugged = Signal()

    def __init__(self, parent: QObject, sys: Path = SYS, dev: Path = DEV) -> None:
        """Listen to every device that has the switch and may be read.

        Args:
            parent: owns it.
            sys: where the kernel tells what its input devices have.
            dev: where their events are read.
        """
        super().__init__(parent)
        self._files: list[int] = []
        for name in sorted(_with_switch(sys)):
            self._listen(dev / name)

    def _listen(self, path: Path) -> None:
        try:
            file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError as error:
            _log.info("the headset jack %s is not heard (%s): add the kiosk's user to the group input", path, error.strerror)
            return
        self._files.append(file)
        notifier = QSocketNotifier(file, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_: self._read(file, notifier))

    def _read(self, file: int, notifier: QSocketNotifier) -> None:
        try:
            read = os.read(file, 64 * EVENT.size)
        except BlockingIOError:
            return
        except OSError:
            read = b""
        if not read:  # the device is gone
            notifier.setEnabled(False)
            return
        for _, _, kind, code, value in EVENT.iter_unpack(read[: len(read) // EVENT.size * EVENT.size]):
            if (kind, code) == (EV_SW, SW_HEADPHONE_INSERT):
                (self.plugged if value else self.unplugged).emit()

    @property
    def count(self) -> int:
        """How many jacks are listened to."""
        return len(self._files)

    def close(self) -> None:
        """Listen no more."""
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        while self._files:
            os.close(self._files.pop())


def _with_switch(sys: Path) -> list[str]:
    """The devices that have the switch: the last word of the mask has its bit."""
    found = []
    for mask in sys.glob("event*/device/capabilities/sw"):
        try:
            words = mask.read_text(encoding="ascii").split()
            has = int(words[-1], 16) >> SW_HEADPHONE_INSERT & 1 if words else 0
        except (OSError, ValueError):
            continue
        if has:
            found.append(mask.parents[2].name)
    return found
