"""Builds the window and everything behind it, and takes it down in the order Qt needs."""

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.config import KioskConfig
from kiosk.counters.counter_file import NAME as COUNTERS
from kiosk.counters.keeper import CounterKeeper
from kiosk.disk.state_file import StateFile
from kiosk.domain.contact import WifiNetwork, WifiSecurity
from kiosk.domain.content_mode import ModeService
from kiosk.domain.narration import NarrationScript
from kiosk.domain.panel import Panel
from kiosk.domain.session import InactivityTimes
from kiosk.narration.library import Shelves
from kiosk.presentation.pictures import PROVIDER
from kiosk.publishing.floor import FloorFiles
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import ClockGuard
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.content.content_place import ContentPlace, Trial
from kiosk.ui.content.lan_job import LanJob
from kiosk.ui.content.sync_job import SyncJob
from kiosk.ui.drawing.fonts import load_fonts, load_glyphs
from kiosk.ui.drawing.picture import PictureProvider
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.heap import give_back_freed_memory
from kiosk.ui.machine.lockdown import Lockdown
from kiosk.ui.machine.player import SilentPlayer
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.modes.mode_view_model import ModeViewModel
from kiosk.ui.modes.quiz_view_model import QuizViewModel
from kiosk.ui.narration import spoken_mark  # noqa: F401 - registers what QML asks where words stand
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.narration.recital import Recital
from kiosk.ui.narration.sound_supply import SoundSupply
from kiosk.ui.narration.speakers import Speakers
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.shell.touch_watch import TouchWatch, belongs_to
from kiosk.ui.shell.window import open_window, out_of_service_texts
from kiosk.ui.staff.hall_view_model import LOUDEST
from kiosk.ui.staff.staff_gesture import StaffGesture
from kiosk.ui.staff.staff_pages import Page as StaffPage
from kiosk.ui.staff.staff_panel import StaffRooms
from kiosk.ui.takeaway.printer import Printer
from kiosk.ui.takeaway.takeaway_view_model import TakeawayViewModel
from kiosk.ui.visitor.catalogue_view_model import CatalogueViewModel
from kiosk.ui.visitor.feedback_view_model import FeedbackViewModel
from kiosk.ui.visitor.guide_view_model import GuideViewModel
from kiosk.ui.visitor.page_view_model import PageViewModel
from kiosk.ui.visitor.presenter import Presenter
from kiosk.ui.visitor.resume_view_model import ResumeViewModel
from kiosk.ui.visitor.search_view_model import SearchViewModel
from kiosk.ui.visitor.visit_counter import VisitCounter
from kiosk.ui.visitor.visitor_screens import VisitorScreens

if TYPE_CHECKING:
    from kiosk.narration.synthesizer import Synthesizer


