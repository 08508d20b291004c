"""Kiosks of one group follow each other without a server: what staff choose for the group on one is shown on all."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.clock_trust import elapsed
from kiosk.domain.mode_resolver import Override
from kiosk.domain.staff import Person, Role
from kiosk.errors import KioskError, StaffError, StaffStateError
from kiosk.staff import acts
from kiosk.staff.choices import StaffChoices
from kiosk.staff.group import GroupAnswer, GroupOrder, is_new, next_number, open_datagram, sealed
from kiosk.ui.machine.line import DatagramLink
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper

NUMBER = "group_number"
QUIET_MS = 60_000
TIMES, APART_MS = 4, 700
"""A datagram may be lost: each order is said so often."""

log = logging.getLogger(__name__)


class GroupLine(QObject):
    """Gives orders and follows them."""

    changed = Signal()
    """Another kiosk has followed."""

    def __init__(
        self,
        names: tuple[str, str],
        key: Callable[[], str],
        line: DatagramLink,
        choices: StaffChoices,
        keeper: ModeKeeper,
        day: ExhibitionDay,
        parent: QObject,
    ) -> None:
        """Listen, where there is a key and a network.

        Args:
            names: of the group, and of this kiosk.
            key: the group's key, in hexadecimal; empty for none.
            line: what carries datagrams.
            choices: takes what is chosen elsewhere.
            keeper: the modes there are here.
            day: the moment.
            parent: owns it.
        """
        super().__init__(parent)
        (self._group, self._kiosk), self._key, self._line = names, key, line
        self._choices, self._keeper, self._day = choices, keeper, day
        self._datagram, self._left, self._number = b"", 0, 0
        self._seen: dict[str, int] = {}
        self.followed: list[str] = []
        """Kiosks that told us they followed the last order."""
        self._refused = 0
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        line.heard.connect(self._hear)
        self._timer = QTimer(self, interval=APART_MS)
        self._timer.timeout.connect(self.say)
        self.ready()

    def ready(self) -> bool:
        """Whether an order would reach anyone: there is a key, and a network."""
        return bool(self._key()) and self._line.open()

    # giving orders -------------------------------------------------------------------------------------------------

    def order(self, choice: Override | None, person: Person) -> bool:
        """Have all kiosks of the group show what was chosen here; None: the timetable.

        Returns:
            Whether a network took it.

        Raises:
            StaffError: it does not fit a datagram.
        """
        now = self._day.moment
        self._number = next_number(max(self._number, int(self._choices.recall(NUMBER) or 0)), now)
        self._remember(NUMBER, self._number)
        mode, until = (choice.mode, choice.until) if choice else ("", None)
        end = until.isoformat() if until else ""
        order = GroupOrder(self._group, self._kiosk, self._number, now.isoformat(), mode, end, person.name, person.role.value)
        self._datagram, self._left, self.followed = sealed(order, self._key()), TIMES, []
        self._timer.start()
        self.changed.emit()
        return self._line.say(self._datagram)

    def forget(self) -> None:
        """Nobody looks at who has followed any more."""
        self.followed = []

    @Slot()
    def say(self) -> None:
        """Send the order again; it was said often enough: stop."""
        self._left -= 1
        if self._left > 0:
            self._line.say(self._datagram)
        else:
            self._timer.stop()

    # following them ------------------------------------------------------------------------------------------------

    @Slot(bytes)
    def _hear(self, datagram: bytes) -> None:
        try:
            message = open_datagram(datagram, self._key(), self._group)
            if isinstance(message, GroupAnswer):
                self._note(message)
            elif message.kiosk != self._kiosk and self._keeper.mode is not None:
                self._follow(message)
        except KioskError as error:
            self._refuse(error)

    def _refuse(self, error: KioskError) -> None:
        """One line a minute, however many datagrams are refused: whoever floods the line does not fill the disk."""
        self._refused += 1
        if not self._quiet.isActive():
            log.info("group: %s (%d refused since the last line)", error, self._refused)
            self._refused = 0
            self._quiet.start()

    def _note(self, answer: GroupAnswer) -> None:
        if (answer.of, answer.number) == (self._kiosk, self._number) and answer.kiosk not in self.followed:
            self.followed = sorted([*self.followed, answer.kiosk])
            self.changed.emit()

    def _follow(self, order: GroupOrder) -> None:
        """Obey an order once; answer as often as it is heard, for the answer may be lost too."""
        seen, now = f"group_seen {order.kiosk}", self._day.moment
        last = max(self._seen.get(seen, 0), int(self._choices.recall(seen) or 0))
        if is_new(order, last, now):
            self._obey(order, now)
            self._seen[seen] = order.number
            self._remember(seen, order.number)
            self._keeper.ask()
        elif order.number != last:
            log.info("group: an order of %s from %s is old, or a clock is wrong", order.kiosk, order.at)
            return
        self._line.say(sealed(GroupAnswer(self._group, self._kiosk, order.kiosk, order.number), self._key()))

    def _remember(self, key: str, number: int) -> None:
        """A disk that takes nothing keeps nobody from leaving: numbers follow the clock, and orders are new for minutes."""
        try:
            self._choices.remember(key, str(number))
        except StaffStateError as error:
            log.warning("group: %s", error)

    def _obey(self, order: GroupOrder, now: datetime) -> None:
        """As if it had been chosen here.

        Raises:
            StaffError: the mode is unknown here, or the person may not end an emergency.
        """
        person = Person(f"{order.by} ({order.kiosk})", Role(order.role), "")
        if not order.mode:
            acts.back_to_schedule(self._choices, person, now)
            return
        mode = self._keeper.modes.get(order.mode)
        if mode is None:
            message = f"{order.kiosk} asks for the mode {order.mode!r}, which this content does not have"
            raise StaffError(message)
        until = datetime.fromisoformat(order.until) if order.until else None
        if until is not None and elapsed(until, now) >= timedelta():
            message = f"{order.kiosk} asks for {order.mode!r} until a moment that has passed"
            raise StaffError(message)
        acts.record_choice(self._choices, mode, Override(order.mode, person.name, now, until), person)
