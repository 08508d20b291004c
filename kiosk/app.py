"""Starts the kiosk: settings, log, window."""

import gc
import logging
import os
import signal
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QSize, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.config import KioskConfig, load_config
from kiosk.disk.files import passing_folder
from kiosk.errors import KioskError
from kiosk.time_zones import use_newest_zones
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.faults import begin_log, send_faults_to_the_log
from kiosk.ui.machine.heap import keep_heap_tight, set_aside_what_stays
from kiosk.ui.shell.window import prepare_renderer

GARBAGE_MS = 30_000
LOG_VARIABLE = "JUSUR_LOG"
"""Says which parts tell more in the log."""
_SERVICE = "NOTIFY_SOCKET"
"""Set by the service manager, which begins the kiosk anew when it ends."""
LEAST, MOST = 100, 16_384
"""Pixels of a window's side."""
WARM_MS = 1_500
"""After the window is there, before the first visitor wants to listen."""


def _arguments(argv: list[str]) -> Namespace:
    parser = ArgumentParser(prog="jusur", description="Open the kiosk.")
    parser.add_argument("--config", type=Path, help="settings file (TOML); default: the one JUSUR_CONFIG names")
    parser.add_argument("--content", type=Path, help="content database to show for once; nothing chosen or counted is kept")
    parser.add_argument("--rest", action="store_true", help="show only the resting screen; the service manager's fallback")
    parser.add_argument("--size", type=_size, metavar="WxH", help="window of that many pixels instead of the full screen")
    return parser.parse_args(argv)


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and all(LEAST <= int(part[:6]) <= MOST for part in (width, height))):
        message = f"{text!a} is no size of a window; write width x height in pixels, such as 1080x1920"
        raise ArgumentTypeError(message)
    return QSize(int(width), int(height))


def run(argv: list[str] | None = None) -> int:
    """Open the kiosk and stay until its window closes.

    Returns:
        The exit status: 0, or that of the family of the error that kept it from opening.
    """
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    begin_log(os.environ.get(LOG_VARIABLE, ""), journal="JOURNAL_STREAM" in os.environ)
    send_faults_to_the_log()
    use_newest_zones()
    with ExitStack() as stack:
        return _run(arguments, stack)


def _run(arguments: Namespace, stack: ExitStack) -> int:
    try:
        config = load_config(arguments.config)
        if arguments.content:
            passing = stack.enter_context(passing_folder("jusur"))
            config = config._replace(content=arguments.content, state=passing, sync="", lan=False)
        keep_heap_tight()
        prepare_renderer(config)
        application = QGuiApplication(sys.argv[:1])
        window, close = _show_rest(config, application) if arguments.rest else _show_kiosk(config, arguments.size)
    except KioskError as error:
        logging.getLogger("kiosk").critical("%s", error)
        return error.exit_status
    _tell_service_manager(window, application)
    _collect_garbage_on_this_thread(application)
    _quit_on_signals(application)
    status = application.exec()
    close()
    return status


def _show_rest(config: KioskConfig, application: QGuiApplication) -> tuple[QQuickWindow, Callable[[], None]]:
    from kiosk.ui.shell.rest import show_rest  # the fallback alone

    return show_rest(config, application)


def _show_kiosk(config: KioskConfig, size: QSize | None) -> tuple[QQuickWindow, Callable[[], None]]:
    application = QGuiApplication.instance()
    restart = application.exit if application is not None and _SERVICE in os.environ else None
    kiosk = KioskApplication(config, size, Boundary(restart=restart, draws=True))
    kiosk.show(full_screen=config.full_screen and size is None)
    QTimer.singleShot(WARM_MS, kiosk.warm)
    return kiosk.window, kiosk.close


def _tell_service_manager(window: QQuickWindow, application: QGuiApplication) -> None:
    if _SERVICE in os.environ:
        from systemd_watchdog.systemd_watchdog import WatchDog  # only where a service manager listens

        from kiosk.ui.machine.watchdog import Watchdog

        Watchdog(window, WatchDog(), application)


def _quit_on_signals(application: QGuiApplication) -> None:
    """End at once when asked to. Python runs its handlers only when it has a turn: the pipe gives it one."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda *_: os.read(reader, 1))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: application.exit())  # quit() would ask the window, which says no


def _collect_garbage_on_this_thread(application: QGuiApplication) -> None:
    """Cyclic garbage may hold Qt objects, which only the GUI thread may destroy."""
    QTimer.singleShot(WARM_MS, application, set_aside_what_stays)
    timer = QTimer(application, interval=GARBAGE_MS)
    timer.timeout.connect(gc.collect)
    timer.start()
