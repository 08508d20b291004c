"""Fetches the program a channel has, by the roads of the content; root lays it down, by signatures it looks at itself."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.disk.files import contents_of, flush, make_folder, replaced_atomically, sweep
from kiosk.errors import NotThereError, VerificationError
from kiosk.publishing.app_manifest import AppRelease, Bundle, Wheel, app_target, read_app_release
from kiosk.publishing.disk import need_room, own_disk
from kiosk.publishing.download import BlobStore
from kiosk.publishing.installation import Installation
from kiosk.publishing.manifest import Blob, Patch
from kiosk.publishing.patch import unpack
from kiosk.publishing.release_folders import clear
from kiosk.publishing.release_sources import ReleaseSource
from kiosk.publishing.sync_clock import SyncClock
from kiosk.publishing.sync_steps import Step, Tell
from kiosk.publishing.trust import APP_MANIFEST, SOFTWARE, TRUST, Trust
from kiosk.software.programs import System
from kiosk.software.starter import PROGRAM

READY = "ready"
"""Names the program that is fetched whole; root's unit looks when it changes."""


@dataclass(frozen=True, slots=True)
class SoftwarePlan:
    """Whose program a kiosk follows."""

    state: Path
    """The kiosk's folder."""
    root: Path
    """The publishers' first root."""
    channel: str
    system: System
    clock_wrong: bool = False
    """A person says that the clock cannot be right."""
    synchronised: bool = False
    """The operating system says that a time server set the clock."""
    share: bool = False
    """Patches that were fetched are kept, for neighbours to have."""


@dataclass(frozen=True, slots=True)
class SoftwareResult:
    """What came of one look."""

    result: str
    """`fetched` (ready to be laid down), or `current` (nothing new)."""
    number: int
    version: str
    name: str
    """The folder it will be laid down in."""
    source: str
    requests: int
    received: int
    """Bytes."""


class SoftwareSync:
    """One kiosk beside one source of its program."""

    def __init__(
        self, plan: SoftwarePlan, source: ReleaseSource, say: Tell = lambda _step: None, now: datetime | None = None
    ) -> None:
        """Prepare a look.

        Args:
            plan: whose program is followed.
            source: where it looks.
            say: is told each step.
            now: what the clock says; None looks at it.
        """
        self._plan, self._source, self._say = plan, source, say
        self._clock = SyncClock(now or datetime.now(UTC), wrong=plan.clock_wrong, synchronised=plan.synchronised)
        self._folder = plan.state / SOFTWARE
        self._store = BlobStore(self._folder)
        self._trust = Trust(plan.state / TRUST, plan.root)

    def run(self) -> SoftwareResult:
        """Fetch what is new.

        Raises:
            VerificationError: what the source has cannot be trusted, or is for no system such as this.
            TransferError: it did not come; what came is kept for the next time.
            StorageError: it could not be kept.
        """
        installation = Installation(self._plan.state)
        with installation.locked("sync.lock", wait=False):
            clear(installation)
            target = app_target(self._plan.channel)
            release = self._trust.newest_of(self._source, target, self._clock, read_app_release, APP_MANIFEST)
            bundle = fitting(release, self._plan.system)
            self._trust.accept(release, self._clock)
            name = release.name_of(bundle)
            missing = [wheel for wheel in bundle.wheels if not self._store.has(wheel.blob)]
            with own_disk(self._folder):
                make_folder(self._folder)
                sweep(self._folder, f".{READY}")
            need_room(self._folder, sum(wheel.blob.size for wheel in missing))
            for number, wheel in enumerate(missing, 1):
                self._say(Step("fetching", number=number, total=len(missing), size=wheel.blob.size))
                self._get(wheel)
            self._tidy(bundle)
            fetched = bool(missing) or ready(self._plan.state) != name
            if fetched:
                with own_disk(self._folder), replaced_atomically(self._folder / READY) as fresh:
                    fresh.write_text(f"{name}\n", encoding="ascii")
            source = self._source
            result = "fetched" if fetched else "current"
            return SoftwareResult(result, release.number, release.version, name, source.name, source.requests, source.received)

    def _get(self, wheel: Wheel) -> None:
        """By a patch from a wheel that is held, where the source has one; else whole."""
        for patch in wheel.patches:
            base = self._store.path(Blob(sha256=patch.base, size=0))
            if self._store.has(Blob(sha256=patch.base, size=0)):
                with suppress(NotThereError):
                    self._patched(wheel.blob, patch, base)
                    return
        self._store.fetch(wheel.blob, self._source)

    def _patched(self, blob: Blob, patch: Patch, base: Path) -> None:
        packed, target = self._store.fetch(patch.blob, self._source), self._store.path(blob)
        part = self._store.staging / f"{blob.sha256}.part"
        with own_disk(self._folder):
            make_folder(target.parent)
            make_folder(part.parent)
            unpack(packed, part, blob.sha256, blob.size, contents_of(base, base.stat().st_size))
            flush(part)
            part.replace(target)
            flush(target.parent)

    def _tidy(self, bundle: Bundle) -> None:
        """Remove what the bundle does not need; its patches stay where neighbours may ask for them."""
        kept = {wheel.blob.sha256 for wheel in bundle.wheels}
        if self._plan.share:
            kept |= {patch.blob.sha256 for wheel in bundle.wheels for patch in wheel.patches}
        for path in self._store.folder.glob("*/*"):
            if path.name not in kept:
                with suppress(OSError):
                    path.unlink()
        shutil.rmtree(self._store.staging, ignore_errors=True)


def fitting(release: AppRelease, system: System) -> Bundle:
    """The bundle for a system.

    Raises:
        VerificationError: there is none.
    """
    bundle = release.bundle_for(system.debian, system.python)
    if bundle is None:
        made = ", ".join(f"Debian {one.debian} with Python {one.python}" for one in release.bundles)
        message = (
            f"application release {release.number} is made for {made}, and here is Debian {system.debian} with Python "
            f"{system.python}; publish it for this system too"
        )
        raise VerificationError(message)
    return bundle


def ready(state: Path) -> str:
    """The program that was fetched whole last; empty for none."""
    try:
        found = contents_of(state / SOFTWARE / READY, 200).decode("ascii").strip()
    except (OSError, ValueError):
        return ""
    return found if PROGRAM.fullmatch(found) else ""
