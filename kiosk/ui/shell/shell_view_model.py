"""The frame around every screen: where the visitor is, in which language, and whether anyone is there.

Over 250 lines: what QML asks of the frame is one object.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.mount import Mount
from kiosk.domain.session import InactivityTimes
from kiosk.presentation.pictures import address
from kiosk.presentation.route import HOME, RESTS, Route, Screen
from kiosk.presentation.trail import Trail, to_choice, to_item, to_screen, to_steps, to_way
from kiosk.ui.shell.aids_view_model import AidsViewModel
from kiosk.ui.shell.reading_view_model import ReadingViewModel
from kiosk.ui.shell.session_clock import SessionClock

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE = 3.0
"""How many times as long everything waits for a visitor who asked for calm."""
_RESTS = {ModeService.OPEN: Screen.ATTRACT, ModeService.CLOSED: Screen.CLOSED, ModeService.EMERGENCY: Screen.EVACUATION}


@QmlElement
@QmlUncreatable("made by the application")
class ShellViewModel(ReadingViewModel):
    """Route and visitor session, beside the language."""

    routeChanged = Signal()
    sessionChanged = Signal()
    homeShown = Signal()
    """Nothing leads back any more: what is opened next is new, and begins at its top."""
    visitorLeft = Signal()
    aidsChanged = Signal()

    def __init__(
        self,
        times: InactivityTimes,
        clock: Callable[[], float],
        parent: QObject,
        *,
        asks_opinion: bool = False,
        diagonal_inches: float = 32.0,
        mount: Mount = Mount(),  # noqa: B008 - immutable
    ) -> None:
        """Show nothing yet.

        Args:
            times: when a visitor is taken to have gone.
            clock: seconds that never go back.
            parent: owns the view model.
            asks_opinion: whether a visitor who has finished is asked the one question.
            diagonal_inches: of the panel.
            mount: where it hangs, and from where it is read.
        """
        super().__init__(parent)
        self._aids = AidsViewModel(diagonal_inches, mount, self)
        self._aids.changed.connect(self._take_aids)
        self._own_times = times
        self.session = SessionClock(times, clock, self)
        self.session.changed.connect(self.sessionChanged)
        self.session.over.connect(self._end_visit)
        self._home, self._rest = HOME, Route(Screen.ATTRACT)
        self._trail: Trail = (Route(Screen.OUT_OF_SERVICE),)
        self._asks_opinion = asks_opinion
        self._drawings: dict[str, str] = {}

    # content -----------------------------------------------------------------------------------------------------

    def put_in_service(self, store: ContentStore) -> None:
        """Show a content database from its attract state on.

        Raises:
            ContentError: it cannot be read, or lacks a word of the interface.
        """
        self.read_content(store)
        self._drawings = {name: address(picture) for name, picture in store.drawings().items()}
        self._end_visit()

    def obey(self, mode: ContentMode) -> None:
        """Take a content mode into use: where visitors begin, in which order languages are offered, how long a pause is."""
        own = self._own_times
        self.session.times = InactivityTimes(mode.until_prompt or own.until_prompt, mode.prompt or own.prompt)
        self._home, self._rest = Route(Screen(mode.home.value), mode.home_item), Route(_RESTS[mode.service])
        self.offer_first(mode.languages)
        if self.route.screen is not Screen.OUT_OF_SERVICE:
            self._end_visit()

    def put_out_of_service(self) -> None:
        """Show the calm screen that needs no content."""
        self.session.end()
        self._go((Route(Screen.OUT_OF_SERVICE),))
        self.sessionChanged.emit()

    @Slot(str, result=str)
    def drawing(self, name: str) -> str:
        """Where a picture of the interface is found, by its name, such as `step_pay`; empty where there is none."""
        return self._drawings.get(name, "")

    @Slot(str, result=str)
    def door(self, word: str) -> str:
        """Where the picture of a door of home is found, by the word on it; empty where there is none."""
        return self._drawings.get(f"door_{word}", "")

    @property
    def occupied(self) -> bool:
        """Whether a visitor is there."""
        return self.session.occupied

    @property
    def trail(self) -> Trail:
        """The way the visitor went."""
        return self._trail

    @property
    def route(self) -> Route:
        """Where the visitor is."""
        return self._trail[-1]

    # the visit --------------------------------------------------------------------------------------------------

    @Slot()
    def _take_aids(self) -> None:
        self.session.patience = PATIENCE if self._aids.calm else 1.0
        self.aidsChanged.emit()

    @Slot()
    def _end_visit(self) -> None:
        self.session.end()
        self._aids.reset()
        self._go((self._rest,))
        self.visitorLeft.emit()
        self.read_in_the_first()
        self.sessionChanged.emit()

    # moving about ------------------------------------------------------------------------------------------------

    def _go(self, trail: Trail) -> None:
        self._trail = trail
        self._aids.close()
        self.routeChanged.emit()
        if len(trail) == 1:
            self.homeShown.emit()

    @Slot(str)
    def enter(self, tag: str) -> None:
        """A visitor begins, in a language."""
        if self.route.screen is not Screen.ATTRACT:
            return
        self.session.begin()
        self.chooseLanguage(tag)
        self._go((self._home,))
        self.sessionChanged.emit()

    @Slot(str)
    def show(self, screen: str) -> None:
        """Go to a screen; one already on the way is gone back to."""
        self._go(to_screen(self._trail, Screen(screen)))

    @Slot(str)
    def open(self, identifier: str) -> None:
        """Open an item's page; of a situation, its service's for that situation; or a screen, named `screen:CallStaff`."""
        trail = to_item(self._trail, identifier)
        if trail != self._trail:
            self._go(trail)

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Read the open page for another situation."""
        self._go(to_choice(self._trail, choice))

    @Slot(str)
    def showWay(self, goal: str) -> None:
        """Show the map, and the way to an item or a spot; as on the map now, without stairs."""
        self._go(to_way(self._trail, goal, self.route.choice if self.route.screen is Screen.MAP else ""))

    @Slot(bool)
    def avoidStairs(self, avoided: bool) -> None:  # noqa: FBT001 - QML hands it over by place
        """On the map: show a way without stairs, or the shortest again."""
        self._go(to_way(self._trail, self.route.identifier, "step_free" if avoided else ""))

    @Slot(str)
    def openGuide(self, guide: str) -> None:
        """Open the first step of a guide."""
        self.follow_guide(guide, [""])

    def follow_guide(self, guide: str, steps: list[str]) -> None:
        """Go to the last of some steps of a guide; the way back leads through the others."""
        self._go(to_steps(self._trail, guide, steps))

    def open_list(self, guide: str, code: str) -> None:
        """Open the list the answers to a guide lead to."""
        self._go((*self._trail, Route(Screen.PAGE, guide, code)))

    @Slot()
    def goBack(self) -> None:
        """Show the screen before this one."""
        if len(self._trail) > 1:
            self._go(self._trail[:-1])

    @Slot()
    def goHome(self) -> None:
        """Show the mode's first screen."""
        self._go((self._home,))

    @Slot()
    def stillHere(self) -> None:
        """The visitor answered the prompt."""
        self.session.touch()

    @Slot()
    def leave(self) -> None:
        """The visitor is done: everything about the visit is cleared."""
        self._end_visit()

    @Slot()
    def finish(self) -> None:
        """The visitor says so; they may be asked what they think."""
        if self._asks_opinion:
            self.show(Screen.FEEDBACK.value)
        else:
            self.leave()

    # properties --------------------------------------------------------------------------------------------------

    @Property(str, notify=routeChanged)
    def screen(self) -> str:
        return self.route.screen.value

    @Property(str, notify=routeChanged)
    def identifier(self) -> str:
        return self.route.identifier

    @Property(int, notify=routeChanged)
    def depth(self) -> int:
        """How many screens lead here: pages come from the side that their direction asks for."""
        return len(self._trail)

    @Property(bool, notify=routeChanged)
    def visiting(self) -> bool:
        return self.route.screen not in RESTS

    @Property(bool, notify=routeChanged)
    def canGoBack(self) -> bool:
        return len(self._trail) > 1

    @Property(bool, notify=sessionChanged)
    def prompting(self) -> bool:
        return self.session.prompting

    @Property(int, notify=sessionChanged)
    def secondsLeft(self) -> int:
        return self.session.seconds_left

    @Property(AidsViewModel, constant=True)
    def aids(self) -> AidsViewModel:
        return self._aids
