"""The moment at the exhibition, whether it can be believed, and the day's showings."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.content.store import ContentStore
from kiosk.domain.clock_trust import ClockFault, content_day
from kiosk.domain.mode_resolver import ModeRules
from kiosk.domain.panel import EveningHours
from kiosk.domain.timetable import Showing, Today, showings
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import ClockGuard
from kiosk.ui.content.content_holder import ContentHolder

PALETTE, DAY, EVENING = "palette", "1", "2"
"""Under which staff's choice of colours is kept, and its values; any other: by the hour."""


class ExhibitionDay:
    """Tells the time in the exhibition's zone, which the content names; only asked for it while content is open."""

    def __init__(self, content: ContentHolder, choices: StaffChoices, guard: ClockGuard) -> None:
        self._content, self._choices, self._guard = content, choices, guard

    @property
    def moment(self) -> datetime:
        """The moment at the exhibition."""
        return self._guard.now(self._zone)

    @property
    def _zone(self) -> ZoneInfo:
        if self._content.store is None:
            message = "no content is open"
            raise RuntimeError(message)
        return ZoneInfo(self._content.store.timezone)

    @property
    def today(self) -> Today:
        """The moment, and what staff changed of the shows since the day before."""
        now = self.moment
        return Today(now, self._choices.changes(now.date() - timedelta(days=1)))

    def closed_spots(self) -> frozenset[str]:
        """The spots of the venue that staff closed today."""
        return self._choices.closed_spots(self.moment.date())

    def is_evening(self, hours: EveningHours) -> bool:
        """Whether the screens have the colours of the evening: as staff chose, else by the hour."""
        chosen = self._choices.recall(PALETTE)
        return chosen == EVENING or (chosen != DAY and hours.hold(self.moment.hour))

    # the clock -----------------------------------------------------------------------------------------------------

    @property
    def fault(self) -> ClockFault:
        """Why the clock is not believed."""
        return self._guard.fault

    @property
    def believed(self) -> datetime | None:
        """The moment at the exhibition; None where no content is open or the clock is not believed."""
        return self.moment if self._content.store is not None and not self.fault else None

    @property
    def certain(self) -> date:
        """The latest day that has certainly come; the first of all days where no content is open, or nothing is known."""
        moment = self._guard.certain(self._zone) if self._content.store is not None else None
        return moment.astimezone(self._zone).date() if moment else date.min

    def look(self, store: ContentStore) -> ClockFault:
        """Look at the clock beside a content database."""
        return self._guard.look(ZoneInfo(store.timezone), content_day(store.content_version))

    def counting(self, rules: ModeRules) -> ModeRules:
        """The rules that count, as the clock was last judged."""
        return self._guard.counting(rules, self.fault)

    def set_clock(self, moment: datetime) -> None:
        """Staff say what time it is.

        Raises:
            StaffStateError: it could not be kept.
        """
        self._guard.set(moment)

    # the shows -----------------------------------------------------------------------------------------------------

    def showings(self) -> tuple[Showing, ...]:
        """The day's showings, as they are given; none where no content is open."""
        return self._content.read(lambda store: showings(store.demonstrations(), self.today), ())

    def planned(self) -> tuple[Showing, ...]:
        """The day's showings, as the timetable has them."""
        return self._content.read(lambda store: showings(store.demonstrations(), Today(self.moment)), ())
