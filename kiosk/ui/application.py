"""Builds the window and everything behind it, and takes it down in the order Qt needs."""

import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import PySide6.QtQuick  # noqa: F401 - makes the root object a QQuickWindow
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QGuiApplication, QPointerEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface

from kiosk.config import ROOT, KioskConfig
from kiosk.domain.contact import WifiNetwork, WifiSecurity
from kiosk.domain.narration import NarrationScript
from kiosk.domain.panel import Panel
from kiosk.domain.session import InactivityTimes
from kiosk.errors import DisplayError
from kiosk.narration.library import Shelves
from kiosk.staff.choices import StaffChoices
from kiosk.staff.gate import Gate
from kiosk.staff.people import PeopleFile
from kiosk.staff.pins import Argon2Hasher, Hasher
from kiosk.staff.state_file import StateFile
from kiosk.ui import pattern, qr_image, spoken_mark  # noqa: F401 - the latter two register drawn items
from kiosk.ui.board_view_model import BoardViewModel
from kiosk.ui.catalogue_view_model import CatalogueViewModel
from kiosk.ui.check_view_model import CheckViewModel
from kiosk.ui.clock_guard import ClockGuard
from kiosk.ui.condition_view_model import ConditionViewModel
from kiosk.ui.content_holder import ContentHolder
from kiosk.ui.content_place import ContentPlace, Trial
from kiosk.ui.examination import examine
from kiosk.ui.fonts import load_fonts, load_glyphs
from kiosk.ui.guide_view_model import GuideViewModel
from kiosk.ui.lockdown import Lockdown
from kiosk.ui.mode_keeper import ModeKeeper
from kiosk.ui.mode_view_model import ModeViewModel
from kiosk.ui.narration_view_model import NarrationViewModel
from kiosk.ui.pad_view_model import PadViewModel
from kiosk.ui.page_view_model import PageViewModel
from kiosk.ui.picture import PROVIDER, PictureProvider
from kiosk.ui.player import Player, SilentPlayer, make_player
from kiosk.ui.presenter import Presenter
from kiosk.ui.printer import Printer
from kiosk.ui.recital import Recital
from kiosk.ui.resume_view_model import ResumeViewModel
from kiosk.ui.search_view_model import SearchViewModel
from kiosk.ui.shell_view_model import ShellViewModel
from kiosk.ui.shows_view_model import ShowsViewModel
from kiosk.ui.sound_supply import SoundSupply
from kiosk.ui.speakers import Speakers
from kiosk.ui.staff_gesture import StaffGesture
from kiosk.ui.staff_pages import Page as StaffPage
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.sync_job import SyncJob
from kiosk.ui.takeaway_view_model import TakeawayViewModel

if TYPE_CHECKING:
    from kiosk.narration.synthesizer import Synthesizer

QML = Path(__file__).parent / "qml"
OUT_OF_SERVICE_TEXTS = ROOT / "assets" / "out-of-service.json"

log = logging.getLogger(__name__)


