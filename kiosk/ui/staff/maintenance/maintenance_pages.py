"""The maintenance pages of the panel, joined."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.config import SOUNDS, KioskConfig
from kiosk.staff.choices import StaffChoices
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.content.sync_job import stick_arguments
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.staff.maintenance.check_view_model import CheckViewModel
from kiosk.ui.staff.maintenance.hall_view_model import BRIGHTNESS, HallViewModel, stored_percent
from kiosk.ui.staff.maintenance.panel_light import PanelLight
from kiosk.ui.staff.maintenance.previous_view_model import PreviousViewModel
from kiosk.ui.staff.maintenance.spots_view_model import SpotsViewModel
from kiosk.ui.staff.maintenance.stick_job import StickJob
from kiosk.ui.staff.maintenance.stick_view_model import StickViewModel
from kiosk.ui.staff.staff_view_model import StaffViewModel

if TYPE_CHECKING:
    from kiosk.narration.inventory import SpokenBy


class MaintenancePages:
    """Made once, and taken down with the window."""

    def __init__(
        self,
        config: KioskConfig,
        boundary: Boundary,
        staff: StaffViewModel,
        choices: StaffChoices,
        modes: ModesSide,
        shell: ShellViewModel,
        content: ContentSide,
        parent: QObject,
    ) -> None:
        """Make all of them.

        Args:
            config: the kiosk's settings.
            boundary: what is taken from the machine.
            staff: the panel.
            choices: what staff chose.
            modes: the mode in force, and the exhibition's day.
            shell: the visitors' frame.
            content: what is shown, and where it is.
            parent: owns the view models.
        """
        keeper = modes.keeper
        self.light = PanelLight(boundary.shine, keeper, boundary.clock, stored_percent(choices, BRIGHTNESS), parent)
        inventory = _inventory(config, boundary, content)
        self.hall = HallViewModel(staff, choices, self.light, inventory, boundary.restart, parent)
        self.reader = StickJob(stick_arguments(config, boundary.mounts), parent)
        self.stick = StickViewModel(staff, choices, content, self.reader, parent)
        self.previous = PreviousViewModel(staff, content, parent)
        self.spots = SpotsViewModel(staff, choices, content.holder, modes.day, parent)
        self.check = CheckViewModel(boundary.examine, keeper, shell, parent)
        self.check.finished.connect(lambda green: staff.note("check", {"green": green}))

    def close(self) -> None:
        """End what works beside the window."""
        self.check.stop()
        self.hall.stop()
        self.reader.close()
        self.light.stop()


def _inventory(config: KioskConfig, boundary: Boundary, content: ContentSide) -> "Callable[[], list[SpokenBy]]":
    def ask() -> "list[SpokenBy]":
        folders = (content.place.narration(), config.narration, SOUNDS if config.shipped_sounds else None)
        return boundary.spoken_by([folder for folder in folders if folder is not None], config.voices)

    return ask
