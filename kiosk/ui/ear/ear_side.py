"""The side of those who go by ear: what begins it, what ends it, and what is said when time runs out."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.keypad import KeyCommand
from kiosk.presentation.entries.common import COUNTDOWN, seconds_left
from kiosk.presentation.route import Screen
from kiosk.ui.ear.acts import Acts
from kiosk.ui.ear.language_offer import LanguageOffer
from kiosk.ui.ear.spoken_menu import SpokenMenu
from kiosk.ui.ear.touches import EarTouches, Going
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.visitor.visitor_side import VisitorSide

NEWCOMER = 15.0
"""Seconds without a finger or a key after which a key is somebody else's, who does not see that a visit is open."""
NAMES_MS = 150
"""How long after a key the focus has arrived, and is told."""
UNPLUGGED_MS = 1_500
"""A plug that only slipped may come back within."""


class EarPanel(NamedTuple):
    """The glass as fingers find it."""

    window: QQuickWindow
    millimetre: float
    """In pixels."""
    goes_dark: bool
    """Whether nothing is shown while somebody goes by ear."""


class EarSide(QObject):
    """Made once, and taken down with the window."""

    def __init__(
        self,
        boundary: Boundary,
        panel: EarPanel,
        shell: ShellViewModel,
        visitor: VisitorSide,
        reader: NarrationViewModel,
        parent: QObject,
    ) -> None:
        """Wait for a key, a plug, or a finger that rests.

        Args:
            boundary: clock and jack.
            panel: where fingers come.
            shell: the visitors' frame.
            visitor: what they see.
            reader: what speaks.
            parent: owns the parts.
        """
        super().__init__(parent)
        self._shell, self._reader, self._panel = shell, reader, panel
        self.menu = SpokenMenu(shell, visitor.presenter.menu, Acts(shell, visitor.screens, reader), reader, self)
        self.offer = LanguageOffer(shell, reader, self)
        self.offer.taken.connect(self._enter)
        self._asked, self._told = False, 0
        self._plugged = self._declined = False
        self._clock, self._struck = boundary.clock, float("-inf")
        self._joins = True
        self._names = QTimer(self, interval=NAMES_MS, singleShot=True)
        self._names.timeout.connect(self._name)
        self._left = QTimer(self, interval=UNPLUGGED_MS, singleShot=True)
        self._left.timeout.connect(self._leave)
        going = Going(
            self._waits, lambda: self.menu.on and self.menu.by_finger, lambda: shell.session.prompting, shell.session.touch
        )
        self.touches = EarTouches(panel.window, boundary.clock, panel.millimetre, going, self)
        self.touches.rested.connect(lambda: self.offer.begin(by_finger=True))
        self.touches.lifted.connect(self._lift)
        self.touches.pressed.connect(lambda command: self.menu.press(KeyCommand(command)))
        self.jack = boundary.make_jack(self)
        if self.jack is not None:
            self.jack.plugged.connect(self._plug)
            self.jack.unplugged.connect(self._unplug)
        self._connect(visitor)

    def _connect(self, visitor: VisitorSide) -> None:
        screens, shell = visitor.screens, self._shell
        changes: tuple[SignalInstance, ...] = (
            visitor.presenter.moved,
            shell.routeChanged,
            shell.readingChanged,
            screens.catalogue.filterChanged,
            screens.search.resultsChanged,
            screens.search.layoutChanged,
            screens.guide.guideChanged,
            screens.guide.numberChanged,
            screens.resume.typedChanged,
            screens.quiz.quizChanged,
            screens.feedback.thanksChanged,
            screens.takeaway.openChanged,
            screens.takeaway.codesChanged,
            screens.takeaway.printingChanged,
        )
        for change in changes:
            change.connect(self.menu.changed)
        shell.sessionChanged.connect(self._count)
        shell.visitorLeft.connect(self._end)
        self.menu.turned.connect(self._turn)
        self._reader.speakingChanged.connect(lambda _: QTimer.singleShot(0, self.offer, self.offer.look))

    # beginning ---------------------------------------------------------------------------------------------------

    def _waits(self) -> bool:
        return self._shell.route.screen is Screen.ATTRACT and self._reader.may_speak and not self.menu.on

    @property
    def _visited(self) -> bool:
        """Whether somebody is there, and may be spoken to."""
        return self._shell.occupied and self._reader.may_speak

    def _is_new(self) -> bool:
        """Whether whoever strikes a key now may be another than who was there before."""
        return min(self.touches.quiet, self._clock() - self._struck) >= NEWCOMER

    @property
    def on(self) -> bool:
        """Whether somebody goes by ear, or is offered to."""
        return self.menu.on or self.offer.open

    def takes(self, command: KeyCommand) -> bool:
        """A key of the pad: the first one begins; whether it was meant for the ear.

        In a visit of somebody who sees, what has the focus is named after each key, and the help key begins.
        """
        new, self._struck = self._is_new(), self._clock()
        if self.offer.open:
            self.offer.press(command)
        elif self.menu.on:
            self.menu.press(command)
        elif self._waits():
            self.offer.begin(by_finger=False)
        elif self._visited and (command is KeyCommand.HELP or (new and not self._declined)):
            self.menu.begin(by_finger=False)
        else:
            self._joins = new
            self._names.start()
            return False
        return True

    @Slot()
    def _name(self) -> None:
        """Say what has the focus, unless something is being read; to who may be new, how to hear everything."""
        item = self._panel.window.activeFocusItem()
        if self._visited and not self.on and self._reader.silent and (self._joins or not self._declined):
            more = [self._shell.source_words["ear_join"]] if self._joins else []
            shown = str(item.property("text") or "") if item is not None else ""
            if shown or more:
                self.menu.name(shown, *more)

    @Slot()
    def _lift(self) -> None:
        if self.offer.open:
            self.offer.take()

    @Slot(str)
    def _enter(self, tag: str) -> None:
        self._shell.enter(tag)
        if self._shell.occupied:
            self.menu.begin(by_finger=self.offer.by_finger)

    @Slot()
    def _plug(self) -> None:
        self._left.stop()
        self._plugged = True
        if self._waits() and not self.offer.open:
            self.offer.begin(by_finger=False)
        elif self._visited and not self.menu.on:
            self.menu.begin(by_finger=False)

    # end ---------------------------------------------------------------------------------------------------------

    @Slot()
    def _unplug(self) -> None:
        if self._plugged and self.on:
            self._left.start()
        self._plugged = False

    def held(self) -> None:
        """The key that leads home was held: the visit ends."""
        if self.menu.on:
            self._shell.leave()

    @Slot()
    def _leave(self) -> None:
        self.offer.stop()
        self._shell.leave()

    @Slot()
    def _end(self) -> None:
        self._asked, self._told, self._struck = False, 0, float("-inf")
        self._names.stop()
        was = self.menu.on
        self.offer.close()
        self.menu.end()
        self._declined = False
        if was:  # in the language they heard; read before the kiosk goes back to its own
            self.menu.say_farewell()

    @Slot()
    def _count(self) -> None:
        """Say how long is left, and where one is once the question is answered."""
        session, words = self._shell.session, self._shell.source_words
        if not self.menu.on:
            if self._asked and not session.prompting and self._visited and self._is_new():
                self.menu.begin(by_finger=False)  # a key has answered, and whoever struck it has not been told of what
            self._asked = session.prompting
            return
        asked, due = session.prompting, min((n for n in COUNTDOWN if n >= session.seconds_left), default=COUNTDOWN[0])
        if asked and (not self._asked or due < self._told):
            first = () if self._asked else (words["ear_still_here"],)
            self.menu.say_words(*first, seconds_left(due, words))
            self._told = due
        elif self._asked and not asked:
            self.menu.press(KeyCommand.REPEAT)
        self._asked = asked

    @Slot()
    def _turn(self) -> None:
        """Who goes on by sight while they are there has declined the voice."""
        self._declined = not self.menu.on
        if self._panel.goes_dark:
            self._panel.window.setProperty("dark", self.menu.on)

    def close(self) -> None:
        """End what listens beside the window."""
        if self.jack is not None:
            self.jack.close()
