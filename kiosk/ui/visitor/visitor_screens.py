"""The screens a visitor goes through: what they show is forgotten together, and each can say what is read aloud of it."""

from dataclasses import dataclass

from kiosk.domain.interface_words import HOME_CHOICES
from kiosk.domain.language import LocalizedText
from kiosk.presentation.route import Screen
from kiosk.ui.modes.quiz_view_model import QuizViewModel
from kiosk.ui.takeaway.takeaway_view_model import TakeawayViewModel
from kiosk.ui.visitor.catalogue_view_model import CatalogueViewModel
from kiosk.ui.visitor.feedback_view_model import FeedbackViewModel
from kiosk.ui.visitor.guide_view_model import GuideViewModel
from kiosk.ui.visitor.map_view_model import MapViewModel
from kiosk.ui.visitor.page_view_model import PageProps, PageViewModel
from kiosk.ui.visitor.resume_view_model import ResumeViewModel
from kiosk.ui.visitor.search_view_model import SearchViewModel

_TITLES = {
    Screen.HOME: "home_question",
    Screen.CATALOGUE: "pavilions",
    Screen.SERVICES: "services",
    Screen.DEMONSTRATIONS: "demonstrations",
    Screen.EDITIONS: "editions",
    Screen.EMERGENCY: "emergency",
    Screen.GLOSSARY: "glossary",
    Screen.SEARCH: "search",
    Screen.RESUME: "resume_title",
}
"""The word above each list."""


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
        self.page.show(PageProps())

    def texts(self, screen: Screen, words: dict[str, LocalizedText]) -> list[LocalizedText] | None:
        """What a screen that is no page says, in the order it is read; None where it is none of these.

        Args:
            screen: the one that is shown.
            words: the interface's words by code.
        """
        match screen:
            case Screen.GUIDE:
                return self.guide.spoken(words)
            case Screen.QUIZ:
                return self.quiz.texts(words)
            case Screen.FEEDBACK:
                return self.feedback.texts(words)
            case Screen.MAP:
                return self.map.texts(words)
            case Screen.HOME:
                names = [words[name] for name in HOME_CHOICES]
            case Screen.SEARCH:
                names = self.search.spoken_names()
            case _:
                names = self.catalogue.spoken_names()
        return [words[_TITLES[screen]], *names] if screen in _TITLES else None
