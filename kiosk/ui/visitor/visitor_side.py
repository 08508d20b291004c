"""The visitors' side: the screens they go through, what brings content to them, and what is counted of a visit."""

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.modes.quiz_view_model import QuizViewModel
from kiosk.ui.narration.film_view_model import FilmViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.takeaway.printer import Printer
from kiosk.ui.takeaway.takeaway_view_model import TakeawayViewModel
from kiosk.ui.visitor.catalogue_view_model import CatalogueViewModel
from kiosk.ui.visitor.feedback_view_model import FeedbackViewModel
from kiosk.ui.visitor.guide_view_model import GuideViewModel
from kiosk.ui.visitor.map_view_model import MapViewModel
from kiosk.ui.visitor.page_view_model import PageViewModel
from kiosk.ui.visitor.presenter import Presenter
from kiosk.ui.visitor.resume_view_model import ResumeViewModel
from kiosk.ui.visitor.search_view_model import SearchViewModel
from kiosk.ui.visitor.visitor_screens import VisitorScreens


class VisitorSide:
    """Made once, and taken down with the window."""

    def __init__(
        self, config: KioskConfig, content: ContentHolder, shell: ShellViewModel, modes: ModesSide, parent: QObject
    ) -> None:
        """Make all of it; nothing is shown.

        Args:
            config: the kiosk's settings.
            content: what is shown.
            shell: the visitors' frame.
            modes: the mode in force, and the exhibition's day.
            parent: owns the view models.
        """
        plan = MapViewModel(config.place, config.facing, modes.day.closed_spots, parent)
        self.screens = VisitorScreens(
            CatalogueViewModel(content, modes.day, plan.walks, parent),
            SearchViewModel(parent),
            PageViewModel(parent),
            TakeawayViewModel(printable=bool(config.printer), parent=parent),
            GuideViewModel(parent),
            ResumeViewModel(parent),
            QuizViewModel(modes.keeper, shell, parent),
            FeedbackViewModel(shell, parent),
            plan,
            FilmViewModel(parent),
        )
        self.printer = Printer(config.printer, parent)
        self.presenter = Presenter(content, shell, self.screens, self.printer, config, modes, parent)

    def properties(self) -> dict[str, object]:
        """The view models by the names the window knows them by."""
        return {name: getattr(self.screens, name) for name in self.screens.__slots__}

    def close(self) -> None:
        """End what works beside the window."""
        self.printer.close()
