"""What a kiosk can hand on: the signed files and the bytes it has verified itself, each under the name a repository gives it."""

import json
import os
import re
import stat
from pathlib import Path

from kiosk.disk.files import contents_of
from kiosk.publishing.disk import sha256_of
from kiosk.publishing.installation import Installation
from kiosk.publishing.manifest import CHANNELS
from kiosk.publishing.roll import ROLL
from kiosk.publishing.trust import APP_MANIFEST, HELD_ROLL, MANIFEST, SOFTWARE, TRUST

_ROLE = re.compile(r"metadata/([1-9][0-9]{0,8})\.([a-z][a-z0-9-]{0,39})\.json")
_ROLL = re.compile(rf"targets/([0-9a-f]{{64}})\.{re.escape(ROLL)}")
_TARGET = re.compile(rf"targets/(?:[a-z][a-z0-9-]{{0,39}}/)?([0-9a-f]{{64}})\.(?:app-)?(?:{'|'.join(CHANNELS)})\.json")
_BLOB = re.compile(r"blobs/([0-9a-f]{2})/(\1[0-9a-f]{62})")


class ServedFiles:
    """The files of one kiosk that a neighbour may have; there are no others."""

    def __init__(self, state: Path) -> None:
        self._installation = Installation(state)
        self._trust = state / TRUST
        self._blobs = (state / "blobs", state / SOFTWARE / "blobs")

    def open(self, name: str) -> int | None:
        """A descriptor of the file of a name; None for every other name, and for what is not held."""
        path = self._path(name)
        if path is None:
            return None
        try:
            found = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return None
        if stat.S_ISREG(os.fstat(found).st_mode):
            return found
        os.close(found)
        return None

    def _path(self, name: str) -> Path | None:
        if name == "metadata/timestamp.json":
            return self._trust / "timestamp.json"
        if match := _ROLE.fullmatch(name):
            return self._role(int(match[1]), match[2])
        if match := _TARGET.fullmatch(name):
            return self._held(match[1], MANIFEST, APP_MANIFEST)
        if match := _ROLL.fullmatch(name):
            return self._held(match[1], HELD_ROLL)
        if match := _BLOB.fullmatch(name):
            return self._blob(match[2])
        return None

    def _held(self, sha256: str, *names: str) -> Path | None:
        return next((document for name in names if sha256_of(document := self._trust / name) == sha256), None)

    def _role(self, version: int, role: str) -> Path | None:
        """What a role signed, if it is that version of it."""
        if role == "root":
            return self._trust / "root_history" / f"{version}.root.json"
        path = self._trust / f"{role}.json"
        try:
            held = json.loads(contents_of(path))["signed"]["version"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return path if held == version else None

    def _blob(self, sha256: str) -> Path:
        """Bytes by their hash: a file or packed database that was fetched, else an installed database as it is."""
        kept = [folder / sha256[:2] / sha256 for folder in self._blobs]
        installed = (name for name in self._installation.installed() if name.endswith(f"-{sha256}"))
        found = (*(path for path in kept if path.is_file()), *map(self._installation.database, installed))
        return found[0] if found else kept[0]
