"""The staff's board: the mode in force, why, until when, what is next; another mode in three touches."""

from datetime import datetime
from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.bidi import isolate
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.formatting import format_time
from kiosk.domain.mode_resolver import Override, resolve
from kiosk.domain.mode_words import next_words, until_words, why_words
from kiosk.domain.staff import Person, may_end_emergency
from kiosk.presentation.serving_rows import BoardState, Choice, GroupState, ModeTile
from kiosk.staff import acts
from kiosk.staff.choices import StaffChoices
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.serving_rows import TYPES, OneRow, QVariantList, Row, Rows
from kiosk.ui.staff.group_line import GroupLine
from kiosk.ui.staff.staff_pages import PanelPage, board_rows, end_rows, mode_tile
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class BoardViewModel(QObject):
    """The content mode, as staff see and change it."""

    changed = Signal()
    _state_row = cached_property(OneRow)
    _group_row = cached_property(OneRow)
    _choice_row = cached_property(OneRow)
    _open_rows = cached_property(Rows)
    _shut_rows = cached_property(Rows)
    _end_rows = cached_property(Rows)

    def __init__(
        self,
        staff: StaffViewModel,
        choices: StaffChoices,
        keeper: ModeKeeper,
        day: ExhibitionDay,
        group: GroupLine | None,
        parent: QObject,
    ) -> None:
        """Show the mode in force.

        Args:
            staff: the panel.
            choices: takes what is chosen.
            keeper: the mode in force, and those there are.
            day: whether the clock is believed.
            group: the other kiosks; None for a kiosk alone.
            parent: owns it.
        """
        super().__init__(parent)
        self._staff, self._choices, self._keeper, self._day, self._group = staff, choices, keeper, day, group
        self._all = False
        self._mode: ContentMode | None = None
        self._until = "next"
        self._keeper.asked.connect(self.changed)
        staff.pageChanged.connect(self._turn)
        if group is not None:
            group.changed.connect(self.changed)

    @Slot()
    def _turn(self) -> None:
        if self._staff.page_now is not PanelPage.UNTIL:
            self._mode = None
        if self._staff.page_now is PanelPage.SHUT and self._group is not None:
            self._group.forget()
        self.changed.emit()

    @Slot(str)
    def chooseMode(self, name: str) -> None:
        """A mode tile; what serves nobody lasts until it is changed and is only confirmed.

        Under an emergency, whoever may not end it is told to ask somebody who may: no other mode would be shown.
        """
        person = self._staff.person
        if person is None or name not in self._keeper.modes:
            return
        mode = self._keeper.modes[name]
        if self._in_emergency and mode.service is not ModeService.EMERGENCY and not may_end_emergency(person.role):
            self._staff.say("not_done")
            return
        self._mode = mode
        ends = self._ends()
        self._until = ends[0].identifier if ends else "stay"
        self._all = self._mode.service is ModeService.EMERGENCY and self._reaches
        self._staff.go(PanelPage.UNTIL)

    @Slot(str)
    def chooseEnd(self, until: str) -> None:
        """Choose when the mode ends: the value of a row of `ends`."""
        self._until = until
        self.changed.emit()

    @Slot(bool)
    def chooseAll(self, everywhere: bool) -> None:  # noqa: FBT001 - called from QML
        """This kiosk, or all of its group."""
        self._all = everywhere and self._reaches
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Put the chosen mode in force, here or on the whole group."""
        staff, keeper, person, mode = self._staff, self._keeper, self._staff.person, self._mode
        if person is None or mode is None:
            return
        staff.go(PanelPage.BOARD, "switched")
        staff.guarded(lambda: self._switch(mode, person))
        keeper.ask()
        if mode.service is ModeService.EMERGENCY:
            staff.close()

    @Slot(object)
    def evacuate(self, person: Person) -> None:
        """Declare an emergency for somebody who has not opened the panel: on the whole group where it is in reach."""
        mode = self._keeper.emergency
        if mode is not None:
            self._until, self._all = "stay", self._reaches
            self._staff.guarded(lambda: self._switch(mode, person))
            self._keeper.ask()
            self._staff.close()

    def _switch(self, mode: ContentMode, person: Person) -> None:
        choice = acts.switch(self._choices, person, mode, self._until, self._staff.now(), self._keeper.rules)
        if self._all:
            self._order(choice, person)

    @Slot(bool)
    def backToSchedule(self, everywhere: bool) -> None:  # noqa: FBT001 - called from QML
        """Let the timetable decide again, on this kiosk or on all of its group."""
        staff, person = self._staff, self._staff.person
        if person is not None:
            staff.say("")
            staff.guarded(lambda: self._back(person, everywhere=everywhere))
            self._keeper.ask()

    def _back(self, person: Person, *, everywhere: bool) -> None:
        acts.back_to_schedule(self._choices, person, self._staff.now())
        if everywhere:
            self._order(None, person)

    def _order(self, choice: Override | None, person: Person) -> None:
        if self._group is not None and not self._group.order(choice, person):
            self._staff.say("group_unreached")

    @property
    def _in_emergency(self) -> bool:
        """Whether an emergency that staff declared is in force."""
        keeper = self._keeper
        shown = keeper.modes[keeper.resolution.mode].service if keeper.resolution is not None else None
        return keeper.rules.emergency is not None and shown is ModeService.EMERGENCY

    @property
    def _reaches(self) -> bool:
        return self._group is not None and self._group.ready()

    # properties ----------------------------------------------------------------------------------------------------

    @Property(TYPES[BoardState], notify=changed)
    def state(self) -> Row:
        """What is in force, why, until when, what is next, and what waits."""
        return self._state_row.of(self.state_now())

    def state_now(self) -> BoardState:
        """What is in force; nothing while nobody has passed the gate."""
        staff, keeper, resolution = self._staff, self._keeper, self._keeper.resolution
        if resolution is None or staff.person is None:
            return BoardState()
        words, now, card = staff.words, staff.now(), keeper.modes[resolution.mode].head.card
        return BoardState(
            mode=staff.text(card.name),
            icon=card.icon,
            why=staff.text(why_words(resolution, words)),
            until=staff.text(until_words(resolution, now, words)),
            next=staff.text(next_words(resolution, keeper.modes, now, words)),
            called=self._called(),
            followed=self._followed(),
            waiting=keeper.waiting_for is not None,
            fault=staff.word("state_fault") if self._choices.fault else "",
            clock=staff.word(self._day.fault) if self._day.fault else "",
            time=isolate(f"{now:%d/%m/%Y %H:%M}"),
            chosen=keeper.rules.override is not None or keeper.rules.emergency is not None,
        )

    def _followed(self) -> str:
        """Which kiosks of the group follow."""
        if self._group is None or not self._group.followed:
            return ""
        names = ", ".join(isolate(name) for name in self._group.followed)
        return self._staff.sentence("group_followed", {"screens": names})

    @Property(TYPES[GroupState], notify=changed)
    def group(self) -> Row:
        """Whether this kiosk is one of a group, whether the others are in reach, and whether all are meant."""
        if self._group is None or self._staff.person is None:
            return self._group_row.of(GroupState())
        return self._group_row.of(GroupState(named=True, reached=self._reaches, all=self._all))

    def _called(self) -> str:
        """That a visitor has asked for an officer, and when."""
        staff, at = self._staff, self._choices.called()
        if not at:
            return ""
        time = format_time(datetime.fromisoformat(at).time())
        return staff.sentence("visitor_called", {"time": time})

    def _modes(self, *, urgent: bool) -> list[ModeTile]:
        if self._staff.person is None:
            return []
        return [tile for tile in board_rows(self._keeper, self._staff.reading, self._staff.words) if tile.urgent is urgent]

    @Property(QVariantList, notify=changed)
    def openModes(self) -> list[Row]:
        """The modes that serve visitors."""
        return self._open_rows.of(self._modes(urgent=False))

    @Property(QVariantList, notify=changed)
    def shutModes(self) -> list[Row]:
        """The modes that serve nobody."""
        return self._shut_rows.of(self._modes(urgent=True))

    @Property(TYPES[ModeTile], notify=changed)
    def choice(self) -> Row:
        """The mode that is about to be chosen."""
        mode = self._mode
        return self._choice_row.of(mode_tile("", mode, self._staff.reading, self._staff.words) if mode is not None else ModeTile())

    @Property(QVariantList, notify=changed)
    def ends(self) -> list[Row]:
        return self._end_rows.of(row._replace(chosen=row.identifier == self._until) for row in self._ends())

    def _ends(self) -> list[Choice]:
        staff = self._staff
        if self._mode is None or self._mode.service is not ModeService.OPEN:
            return []
        change = resolve(staff.now(), self._keeper.schedule_alone).change
        return end_rows(staff.now(), change.at if change else None, staff.reading, staff.words)
