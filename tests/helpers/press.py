"""A publisher's desk and a kiosk in every state a kill can hit them in, and what must be true of both whatever was killed."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.disk.state_file import StateFile
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.errors import KioskError
from kiosk.publishing.floor import FloorFiles
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import Release
from kiosk.publishing.pointer import Pointer
from kiosk.publishing.receipts import read_receipt, receipt_of
from kiosk.publishing.release_sources import FolderSource
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.repository import Repository
from kiosk.publishing.stick import leave_receipt, receipts_on
from kiosk.publishing.sync_clock import SyncClock
from kiosk.publishing.trust import Trust
from kiosk.staff.choices import StaffChoices
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop, keyring_in, rotated, sentence

ROLES = ("root", "targets", "snapshot", "timestamp", "borders")
AT_DESK = ("publish", "rollback", "rotate_key")


class Press:
    """Two releases of one repository, with pictures; a kiosk that holds the first, and staff who chose something there."""

    def __init__(self, folder: Path) -> None:
        self._held, self.folder = folder / "held", folder / "now"
        self._workshop = Workshop(self._held / "workshop")
        self._workshop.delegate()
        picture = folder / "dog.png"
        picture.write_bytes(b"a picture" * 100_000)
        self._pictures = {f"pictures/{number}.png": picture for number in range(2)}
        first = self._workshop.publish()
        kiosk = Follower(self._held / "kiosk", self._workshop.root)
        kiosk.sync(self._workshop.repository.folder)
        kiosk.stand()
        picture.write_bytes(b"another" * 100_000)
        self._releases = [first, self._workshop.publish(sentence("second"), self._pictures)]
        self._databases = [self._workshop.folder / "content-2.db", self._workshop.database(sentence("third"))]
        choices = StaffChoices(StateFile(kiosk.state / "state.db"))
        choices.choose(Layer.OVERRIDE, Override("desk", "Amal", datetime(2026, 11, 24, tzinfo=UTC), None), "lead")
        self._chosen, self._turn = self._staff(kiosk), 0
        for state, change in (("trial", self._no_change), ("good", Follower.stand)):
            copy = self._follower(self._held / "kiosk", self._held / state)
            copy.sync(self._workshop.repository.folder)
            change(copy)

    @staticmethod
    def _no_change(_kiosk: Follower) -> None:
        """Left on trial."""

    def _follower(self, source: Path, target: Path) -> Follower:
        shutil.copytree(source, target, symlinks=True)
        return Follower(target, self._workshop.root)

    # jobs --------------------------------------------------------------------------------------------------------

    def begin(self, name: str) -> None:
        """Lay everything out anew for a job."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self._turn += 1
        self.role = ROLES[self._turn % len(ROLES)]
        self.kiosk = self._follower(self._held / {"check": "trial", "back": "good"}.get(name, "kiosk"), self.folder / "kiosk")
        self.stick = self.folder / "stick"
        self.stick.mkdir()
        if name in AT_DESK:
            shutil.copytree(self._workshop.folder, self.folder / "workshop")
            self.repository = Repository(self.folder / "workshop" / "repository")
        else:
            self.repository = self._workshop.repository
        self._before = self.repository.current("stable")

    def job(self, name: str) -> Callable[[], object]:
        """A piece of work by its name."""
        jobs: dict[str, Callable[[], object]] = {
            "publish": self._publish,
            "rollback": self._roll_back,
            "rotate_key": self._rotate,
            "sync": partial(self.kiosk.sync, self.repository.folder),
            "check": self._check,
            "back": partial(self.kiosk.installation.change, self._back),
            "receipt": self._receipts,
        }
        return jobs[name]

    @property
    def _now(self) -> datetime:
        return self._workshop.now

    @property
    def _keyring(self) -> Keyring:
        return keyring_in(self.repository.folder.parent / "keys")

    def _publish(self) -> None:
        """What the channel does not show."""
        current = self.repository.current("stable")
        wanted = self._databases[current is not None and current.database.sha256 == _sha256(self._databases[0])]
        with self.repository.locked():
            Publisher(self.repository, self._keyring, self._now).publish(wanted, self._pictures, "stable")

    def _roll_back(self) -> None:
        with self.repository.locked():
            Publisher(self.repository, self._keyring, self._now).republish(self._releases[0], "stable")

    def _rotate(self) -> None:
        with self.repository.locked():
            rotated(self.repository, self.role, self._keyring, self._now, self.repository.folder.parent / "keys")

    def _back(self, pointer: Pointer) -> Pointer:
        """From the second release; a second time would lead to what the kiosk came with."""
        return pointer.back() if pointer.current == self._releases[1].name else pointer

    def _check(self) -> None:
        self.kiosk.installation.start()
        self.kiosk.installation.change(Pointer.found_good)

    def _receipts(self) -> None:
        for _ in range(5):
            leave(self)

    # what must be true -------------------------------------------------------------------------------------------

    @property
    def shows(self) -> str:
        """What the kiosk shows, by the order of its releases."""
        shown = self.kiosk.shows
        return next((f"release {r.number}" for r in self._releases if r.database.sha256 == shown), shown or "nothing")

    def acknowledged(self, name: str) -> bool:
        """Whether what a job said it had done is so."""
        pointer, (first, second) = self.kiosk.installation.pointer, self._releases
        match name:
            case "sync":
                seen = FloorFiles(self.kiosk.state).read().numbers
                return (
                    self.shows == "release 2"
                    and pointer.good == (first.name,)
                    and [(name.split()[0], number) for name, number in seen.items()] == [("stable.json", 2)]
                    and not list(self.faults(name))
                )
            case "check":
                return pointer.good[:1] == (second.name,) and self.shows == "release 2"
            case "back":
                return pointer.refused == (second.name,) and self.shows == "release 1"
            case "receipt":
                return len(list(receipts_on(self.stick))) == 5 and not list(self.faults(name))
            case "rotate_key":
                keyids = self.repository.metadata.role(self.role).keyids
                changed = set(keyids) != set(self._workshop.repository.metadata.role(self.role).keyids)
                return changed and len(self._keyring.signers(self.role, keyids)) == len(keyids) and not list(self.faults(name))
        return self._seen().number == 3 and not list(self.faults(name))

    def faults(self, name: str) -> Iterator[str]:
        """What is not as it must be after a kill."""
        yield from self._kiosk_faults()
        if name in AT_DESK:
            yield from self._repository_faults()
        if name == "receipt":
            leave(self)
            serials = [read_receipt(data)[0].serial for _, data in receipts_on(self.stick)]
            if sorted(set(serials)) != serials:
                yield f"serials {serials}"

    def _kiosk_faults(self) -> Iterator[str]:
        path = self.kiosk.installation.start()
        release = next((r for r in self._releases if path and r.name == path.parent.name), None)
        if path is None or release is None or _sha256(path) != release.database.sha256:
            yield f"shows {path or 'nothing'}"
        elif any(_sha256(path.parent / file.path) != file.blob.sha256 for file in release.files):
            yield f"{release.name}: a file of it is not whole"
        if self._staff(self.kiosk) != self._chosen:
            yield f"staff state {self._staff(self.kiosk)}"

    @staticmethod
    def _staff(kiosk: Follower) -> tuple[object, ...]:
        file = StateFile(kiosk.state / "state.db")
        choices = StaffChoices(file)
        try:
            return (choices.chosen(), choices.logged())
        finally:
            file.close()

    def _repository_faults(self) -> Iterator[str]:
        """As a kiosk that was never there sees it, and whole."""
        try:
            release = self._seen()
            self.repository.extract(release, self.folder / "seen.db")
            yield from (f"{blob.path} is not whole" for blob in release.blobs() if _sha256(self._blob(blob.path)) != blob.sha256)
        except KioskError as error:
            yield str(error)

    def _seen(self) -> Release:
        fresh = self.folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        return Trust(fresh / "trust", self._workshop.root).newest(
            FolderSource(self.repository.folder), "stable.json", SyncClock(self._now)
        )

    def _blob(self, path: str) -> Path:
        return self.repository.folder / path

    def ends_well(self, name: str) -> Iterator[str]:
        """The job left alone, and after it the next publication or sync; what is wrong then, or left over."""
        try:
            self.job(name)()
            if name in AT_DESK:
                before = self.repository.current("stable")
                self._publish()
                now = self._seen()
                if before is None or now.number <= before.number:
                    yield "the next publication is not in force"
            else:
                self.kiosk.installation.change(lambda pointer: Pointer(pointer.current, good=pointer.good))
                self.kiosk.sync(self.repository.folder)
                self.kiosk.stand()
                if self.kiosk.shows != self._releases[-1].database.sha256:
                    yield "the next sync brought nothing"
        except KioskError as error:
            yield str(error)
        yield from (f"{path} is left over" for path in self.folder.rglob("*") if path.name.startswith(".") or "tmp" in path.suffix)
        yield from self.faults(name)


def leave(press: Press) -> None:
    """Leave a receipt of the kiosk on the stick."""
    data = receipt_of(press.kiosk.state, "k9-1", "installed", (1, ""), {})
    leave_receipt(press.stick, f"k9-1-{read_receipt(data)[0].serial:06d}.json", data)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
