"""A kiosk as sync sees it: a state folder beside a workshop."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.publishing.disk import sha256_of
from kiosk.publishing.installation import Installation
from kiosk.publishing.pointer import Pointer
from kiosk.publishing.release_sources import Pace, ReleaseSource, source_of
from kiosk.publishing.sync import Sync, SyncPlan, SyncResult


class Follower:
    """Looks at a source when it is told to, by a clock that may be wrong."""

    def __init__(
        self,
        folder: Path,
        root: Path,
        channel: str = "stable",
        group: str = "",
        factory: Path | None = None,
        *,
        share: bool = False,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.root = folder / "root.json"
        shutil.copy(root, self.root)
        self.state = folder / "state"
        self.channel, self.group, self.factory = channel, group, factory
        self.installation = Installation(self.state)
        self.share = share
        self.late = timedelta()
        self.clock_wrong = self.synchronised = False
        self.pace = Pace(sleep=lambda _seconds: None)

    def plan(self) -> SyncPlan:
        clock = {"clock_wrong": self.clock_wrong, "synchronised": self.synchronised}
        return SyncPlan(self.state, self.root, self.channel, self.group, self.factory, **clock, share=self.share)

    def sync(self, source: str | Path | ReleaseSource) -> SyncResult:
        found = source_of(str(source), self.pace) if isinstance(source, str | Path) else source
        return Sync(self.plan(), found, now=datetime.now(UTC) + self.late).run()

    def stand(self) -> None:
        """The release on trial is found good."""
        self.installation.change(Pointer.found_good)

    @property
    def shows(self) -> str:
        """The hash of what a starting kiosk shows; empty for what it came with."""
        path = self.installation.start()
        return sha256_of(path) if path else ""
