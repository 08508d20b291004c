"""What works beside the window for the content: it is looked for, handed on, and its pictures are drawn."""

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.content.drawing_job import DrawingJob
from kiosk.ui.content.lan_job import LanJob
from kiosk.ui.content.sync_job import SyncJob


class ContentJobs:
    """Made once, after the first picture."""

    def __init__(self, config: KioskConfig, content: ContentSide, parent: QObject, *, draws: bool) -> None:
        """Begin them.

        Args:
            config: the kiosk's settings.
            content: what is shown, and where it is.
            parent: owns them.
            draws: whether pictures are drawn ahead.
        """
        self.sync, self.lan = SyncJob(config, parent), LanJob(config, parent)
        self._drawing = DrawingJob(content, config.cache, parent) if draws else None

    def close(self) -> None:
        """End them."""
        for job in (self.sync, self.lan, self._drawing):
            if job is not None:
                job.close()