def _steady_seconds() -> float:
    """Seconds since the machine started, sleep included: no setting of the clock changes them."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


@dataclass(frozen=True, slots=True)
class Boundary:
    """What the kiosk takes from the machine around it; tests give their own."""

    clock: Callable[[], float] = _steady_seconds
    now: Callable[[ZoneInfo], datetime] = datetime.now
    make_player: Callable[[QObject], Player | None] = make_player
    make_hasher: Callable[[], Hasher] = Argon2Hasher
    examine: Callable[[], list[dict[str, Any]]] = examine


class _TouchWatch(QObject):
    """Sees every touch and key before the screens do."""

    TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress})

    def __init__(self, touched: Callable[[QEvent], None], parent: QObject) -> None:
        super().__init__(parent)
        self._touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.TOUCHES:
            self._touched(event)
        return super().eventFilter(watched, event)


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
        self._state = StateFile(config.state / "state.db")
        self.choices = StaffChoices(self._state)
        guard = ClockGuard(self.choices, boundary.clock, boundary.now)
        self.keeper = ModeKeeper(self.content, self.choices, config, boundary.clock, guard, self._roots)
        self.shell = ShellViewModel(times, boundary.clock, self._roots)
        self.catalogue = CatalogueViewModel(lambda: self.keeper.today, self._roots)
        self.search = SearchViewModel(self._roots)
        self.page = PageViewModel(self._roots)
        self.mode = ModeViewModel(self.keeper, self.shell, self.content, config.place, self._roots)
        self.takeaway = TakeawayViewModel(printable=bool(config.printer), parent=self._roots)
        self.printer = Printer(config.printer, self._roots)
        self.guide = GuideViewModel(self._roots)
        self.resume = ResumeViewModel(self._roots)
        self.presenter = Presenter(
            self.content,
            self.shell,
            self.catalogue,
            self.search,
            self.page,
            self.takeaway,
            self.printer,
            _network(config),
            self.guide,
            self.resume,
            self.mode,
            self.keeper,
            self._roots,
        )
        self._sounds = Shelves(config.narration)
        self.content.opened.connect(lambda: self._sounds.put_first(self._place.narration()))
        self.narration = self._reader(config, boundary, self.presenter.script)
        self.presenter.moved.connect(self.narration.forget)
        self.shell.visitorLeft.connect(self.narration.reset)
        self.narration.speakingChanged.connect(self.shell.hold_session)
        self.announcer = self._reader(config, boundary, self._announcement)
        self._obey_modes()
        self.people = PeopleFile(config.state / "people.json")
        self.gate = Gate(self.people, self.choices, boundary.make_hasher(), boundary.clock)
        self.staff = StaffViewModel(self.choices, self.keeper, self.shell, boundary.clock, self._roots)
        self.pad = PadViewModel(self.gate, self.staff, self._roots, shuffled=config.shuffle_pad)
        self.board = BoardViewModel(self.staff, self._roots)
        self.shows = ShowsViewModel(self.staff, self._roots)
        self.condition = ConditionViewModel(self.gate, self.staff, self._roots)
        self.check = CheckViewModel(boundary.examine, self.keeper, self.shell, self._roots)
        self.check.heardAsked.connect(self._announce)
        self.check.finished.connect(lambda green: self.staff.note("check", {"green": green}))
        self._engine: QQmlApplicationEngine | None = QQmlApplicationEngine()
        self.window = self._load(config, size)
        self._watch = _TouchWatch(self._touched, self._roots)
        self.window.installEventFilter(self._watch)
        self.gesture = StaffGesture(self.window, boundary.clock, self._roots)
        self.gesture.made.connect(self.pad.open)
        self._lockdown: Lockdown | None = None
        self.content.open()

    def _touched(self, event: QEvent) -> None:
        self.shell.sign_of_life()
        self.staff.touched()
        self.announcer.interrupt()
        if not self._is_for_narration(event):
            self.narration.interrupt()

    def _is_for_narration(self, event: QEvent) -> bool:
        """Whether a touch, or a key, goes to the listener's own keys."""
        controls = self.window.findChild(QQuickItem, "narrationControls")
        if controls is None or not controls.isVisible():
            return False
        if isinstance(event, QPointerEvent):
            return controls.contains(controls.mapFromScene(event.point(0).position()))
        focus: QObject | None = self.window.activeFocusItem()
        while focus is not None and focus is not controls:
            focus = focus.parent()
        return focus is controls

    def _reader(self, config: KioskConfig, boundary: Boundary, script: Callable[[], NarrationScript]) -> NarrationViewModel:
        speakers = Speakers(boundary.make_player, SilentPlayer(boundary.clock, self._roots), self._roots)
        supply = SoundSupply(partial(_open_synthesizer, config, self._sounds), self._roots)
        return NarrationViewModel(Recital(supply, speakers, self._roots), script, self._roots)

    def _obey_modes(self) -> None:
        self.keeper.occupied = lambda: self.shell.occupied
        self.keeper.shown.connect(self._take_mode)
        self.mode.noticed.connect(self._announce)

    def _take_mode(self) -> None:
        mode = self.keeper.mode
        if mode is not None:
            self.narration.allow(sound=mode.sound)
            self.announcer.allow(sound=mode.sound)
            self.shell.obey(mode)

    def _announcement(self) -> NarrationScript:
        return self.check.greeting() if self.staff.page_now is StaffPage.CHECK else self.mode.announcement()

    def _announce(self) -> None:
        """Say the notice, unless something is being read aloud."""
        if self.narration.silent:
            self.announcer.say()

    def _load(self, config: KioskConfig, size: QSize | None) -> QQuickWindow:
        screen = QGuiApplication.primaryScreen()
        pixels = size or screen.size()
        panel = Panel(pixels.width(), pixels.height(), config.panel_diagonal_inches)
        properties: dict[str, Any] = {
            "shell": self.shell,
            "catalogue": self.catalogue,
            "search": self.search,
            "page": self.page,
            "narration": self.narration,
            "takeaway": self.takeaway,
            "mode": self.mode,
            "announcer": self.announcer,
            "staff": self.staff,
            "pad": self.pad,
            "board": self.board,
            "shows": self.shows,
            "condition": self.condition,
            "check": self.check,
            "outOfServiceTexts": out_of_service_texts(),
            "guide": self.guide,
            "resume": self.resume,
            "glyphs": load_glyphs(),
            "pixelsPerUnit": panel.pixels_per_unit,
            "motion": config.motion,
            "width": pixels.width(),
            "height": pixels.height(),
        }
        engine = self._engine
        if engine is None:
            message = "the kiosk is closed"
            raise DisplayError(message)
        engine.addImportPath(str(QML))
        engine.addImageProvider(PROVIDER, PictureProvider(self._place.pictures))
        engine.addImageProvider(pattern.PROVIDER, pattern.DrawnProvider())
        engine.setInitialProperties(properties)
        engine.loadFromModule("Kiosk.Shell", "Main")
        roots = engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            message = "the window could not be made; the lines above say why"
            raise DisplayError(message)
        return roots[0]

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
        self.sync.close()
        self.content.close()
        self.narration.close()
        self.printer.close()
        self.announcer.close()
        self.pad.stop()
        self.check.stop()
        self._state.close()
        self._roots.deleteLater()


def out_of_service_texts() -> list[dict[str, str]]:
    """The words that are shown when there is no content to take words from."""
    texts: list[dict[str, str]] = json.loads(OUT_OF_SERVICE_TEXTS.read_text(encoding="utf-8"))
    return texts


def _network(config: KioskConfig) -> WifiNetwork | None:
    """The network that visitors may join, where the technician has named one."""
    if not config.wifi_name:
        return None
    return WifiNetwork(config.wifi_name, config.wifi_password, WifiSecurity(config.wifi_security))


def _open_synthesizer(config: KioskConfig, sounds: Shelves) -> "Synthesizer":
    from kiosk.narration.synthesizer import Synthesizer  # loaded after the first picture, or by the first visitor who listens
    from kiosk.narration.voices import live_voices

    return Synthesizer(config.cache / "narration", sounds, live_voices(config.voices))


def prepare_renderer(config: KioskConfig) -> None:
    """Choose how the scene is drawn; before the first window."""
    if config.renderer == "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
