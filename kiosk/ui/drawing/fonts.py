"""The house type and the icon font, from their packages."""

import logging
from importlib.util import find_spec
from pathlib import Path

from fontpkg_ibm_plex_sans_arabic import ROOT as PLEX
from fontpkg_noto_kufi_arabic import ROOT as KUFI
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFontDatabase

from kiosk.config import MEND

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_LOG = logging.getLogger(__name__)
_OTHER_WEIGHTS = ("-thin", "-light", "-bold", "-fill", "-duotone")


def _icon_folder() -> Path:
    """QtAwesome's font folder; the package itself would load Qt Widgets and is not imported."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        message = f"qtawesome is not installed; {MEND}"
        raise FileNotFoundError(message)
    return Path(spec.origin).parent / "fonts"


def load_fonts() -> None:
    """Make the families "IBM Plex Sans Arabic" (which brings its matching Latin), "Noto Kufi Arabic" and "Phosphor" known to Qt."""
    for weight in WEIGHTS:
        _add(PLEX / "files" / f"IBMPlexSansArabic-{weight}.ttf")
    _add(KUFI / "files" / "NotoKufiArabic[wght].ttf")
    _add(next(_icon_folder().glob("phosphor-[0-9]*.ttf")))


def _add(path: Path) -> None:
    if QFontDatabase.addApplicationFont(str(path)) == -1:
        message = f"{path}: not a font Qt can read; {MEND}"
        raise FileNotFoundError(message)


class Glyphs(QObject):
    """The icons, each as the character that draws it; QML asks for one at a time, for there are thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._charmap = next(_icon_folder().glob("phosphor-charmap-*.json")).read_text(encoding="utf-8")
        """JSON, with a line `"NAME": "CODE",` for each icon; it takes too long to parse before the first picture."""

    @Slot(str, result=str)
    def of(self, name: str) -> str:
        """The character of an icon; empty, with a warning, where there is none of that name in the regular weight."""
        _, _, rest = self._charmap.partition(f'"{name}": "') if not name.endswith(_OTHER_WEIGHTS) else ("", "", "")
        code, _, _ = rest.partition('"')
        if name and not code:
            _LOG.warning("there is no icon %r: nothing is drawn in its place", name)
        return chr(int(code, 16)) if code else ""
