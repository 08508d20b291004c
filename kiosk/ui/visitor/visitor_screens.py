"""The screens a visitor goes through: what they show is forgotten together, and each can say what is read aloud of it."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.content_mode import ContentMode
from kiosk.domain.formatting import Words
from kiosk.domain.page import Page
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.lists import home_menu, slides_menu, tiles_menu
from kiosk.presentation.entries.steps import officer_menu
from kiosk.presentation.route import Route, Screen
from kiosk.ui.modes.quiz_view_model import QuizViewModel
from kiosk.ui.narration.film_view_model import FilmViewModel
from kiosk.ui.takeaway.takeaway_view_model import TakeawayViewModel
from kiosk.ui.visitor.catalogue_view_model import CatalogueViewModel
from kiosk.ui.visitor.feedback_view_model import FeedbackViewModel
from kiosk.ui.visitor.guide_view_model import GuideViewModel
from kiosk.ui.visitor.map_view_model import MapViewModel
from kiosk.ui.visitor.page_view_model import PageProps, PageViewModel
from kiosk.ui.visitor.resume_view_model import ResumeViewModel
from kiosk.ui.visitor.search_view_model import SearchViewModel

_OF_MODES = {Screen.TILES: tiles_menu, Screen.SLIDES: slides_menu}


@dataclass(frozen=True, slots=True)
class VisitorScreens:
    """What the screens of a visitor show."""

    catalogue: CatalogueViewModel
    search: SearchViewModel
    page: PageViewModel
    takeaway: TakeawayViewModel
    guide: GuideViewModel
    resume: ResumeViewModel
    quiz: QuizViewModel
    feedback: FeedbackViewModel
    map: MapViewModel
    film: FilmViewModel

    def forget(self) -> None:
        """Nothing of a visit is left for the next visitor."""
        self.takeaway.close()
        self.takeaway.say_of_printing("")
        self.takeaway.show([])
        self.catalogue.forget()
        self.search.forget()
        self.guide.forget()
        self.resume.forget()
        self.map.forget()
        self.film.show(None, "")
        self.page.show(PageProps())

    def menu(self, route: Route, page: Page | None, words: Words, mode: ContentMode | None) -> Menu:
        """What a screen that is no page says and offers.

        Args:
            route: where the visitor is.
            page: what is told of a way; None for none.
            words: the interface's words by code.
            mode: the one in force.
        """
        if mode is not None and route.screen in _OF_MODES:
            return _OF_MODES[route.screen](mode, words)
        own: dict[Screen, Callable[[], Menu]] = {
            Screen.HOME: lambda: home_menu(words),
            Screen.SEARCH: lambda: self.search.menu(words),
            Screen.GUIDE: lambda: self.guide.menu(words),
            Screen.RESUME: lambda: self.resume.menu(words),
            Screen.QUIZ: lambda: self.quiz.menu(words),
            Screen.FEEDBACK: lambda: self.feedback.menu(words),
            Screen.MAP: lambda: self.map.menu(page, route.identifier, words),
            Screen.CALL_STAFF: lambda: officer_menu(words),
        }
        return own.get(route.screen, lambda: self.catalogue.menu(words))()
