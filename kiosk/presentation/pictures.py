"""Where QML finds a picture of the content."""

from kiosk.domain.item import PictureFile

PROVIDER = "picture"
"""The name under which the window gives pictures to QML."""


def address(picture: PictureFile | None) -> str:
    """Where QML finds a picture; empty for none."""
    return f"image://{PROVIDER}/{picture.sha256}/{picture.name}" if picture else ""
