"""What works beside the window: content is looked for and handed on, its pictures are drawn, another program is gone over to."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.content.drawing_job import DrawingJob
from kiosk.ui.content.lan_job import LanJob
from kiosk.ui.content.program_job import ProgramJob
from kiosk.ui.content.sync_job import SyncJob
from kiosk.ui.machine.boundary import Boundary


class ContentJobs:
    """Made once, after the first picture."""

    def __init__(
        self, config: KioskConfig, content: ContentSide, boundary: Boundary, occupied: Callable[[], bool], parent: QObject
    ) -> None:
        """Begin them.

        Args:
            config: the kiosk's settings.
            content: what is shown, and where it is.
            boundary: whether pictures are drawn ahead, and how the kiosk is started anew.
            occupied: whether a visitor is there.
            parent: owns them.
        """
        self.sync, self.lan = SyncJob(config, parent), LanJob(config, parent)
        self._drawing = DrawingJob(content, config.cache, parent) if boundary.draws else None
        self.program = ProgramJob(config, occupied, boundary.restart, parent)

    def close(self) -> None:
        """End them."""
        for job in (self.sync, self.lan, self._drawing, self.program):
            if job is not None:
                job.close()
