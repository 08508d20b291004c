"""The card that staff look at before the doors open: green when everything on it is."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.formatting import filled
from kiosk.domain.interface_words import FAMILIES
from kiosk.domain.narration import NarrationScript
from kiosk.presentation.scripts import script_in_all
from kiosk.presentation.serving_rows import ExaminedRow
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.shell.shell_view_model import ShellViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ICONS = {
    "content": "database",
    "clock": "clock",
    "disk": "hard-drive",
    "state": "hard-drive",
    "sound": "speaker-high",
    "display": "monitor",
}
ICONS |= {"printer": "printer", "code": "qr-code", "lan": "share-network", "group": "broadcast"}


@QmlElement
@QmlUncreatable("made by the application")
class CheckViewModel(QObject):
    """What the machine examines by itself, the touches of the glass, and whether the voices were heard."""

    changed = Signal()
    tryingChanged = Signal()
    glassChanged = Signal()
    heardAsked = Signal()
    _examined_rows = cached_property(Rows)
    finished = Signal(bool)
    """Everything has been looked at; whether all of it is green."""
    _examined = Signal(object)

    def __init__(
        self, examine: Callable[[], list[dict[str, Any]]], keeper: ModeKeeper, shell: ShellViewModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._examine, self._keeper, self._shell = examine, keeper, shell
        self._rows: list[dict[str, Any]] = []
        self._touched: set[int] = set()
        self._squares = 0
        self._heard = self._running = self._trying = False
        self._worker = ThreadPoolExecutor(1, "check")
        self._examined.connect(self._take, Qt.ConnectionType.QueuedConnection)
        shell.readingChanged.connect(self.changed)

    @Slot()
    def begin(self) -> None:
        """Examine the machine again."""
        if not self._running:
            self._rows, self._heard, self._running = [], False, True
            self.leaveGlass()
            self.layGlass(0)
            self._worker.submit(lambda: self._examined.emit(self._examine()))
            self.changed.emit()

    @Slot(object)
    def _take(self, rows: list[dict[str, Any]]) -> None:
        self._rows, self._running = rows, False
        self._tell()

    def stop(self) -> None:
        """End the worker."""
        self._worker.shutdown(wait=True)

    # the glass -----------------------------------------------------------------------------------------------------

    @Slot()
    def tryGlass(self) -> None:
        """Lay squares over the whole glass, to be touched one by one or in one sweep."""
        self._trying = True
        self.tryingChanged.emit()

    @Slot()
    def leaveGlass(self) -> None:
        """Take them away, whatever was touched."""
        self._trying = False
        self.tryingChanged.emit()

    @Slot(int)
    def layGlass(self, squares: int) -> None:
        """So many squares cover the glass; none is touched yet."""
        self._squares, self._touched = squares, set()
        self.glassChanged.emit()

    @Slot(int)
    def touchSquare(self, square: int) -> None:
        """A part of the glass was touched."""
        if 0 <= square < self._squares and square not in self._touched:
            self._touched.add(square)
            self.glassChanged.emit()
            if self.glassTouched:
                self._tell()

    @Slot()
    def hear(self) -> None:
        """Say a greeting in every language."""
        self.heardAsked.emit()

    @Slot()
    def confirmHeard(self) -> None:
        """The person heard all the voices."""
        self._heard = True
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        if self._rows and self.glassTouched and self._heard:
            self.finished.emit(self.green)

    def greeting(self) -> NarrationScript:
        """What is said to try the voices."""
        return script_in_all([self._shell.source_words["welcome"]], self._shell.reading)

    # properties ----------------------------------------------------------------------------------------------------

    @property
    def green(self) -> bool:
        """Whether the doors may open."""
        return self._heard and bool(self.glassTouched) and bool(self._rows) and all(row["green"] for row in self._rows)

    def _word(self, key: str) -> str:
        return self._shell.reading.plain(self._shell.source_words[key])

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._running

    @Property(bool, notify=changed)
    def allGreen(self) -> bool:
        return self.green

    @Property(QVariantList, notify=changed)
    def rows(self) -> list[Row]:
        if not self._shell.languages:
            return []
        rows = [self._row(str(row["name"]), green=bool(row["green"])) for row in self._rows]
        mode = self._keeper.mode
        if mode is not None and rows:
            name = self._shell.reading.plain(mode.head.card.name)
            rows.append(ExaminedRow(f"{self._word('check_mode')}: {name}", mode.head.card.icon, green=True))
        return self._examined_rows.of(rows)

    def _row(self, name: str, *, green: bool) -> ExaminedRow:
        kind, _, tag = name.partition(" ")
        endonym = next((language.endonym for language in self._shell.reading.languages if language.tag == tag), tag)
        word = f"check_{kind if kind in FAMILIES['check_'] else 'other'}"
        return ExaminedRow(f"{self._word(word)} {endonym}".strip(), ICONS.get(kind, "wrench"), green)

    @Property(bool, notify=tryingChanged)
    def tryingGlass(self) -> bool:
        return self._trying

    @Property(bool, notify=glassChanged)
    def glassTouched(self) -> bool:
        """Whether every part of the glass was touched."""
        return 0 < self._squares == len(self._touched)

    @Property(str, notify=glassChanged)
    def squaresLeft(self) -> str:
        """How many are to be touched yet, in words."""
        left = filled(self._shell.source_words["check_glass_left"], lambda _tag: {"count": str(self._squares - len(self._touched))})
        return self._shell.reading.plain(left)

    @Property(bool, notify=changed)
    def heard(self) -> bool:
        return self._heard
