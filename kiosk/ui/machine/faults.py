"""What goes wrong unexpectedly reaches the log: in a slot, in a thread, in QML."""

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
