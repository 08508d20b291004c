"""The content's side: which database is shown, what is new, and what neighbours are given."""

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.content.content_place import ContentPlace, Trial
from kiosk.ui.content.lan_job import LanJob
from kiosk.ui.content.sync_job import SyncJob


class ContentSide:
    """Made once, and taken down with the window."""

    def __init__(self, config: KioskConfig, parent: QObject) -> None:
        self.place = ContentPlace(config)
        self.holder = ContentHolder(self.place.database, parent)
        self.trial = Trial(self.place, self.holder, config.trial_minutes, parent)
        self.sync = SyncJob(config, parent)
        self.lan = LanJob(config, parent)

    def close(self) -> None:
        """End what works beside the window, and close the database."""
        self.sync.close()
        self.lan.close()
        self.holder.close()
