"""Has the vector pictures of the content drawn ahead each time it changes, in a process of its own."""

import json
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QGuiApplication

from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.drawing.picture import VECTOR, drawn_folder

log = logging.getLogger(__name__)


class DrawingJob(QObject):
    """One process at a time; what changes meanwhile is drawn after it."""

    def __init__(self, content: ContentSide, cache: Path, parent: QObject) -> None:
        """Draw what is shown, and then what is opened.

        Args:
            content: what is shown, and where it is.
            cache: the kiosk's folder for what can be made again.
            parent: owns the job.
        """
        super().__init__(parent)
        self._content, self._cache = content, drawn_folder(cache)
        self._again = False
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        content.holder.opened.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Begin, or begin again when the process has ended."""
        store = self._content.holder.store
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._again = True
        elif store is not None:
            wanted = sorted((picture.name, picture.sha256) for picture in store.pictures() if picture.name.endswith(VECTOR))
            size = QGuiApplication.primaryScreen().size()
            where = (str(self._content.place.pictures()), str(self._cache), str(max(size.width(), size.height())))
            self._process.start(sys.executable, ["-m", "kiosk.ui.drawing.picture_job", *where])
            self._process.write(json.dumps(wanted).encode())
            self._process.closeWriteChannel()

    def _finished(self, status: int) -> None:
        if status:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            log.warning("not all pictures are drawn: %s", said.replace("\n", " | "))
        if self._again:
            self._again = False
            self.draw()

    def close(self) -> None:
        """Stop it."""
        self._process.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)
