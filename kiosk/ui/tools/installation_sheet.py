"""Draws the installation sheet as a PDF, for `kiosk sheet`, in a process of its own; the sheets come as JSON on standard input."""

import os
import sys
from pathlib import Path

from pydantic import TypeAdapter
from PySide6.QtGui import QGuiApplication

from kiosk.domain.sheet import Sheet
from kiosk.ui.drawing.fonts import load_fonts
from kiosk.ui.takeaway.sheet_drawing import write_pdf


def main(arguments: list[str]) -> int:
    """Write the PDF that the one argument names."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    write_pdf(TypeAdapter(tuple[Sheet, ...]).validate_json(sys.stdin.buffer.read()), Path(arguments[0]))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
