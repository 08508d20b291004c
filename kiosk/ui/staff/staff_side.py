"""The staff's side: who may come in, the frame of the panel, and a view model for each of its pages."""

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.domain.narration import NarrationScript
from kiosk.staff.choices import StaffChoices
from kiosk.staff.people import PeopleFile
from kiosk.staff.pin_gate import Gate
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.staff.board_view_model import BoardViewModel
from kiosk.ui.staff.condition_view_model import ConditionViewModel
from kiosk.ui.staff.group_line import GroupLine
from kiosk.ui.staff.maintenance.maintenance_pages import MaintenancePages
from kiosk.ui.staff.pad_view_model import PadViewModel
from kiosk.ui.staff.shows_view_model import ShowsViewModel
from kiosk.ui.staff.staff_call import StaffCall
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel


class StaffSide:
    """Made once, and taken down with the window."""

    def __init__(
        self,
        config: KioskConfig,
        boundary: Boundary,
        choices: StaffChoices,
        modes: ModesSide,
        shell: ShellViewModel,
        content: ContentSide,
        parent: QObject,
    ) -> None:
        """Make all of it; nothing is shown.

        Args:
            config: the kiosk's settings.
            boundary: what is taken from the machine.
            choices: what staff chose.
            modes: the mode in force, and the exhibition's day.
            shell: the visitors' frame.
            content: what is shown, and where it is.
            parent: owns the view models.
        """
        keeper, day = modes.keeper, modes.day
        StaffCall(choices, day, shell, parent)
        self.people = PeopleFile(config.state / "people.json")
        self.gate = Gate(self.people, choices, boundary.make_hasher(), boundary.clock, lambda: day.certain)
        self.staff = StaffViewModel(choices, day, shell, boundary.clock, parent)
        self.pad = PadViewModel(self.gate, self.staff, keeper, day, parent, shuffled=config.shuffle_pad)
        self.group: GroupLine | None = None
        if config.group:
            line, names = boundary.make_line(parent), (config.group, config.name)
            self.group = GroupLine(names, lambda: self.gate.roll.group_key, line, choices, keeper, day, parent)
        self.board = BoardViewModel(self.staff, choices, keeper, day, self.group, parent)
        self.pad.evacuationAsked.connect(self.board.evacuate)
        self.shows = ShowsViewModel(self.staff, choices, keeper, day, parent)
        self.condition = ConditionViewModel(config, self.gate, self.staff, choices, content.holder, keeper, day, parent)
        self.maintenance = MaintenancePages(config, boundary, self.staff, choices, modes, shell, content, parent)

    def properties(self) -> dict[str, object]:
        """The view models by the names the window knows them by."""
        own = ("staff", "pad", "board", "shows", "condition")
        maintenance = ("hall", "stick", "previous", "light", "check", "spots")
        return {name: getattr(self, name) for name in own} | {name: getattr(self.maintenance, name) for name in maintenance}

    def touched(self) -> None:
        """Somebody is there: the panel stays open, a sleeping kiosk shines for a while."""
        self.staff.touched()
        self.maintenance.light.touched()

    def greeting(self) -> NarrationScript | None:
        """What is said to try the voices; None where nobody tries them."""
        trying = self.staff.page_now in {PanelPage.CHECK, PanelPage.HALL}
        return self.maintenance.check.greeting() if trying else None

    def close(self) -> None:
        """End what works beside the window."""
        self.pad.stop()
        self.maintenance.close()