class KioskApplication:
    """One window, its view models and its engine."""

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
        self._place = ContentPlace(config)
        self.content = ContentHolder(self._place.database, self._roots)
        self._trial = Trial(self._place, self.content, config.trial_minutes, self._roots)
        self.sync = SyncJob(config, self._roots)
        self.lan = LanJob(config, self._roots)
        self._state = StateFile(config.state / "state.db")
        self.choices = StaffChoices(self._state)
        floor = FloorFiles(config.state)
        guard = ClockGuard(self.choices, boundary.clock, boundary.now, boundary.synchronised, lambda: floor.read().time)
        self.keeper = ModeKeeper(self.content, self.choices, config, boundary.clock, guard, self._roots)
        self.shell = ShellViewModel(times, boundary.clock, self._roots, asks_opinion=config.feedback)
        self.catalogue = CatalogueViewModel(lambda: self.keeper.today, self._roots)
        self.search = SearchViewModel(self._roots)
        self.page = PageViewModel(self._roots)
        self.mode = ModeViewModel(self.keeper, self.shell, self.content, config.place, self._roots)
        self.takeaway = TakeawayViewModel(printable=bool(config.printer), parent=self._roots)
        self.printer = Printer(config.printer, self._roots)
        self.guide = GuideViewModel(self._roots)
        self.resume = ResumeViewModel(self._roots)
        self.quiz = QuizViewModel(self.keeper, self.shell, self._roots)
        self.feedback = FeedbackViewModel(self.shell, self._roots)
        screens = VisitorScreens(
            self.catalogue, self.search, self.page, self.takeaway, self.guide, self.resume, self.quiz, self.feedback
        )
        self.presenter = Presenter(
            self.content, self.shell, screens, self.printer, _network(config), self.mode, self.keeper, self._roots
        )
        self._speakers: list[Speakers] = []
        self._sounds = Shelves(config.narration)
        self.content.opened.connect(lambda: self._sounds.put_first(self._place.narration()))
        self.narration = self._reader(config, boundary, self.presenter.script)
        self.announcer = self._reader(config, boundary, self._announcement)
        self._read_what_is_shown()
        self._obey_modes()
        self.rooms = StaffRooms(config, boundary, self.choices, self.keeper, self.shell, self.content, self._place, self._roots)
        self.rooms.hall.volumeSet.connect(self._limit_volume)
        self.rooms.check.heardAsked.connect(self._announce)
        self._counter = self._count_visits(config, screens)
        self._engine: QQmlApplicationEngine | None = QQmlApplicationEngine()
        self._engine.addImageProvider(PROVIDER, PictureProvider(self._place.pictures))
        self.window = open_window(self._engine, "Main", self._properties(config, size))
        self._watch = TouchWatch(self._touched, self._roots)
        self.window.installEventFilter(self._watch)
        self.gesture = StaffGesture(self.window, boundary.clock, self._roots)
        self.gesture.made.connect(self.rooms.pad.open)
        self._lockdown: Lockdown | None = None
        self.content.open()

    def _touched(self, event: QEvent) -> None:
        self.shell.session.touch()
        self.rooms.staff.touched()
        self.rooms.light.touched()
        self.announcer.interrupt()
        if not belongs_to(self.window, "narrationControls", event):
            self.narration.interrupt()

    def _reader(self, config: KioskConfig, boundary: Boundary, script: Callable[[], NarrationScript]) -> NarrationViewModel:
        speakers = Speakers(boundary.make_player, SilentPlayer(boundary.clock, self._roots), self._roots)
        self._speakers.append(speakers)
        supply = SoundSupply(partial(_open_synthesizer, config, self._sounds), self._roots)
        return NarrationViewModel(Recital(supply, speakers, self._roots), script, self._roots)

    def _count_visits(self, config: KioskConfig, screens: VisitorScreens) -> VisitCounter:
        counters = CounterKeeper(config.state / COUNTERS, int(config.counter_days), int(config.word_visits))
        return VisitCounter(self.shell, screens, self.narration, self.keeper, counters, self._roots)

    def _read_what_is_shown(self) -> None:
        for other in (self.presenter.moved, self.quiz.moved, self.feedback.thanksChanged):
            other.connect(self.narration.forget)
        self.shell.visitorLeft.connect(self.narration.reset)
        self.shell.visitorLeft.connect(lambda: QTimer.singleShot(0, self._tidy))  # when the pages themselves are gone
        self.narration.speakingChanged.connect(self.shell.session.hold)

    def _tidy(self) -> None:
        """Nobody is there: what Python and QML hold of the visit is let go, and what that frees is given back to the system."""
        gc.collect()
        if self._engine is not None:
            self._engine.collectGarbage()
            QTimer.singleShot(0, self._engine, give_back_freed_memory)  # what QML let go is deleted first

    def _obey_modes(self) -> None:
        self.keeper.occupied = lambda: self.shell.occupied
        self.keeper.shown.connect(self._take_mode)
        self.mode.noticed.connect(self._announce)

    def _take_mode(self) -> None:
        mode = self.keeper.mode
        if mode is not None:
            self.narration.allow(sound=mode.sound, unasked=mode.aloud)
            self.announcer.allow(sound=mode.sound)
            self.shell.obey(mode)
            self._limit_volume()

    def _limit_volume(self) -> None:
        """As loud as staff set it; an emergency is as loud as can be."""
        mode = self.keeper.mode
        urgent = mode is not None and mode.service is ModeService.EMERGENCY
        for speakers in self._speakers:
            speakers.limit(LOUDEST if urgent else self.rooms.hall.volume_now)

    def _announcement(self) -> NarrationScript:
        trying = self.rooms.staff.page_now in {StaffPage.CHECK, StaffPage.HALL}
        return self.rooms.check.greeting() if trying else self.mode.announcement()

    def _announce(self) -> None:
        """Say the notice, unless something is being read aloud."""
        if self.narration.silent:
            self.announcer.say()

    def _properties(self, config: KioskConfig, size: QSize | None) -> dict[str, object]:
        pixels = size or QGuiApplication.primaryScreen().size()
        panel = Panel(pixels.width(), pixels.height(), config.panel_diagonal_inches)
        return {
            "shell": self.shell,
            "catalogue": self.catalogue,
            "search": self.search,
            "page": self.page,
            "narration": self.narration,
            "takeaway": self.takeaway,
            "mode": self.mode,
            "announcer": self.announcer,
            **self.rooms.properties(),
            "outOfServiceTexts": out_of_service_texts(),
            "guide": self.guide,
            "quiz": self.quiz,
            "feedback": self.feedback,
            "resume": self.resume,
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
        self._counter.close()
        self.sync.close()
        self.lan.close()
        self.content.close()
        self.narration.close()
        self.printer.close()
        self.announcer.close()
        self.rooms.close()
        self._state.close()
        self._roots.deleteLater()


def _network(config: KioskConfig) -> WifiNetwork | None:
    """The network that visitors may join, where the technician has named one."""
    if not config.wifi_name:
        return None
    return WifiNetwork(config.wifi_name, config.wifi_password, WifiSecurity(config.wifi_security))


def _open_synthesizer(config: KioskConfig, sounds: Shelves) -> "Synthesizer":
    from kiosk.narration.synthesizer import Synthesizer  # loaded after the first picture, or by the first visitor who listens
    from kiosk.narration.voices import live_voices

    return Synthesizer(config.cache / "narration", sounds, live_voices(config.voices))
