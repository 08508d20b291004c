"""The staff's panel as a whole: who may come in, its frame, and a view model for each of its rooms."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.staff.choices import StaffChoices
from kiosk.staff.gate import Gate
from kiosk.staff.people import PeopleFile
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.content.content_place import ContentPlace
from kiosk.ui.content.sync_job import stick_arguments
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.staff.board_view_model import BoardViewModel
from kiosk.ui.staff.check_view_model import CheckViewModel
from kiosk.ui.staff.condition_view_model import ConditionViewModel
from kiosk.ui.staff.group_line import GroupLine
from kiosk.ui.staff.hall_view_model import BRIGHTNESS, HallViewModel, kept
from kiosk.ui.staff.pad_view_model import PadViewModel
from kiosk.ui.staff.panel_light import PanelLight
from kiosk.ui.staff.previous_view_model import PreviousViewModel
from kiosk.ui.staff.shows_view_model import ShowsViewModel
from kiosk.ui.staff.staff_call import StaffCall
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.staff.stick_job import StickJob
from kiosk.ui.staff.stick_view_model import StickViewModel

if TYPE_CHECKING:
    from kiosk.narration.inventory import SpokenBy


class StaffRooms:
    """Made once, and taken down with the window."""

    def __init__(
        self,
        config: KioskConfig,
        boundary: Boundary,
        choices: StaffChoices,
        keeper: ModeKeeper,
        shell: ShellViewModel,
        content: ContentHolder,
        place: ContentPlace,
        parent: QObject,
    ) -> None:
        """Make all of it; nothing is shown.

        Args:
            config: the kiosk's settings.
            boundary: what is taken from the machine.
            choices: what staff chose.
            keeper: the mode in force.
            shell: the visitors' frame.
            content: what is shown.
            place: where it is.
            parent: owns the view models.
        """
        StaffCall(choices, keeper, shell, parent)
        self.people = PeopleFile(config.state / "people.json")
        self.gate = Gate(self.people, choices, boundary.make_hasher(), boundary.clock)
        self.staff = StaffViewModel(choices, keeper, shell, boundary.clock, parent)
        self.pad = PadViewModel(self.gate, self.staff, parent, shuffled=config.shuffle_pad)
        self.group: GroupLine | None = None
        if config.group:
            line = boundary.make_line(parent)
            self.group = GroupLine(config.group, config.name, lambda: self.gate.roll.group_key, line, choices, keeper, parent)
        self.board = BoardViewModel(self.staff, self.group, parent)
        self.shows = ShowsViewModel(self.staff, parent)
        self.light = PanelLight(boundary.shine, keeper, boundary.clock, kept(choices, BRIGHTNESS), parent)
        self.hall = HallViewModel(self.staff, self.light, _inventory(config, boundary, place), boundary.restart, parent)
        self.condition = ConditionViewModel(self.gate, self.staff, parent)
        self.reader = StickJob(stick_arguments(config, boundary.mounts), parent)
        self.stick = StickViewModel(self.staff, content, place, self.reader, parent)
        self.previous = PreviousViewModel(self.staff, content, place, parent)
        self.check = CheckViewModel(boundary.examine, keeper, shell, parent)
        self.check.finished.connect(lambda green: self.staff.note("check", {"green": green}))

    def properties(self) -> dict[str, object]:
        """The view models by the names the window knows them by."""
        names = ("staff", "pad", "board", "shows", "condition", "hall", "stick", "previous", "light", "check")
        return {name: getattr(self, name) for name in names}

    def close(self) -> None:
        """End what works beside the window."""
        self.pad.stop()
        self.check.stop()
        self.hall.stop()
        self.reader.close()
        self.light.stop()


def _inventory(config: KioskConfig, boundary: Boundary, place: ContentPlace) -> "Callable[[], list[SpokenBy]]":
    def ask() -> "list[SpokenBy]":
        folders = (place.narration(), config.narration)
        return boundary.spoken_by([folder for folder in folders if folder is not None], config.voices)

    return ask
