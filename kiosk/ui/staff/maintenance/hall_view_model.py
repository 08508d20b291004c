"""What staff set of the hall: how loud and how bright; who reads aloud in each language; and the app begun anew."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import may_restart
from kiosk.presentation.serving_rows import VoiceRow
from kiosk.staff.choices import StaffChoices
from kiosk.ui.modes.exhibition_day import DAY, EVENING, PALETTE
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.staff.maintenance.panel_light import PanelLight
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel

if TYPE_CHECKING:
    from kiosk.narration.inventory import SpokenBy

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = (20, 40, 60, 80, 100)
"""Percent of what the machine has."""
LOUDEST = STEPS[-1]
VOLUME, BRIGHTNESS = "hall_volume", "hall_brightness"
ENGINES = {"espeak": "eSpeak NG", "pico": "SVOX Pico", "system": "pyttsx3", "piper": "Piper", "mbrola": "MBROLA"}


def stored_percent(choices: StaffChoices, key: str) -> int:
    """What was set last, in percent; all there is where nothing was."""
    found = choices.recall(key)
    return int(found) if found.isdecimal() and int(found) in STEPS else STEPS[-1]


@QmlElement
@QmlUncreatable("made by the application")
class HallViewModel(QObject):
    """Sound and light, kept from one start to the next."""

    changed = Signal()
    volumeSet = Signal()
    paletteSet = Signal()
    _voice_rows = cached_property(Rows)
    _counted = Signal(object)

    def __init__(
        self,
        staff: StaffViewModel,
        choices: StaffChoices,
        light: PanelLight,
        spoken_by: "Callable[[], list[SpokenBy]]",
        restart: Callable[[], None] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._staff, self._choices, self._light, self._spoken_by, self._restart = staff, choices, light, spoken_by, restart
        self._volume = stored_percent(choices, VOLUME)
        self._speakers: list[SpokenBy] = []
        self._worker = ThreadPoolExecutor(1, "hall")
        self._counted.connect(self._take, Qt.ConnectionType.QueuedConnection)
        light.changed.connect(self.changed)
        staff.pageChanged.connect(self._turn)

    @property
    def volume_now(self) -> int:
        """The most that is heard, in percent."""
        return self._volume

    @Slot()
    def _turn(self) -> None:
        if self._staff.page_now is PanelPage.HALL:
            self._light.ask()
            if not self._speakers:
                self._worker.submit(lambda: self._counted.emit(self._spoken_by()))
        self.changed.emit()

    @Slot(object)
    def _take(self, speakers: "list[SpokenBy]") -> None:
        self._speakers = speakers
        self.changed.emit()

    def stop(self) -> None:
        """End the worker."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    @Slot(int)
    def setVolume(self, percent: int) -> None:
        """The loudest volume, in percent."""
        if self._settle(VOLUME, percent):
            self._volume = percent
            self.volumeSet.emit()
            self.changed.emit()

    @Slot(int)
    def setBrightness(self, percent: int) -> None:
        """How bright the panel is."""
        if self._settle(BRIGHTNESS, percent):
            self._light.want(percent)
            self.changed.emit()

    @Slot(int)
    def setPalette(self, which: int) -> None:
        """The colours: 0 by the hour, 1 those of the day, 2 those of the evening."""
        if self._settle(PALETTE, which, (0, int(DAY), int(EVENING))):
            self.paletteSet.emit()
            self.changed.emit()

    def _settle(self, key: str, value: int, allowed: tuple[int, ...] = STEPS) -> bool:
        """Keep it: whoever is not at the panel, and what is no step, sets nothing."""
        staff, person = self._staff, self._staff.person
        if person is None or value not in allowed:
            return False
        staff.say("")
        staff.guarded(lambda: self._choices.settle(key, value, staff.now(), person))
        return True

    @Slot()
    def restart(self) -> None:
        """End the app: the service manager begins it anew."""
        if self.mayRestart and self._restart is not None:
            self._staff.note("restart", {})
            self._restart()

    # properties ----------------------------------------------------------------------------------------------------

    @Property(QVariantList, notify=changed)
    def steps(self) -> list[int]:
        return list(STEPS)

    @Property(int, notify=changed)
    def volume(self) -> int:
        return self._volume

    @Property(int, notify=changed)
    def brightness(self) -> int:
        return self._light.wanted

    @Property(int, notify=changed)
    def palette(self) -> int:
        return int(self._choices.recall_as(PALETTE, int, 0))

    @Property(str, notify=changed)
    def lightBy(self) -> str:
        """What changes the brightness, in words."""
        return self._staff.word(self._light.way or "one_moment") if self._staff.person else ""

    @Property(QVariantList, notify=changed)
    def voices(self) -> list[Row]:
        """For each language the links of its chain that speak here."""
        names = {language.tag: language.endonym for language in (self._staff.reading.languages if self._staff.person else ())}
        return self._voice_rows.of(
            VoiceRow(names[by.language], self._links(by), by.heard or by.recorded + by.rendered > 0)
            for by in self._speakers
            if by.language in names
        )

    def _links(self, by: "SpokenBy") -> str:
        engine = by.live.partition(" ")[0]
        live = ENGINES.get(engine, engine) if by.heard else self._staff.word("voice_none")
        figures = {"recorded": str(by.recorded), "rendered": str(by.rendered)}
        return self._staff.sentence("voice_links", figures | {"live": live})

    @Property(bool, notify=changed)
    def mayRestart(self) -> bool:
        """Whether the person may, and something would begin the app anew."""
        person = self._staff.person
        return self._restart is not None and person is not None and may_restart(person.role)
