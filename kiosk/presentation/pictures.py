"""Where QML finds a picture of the content."""

from kiosk.domain.item import PictureFile

PROVIDER = "picture"
"""The name under which the window gives pictures to QML."""


def address(picture: PictureFile | None) -> str:
    """Where QML finds a picture, with what is kept when it is cut, in percent from the left and the top; empty for none."""
    if picture is None:
        return ""
    across, down = (round(100 * share) for share in picture.focus)
    return f"image://{PROVIDER}/{picture.sha256}/{picture.name}/{across}/{down}"
