"""Keeps the content mode that is in force on the screen: asks the rules each second, and lets the visitor finish."""

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.mode_resolver import ModeRules, Override, Resolution, resolve
from kiosk.errors import ContentError, ModeError
from kiosk.staff.choices import StaffChoices
from kiosk.staff.schedule import default_mode, rules_of
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.exhibition_day import ExhibitionDay

ASK_MS = 1_000

log = logging.getLogger(__name__)


class ModeKeeper(QObject):
    """Which mode is shown, which one should be, and how long the switch still waits."""

    shown = Signal()
    """Another mode is on the screen."""
    asked = Signal()
    """The answer of the rules, or the time a switch still waits, has changed."""

    def __init__(
        self,
        content: ContentHolder,
        choices: StaffChoices,
        config: KioskConfig,
        day: ExhibitionDay,
        clock: Callable[[], float],
        occupied: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Keep no mode yet.

        Args:
            content: where the modes are.
            choices: what staff chose.
            config: the kiosk's own mode, and how long a switch waits.
            day: the moment at the exhibition.
            clock: seconds that never go back.
            occupied: whether a visitor is there.
            parent: owns the keeper.
        """
        super().__init__(parent)
        self._content, self._choices, self._config = content, choices, config
        self._day, self._clock, self._occupied = day, clock, occupied
        self.modes: Mapping[str, ContentMode] = {}
        self.rules = ModeRules("")
        self.resolution: Resolution | None = None
        self.mode: ContentMode | None = None
        self._deadline: float | None = None
        self._unknown: set[str] = set()
        content.opened.connect(self.load)
        self._timer = QTimer(self, interval=ASK_MS)
        self._timer.timeout.connect(self.ask)
        self._timer.start()

    @Slot()
    def load(self) -> None:
        """A content database was opened: its modes are taken into use at once, nobody is there."""
        store = self._content.store
        if store is None:
            return
        try:
            self.modes = store.modes()
            wanted = self._wanted(store)
        except ModeError as error:
            self._content.fail(ContentError(str(error)))
            return
        except ContentError as error:
            self._content.fail(error)
            return
        self._show(wanted)

    @Slot()
    def read_all(self) -> None:
        """Read the modes that are not shown too: a content of which one is damaged is out of service before that one is wanted."""
        self._content.read(lambda _store: len(list(self.modes.values())), 0)

    def _wanted(self, store: ContentStore) -> ContentMode:
        """What the rules say; while the clock is not believed, what staff chose last holds and the timetable does not count."""
        self._read_rules(store)
        self._day.look(store)
        self.resolution = resolve(self._day.moment, self._day.counting(self.rules))
        return self.modes[self.resolution.mode]

    @property
    def emergency(self) -> ContentMode | None:
        """The mode in which everybody is asked to leave."""
        return next((mode for mode in self.modes.values() if mode.service is ModeService.EMERGENCY), None)

    @property
    def schedule_alone(self) -> ModeRules:
        """The rules without what anyone chose."""
        return ModeRules(self.rules.default, self.rules.weekly, self.rules.dated)

    def _read_rules(self, store: ContentStore) -> None:
        chosen = self._choices.chosen()
        self._report_unknown(chosen)
        self.rules = rules_of(store, self.modes, self._config.name, self._config.mode, chosen)

    def _report_unknown(self, chosen: tuple[Override | None, ...]) -> None:
        """Said once: a mode was chosen, or set as the kiosk's own, that the content does not have (any more)."""
        for name in {self._config.mode, *(override.mode for override in chosen if override)} - self.modes.keys() - self._unknown:
            self._unknown.add(name)
            fallback = default_mode(self.modes, self._config.mode)
            log.error("there is no mode %r in this content; the rules go on without it, at last to %r", name, fallback)

    @Slot()
    def ask(self) -> None:
        """Which mode should be shown now; a change waits for the visitor, an emergency does not."""
        store = self._content.store
        if store is None or self.mode is None:
            return
        try:
            wanted = self._wanted(store)
        except ContentError as error:
            self._content.fail(error)
            return
        if wanted is self.mode:
            self._deadline = None
        elif wanted.service is ModeService.EMERGENCY or not self._occupied() or self._waited():
            self._show(wanted)
            return
        self.asked.emit()

    def _waited(self) -> bool:
        if self._deadline is None:
            self._deadline = self._clock() + self._config.switch_seconds
        return self._clock() >= self._deadline

    @property
    def waiting_for(self) -> ContentMode | None:
        """The mode that comes when the visitor has gone."""
        return self.modes[self.resolution.mode] if self._deadline is not None and self.resolution else None

    @property
    def seconds_left(self) -> int:
        """Whole seconds a switch waits at most; 0 where none does."""
        return max(0, -int(-(self._deadline - self._clock()) // 1)) if self._deadline is not None else 0

    def _show(self, mode: ContentMode) -> None:
        self.mode, self._deadline = mode, None
        self.shown.emit()
        self.asked.emit()
