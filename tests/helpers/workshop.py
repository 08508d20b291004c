"""A publisher's workshop: a repository, its keys, and small databases to publish."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.content.build import build
from kiosk.publishing import offices
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import Release
from kiosk.publishing.releasing import Publisher
from tests.helpers.sources import Folder, for_kiosks, write

PASSPHRASE = "a long passphrase"


def nothing(_folder: Folder) -> None:
    """The sources as they are."""


def sentence(text: str) -> Callable[[Folder], None]:
    """A change of one sentence of the pavilion, in every language."""

    def change(folder: Folder) -> None:
        folder["pavilions/k9.yaml"]["what_it_is"][0]["text"] = {"ar": f"نَصٌّ {text}", "fr": f"{text} fr", "en": f"{text} en"}

    return change


class Workshop:
    """Publishes what it is told to, at a time it is told."""

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        self.folder = folder
        self.now = now or datetime.now(UTC).replace(microsecond=0)
        self.keys = folder / "keys"
        self.keyring = Keyring([self.keys], PASSPHRASE)
        self.repository = offices.begin(folder / "repository", self.keyring, self.now)
        self.root = folder / "repository" / "metadata" / "1.root.json"
        self._built = 0

    def database(self, change: Callable[[Folder], None] = nothing) -> Path:
        self._built += 1
        path = self.folder / f"content-{self._built}.db"
        build(write(self.folder / f"sources-{self._built}", for_kiosks(change)), path)
        return path

    def publish(
        self,
        change: Callable[[Folder], None] = nothing,
        files: dict[str, Path] | None = None,
        channel: str = "stable",
        group: str = "",
    ) -> Release:
        publisher = Publisher(self.repository, self.keyring, self.now)
        return publisher.publish(self.database(change), files or {}, channel, group)
