"""The light of the panel: as staff set it, none while the kiosk sleeps, all there is in an emergency."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.content_mode import ModeLook, ModeService
from kiosk.ui.machine.brightness import LightControl
from kiosk.ui.modes.mode_keeper import ModeKeeper

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FULL = 100
AWAKE_SECONDS = 60.0
"""How long a sleeping kiosk shines after a touch."""
DARKEST = 0.75
"""Opacity of the veil that stands for no brightness at all."""


@QmlElement
@QmlUncreatable("made by the application")
class PanelLight(QObject):
    """Keeps the panel as bright as it should be; the machine is asked in a thread of its own."""

    changed = Signal()
    _shone = Signal(object)

    def __init__(
        self, shine: Callable[[int], LightControl], keeper: ModeKeeper, clock: Callable[[], float], wanted: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shine, self._keeper, self._clock = shine, keeper, clock
        self._wanted = wanted
        self._level: int | None = None
        """None at first: a kiosk that slept when the power was cut begins with a dark panel."""
        self._way: LightControl | None = None
        self._awake_until = 0.0
        self._worker = ThreadPoolExecutor(1, "light")
        self._shone.connect(self._take, Qt.ConnectionType.QueuedConnection)
        keeper.asked.connect(self.follow)

    @property
    def wanted(self) -> int:
        """What staff set, in percent."""
        return self._wanted

    @property
    def way(self) -> LightControl | None:
        """What changes the brightness here; None: nobody has asked yet."""
        return self._way

    def want(self, percent: int) -> None:
        """Staff set the brightness."""
        self._wanted = percent
        self.follow()

    def ask(self) -> None:
        """Find out what changes the brightness here, as far as nobody knows."""
        if self._way is None:
            self._set(self._right_level())

    def touched(self) -> None:
        """Somebody is there: a sleeping kiosk shines for a while."""
        self._awake_until = self._clock() + AWAKE_SECONDS
        self.follow()

    @Slot()
    def follow(self) -> None:
        """As the mode, the clock and staff have it."""
        level = self._right_level()
        if level != self._level:
            self._set(level)

    def _right_level(self) -> int:
        mode = self._keeper.mode
        if mode is not None and mode.service is ModeService.EMERGENCY:
            return FULL
        if mode is not None and mode.look is ModeLook.DARK and self._clock() >= self._awake_until:
            return 0
        return self._wanted

    def _set(self, level: int) -> None:
        self._level = level
        self._worker.submit(lambda: self._shone.emit(self._shine(level)))
        self.changed.emit()

    @Slot(object)
    def _take(self, way: LightControl) -> None:
        self._way = way
        self.changed.emit()

    def stop(self) -> None:
        """End the worker."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    @Property(float, notify=changed)
    def veil(self) -> float:
        """Opacity of the black that is drawn over everything: all of it while the kiosk sleeps, whatever else is dark."""
        if self._level == 0:
            return 1.0
        return DARKEST * (FULL - (self._level or FULL)) / FULL if self._way is LightControl.VEIL else 0.0
