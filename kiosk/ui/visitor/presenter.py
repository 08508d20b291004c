"""Brings content and screens together: each move of the visitor is answered from the open database."""

from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.contact import WifiNetwork, WifiSecurity
from kiosk.domain.item import GUIDE, ItemKind
from kiosk.domain.narration import NarrationScript
from kiosk.domain.page import Page, easy_page
from kiosk.domain.search import SearchResult
from kiosk.errors import DamagedItemError, ResumeCodeError, UnknownItemError
from kiosk.presentation.entries.entry import Menu, whole
from kiosk.presentation.entries.pages import page_menu
from kiosk.presentation.pages import compose_page
from kiosk.presentation.route import RESTS, Screen
from kiosk.presentation.scripts import narration_script
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.shell.aids_view_model import AidsViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.takeaway.printer import Printer
from kiosk.ui.visitor.guide_presenter import GuidePresenter
from kiosk.ui.visitor.page_view_model import derive_page_props
from kiosk.ui.visitor.search_view_model import MOST_HITS
from kiosk.ui.visitor.takeaway_presenter import TakeawayPresenter
from kiosk.ui.visitor.visitor_screens import VisitorScreens


class Presenter(QObject):
    """Answers each move of the visitor from the open database."""

    moved = Signal()
    """Another screen, item or language is shown."""

    def __init__(
        self,
        content: ContentHolder,
        shell: ShellViewModel,
        screens: VisitorScreens,
        printer: Printer,
        config: KioskConfig,
        modes: ModesSide,
        parent: QObject,
    ) -> None:
        """Answer moves from now on.

        Args:
            content: what is shown.
            shell: where the visitor is.
            screens: what is filled.
            printer: where sheets go.
            config: the kiosk's settings.
            modes: the mode in force, and the exhibition's day.
            parent: owns the presenter.
        """
        super().__init__(parent)
        self._content, self._shell, self._screens, self._modes = content, shell, screens, modes
        self._current: Page | None = None
        self._easy = False
        self._page_menu = Menu("", (), ())
        self._guides = GuidePresenter(content, shell, screens.guide, screens.resume, self)
        self._takeaways = TakeawayPresenter(
            content, shell, screens.takeaway, printer, network_of(config), modes, lambda: self._current, self
        )
        shell.visitorLeft.connect(self._forget)
        shell.routeChanged.connect(self._follow)
        shell.readingChanged.connect(self._follow_reading)
        shell.aidsChanged.connect(self._ease)
        screens.search.queryChanged.connect(self._find)
        screens.search.rested.connect(self._find)

    @Slot()
    def _forget(self) -> None:
        self._screens.forget()
        self._current, self._page_menu = None, Menu("", (), ())

    # the screens -------------------------------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        self._screens.takeaway.close()
        self._compose()
        self.moved.emit()

    @Slot()
    def _follow_reading(self) -> None:
        self._compose()
        if self._screens.takeaway.is_open:
            self._takeaways.show()
        self.moved.emit()

    @Slot()
    def _ease(self) -> None:
        """Easy reading is turned on or off where somebody reads a page."""
        if self._shell.occupied and self._shell.route.screen is Screen.PAGE and self._easy != self._is_easy:
            self._follow_reading()

    @property
    def _is_easy(self) -> bool:
        return bool(cast("AidsViewModel", self._shell.aids).easy)

    def _compose(self) -> None:
        if self._shell.route.screen not in RESTS:
            self._current, self._page_menu = None, Menu("", (), ())
            if self._shell.route.screen is not Screen.PAGE:
                self._screens.film.show(None, "")
            self._content.read(self._compose_screen, None)

    def _compose_screen(self, store: ContentStore) -> None:
        try:
            self._fill(store)
        except (DamagedItemError, UnknownItemError, ResumeCodeError, LookupError, ValueError) as error:
            damaged = DamagedItemError(str(error) or repr(error))
            if not self._shell.canGoBack:
                raise damaged from error
            store.leave_out(self._shell.route.identifier, damaged)
            QTimer.singleShot(0, self, self._shell.goBack)

    def _fill(self, store: ContentStore) -> None:
        reading, screen = self._shell.reading, self._shell.route.screen
        if screen is Screen.PAGE:
            self._show_page(store)
        elif screen is Screen.SEARCH:
            self._screens.search.read_in(reading, self._shell.source_words)
        elif screen is Screen.MAP:
            self._current = self._screens.map.show(store, self._shell.route, reading, self._shell.source_words)
        elif screen is Screen.GUIDE:
            self._guides.show(store)
        else:
            self._screens.catalogue.show(reading, screen)

    def _show_page(self, store: ContentStore) -> None:
        route, words = self._shell.route, self._shell.source_words
        whole = self._current = compose_page(store, route.identifier, route.choice, words, self._modes.day.today)
        self._easy = self._is_easy
        page = easy_page(whole) if self._easy else whole
        sources = tuple(store.source(source) for source in page.sources)
        guide = route.identifier.replace(f"{ItemKind.PUBLIC_SERVICE}:", f"{GUIDE}:", 1) if store.has_guide(route.identifier) else ""
        self._screens.film.show(page.head.sign, self._shell.reading.tag)
        way = route.identifier if route.identifier in self._screens.map.items(store) else ""
        minutes = self._screens.map.minutes(store, way) if way else 0
        reading, drawing = self._shell.reading, self._shell.drawing
        self._screens.page.show(
            derive_page_props(page, reading, words, sources, guide=guide, way=way, minutes=minutes, drawing=drawing)
        )
        self._page_menu = page_menu(page, words, sources, guide=guide, way=way, minutes=minutes)

    @Slot()
    def _find(self) -> None:
        search = self._screens.search
        found = self._content.read(lambda store: store.search(search.typed, MOST_HITS, search.finished), SearchResult())
        search.show(found, self._content.read(self._screens.map.items, frozenset()))

    def menu(self) -> Menu:
        """All that is said and offered where the visitor is: the open panel's, else the screen's."""
        words, route = self._shell.source_words, self._shell.route
        if route.screen in RESTS:
            return Menu("", (), ())
        if self._screens.takeaway.is_open:
            return self._screens.takeaway.menu(words)
        if route.screen is Screen.PAGE:
            return self._page_menu
        return self._screens.menu(route, self._current, words, self._modes.keeper.mode)

    def script(self) -> NarrationScript:
        """What is read aloud where the visitor is."""
        texts = whole(self.menu(), self._shell.source_words) if self._shell.route.screen not in RESTS else ()
        return narration_script(texts, self._shell.reading) if texts else NarrationScript(())


def network_of(config: KioskConfig) -> WifiNetwork | None:
    """The network that visitors may join, where the technician has named one."""
    if not config.wifi_name:
        return None
    return WifiNetwork(config.wifi_name, config.wifi_password, WifiSecurity(config.wifi_security))
