"""The frame around every screen: where the visitor is, in which language, and whether anyone is there."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.domain.language import Direction, Language, LocalizedText
from kiosk.domain.session import InactivityTimes
from kiosk.errors import ContentError
from kiosk.presentation.reading import Reading, words_in
from kiosk.presentation.route import HOME, RESTS, SCREEN, Route, Screen
from kiosk.presentation.rows import OfferedLanguage
from kiosk.presentation.words import WORDS
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.shell.session_clock import SessionClock
from kiosk.ui.shell.words import Words

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_RESTS = {ModeService.OPEN: Screen.ATTRACT, ModeService.CLOSED: Screen.CLOSED, ModeService.EMERGENCY: Screen.EVACUATION}


def _whole(words: dict[str, LocalizedText]) -> dict[str, LocalizedText]:
    """The words of a content database; it has all that the interface asks for."""
    missing = [word for word in WORDS if word not in words]
    if missing:
        message = f"the content lacks words of the interface ({', '.join(missing)}); build and publish it again with this program"
        raise ContentError(message)
    return words


@QmlElement
@QmlUncreatable("made by the application")
class ShellViewModel(QObject):
    """Route, language and visitor session."""

    routeChanged = Signal()
    readingChanged = Signal()
    sessionChanged = Signal()
    visitorLeft = Signal()
    _language_rows = cached_property(Rows)

    def __init__(self, times: InactivityTimes, clock: Callable[[], float], parent: QObject, *, asks_opinion: bool = False) -> None:
        """Show nothing yet.

        Args:
            times: when a visitor is taken to have gone.
            clock: seconds that never go back.
            parent: owns the view model.
            asks_opinion: whether a visitor who has finished is asked the one question.
        """
        super().__init__(parent)
        self._own_times = times
        self.session = SessionClock(times, clock, self)
        self.session.changed.connect(self.sessionChanged)
        self.session.over.connect(self._end_visit)
        self._home, self._rest = HOME, Route(Screen.ATTRACT)
        self._order: tuple[str, ...] = ()
        self._words: dict[str, LocalizedText] = {}
        self._title: LocalizedText | None = None
        self._subtitle: LocalizedText | None = None
        self._reading: Reading | None = None
        self._words_shown = Words(self)
        self._trail: list[Route] = [Route(Screen.OUT_OF_SERVICE)]
        self._asks_opinion = asks_opinion

    # content -----------------------------------------------------------------------------------------------------

    def put_in_service(self, store: ContentStore) -> None:
        """Show a content database from its attract state on.

        Raises:
            ContentError: it cannot be read, or lacks a word of the interface.
        """
        languages = self._ordered(store.languages)
        self._words, self._title, self._subtitle = _whole(store.words()), store.title, store.subtitle
        self._set_reading(Reading(languages, languages[0]))
        self._end_visit()

    def obey(self, mode: ContentMode) -> None:
        """Take a content mode into use: where visitors begin, in which order languages are offered, how long a pause is."""
        own = self._own_times
        self.session.times = InactivityTimes(mode.until_prompt or own.until_prompt, mode.prompt or own.prompt)
        self._home, self._rest = Route(Screen(mode.home.value), mode.home_item), Route(_RESTS[mode.service])
        self._order = mode.languages
        if self._reading is not None and self.route.screen is not Screen.OUT_OF_SERVICE:
            self._reading = replace(self._reading, languages=self._ordered(self._reading.languages))
            self._end_visit()

    def _ordered(self, languages: tuple[Language, ...]) -> tuple[Language, ...]:
        places = {tag: place for place, tag in enumerate(self._order)}
        return tuple(sorted(languages, key=lambda language: places.get(language.tag, len(places))))

    def put_out_of_service(self) -> None:
        """Show the calm screen that needs no content."""
        self.session.end()
        self._go([Route(Screen.OUT_OF_SERVICE)])
        self.sessionChanged.emit()

    @property
    def reading(self) -> Reading:
        """How texts are read now; only asked for while in service."""
        if self._reading is None:
            message = "no content is open"
            raise RuntimeError(message)
        return self._reading

    @property
    def source_words(self) -> dict[str, LocalizedText]:
        """The interface's words in all languages."""
        return self._words

    @property
    def occupied(self) -> bool:
        """Whether a visitor is there."""
        return self.session.occupied

    @property
    def route(self) -> Route:
        """Where the visitor is."""
        return self._trail[-1]

    # the visit --------------------------------------------------------------------------------------------------

    @Slot()
    def _end_visit(self) -> None:
        self.session.end()
        self._go([self._rest])
        self.visitorLeft.emit()
        if self._reading is not None:
            self._set_reading(Reading(self._reading.languages, self._reading.languages[0]))
        self.sessionChanged.emit()

    # moving about ------------------------------------------------------------------------------------------------

    def _go(self, trail: list[Route]) -> None:
        self._trail = trail
        self.routeChanged.emit()

    @Slot(str)
    def enter(self, tag: str) -> None:
        """A visitor begins, in a language."""
        if self.route.screen is not Screen.ATTRACT:
            return
        self.session.begin()
        self.chooseLanguage(tag)
        self._go([self._home])
        self.sessionChanged.emit()

    @Slot(str)
    def show(self, screen: str) -> None:
        """Go to a screen; one already on the way is gone back to."""
        route = Route(Screen(screen))
        self._go([*self._trail[: self._trail.index(route)], route] if route in self._trail else [*self._trail, route])

    @Slot(str)
    def open(self, identifier: str) -> None:
        """Open an item's page; of a situation, its service's for that situation; or a screen, named `screen:CallStaff`."""
        kind, _, name = identifier.partition(":")
        if kind == "situation":
            service, _, choice = name.partition("/")
            self._go([*self._trail, Route(Screen.PAGE, f"{ItemKind.PUBLIC_SERVICE}:{service}", choice)])
        elif kind == SCREEN:
            self.show(name)
        elif kind in PAGE_KINDS and identifier != self.route.identifier:
            self._go([*self._trail, Route(Screen.PAGE, identifier)])

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Read the open page for another situation."""
        self._go([*self._trail[:-1], replace(self.route, choice=choice)])

    @Slot(str)
    def openGuide(self, guide: str) -> None:
        """Open the first step of a guide."""
        self.follow_guide(guide, [""])

    def follow_guide(self, guide: str, steps: list[str]) -> None:
        """Go to the last of some steps of a guide; the way back leads through the others."""
        before = takewhile(lambda route: route.screen is not Screen.GUIDE, self._trail)
        self._go([*before, *(Route(Screen.GUIDE, guide, step) for step in steps)])

    def open_list(self, guide: str, code: str) -> None:
        """Open the list the answers to a guide lead to."""
        self._go([*self._trail, Route(Screen.PAGE, guide, code)])

    @Slot()
    def goBack(self) -> None:
        """Show the screen before this one."""
        if len(self._trail) > 1:
            self._go(self._trail[:-1])

    @Slot()
    def goHome(self) -> None:
        """Show the mode's first screen."""
        self._go([self._home])

    @Slot()
    def stillHere(self) -> None:
        """The visitor answered the prompt."""
        self.session.touch()

    @Slot()
    def leave(self) -> None:
        """The visitor is done: everything about the visit is cleared."""
        self._end_visit()

    @Slot()
    def finish(self) -> None:
        """The visitor says so; they may be asked what they think."""
        if self._asks_opinion:
            self.show(Screen.FEEDBACK.value)
        else:
            self.leave()

    # language ----------------------------------------------------------------------------------------------------

    def _set_reading(self, reading: Reading) -> None:
        self._reading = reading
        self._words_shown.show(words_in(self._words, reading))
        self.readingChanged.emit()

    def _language(self, tag: str) -> Language:
        return next((lang for lang in self.reading.languages if lang.tag == tag), self.reading.current)

    @Slot(str)
    def chooseLanguage(self, tag: str) -> None:
        """Read everything in another language, on the same page."""
        self._set_reading(replace(self.reading, current=self._language(tag)))

    @Slot()
    def toggleBilingual(self) -> None:
        """Read two languages side by side, or one again."""
        self._set_reading(replace(self.reading, bilingual=not self.reading.bilingual))

    # properties --------------------------------------------------------------------------------------------------

    @Property(str, notify=routeChanged)
    def screen(self) -> str:
        return self.route.screen.value

    @Property(str, notify=routeChanged)
    def identifier(self) -> str:
        return self.route.identifier

    @Property(bool, notify=routeChanged)
    def visiting(self) -> bool:
        return self.route.screen not in RESTS

    @Property(bool, notify=routeChanged)
    def canGoBack(self) -> bool:
        return len(self._trail) > 1

    @Property(bool, notify=readingChanged)
    def rightToLeft(self) -> bool:
        return self._reading is not None and self._reading.right_to_left

    @Property(bool, notify=readingChanged)
    def bilingual(self) -> bool:
        return self._reading is not None and self._reading.bilingual

    @Property(str, notify=readingChanged)
    def language(self) -> str:
        return self._reading.tag if self._reading else ""

    @Property(QVariantList, notify=readingChanged)
    def languages(self) -> list[Row]:
        if self._reading is None:
            return []
        return self._language_rows.of(
            OfferedLanguage(
                tag=language.tag,
                endonym=language.endonym,
                invitation=language.invitation,
                right_to_left=language.direction is Direction.RIGHT_TO_LEFT,
                title=self._title.in_language(language.tag) if self._title else "",
                subtitle=self._subtitle.in_language(language.tag) if self._subtitle else "",
            )
            for language in self._reading.languages
        )

    @Property(Words, constant=True)
    def words(self) -> Words:
        return self._words_shown

    @Property(str, notify=readingChanged)
    def title(self) -> str:
        return self.reading.plain(self._title) if self._title and self._reading else ""

    @Property(str, notify=readingChanged)
    def subtitle(self) -> str:
        return self.reading.plain(self._subtitle) if self._subtitle and self._reading else ""

    @Property(bool, notify=sessionChanged)
    def prompting(self) -> bool:
        return self.session.prompting

    @Property(int, notify=sessionChanged)
    def secondsLeft(self) -> int:
        return self.session.seconds_left
