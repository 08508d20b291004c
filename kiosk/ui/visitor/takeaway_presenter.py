"""Makes what is taken home of the open page: codes on the screen, a sheet on paper."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.content.store import ContentStore
from kiosk.domain.contact import WifiNetwork
from kiosk.domain.item import GUIDE
from kiosk.domain.page import Page
from kiosk.domain.sheet import sheet_of
from kiosk.domain.takeaway import Takeaway
from kiosk.presentation.pages import compose_takeaways
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.takeaway.printer import Printer
from kiosk.ui.takeaway.takeaway_view_model import TakeawayViewModel, carried, derive_codes


class TakeawayPresenter(QObject):
    """Answers the take-away panel."""

    def __init__(
        self,
        content: ContentHolder,
        shell: ShellViewModel,
        takeaway: TakeawayViewModel,
        printer: Printer,
        network: WifiNetwork | None,
        modes: ModesSide,
        page: Callable[[], Page | None],
        parent: QObject,
    ) -> None:
        """Answer from now on.

        Args:
            content: what is shown.
            shell: how the visitor reads.
            takeaway: the panel.
            printer: where sheets go.
            network: the wireless network that visitors may join.
            modes: the mode in force, and the exhibition's day.
            page: the open page; None where none is open.
            parent: owns it.
        """
        super().__init__(parent)
        self._content, self._shell, self._takeaway, self._printer = content, shell, takeaway, printer
        self._network, self._modes, self._page = network, modes, page
        takeaway.openRequested.connect(self.show)
        takeaway.printRequested.connect(self._print)
        printer.finished.connect(self._tell_of_printing)

    @Slot()
    def show(self) -> None:
        """Fill the panel with the codes of the open page."""
        if not self._printer.busy:
            self._takeaway.say_of_printing("")
        page, takeaways = self._page(), self._takeaways()
        if takeaways and page is not None:
            code = page.choice if page.head.card.identifier.startswith(f"{GUIDE}:") else ""
            reading, words = self._shell.reading, self._shell.source_words
            self._takeaway.show(derive_codes(takeaways, reading, words), code, carried(takeaways, reading.tag, words))

    def _takeaways(self) -> tuple[Takeaway, ...]:
        return self._content.read(self._composed, ())

    def _composed(self, store: ContentStore) -> tuple[Takeaway, ...]:
        page, mode = self._page(), self._modes.keeper.mode
        if page is None:
            return ()
        urls = mode.urls if mode else None
        return compose_takeaways(store, page, self._modes.day.today, self._shell.source_words, self._network, urls)

    @Slot()
    def _print(self) -> None:
        page, reading, takeaways = self._page(), self._shell.reading, self._takeaways()
        if page is not None and takeaways:
            words = self._shell.source_words
            self._printer.print_sheet(sheet_of(page, takeaways, words, reading.tag, right_to_left=reading.right_to_left))
        if not self._printer.busy:
            self._takeaway.say_of_printing("")

    @Slot(bool)
    def _tell_of_printing(self, well: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        if self._takeaway.is_open:
            self._takeaway.say_of_printing("printed" if well else "print_failed")
