"""What Qt finds of display, fonts and sound; run by `kiosk doctor` in a process of its own."""

import json
import os
import sys
from collections.abc import Iterator

from PySide6.QtGui import QFontDatabase, QFontMetrics, QGuiApplication

from kiosk.config import MEND
from kiosk.domain.panel import FEWEST, NARROWEST, Panel
from kiosk.ui.drawing.fonts import load_fonts
from kiosk.ui.drawing.qr_image import code_matrix
from kiosk.ui.machine.sound_server import ServerLine, reach_server

FAMILY = "IBM Plex Sans Arabic"
SAMPLE = "أبجد éàçœ «19»"
Row = dict[str, object]


def display_row(platform: str, panel: Panel) -> Row:
    """Whether there is a display, and whether all screens have their room on it."""
    found = f"{platform}, {panel.width_px}x{panel.height_px}, {panel.diagonal_inches:g} inches"
    mend = ""
    if platform in {"offscreen", "minimal"}:
        mend = "start it on a display (DISPLAY or WAYLAND_DISPLAY)"
    elif panel.is_too_long:
        found += ", longer than 32:9"
        mend = "choose another mode or panel: screens are laid out for shapes from 9:32 to 32:9"
    elif panel.is_too_narrow:
        found += f", {panel.short_side_mm:.0f} mm on its short side"
        mend = f"parts of screens have no room under {NARROWEST:.0f} mm: set panel_diagonal_inches right, or use a larger panel"
    elif panel.is_too_coarse:
        found += f", {panel.pixels_per_unit:.1f} pixels where letters need {FEWEST:.0f}"
        mend = "choose a mode with more pixels, or set panel_diagonal_inches right"
    return {"name": "display", "green": not mend, "found": found, "mend": mend}


def _fonts() -> Row:
    load_fonts()
    metrics = QFontMetrics(QFontDatabase.font(FAMILY, "Regular", 20))
    missing = [letter for letter in SAMPLE if not metrics.inFontUcs4(ord(letter))]
    found = f"{FAMILY}, without {' '.join(missing)}" if missing else FAMILY
    return {"name": "fonts", "green": not missing, "found": found, "mend": MEND if missing else ""}


def _sound() -> Row:
    match reach_server():
        case ServerLine() as line:
            obstacle = line.obstacle()
            found, mend = (obstacle.found, obstacle.mend) if obstacle else (line.loudspeaker().description, "")
        case obstacle:
            found, mend = obstacle.found, obstacle.mend
    return {"name": "sound", "green": not mend, "found": found, "mend": mend}


def _code() -> Row:
    """A code of the kiosk's making, read back."""
    import zxingcpp  # loaded by this examination alone
    from PIL import Image

    matrix, payload = code_matrix(SAMPLE), ""
    picture = Image.new("L", (len(matrix), len(matrix)), 255)
    picture.putdata([0 if dark else 255 for row in matrix for dark in row])
    for found in zxingcpp.read_barcodes(picture.resize((8 * len(matrix), 8 * len(matrix)), Image.Resampling.NEAREST)):
        payload = found.text
    well = payload == SAMPLE
    return {"name": "code", "green": well, "found": payload or "not read", "mend": "" if well else MEND}


def examine(diagonal: float) -> Iterator[Row]:
    """Display, fonts, codes and sound; the diagonal of the panel is in inches."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    size = application.primaryScreen().size()
    yield display_row(application.platformName(), Panel(size.width(), size.height(), diagonal))
    yield _fonts()
    yield _code()
    yield _sound()


if __name__ == "__main__":
    print(json.dumps(list(examine(float(sys.argv[1])))))  # noqa: T201 - the answer to the command
