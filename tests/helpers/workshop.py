"""A publisher's workshop: a repository, its keys, and small databases to publish."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuf.api.metadata import Key

from kiosk.content.build import build
from kiosk.content.store import ContentStore
from kiosk.publishing import offices
from kiosk.publishing.examine import findings_json, judged
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import Release
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.repository import Repository
from tests.helpers.sources import Folder, for_kiosks, write

PASSPHRASE = "a long passphrase"
HOLDERS = {"snapshot": "server", "timestamp": "server", "borders": "karim"}
PEOPLE = ("amina", "leila", "youssef")


def nothing(_folder: Folder) -> None:
    """The sources as they are."""


def sentence(text: str) -> Callable[[Folder], None]:
    """A change of one sentence of the pavilion, in every language."""

    def change(folder: Folder) -> None:
        folder["pavilions/k9.yaml"]["what_it_is"][0]["text"] = {"ar": f"نَصٌّ {text}", "fr": f"{text} fr", "en": f"{text} en"}

    return change


def version(number: str, change: Callable[[Folder], None] = nothing) -> Callable[[Folder], None]:
    """A change under a content version of its own."""

    def numbered(folder: Folder) -> None:
        folder["exhibition.yaml"]["content_version"] = number
        change(folder)

    return numbered


def examined_here(path: Path) -> dict[str, Any]:
    """The examination of a database, in this process."""
    return judged(path, findings_json(path))


def examined(path: Path) -> dict[str, Any]:
    """What a sync is told of a sound database, where the same one is installed a hundred times."""
    with ContentStore.open(path) as store:
        return {"content_version": store.content_version}


def keyring_in(keys: Path, *without: str) -> Keyring:
    """The keys of a desk: each person's in a folder of their own, those of some left at home."""
    return Keyring([path for path in sorted(keys.glob("*")) if path.name not in without], lambda _folder: PASSPHRASE)


def beginning(keys: Path) -> list[str]:
    """What `kiosk repo init` is told: the server's folder, and one for each person."""
    return ["--keys", str(keys / "server"), *(part for name in PEOPLE for part in ("--person", f"{name}={keys / name}"))]


def all_keys(keys: Path) -> list[str]:
    """What other commands are told: every folder of keys."""
    return [part for path in sorted(keys.glob("*")) for part in ("--keys", str(path))]


def rotated(repository: Repository, role: str, keyring: Keyring, now: datetime, keys: Path) -> Key:
    """Another key for one who holds one of a role."""
    person = HOLDERS.get(role, "leila")
    return offices.rotate(repository, role, keyring, now, keys / person, person)


class Workshop:
    """Publishes what it is told to, at a time it is told."""

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        self.folder = folder
        self.now = now or datetime.now(UTC).replace(microsecond=0)
        self.keys = folder / "keys"
        people = {person: self.keys / person for person in PEOPLE}
        self.repository = offices.begin(folder / "repository", keyring_in(self.keys), self.now, people, self.keys / "server")
        self.keyring = keyring_in(self.keys)
        self.root = folder / "repository" / "metadata" / "1.root.json"
        self._built = 0

    def database(self, change: Callable[[Folder], None] = nothing) -> Path:
        self._built += 1
        path = self.folder / f"content-{self._built}.db"
        build(write(self.folder / f"sources-{self._built}", for_kiosks(version(f"2026.11.24.{self._built}", change))), path)
        return path

    def delegate(self, group: str = "borders") -> None:
        """Let a group sign, by the hand of Karim."""
        offices.delegate(self.repository, group, self.keyring, self.now, "karim", self.keys / "karim")

    def rotate(self, role: str) -> Key:
        """Another key for one who holds one of a role."""
        return rotated(self.repository, role, self.keyring, self.now, self.keys)

    def publish(
        self,
        change: Callable[[Folder], None] = nothing,
        files: dict[str, Path] | None = None,
        channel: str = "stable",
        group: str = "",
    ) -> Release:
        publisher = Publisher(self.repository, self.keyring, self.now)
        return publisher.publish(self.database(change), files or {}, channel, group)
