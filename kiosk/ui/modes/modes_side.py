"""The side of the content modes: which one is in force, and its own screens."""

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.publishing.floor import FloorFiles
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import ClockGuard
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.modes.mode_view_model import ModeViewModel
from kiosk.ui.modes.service_keeper import ServiceKeeper
from kiosk.ui.shell.shell_view_model import ShellViewModel


class ModesSide:
    """Made once, and taken down with the window."""

    def __init__(
        self,
        config: KioskConfig,
        boundary: Boundary,
        choices: StaffChoices,
        content: ContentHolder,
        shell: ShellViewModel,
        parent: QObject,
    ) -> None:
        """Make all of it; no mode is in force yet.

        Args:
            config: the kiosk's settings.
            boundary: what is taken from the machine.
            choices: what staff chose.
            content: what is shown.
            shell: the visitors' frame.
            parent: owns the parts.
        """
        floor = FloorFiles(config.state)
        guard = ClockGuard(choices, boundary.clock, boundary.now, boundary.synchronised, lambda: floor.read().time)
        self.day = ExhibitionDay(content, choices, guard)
        self.keeper = ModeKeeper(content, choices, config, self.day, boundary.clock, lambda: shell.occupied, parent)
        self.service = ServiceKeeper(content, shell, parent)
        self.view = ModeViewModel(self.keeper, self.day, shell, content, config, parent)
