"""Builds the window and what its first picture shows, then all that serves people; takes it down in the order Qt needs."""

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.config import KioskConfig
from kiosk.disk.state_file import StateFile
from kiosk.domain.mount import Mount
from kiosk.domain.panel import Panel
from kiosk.domain.session import InactivityTimes
from kiosk.errors import ContentError
from kiosk.staff.choices import StaffChoices
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.drawing.fonts import Glyphs, load_fonts
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.heap import give_back_freed_memory
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.narration import text_boxes  # noqa: F401 - Qt takes no singleton any more once QML has been loaded
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.shell.window import open_window, out_of_service_texts, picture_provider
from kiosk.ui.shell.window_fit import WindowFit

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from kiosk.ui.machine.lockdown import Lockdown
    from kiosk.ui.narration.narration_side import NarrationSide
    from kiosk.ui.serving import Serving
    from kiosk.ui.shell.touch_watch import TouchWatch
    from kiosk.ui.staff.staff_gesture import StaffGesture
    from kiosk.ui.staff.staff_side import StaffSide
    from kiosk.ui.visitor.visitor_side import VisitorSide

_QUIET_MS = 5_000
"""After a start, other content or a visit, until something is made ahead: the screen has come to rest."""


class KioskApplication:
    """One window, its sides and its engine."""

    def __init__(self, config: KioskConfig, size: QSize | None = None, boundary: Boundary | None = None) -> None:
        """Build what the first picture shows.

        Args:
            config: the kiosk's settings.
            size: of the window in pixels; None takes the whole screen.
            boundary: clock and player; None takes the machine's.

        Raises:
            DisplayError: no window could be made.
        """
        self._config, self.boundary = config, boundary or Boundary()
        self._roots = QObject()
        self._quiet = QTimer(self._roots, interval=_QUIET_MS, singleShot=True)
        load_fonts()
        times = InactivityTimes(config.inactivity_seconds, config.prompt_seconds)
        self._state = StateFile(config.state / "state.db")
        self.choices = StaffChoices(self._state)
        self.choices.reserve()
        self.content = ContentSide(config, self._roots)
        self.shell = ShellViewModel(
            times,
            self.boundary.clock,
            self._roots,
            asks_opinion=config.feedback and config.counter_days > 0,
            diagonal_inches=config.panel_diagonal_inches,
            mount=Mount(config.viewing_distance_mm, config.panel_lower_edge_mm),
        )
        self.modes = ModesSide(config, self.boundary, self.choices, self.content.holder, self.shell, self._roots)
        self.modes.keeper.shown.connect(self._take_mode)
        self.shell.visitorLeft.connect(lambda: QTimer.singleShot(0, self._tidy))  # when the pages themselves are gone
        self._serving: Serving | None = None
        self._watch: TouchWatch | None = None
        self._full_screen = False
        self._lockdown: Lockdown | None = None
        self.content.holder.open()
        self._engine: QQmlApplicationEngine | None = QQmlApplicationEngine()
        self._engine.addImageProvider(*picture_provider(self.content.place.pictures, config.cache))
        self.window = open_window(self._engine, "Main", self._properties(config, size))
        self._fit = WindowFit(self.window, config.panel_diagonal_inches, self.window)
        self.window.frameSwapped.connect(self._serve_soon)

    # what serves people ----------------------------------------------------------------------------------------------

    def _serve_soon(self) -> None:
        """The first picture is there: watch who touches it, and make the rest as soon as nothing else is to be done."""
        self.window.frameSwapped.disconnect(self._serve_soon)
        _ = self.watch
        if self._full_screen:
            from kiosk.ui.machine.lockdown import Lockdown  # a window that is no kiosk needs none

            self._lockdown = Lockdown(self.window, self._roots)
        QTimer.singleShot(0, self._roots, lambda: self.serving)

    @property
    def watch(self) -> "TouchWatch":
        """What sees touches before the screens do; made when it is first asked for: nobody touches what is not there yet."""
        if self._watch is None:
            from kiosk.ui.shell.touch_watch import Touched, TouchWatch

            touched = Touched(lambda: self.shell.session.prompting, self._alive, self._acts, self._takes, self._lets_go)
            self._watch = TouchWatch(self.window, self.boundary.clock, touched, self.window)
            for change in (self.shell.routeChanged, self.shell.readingChanged, self.shell.aidsChanged, self.modes.keeper.shown):
                change.connect(self._watch.settle)
        return self._watch

    @property
    def serving(self) -> "Serving":
        """All that serves visitors and staff; made when it is first asked for."""
        if self._serving is None:
            from kiosk.ui.serving import Serving  # none of it is in the first picture
            from kiosk.ui.staff.staff_gesture import StaffGesture

            sides = (self.choices, self.content, self.shell, self.modes, self.window, self._roots)
            self._serving = Serving(self._config, self.boundary, *sides)
            if self._engine is not None:
                self._engine.addImageProvider(*self._serving.visitor.screens.film.provided)
            self._gesture = StaffGesture(self.window, self.boundary.clock, self._roots)
            self._gesture.made.connect(self._serving.staff.pad.open)
            for change in self._serving.changes:
                change.connect(self.watch.settle)
            self.window.setProperty("views", self._serving.properties(self.window))
            self._quiet.timeout.connect(self._learn)
            self.content.holder.opened.connect(self._quiet.start)
            self._quiet.start()
        return self._serving

    @property
    def visitor(self) -> "VisitorSide":
        """The screens a visitor goes through."""
        return self.serving.visitor

    @property
    def staff(self) -> "StaffSide":
        """The staff's panel."""
        return self.serving.staff

    @property
    def narration(self) -> "NarrationSide":
        """What reads aloud."""
        return self.serving.narration

    @property
    def gesture(self) -> "StaffGesture":
        """What opens the panel."""
        _ = self.serving
        return self._gesture

    def warm(self) -> None:
        """Have a voice ready before the first visitor wants to listen."""
        self.narration.reader.warm()

    def _alive(self) -> None:
        self.shell.session.touch()
        self.serving.staff.touched()

    def _acts(self, event: "QEvent") -> None:
        self.serving.hush(self.window, event)

    def _takes(self, event: "QKeyEvent") -> bool:
        return self.serving.keys.takes(event)

    def _lets_go(self, event: "QKeyEvent") -> None:
        self.serving.keys.lets_go(event)

    # the mode and the visit ------------------------------------------------------------------------------------------

    def _take_mode(self) -> None:
        mode = self.modes.keeper.mode
        if mode is not None:
            self.shell.obey(mode)

    def _learn(self) -> None:
        """What the first search of a content needs is made while nobody waits for it; what is wrong, that search finds again."""
        store = self.content.holder.store
        if store is not None and not self.shell.session.occupied:
            with suppress(ContentError, LookupError, ValueError):
                store.search("", 1)

    def _tidy(self) -> None:
        """Nobody is there: what Python and QML hold of the visit is let go, and what that frees is given back to the system."""
        if self._serving is None:  # nobody has been there
            return
        gc.collect()
        if self._engine is not None:
            self._engine.collectGarbage()
            QTimer.singleShot(0, self._engine, give_back_freed_memory)  # what QML let go is deleted first
        self._quiet.start()

    # the window ------------------------------------------------------------------------------------------------------

    def _properties(self, config: KioskConfig, size: QSize | None) -> dict[str, object]:
        pixels = size or QGuiApplication.primaryScreen().size()
        panel = Panel(pixels.width(), pixels.height(), config.panel_diagonal_inches)
        return {
            "shell": self.shell,
            "mode": self.modes.view,
            "outOfServiceTexts": out_of_service_texts(),
            "glyphs": Glyphs(self._roots),
            "pixelsPerUnit": panel.pixels_per_unit,
            "motion": config.motion,
            "width": pixels.width(),
            "height": pixels.height(),
        }

    def show(self, *, full_screen: bool) -> None:
        """Put the window on the screen."""
        self._full_screen = full_screen
        if full_screen:
            self._fit.fill_screen()
        else:
            self.window.show()

    def close(self) -> None:
        """Take everything down: the window and its engine before what they are bound to."""
        if self._lockdown is not None:
            self._lockdown.lift()
        if self._watch is not None:
            self.window.removeEventFilter(self._watch)
        self.window.close()
        self._engine = None
        if self._serving is not None:
            self.content.trial.end()  # a kiosk without its first picture may be ended because there is none
            self._serving.close()
        self.content.close()
        self._state.close()
        self._roots.deleteLater()
