"""Where this kiosk's content is: what it came with, or what was installed since; and the trial of what is new."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.config import KioskConfig
from kiosk.errors import StorageError
from kiosk.publishing.installation import Installation
from kiosk.publishing.pointer import Pointer
from kiosk.ui.content.content_holder import ContentHolder

MINUTE_MS = 60_000

log = logging.getLogger(__name__)


class ContentPlace:
    """Follows the pointer from what the kiosk started with."""

    def __init__(self, config: KioskConfig) -> None:
        self._config = config
        self.installation = Installation(config.state)
        self._begun = self.installation.start() if config.state.is_dir() else None
        self._seen = self.installation.pointer

    def database(self) -> Path:
        """The content to show: what was found sound at the start, until the pointer is changed."""
        found = self._begun if self.installation.pointer == self._seen else self.installation.shown()
        return found or self._config.content

    def pictures(self) -> Path:
        """The folder of the content's picture files."""
        return self._beside("pictures") or self._config.pictures

    def narration(self) -> Path | None:
        """The folder of the sounds that came with the content; None for what the kiosk came with."""
        return self._beside("narration")

    def _beside(self, name: str) -> Path | None:
        database = self.database()
        return None if database == self._config.content else database.parent / name


class Trial(QObject):
    """New content must work for a while before it is good; if it fails, the kiosk goes back by itself."""

    def __init__(self, place: ContentPlace, content: ContentHolder, minutes: float, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._installation, self._content = place, place.installation, content
        self._opened: str | None = None
        self._timer = QTimer(self, singleShot=True, interval=int(minutes * MINUTE_MS))
        self._timer.timeout.connect(self._stand)
        content.opened.connect(self._begin)
        content.failed.connect(self._fail)

    def _begin(self) -> None:
        """Say what was really opened; a release on trial begins to stand, and what another gave way to."""
        store, pointer = self._content.store, self._installation.pointer
        if store is None:
            return
        if pointer.current is not None:
            log.info("showing content %s; current is %s", store.content_version, pointer.current)
        self._opened = pointer.current
        if pointer.current is not None and self._place.database() != self._installation.database(pointer.current):
            self._opened = None  # what the pointer names waits for another program
            return
        if pointer.trial or pointer.doubted:
            self._timer.start()

    def _stand(self) -> None:
        if self._content.store is not None and self._installation.pointer.current == self._opened:
            self._change(Pointer.found_good)

    def end(self) -> None:
        """The window ends because it was asked to, with the content it shows at work."""
        if self._content.store is not None and self._installation.pointer.current == self._opened:
            self._change(Pointer.ended)

    def _fail(self) -> None:
        self._timer.stop()
        if self._installation.pointer.trial:
            self._change(Pointer.back)
            self._content.watch()

    def _change(self, change: Callable[[Pointer], Pointer]) -> None:
        try:
            self._installation.change(change)
        except StorageError as error:
            log.error("the pointer stays as it is: %s", error)  # noqa: TRY400 - the message says it all
