"""The content's side: which database is shown, and the trial of a new one."""

from PySide6.QtCore import QObject

from kiosk.config import KioskConfig
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.content.content_place import ContentPlace, Trial


class ContentSide:
    """Made once, and taken down with the window."""

    def __init__(self, config: KioskConfig, parent: QObject) -> None:
        self.place = ContentPlace(config)
        self.holder = ContentHolder(self.place.database, parent)
        self.trial = Trial(self.place, self.holder, config.trial_minutes, parent)

    def close(self) -> None:
        """Close the database."""
        self.holder.close()
