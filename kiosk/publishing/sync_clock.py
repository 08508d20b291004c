"""By what time signed terms are judged, and how far a publication may lie ahead of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LEAD = timedelta(days=1)
"""How far ahead of the clock the moment of a publication may lie."""


@dataclass(frozen=True, slots=True)
class SyncClock:
    """What is known of the time while a kiosk looks at a source."""

    now: datetime
    """What the clock says."""
    wrong: bool = False
    """A person says that the clock cannot be right."""
    synchronised: bool = False
    """The operating system says that a time server set the clock."""

    @property
    def overrules(self) -> bool:
        """Whether something is known that weighs more than the latest publication."""
        return self.wrong or self.synchronised

    def reference(self, published: datetime | None) -> datetime:
        """The moment by which terms are judged.

        Args:
            published: the latest publication this kiosk has accepted.
        """
        if self.synchronised or published is None:
            return self.now
        return min(self.now, published) if self.wrong else max(self.now, published)

    def believed_after(self, passed: datetime) -> bool:
        """Whether the clock may be held against a publication.

        Args:
            passed: a moment that has certainly passed: before it, the clock is wrong.
        """
        return self.synchronised or (not self.wrong and self.now >= passed)
