"""Draws one sheet and gives it to the print queue.

A process of its own: `python -m kiosk.ui.takeaway.print_job QUEUE < sheet`.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter
from PySide6.QtGui import QGuiApplication

from kiosk.domain.sheet import Sheet
from kiosk.ui.drawing.fonts import load_fonts
from kiosk.ui.takeaway.sheet_drawing import write_pdf

PRINT_SECONDS = 60


def send(path: Path, queue: str) -> str:
    """Give a file to a print queue.

    Returns:
        What is wrong, and the mend; empty when the queue has taken it.
    """
    command = ["lp", "-d", queue, "-t", "Jusur", "-o", "media=A4", "--", str(path)]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PRINT_SECONDS)
    except FileNotFoundError:
        return "there is no `lp`; apt-get install cups-client"
    except subprocess.TimeoutExpired:
        return f"the queue {queue!r} did not answer in {PRINT_SECONDS} seconds; look at `lpstat -t`"
    return f"{' '.join(answer.stderr.split())}; look at `lpstat -t`" if answer.returncode else ""


def main(arguments: list[str]) -> int:
    """Print the sheet on standard input; what is wrong is one line on standard error."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    sheet = TypeAdapter(Sheet).validate_json(sys.stdin.buffer.read())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        write_pdf([sheet], path)
        wrong = send(path, arguments[0])
    application.quit()
    if wrong:
        sys.stderr.write(f"{wrong}\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
