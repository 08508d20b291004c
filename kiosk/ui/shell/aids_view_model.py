"""What a visitor asked of the screen until they leave: larger letters, stronger colours, lower buttons, calm, easy texts."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.mount import Mount, band, letters_px
from kiosk.domain.panel import Panel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

AIDS = ("large", "contrast", "reach", "calm", "easy")
"""The aids by name, in the order in which they are offered."""


@QmlElement
@QmlUncreatable("a part of the shell")
class AidsViewModel(QObject):
    """Which aids are on, and what they ask of the panel."""

    changed = Signal()
    """An aid is on or off."""
    openChanged = Signal()

    def __init__(self, diagonal_inches: float, mount: Mount, parent: QObject) -> None:
        """None is on.

        Args:
            diagonal_inches: of the panel.
            mount: where it hangs.
            parent: its owner.
        """
        super().__init__(parent)
        self._diagonal, self.mount = diagonal_inches, mount
        self._on: frozenset[str] = frozenset()
        self._opened = False

    @Slot(str)
    def toggle(self, aid: str) -> None:
        """Turn an aid on, or off again."""
        self._on ^= {aid}
        self.changed.emit()

    @Slot()
    def toggleOpened(self) -> None:
        """Show the aids to choose from, or what was shown before."""
        self._opened = not self._opened
        self.openChanged.emit()

    @Slot()
    def close(self) -> None:
        """The visitor has chosen."""
        if self._opened:
            self.toggleOpened()

    def reset(self) -> None:
        """Nothing is left for the next visitor."""
        self.close()
        if self._on:
            self._on = frozenset()
            self.changed.emit()

    def _panel(self, width: int, height: int) -> Panel:
        return Panel(max(1, width), max(1, height), self._diagonal)

    @Slot(int, int, result=int)
    def letters(self, width: int, height: int) -> int:
        """The least size of type in pixels on a window of a size, so that a capital letter fills 0.7 degrees."""
        return letters_px(self._panel(width, height), self.mount)

    @Slot(int, int, result=int)
    def bandTop(self, width: int, height: int) -> int:
        """Where the part of a window begins that everybody reaches, in pixels from above."""
        return band(self._panel(width, height), self.mount).top

    @Slot(int, int, result=int)
    def bandHeight(self, width: int, height: int) -> int:
        """How high that part is, in pixels."""
        return band(self._panel(width, height), self.mount).height

    @Slot(int, int, result=float)
    def bandUnit(self, width: int, height: int) -> float:
        """Pixels of a layout unit in it."""
        return band(self._panel(width, height), self.mount).pixels_per_unit

    @Slot(int, int, result=bool)
    def bandWhole(self, width: int, height: int) -> bool:
        """Whether screens have their room in it as they are."""
        return band(self._panel(width, height), self.mount).whole

    @Property(bool, notify=openChanged)
    def opened(self) -> bool:
        return self._opened

    @Property(bool, notify=changed)
    def large(self) -> bool:
        return "large" in self._on

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        return "contrast" in self._on

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        return "reach" in self._on

    @Property(bool, notify=changed)
    def calm(self) -> bool:
        return "calm" in self._on

    @Property(bool, notify=changed)
    def easy(self) -> bool:
        return "easy" in self._on
