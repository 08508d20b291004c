"""Builds the window and everything behind it, and takes it down in the order Qt needs."""

import gc

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.config import KioskConfig
from kiosk.disk.state_file import StateFile
from kiosk.domain.content_mode import ModeService
from kiosk.domain.narration import NarrationScript
from kiosk.domain.panel import Panel
from kiosk.domain.session import InactivityTimes
from kiosk.presentation.pictures import PROVIDER
from kiosk.staff.choices import StaffChoices
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.drawing.fonts import load_fonts, load_glyphs
from kiosk.ui.drawing.picture import PictureProvider
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.heap import give_back_freed_memory
from kiosk.ui.machine.lockdown import Lockdown
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.narration.narration_side import NarrationSide
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.shell.touch_watch import TouchWatch, belongs_to
from kiosk.ui.shell.window import open_window, out_of_service_texts
from kiosk.ui.staff.hall_view_model import LOUDEST
from kiosk.ui.staff.staff_gesture import StaffGesture
from kiosk.ui.staff.staff_side import StaffSide
from kiosk.ui.visitor.visit_counter import VisitCounter, open_counters
from kiosk.ui.visitor.visitor_side import VisitorSide


class KioskApplication:
    """One window, its sides and its engine."""

    def __init__(self, config: KioskConfig, size: QSize | None = None, boundary: Boundary | None = None) -> None:
        """Build the kiosk.

        Args:
            config: the kiosk's settings.
            size: of the window in pixels; None takes the whole screen.
            boundary: clock and player; None takes the machine's.

        Raises:
            DisplayError: no window could be made.
            StaffStateError: what staff choose cannot be kept.
        """
        boundary = boundary or Boundary()
        self._roots = QObject()
        load_fonts()
        times = InactivityTimes(config.inactivity_seconds, config.prompt_seconds)
        self._state = StateFile(config.state / "state.db")
        self.choices = StaffChoices(self._state)
        self.content = ContentSide(config, self._roots)
        self.shell = ShellViewModel(times, boundary.clock, self._roots, asks_opinion=config.feedback)
        self.modes = ModesSide(config, boundary, self.choices, self.content.holder, self.shell, self._roots)
        self.visitor = VisitorSide(config, self.content.holder, self.shell, self.modes, self._roots)
        self.staff = StaffSide(config, boundary, self.choices, self.modes, self.shell, self.content, self._roots)
        self.narration = NarrationSide(config, boundary, self.visitor.presenter.script, self._announcement, self._roots)
        self.counter = VisitCounter(
            self.shell, self.visitor.screens, self.narration.reader, self.modes, open_counters(config), self._roots
        )
        self._connect()
        self._engine: QQmlApplicationEngine | None = QQmlApplicationEngine()
        self._engine.addImageProvider(PROVIDER, PictureProvider(self.content.place.pictures))
        self.window = open_window(self._engine, "Main", self._properties(config, size))
        self._watch = TouchWatch(self._touched, self._roots)
        self.window.installEventFilter(self._watch)
        self.gesture = StaffGesture(self.window, boundary.clock, self._roots)
        self.gesture.made.connect(self.staff.pad.open)
        self._lockdown: Lockdown | None = None
        self.content.holder.open()

    def _connect(self) -> None:
        reader, screens = self.narration.reader, self.visitor.screens
        for other in (self.visitor.presenter.moved, screens.quiz.moved, screens.feedback.thanksChanged):
            other.connect(reader.forget)
        self.content.holder.opened.connect(lambda: self.narration.put_first(self.content.place.narration()))
        self.shell.visitorLeft.connect(reader.reset)
        self.shell.visitorLeft.connect(lambda: QTimer.singleShot(0, self._tidy))  # when the pages themselves are gone
        reader.speakingChanged.connect(self.shell.session.hold)
        self.modes.keeper.shown.connect(self._take_mode)
        self.modes.view.noticed.connect(self.narration.announce)
        self.staff.machine.check.heardAsked.connect(self.narration.announce)
        self.staff.machine.hall.volumeSet.connect(self._limit_volume)

    def _touched(self, event: QEvent) -> None:
        self.shell.session.touch()
        self.staff.touched()
        self.narration.announcer.interrupt()
        if not belongs_to(self.window, "narrationControls", event):
            self.narration.reader.interrupt()

    def _tidy(self) -> None:
        """Nobody is there: what Python and QML hold of the visit is let go, and what that frees is given back to the system."""
        gc.collect()
        if self._engine is not None:
            self._engine.collectGarbage()
            QTimer.singleShot(0, self._engine, give_back_freed_memory)  # what QML let go is deleted first

    def _take_mode(self) -> None:
        mode = self.modes.keeper.mode
        if mode is not None:
            self.narration.obey(mode)
            self.shell.obey(mode)
            self._limit_volume()

    def _limit_volume(self) -> None:
        """As loud as staff set it; an emergency is as loud as can be."""
        mode = self.modes.keeper.mode
        urgent = mode is not None and mode.service is ModeService.EMERGENCY
        self.narration.limit(LOUDEST if urgent else self.staff.machine.hall.volume_now)

    def _announcement(self) -> NarrationScript:
        return self.staff.greeting() or self.modes.view.announcement()

    def _properties(self, config: KioskConfig, size: QSize | None) -> dict[str, object]:
        pixels = size or QGuiApplication.primaryScreen().size()
        panel = Panel(pixels.width(), pixels.height(), config.panel_diagonal_inches)
        return {
            "shell": self.shell,
            "mode": self.modes.view,
            "narration": self.narration.reader,
            "announcer": self.narration.announcer,
            **self.visitor.properties(),
            **self.staff.properties(),
            "outOfServiceTexts": out_of_service_texts(),
            "glyphs": load_glyphs(),
            "pixelsPerUnit": panel.pixels_per_unit,
            "motion": config.motion,
            "width": pixels.width(),
            "height": pixels.height(),
        }

    def show(self, *, full_screen: bool) -> None:
        """Put the window on the screen."""
        if full_screen:
            self._lockdown = Lockdown(self.window, self._roots)
            self.window.showFullScreen()
        else:
            self.window.show()

    def close(self) -> None:
        """Take everything down: the window and its engine before what they are bound to."""
        if self._lockdown is not None:
            self._lockdown.lift()
        self.window.removeEventFilter(self._watch)
        self.window.close()
        self._engine = None
        self.counter.close()
        for side in (self.content, self.narration, self.visitor, self.staff):
            side.close()
        self._state.close()
        self._roots.deleteLater()
