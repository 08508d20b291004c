"""All that serves a visitor or staff: made after the first picture, which shows none of it, or by the first touch."""

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.config import KioskConfig
from kiosk.disk.files import HOUR, sweep
from kiosk.domain.content_mode import ModeService
from kiosk.domain.narration import NarrationScript
from kiosk.domain.panel import Panel as GlassPanel
from kiosk.staff.choices import StaffChoices
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.content.jobs import ContentJobs
from kiosk.ui.ear.ear_side import EarPanel as Glass
from kiosk.ui.ear.ear_side import EarSide
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.narration.narration_side import NarrationSide
from kiosk.ui.shell.keypad import ByEar
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.shell.touch_watch import belongs_to
from kiosk.ui.staff.maintenance.hall_view_model import LOUDEST
from kiosk.ui.staff.staff_side import StaffSide
from kiosk.ui.visitor.visit_counter import VisitCounter, open_counters
from kiosk.ui.visitor.visitor_keys import StaffPanelKeys, VisitorKeys
from kiosk.ui.visitor.visitor_side import VisitorSide

MOVES = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift})
"""Keys that go from one thing to the next and do nothing there, beside those of the pad."""


class Serving:
    """The visitors' side, the staff's, the one that speaks, what is counted, and what looks for new content and hands it on."""

    def __init__(
        self,
        config: KioskConfig,
        boundary: Boundary,
        choices: StaffChoices,
        content: ContentSide,
        shell: ShellViewModel,
        modes: ModesSide,
        window: QQuickWindow,
        parent: QObject,
    ) -> None:
        """Make all of it, and take the present mode into use.

        Args:
            config: the kiosk's settings.
            boundary: what is taken from the machine.
            choices: what staff chose.
            content: what is shown, and where it is.
            shell: the visitors' frame.
            modes: the mode in force, and the exhibition's day.
            window: where people touch.
            parent: owns the parts.
        """
        self._content, self._shell, self._modes = content, shell, modes
        self.visitor = VisitorSide(config, content.holder, shell, modes, parent)
        self.staff = StaffSide(config, boundary, choices, modes, shell, content, parent)
        self.narration = NarrationSide(config, boundary, self.visitor.presenter.script, self._announcement, parent)
        panel = StaffPanelKeys(lambda: bool(self.staff.staff.page_now), lambda: self.staff.pad.writes, self.staff.staff.goBack)
        size = GlassPanel(window.width(), window.height(), config.panel_diagonal_inches)
        glass = Glass(window, size.pixels_per_millimetre, config.dark_by_ear)
        self.ear = EarSide(boundary, glass, shell, self.visitor, self.narration.reader, parent)
        by_ear = ByEar(self.ear.takes, self.ear.held, lambda: self.ear.on)
        own = (config.keypad, shell, self.visitor.screens, self.narration.reader, panel, by_ear)
        keys = VisitorKeys(window, boundary.clock, *own, parent)
        self.keys = keys.pad
        self.ear.menu.spoke.connect(keys.focus.show)
        self.staff.staff.pageChanged.connect(self.keys.follow)
        counters = open_counters(config)
        self.counter = VisitCounter(shell, self.visitor.screens, self.narration.reader, modes, counters, parent)
        self._sweep(config)
        self.jobs = ContentJobs(config, content, boundary, lambda: shell.occupied, parent)
        shell.visitorLeft.connect(self.jobs.program.go_when_idle)
        self.sync, self.lan = self.jobs.sync, self.jobs.lan
        self._connect()
        self._take_sounds()
        self._obey_mode()
        modes.keeper.read_all()

    @staticmethod
    def _sweep(config: KioskConfig) -> None:
        """What a killed kiosk was writing; an hour is longer than any command writes."""
        for name in (".state.db", ".people.json", ".counters.db"):
            sweep(config.state, name, HOUR)
        sweep(config.cache / "narration", ".making", HOUR)

    def _connect(self) -> None:
        reader, screens = self.narration.reader, self.visitor.screens
        for other in (self.visitor.presenter.moved, screens.quiz.moved, screens.feedback.thanksChanged):
            other.connect(reader.forget)
        self._content.holder.opened.connect(self._take_sounds)
        self._content.holder.opened.connect(self._modes.keeper.read_all)
        self._shell.visitorLeft.connect(reader.reset)
        reader.speakingChanged.connect(self._shell.session.hold)
        screens.film.playingChanged.connect(self._shell.session.hold)
        screens.film.playingChanged.connect(reader.stop)
        screens.film.folder = self._content.place.pictures
        self._modes.keeper.shown.connect(self._obey_mode)
        self._modes.view.noticed.connect(self.narration.announce)
        self._modes.view.readAsked.connect(self.narration.announcer.toggle)
        self.staff.maintenance.check.heardAsked.connect(self.narration.announce)
        self.staff.maintenance.hall.volumeSet.connect(self._limit_volume)
        self.staff.maintenance.hall.paletteSet.connect(self._modes.view.lightChosen)

    def properties(self, window: QQuickWindow) -> dict[str, object]:
        """The view models by the names QML knows them by."""
        return {
            "window": window,
            "shell": self._shell,
            "mode": self._modes.view,
            "narration": self.narration.reader,
            "announcer": self.narration.announcer,
            **self.visitor.properties(),
            **self.staff.properties(),
        }

    @property
    def changes(self) -> list[SignalInstance]:
        """What tells that a panel, or what a screen asks, is another."""
        screens, pad, staff = self.visitor.screens, self.staff.pad, self.staff.staff
        own = [screens.quiz.quizChanged, screens.feedback.thanksChanged, screens.takeaway.openChanged]
        return [*own, self.narration.reader.recital.activeChanged, staff.pageChanged, pad.pageChanged]

    def hush(self, window: QQuickWindow, event: QEvent) -> None:
        """A touch that reaches the window: whoever is read to is read to no more, unless by a key of the listener's own.

        A key that only moves the focus is on its way to one of these.
        """
        if isinstance(event, QKeyEvent) and (event.key() in MOVES or self.keys.is_quiet(event)):
            return
        if not isinstance(event, QKeyEvent):
            self.keys.used = False
        self.narration.announcer.interrupt()
        if not belongs_to(window, "narrationControls", event):
            self.narration.reader.interrupt()

    def _take_sounds(self) -> None:
        self.narration.put_first(self._content.place.narration())

    def _obey_mode(self) -> None:
        mode = self._modes.keeper.mode
        if mode is not None:
            self.narration.obey(mode)
            self._limit_volume()

    def _limit_volume(self) -> None:
        """As loud as staff set it; an emergency is as loud as can be."""
        mode = self._modes.keeper.mode
        urgent = mode is not None and mode.service is ModeService.EMERGENCY
        self.narration.limit(LOUDEST if urgent else self.staff.maintenance.hall.volume_now)

    def _announcement(self) -> NarrationScript:
        return self.staff.greeting() or self._modes.view.announcement()

    def close(self) -> None:
        """End what works beside the window."""
        self.counter.close()
        self.ear.close()
        for side in (self.jobs, self.narration, self.visitor, self.staff):
            side.close()
