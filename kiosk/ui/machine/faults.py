"""The log of the window, and what goes wrong unexpectedly in it: in a slot, in a thread, in QML."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("kiosk")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}
"""Of syslog, by which the journal sorts."""


class _JournalFormatter(logging.Formatter):
    """Begins a line with its priority, as services tell the journal (sd-daemon(3))."""

    def format(self, record: logging.LogRecord) -> str:
        return f"<{_PRIORITIES.get(record.levelno, 6)}>{super().format(record)}"


def begin_log(asked: str = "", *, journal: bool = False) -> None:
    """Write the log to standard error; once, at start.

    Args:
        asked: levels by part, such as `DEBUG` for all or `kiosk.ui.narration=DEBUG,qml=ERROR`; usually INFO.
        journal: whether standard error is read by the journal.
    """
    handler = logging.StreamHandler()
    handler.setFormatter((_JournalFormatter if journal else logging.Formatter)("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for entry in filter(None, asked.split(",")):
        name, _, level = entry.rpartition("=")
        try:
            logging.getLogger(name.strip() or None).setLevel(level.strip().upper())
        except ValueError:
            log.warning("%s is no level of the log; DEBUG, INFO, WARNING and ERROR are", level)


def send_faults_to_the_log() -> None:
    """From now on; once, at start. What was a message of standard error is a line of the log with its place."""
    sys.excepthook = _log_exception
    sys.unraisablehook = lambda unraisable: _log_exception(
        unraisable.exc_type, unraisable.exc_value or unraisable.exc_type(), unraisable.exc_traceback
    )
    threading.excepthook = lambda arguments: _log_exception(
        arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback
    )
    qInstallMessageHandler(_log_message)


def _log_exception(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    log.error("unexpected: %s", error or kind.__name__, exc_info=(kind, error, where))


def _log_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS[kind], "%s: %s", context.category or "qt", message)
