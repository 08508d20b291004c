"""Brings content and screens together: each move of the visitor is answered from the open database."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.content.store import ContentStore
from kiosk.domain.contact import WifiNetwork
from kiosk.domain.item import GUIDE, ItemKind
from kiosk.domain.narration import NarrationScript
from kiosk.domain.page import Page
from kiosk.domain.resume_code import decode, encode
from kiosk.domain.sheet import sheet_of
from kiosk.domain.takeaway import Takeaway
from kiosk.errors import ResumeCodeError
from kiosk.presentation.guide_steps import SUMMARY, trail
from kiosk.presentation.pages import compose_page, compose_takeaways
from kiosk.presentation.route import RESTS, Screen
from kiosk.presentation.scripts import page_texts, script_of
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.takeaway.printer import Printer
from kiosk.ui.takeaway.takeaway_view_model import derive_codes
from kiosk.ui.visitor.page_view_model import derive_page_props
from kiosk.ui.visitor.search_view_model import MOST_HITS
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
        network: WifiNetwork | None,
        modes: ModesSide,
        parent: QObject,
    ) -> None:
        """Answer moves from now on.

        Args:
            content: what is shown.
            shell: where the visitor is.
            screens: what is filled.
            printer: where sheets go.
            network: the wireless network that visitors may join.
            modes: the mode in force, and the exhibition's day.
            parent: owns the presenter.
        """
        super().__init__(parent)
        self._content, self._shell, self._screens = content, shell, screens
        self._catalogue, self._search, self._page = screens.catalogue, screens.search, screens.page
        self._takeaway, self._guide, self._resume = screens.takeaway, screens.guide, screens.resume
        self._printer, self._network = printer, network
        self._modes = modes
        self._current: Page | None = None
        content.opened.connect(self._enter_service)
        content.closed.connect(shell.put_out_of_service)
        content.replaced.connect(self._adopt_when_idle)
        shell.visitorLeft.connect(self._forget)
        shell.routeChanged.connect(self._follow)
        shell.readingChanged.connect(self._follow_reading)
        screens.takeaway.openRequested.connect(self._make_codes)
        screens.takeaway.printRequested.connect(self._print)
        printer.finished.connect(self._tell_of_printing)
        screens.search.queryChanged.connect(self._find)
        screens.guide.stepRequested.connect(self._go_to_step)
        screens.guide.listRequested.connect(lambda code: shell.open_list(shell.route.identifier, code))
        screens.resume.submitted.connect(self._resume_list)
        self._adopting = False

    @Slot()
    def _enter_service(self) -> None:
        self._content.guarded(lambda: self._shell.put_in_service(self._content.store) if self._content.store else None)

    @Slot()
    def _adopt_when_idle(self) -> None:
        """A newer file is there: taken into use when no visitor is."""
        self._adopting = True
        if not self._shell.occupied:
            self._adopt()

    def _adopt(self) -> None:
        self._adopting = False
        self._content.open()

    @Slot()
    def _forget(self) -> None:
        self._screens.forget()
        self._current = None
        if self._adopting:
            self._adopt()

    @Slot()
    def _follow(self) -> None:
        self._takeaway.close()
        self._compose()
        self.moved.emit()

    @Slot()
    def _follow_reading(self) -> None:
        self._compose()
        if self._takeaway.is_open:
            self._make_codes()
        self.moved.emit()

    def _compose(self) -> None:
        self._content.guarded(self._compose_screen)

    def _compose_screen(self) -> None:
        store, route = self._content.store, self._shell.route
        if store is None or route.screen in RESTS:
            return
        reading = self._shell.reading
        self._current = None
        if route.screen is Screen.PAGE:
            self._show_page(store)
        elif route.screen is Screen.SEARCH:
            self._search.read_in(reading, self._shell.source_words)
        elif route.screen is Screen.GUIDE:
            guide = store.guide(route.identifier)
            self._guide.show(guide, store.card(guide.service), route.choice, reading, self._shell.source_words)
        else:
            self._catalogue.show(reading, route.screen)

    def _show_page(self, store: ContentStore) -> None:
        route, words = self._shell.route, self._shell.source_words
        page = self._current = compose_page(store, route.identifier, route.choice, words, self._modes.day.today)
        sources = tuple(store.source(source) for source in page.sources)
        guide = route.identifier.replace(f"{ItemKind.PUBLIC_SERVICE}:", f"{GUIDE}:", 1) if store.has_guide(route.identifier) else ""
        self._page.show(derive_page_props(page, self._shell.reading, words, sources, guide=guide))

    @Slot(str)
    def _go_to_step(self, step: str) -> None:
        self._content.guarded(lambda: self._follow_guide(self._shell.route.identifier, step))

    def _follow_guide(self, identifier: str, step: str) -> None:
        store = self._content.store
        if store is not None:
            guide = store.guide(identifier)
            self._shell.follow_guide(identifier, trail(guide, self._guide.answers_to(guide), step))

    @Slot(str)
    def _resume_list(self, code: str) -> None:
        self._content.guarded(lambda: self._open_code(code))

    def _open_code(self, code: str) -> None:
        store = self._content.store
        if store is None:
            return
        try:
            guide, answers = decode(code, store.guides())
        except ResumeCodeError:
            self._resume.refuse()
            return
        self._guide.take_up(guide, answers)
        self._shell.follow_guide(guide.identifier, [SUMMARY])
        self._shell.open_list(guide.identifier, encode(guide, answers))

    @Slot()
    def _find(self) -> None:
        self._content.guarded(self._show_results)

    def _show_results(self) -> None:
        store = self._content.store
        if store is not None:
            self._search.show(store.search(self._search.typed, MOST_HITS))

    @Slot()
    def _make_codes(self) -> None:
        self._content.guarded(self._show_codes)

    def _show_codes(self) -> None:
        if not self._printer.busy:
            self._takeaway.say_of_printing("")
        takeaways = self._takeaways()
        if takeaways and self._current is not None:
            code = self._current.choice if self._current.head.card.identifier.startswith(f"{GUIDE}:") else ""
            self._takeaway.show(derive_codes(takeaways, self._shell.reading, self._shell.source_words), code)

    def _takeaways(self) -> tuple[Takeaway, ...]:
        store = self._content.store
        if store is None or self._current is None:
            return ()
        mode = self._modes.keeper.mode
        urls = mode.urls if mode else None
        return compose_takeaways(store, self._current, self._modes.day.today, self._shell.source_words, self._network, urls)

    @Slot()
    def _print(self) -> None:
        self._content.guarded(self._print_page)
        if not self._printer.busy:
            self._takeaway.say_of_printing("")

    def _print_page(self) -> None:
        reading, takeaways = self._shell.reading, self._takeaways()
        if self._current is not None:
            words = self._shell.source_words
            sheet = sheet_of(self._current, takeaways, words, reading.tag, right_to_left=reading.right_to_left)
            self._printer.print_sheet(sheet)

    @Slot(bool)
    def _tell_of_printing(self, well: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        if self._takeaway.is_open:
            self._takeaway.say_of_printing("printed" if well else "print_failed")

    def script(self) -> NarrationScript:
        """What is read aloud where the visitor is."""
        words, screen = self._shell.source_words, self._shell.route.screen
        if screen in RESTS:
            return NarrationScript(())
        if self._current is not None:
            texts = list(page_texts(self._current))
        else:
            own = self._screens.texts(screen, words)
            texts = [("", text) for text in (self._modes.view.texts() if own is None else own)]
        return script_of(texts, self._shell.reading)
