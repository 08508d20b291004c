"""A second copy of the emergency that was declared, beside the state file.

It has its room on the disk from the first start, and is written over in place, so that a full disk takes it; everybody may read it,
so that a wrong owner does not hide it. `kiosk.staff.choices` says which of the two copies counts.
"""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zlib import crc32

from kiosk.disk.files import contents_of, flush, keep_owner
from kiosk.domain.mode_resolver import Override

SIZE = 512
"""Bytes: what a disk writes at once."""
_LONGEST_NAME = 60


class EmergencyNote:
    """A file of one line, its checksum before it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def reserve(self) -> None:
        """Take the room on the disk; what is noted stays.

        Raises:
            OSError: the disk takes nothing.
        """
        if not self._path.exists() or self._path.stat().st_size != SIZE:
            self.write(None)

    def read(self) -> Override | None:
        """The emergency that is noted; None for none, or where nothing can be read."""
        with suppress(OSError, ValueError, LookupError, TypeError):
            written = contents_of(self._path).rstrip()
            check, line = written[:8], written[9:]
            if int(check, 16) == crc32(line) and line:
                return _override(json.loads(line))
        return None

    def write(self, emergency: Override | None) -> None:
        """Note an emergency, or that there is none; on the disk when it returns.

        Raises:
            OSError: the disk takes nothing.
        """
        line = _line(emergency) if emergency is not None else b""
        fresh = not self._path.exists()
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            if fresh:
                os.fchmod(descriptor, 0o644)
                keep_owner(self._path, self._path.parent)
            os.pwrite(descriptor, b"%08x %s" % (crc32(line), line.ljust(SIZE - 9)), 0)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        flush(self._path.parent)


def _line(emergency: Override) -> bytes:
    until = emergency.until.isoformat() if emergency.until else None
    values = (emergency.mode, emergency.by[:_LONGEST_NAME], emergency.since.isoformat(), until)
    return json.dumps(values, ensure_ascii=False).encode()


def _override(values: list[str]) -> Override:
    mode, by, since, until = values
    return Override(mode, by, datetime.fromisoformat(since), datetime.fromisoformat(until) if until else None)
