"""What is done when an entry is pressed: the same slots that a touch on its button calls."""

from collections.abc import Callable

from kiosk.presentation.entries.entry import Act, Verb
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.visitor.visitor_screens import VisitorScreens


class Acts:
    """Does what entries ask for."""

    def __init__(self, shell: ShellViewModel, screens: VisitorScreens, reader: NarrationViewModel) -> None:
        self._shell, self._screens, self._reader = shell, screens, reader
        self._does: dict[Verb, Callable[[str], object]] = {
            **self._moves(shell, screens),
            **self._answers(screens),
            **self._writes(screens),
        }

    def do(self, act: Act) -> None:
        """Do it now; what it shows comes by the signals of the view models."""
        self._does[act.verb](act.what)

    def _moves(self, shell: ShellViewModel, screens: VisitorScreens) -> dict[Verb, Callable[[str], object]]:
        takeaway = screens.takeaway
        return {
            Verb.OPEN: shell.open,
            Verb.SHOW: self._show,
            Verb.WAY: shell.showWay,
            Verb.STAIRS: lambda avoided: shell.avoidStairs(bool(avoided)),
            Verb.CASE: shell.choose,
            Verb.GUIDE: shell.openGuide,
            Verb.BACK: lambda _: self.back(),
            Verb.HOME: lambda _: self._home(),
            Verb.LEAVE: lambda _: shell.leave(),
            Verb.FINISH: lambda _: shell.finish(),
            Verb.LANGUAGE: shell.chooseLanguage,
            Verb.BILINGUAL: lambda _: shell.toggleBilingual(),
            Verb.VOLUME: lambda _: self._reader.changeVolume(),
            Verb.TAKE: lambda _: takeaway.openCodes(),
            Verb.PUT_AWAY: lambda _: takeaway.close(),
            Verb.CODE: lambda place: takeaway.select(int(place)),
            Verb.FILM: lambda _: screens.film.toggle(),
            Verb.PRINT: lambda _: takeaway.printPage(),
        }

    @staticmethod
    def _answers(screens: VisitorScreens) -> dict[Verb, Callable[[str], object]]:
        guide, quiz = screens.guide, screens.quiz
        return {
            Verb.NEED: screens.catalogue.chooseLifeEvent,
            Verb.AUDIENCE: screens.catalogue.chooseAudience,
            Verb.START: lambda _: guide.start(),
            Verb.OPTION: guide.choose,
            Verb.CHANGE: guide.change,
            Verb.LIST: lambda _: guide.showList(),
            Verb.FACE: lambda face: screens.feedback.answer(int(face)),
            Verb.ANSWER: lambda choice: quiz.choose(int(choice)),
            Verb.LEVEL: lambda level: quiz.chooseLevel(int(level)),
            Verb.NEXT_QUESTION: lambda _: quiz.goOn(),
        }

    @staticmethod
    def _writes(screens: VisitorScreens) -> dict[Verb, Callable[[str], object]]:
        guide, search, resume = screens.guide, screens.search, screens.resume
        return {
            Verb.FIGURE: lambda figure: guide.figure(int(figure)),
            Verb.ADD: lambda step: guide.add(int(step)),
            Verb.ERASE_FIGURE: lambda _: guide.erase(),
            Verb.CONFIRM_NUMBER: lambda _: guide.confirmNumber(),
            Verb.LETTER: search.press,
            Verb.ERASE_LETTER: lambda _: search.erase(),
            Verb.CLEAR: lambda _: search.clear(),
            Verb.LAYOUT: search.chooseLayout,
            Verb.QUERY: search.write,
            Verb.SIGN: resume.press,
            Verb.ERASE_SIGN: lambda _: resume.erase(),
            Verb.SUBMIT: lambda _: resume.submit(),
        }

    def back(self) -> None:
        """Out of the open panel, else to the screen before."""
        if self._screens.takeaway.is_open:
            self._screens.takeaway.close()
        else:
            self._shell.goBack()

    def turn_language(self) -> None:
        """Read in the next language."""
        tags = [language.tag for language in self._shell.reading.languages]
        self._shell.chooseLanguage(tags[(tags.index(self._shell.reading.tag) + 1) % len(tags)])

    def _show(self, screen: str) -> None:
        self._screens.takeaway.close()
        self._shell.show(screen)

    def _home(self) -> None:
        self._screens.takeaway.close()
        self._shell.goHome()
