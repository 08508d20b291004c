"""The content mode that is in force, as the screens show it."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode, ModeLook, ModeService
from kiosk.domain.language import LocalizedText
from kiosk.domain.panel import EveningHours
from kiosk.presentation.modes import loop_of, notice_of, rest_lines, rest_picture, side, slide_rows, stage_rows
from kiosk.presentation.route import Screen
from kiosk.presentation.rows import ItemCard, NamedPicture, Slide, StageRow, TitledLines, card_row
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.exhibition_day import ExhibitionDay
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.rows import TYPES, OneRow, QVariantList, Row, Rows
from kiosk.ui.shell.shell_view_model import ShellViewModel

if TYPE_CHECKING:
    from kiosk.content.store import ContentStore
    from kiosk.domain.narration import NarrationScript

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STAGE_MS = 15_000


@QmlElement
@QmlUncreatable("made by the application")
class ModeViewModel(QObject):
    """The stage of the attract state, the mode's own screens, and the notice of a change."""

    modeChanged = Signal()
    invitationsChanged = Signal()
    noticeChanged = Signal()
    readAsked = Signal()
    """Somebody touched the rest: it is to be read aloud."""
    noticed = Signal()
    """A change has begun to wait for the visitor."""
    _stage_rows = cached_property(Rows)
    _invitation_rows = cached_property(Rows)
    _rest_rows = cached_property(Rows)
    _tile_rows = cached_property(Rows)
    _slide_rows = cached_property(Rows)
    _picture_row = cached_property(OneRow)

    def __init__(
        self,
        keeper: ModeKeeper,
        day: ExhibitionDay,
        shell: ShellViewModel,
        content: ContentHolder,
        config: KioskConfig,
        parent: QObject,
    ) -> None:
        """Show nothing yet.

        Args:
            keeper: the mode in force.
            day: the moment at the exhibition.
            shell: where the visitor is.
            content: what is shown.
            config: the kiosk's settings.
            parent: owns the view model.
        """
        super().__init__(parent)
        self._keeper, self._day, self._shell, self._content = keeper, day, shell, content
        self._place, self._facing = config.place, config.facing
        self._hours = EveningHours(config.evening_from, config.evening_until)
        self._evening = False
        self._stage: list[StageRow] = []
        self._invites = False
        self._invitations: list[StageRow] = []
        self._rest: list[TitledLines] = []
        self._rest_picture = NamedPicture()
        self._rest_texts: list[LocalizedText] = []
        self._tiles: list[ItemCard] = []
        self._slides: list[Slide] = []
        self._notice = ""
        self._notice_text: LocalizedText | None = None
        keeper.asked.connect(self._tell)
        keeper.shown.connect(self._show)
        shell.readingChanged.connect(self._show)
        shell.routeChanged.connect(self._show)
        self._timer = QTimer(self, interval=STAGE_MS)
        self._timer.timeout.connect(self._show)
        self._timer.start()

    @Slot()
    def _show(self) -> None:
        self._content.guarded(self._derive)

    def _derive(self) -> None:
        mode, store = self._keeper.mode, self._content.store
        if mode is None or store is None or not self._shell.languages:
            return
        reading, words, now = self._shell.reading, self._shell.source_words, self._day.moment
        screen = self._shell.route.screen
        self._evening = self._day.is_evening(self._hours) and mode.service is not ModeService.EMERGENCY
        if screen is Screen.ATTRACT:
            self._stage = stage_rows(mode, store, self._day.showings, now, reading.languages, words)
            self._invite(mode, store)
        if screen in {Screen.CLOSED, Screen.EVACUATION}:
            lines = rest_lines(mode, self._keeper.modes, self._keeper.resolution, now, self._place, words)
            self._rest = [side(language, mode.head.card.name, lines) for language in reading.languages]
            self._rest_picture = rest_picture(mode, self._place, reading.languages)
            if screen is Screen.EVACUATION and not self._rest_picture.source:
                self._rest_picture, ways = self._way_out(store)
                lines = [*ways, *lines]
            self._rest_texts = [mode.head.card.name, *lines]
        self._tiles = [card_row(card, reading) for card in mode.items] if screen is Screen.TILES else []
        self._slides = slide_rows(mode, store, self._day.today, reading, words) if screen is Screen.SLIDES else []
        self.modeChanged.emit()

    def _way_out(self, store: "ContentStore") -> tuple[NamedPicture, tuple[LocalizedText, ...]]:
        """The way to the nearest exit, where the plan of the venue has this kiosk's place."""
        venue = store.venue()
        if venue is None or venue.spot(f"spot:{self._place}") is None:
            return NamedPicture(), ()
        from kiosk.presentation.evacuation import way_out  # not before the first picture
        from kiosk.presentation.map_rows import Stand

        stand = Stand(f"spot:{self._place}", self._facing, self._day.closed_spots())
        return way_out(venue, stand, self._shell.reading.languages, self._shell.source_words)

    @Slot()
    def invite(self) -> None:
        """The first picture is there: what the attract loop opens onto is read, and read anew as time goes on."""
        self._invites = True
        self._show()

    def _invite(self, mode: ContentMode, store: "ContentStore") -> None:
        if not self._invites:
            return
        from kiosk.presentation.invitations import invitations  # not before the first picture

        now, languages, words = self._day.moment, self._shell.reading.languages, self._shell.source_words
        self._invitations = invitations(mode, store, self._day.showings, now, languages, words)
        self.invitationsChanged.emit()

    @Slot()
    def askToRead(self) -> None:
        """Have the rest read aloud."""
        self.readAsked.emit()

    # the notice of a change --------------------------------------------------------------------------------------

    @Slot()
    def _tell(self) -> None:
        """Write that the screen is about to change, and how long it waits at most; the visitor reads and hears it once."""
        coming, began = self._keeper.waiting_for, self._notice == ""
        self._notice_text = notice_of(coming, self._keeper.seconds_left, self._shell.source_words) if coming else None
        notice = self._shell.reading.plain(self._notice_text) if self._notice_text else ""
        if notice != self._notice:
            self._notice = notice
            self.noticeChanged.emit()
        if began and notice:
            self.noticed.emit()

    def announcement(self) -> "NarrationScript":
        """What is said without being asked: the notice in the visitor's language, or the rest in all of them."""
        from kiosk.presentation.scripts import narration_script, script_in_all  # not before the first picture

        if self._notice_text is not None:
            return narration_script([("", self._notice_text)], self._shell.reading)
        return script_in_all(self._rest_texts, self._shell.reading)

    # properties --------------------------------------------------------------------------------------------------

    def _of_mode(self, read: Callable[[ContentMode], str]) -> str:
        return read(self._keeper.mode) if self._keeper.mode and self._shell.languages else ""

    @Property(str, notify=modeChanged)
    def name(self) -> str:
        return self._of_mode(lambda mode: self._shell.reading.plain(mode.head.card.name))

    @Property(str, notify=modeChanged)
    def summary(self) -> str:
        return self._of_mode(lambda mode: self._shell.reading.plain(mode.head.card.summary))

    @Property(bool, notify=modeChanged)
    def large(self) -> bool:
        return self._keeper.mode is not None and self._keeper.mode.look is ModeLook.LARGE

    @Property(bool, notify=modeChanged)
    def evening(self) -> bool:
        """Whether the screens have the colours of the evening; never in an emergency."""
        return self._evening

    @Slot()
    def lightChosen(self) -> None:
        """Staff chose the colours of the day or of the evening."""
        self._show()

    @Property(bool, notify=modeChanged)
    def dark(self) -> bool:
        return self._keeper.mode is not None and self._keeper.mode.look is ModeLook.DARK

    @Property(bool, notify=modeChanged)
    def emergency(self) -> bool:
        return self._keeper.mode is not None and self._keeper.mode.service is ModeService.EMERGENCY

    @Property(QVariantList, notify=modeChanged)
    def stage(self) -> list[Row]:
        return self._stage_rows.of(self._stage)

    @Property(QVariantList, notify=invitationsChanged)
    def invitations(self) -> list[Row]:
        return self._invitation_rows.of(self._invitations)

    @Property(str, notify=modeChanged)
    def attractLoop(self) -> str:
        return loop_of(self._keeper.mode) if self._keeper.mode else ""

    @Property(QVariantList, notify=modeChanged)
    def rest(self) -> list[Row]:
        return self._rest_rows.of(self._rest)

    @Property(TYPES[NamedPicture], notify=modeChanged)
    def restPicture(self) -> Row:
        """What the kiosks of this place show beside the words: the way out."""
        return self._picture_row.of(self._rest_picture)

    @Property(QVariantList, notify=modeChanged)
    def tiles(self) -> list[Row]:
        return self._tile_rows.of(self._tiles)

    @Property(QVariantList, notify=modeChanged)
    def slides(self) -> list[Row]:
        return self._slide_rows.of(self._slides)

    @Property(bool, notify=modeChanged)
    def hasQuiz(self) -> bool:
        return self._keeper.mode is not None and bool(self._keeper.mode.questions)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._notice
