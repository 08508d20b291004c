"""Starts the kiosk: settings, log, window."""

import gc
import logging
import signal
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.config import load_config
from kiosk.errors import KioskError
from kiosk.ui.application import KioskApplication, prepare_renderer

GARBAGE_MS = 30_000


def _arguments(argv: list[str]) -> Namespace:
    parser = ArgumentParser(prog="main.py", description="Open the kiosk.")
    parser.add_argument("--config", type=Path, help="settings file (TOML); default: the one JUSUR_CONFIG names")
    parser.add_argument("--content", type=Path, help="content database to show instead of the configured one")
    parser.add_argument("--size", type=_size, metavar="WxH", help="window of that many pixels instead of the full screen")
    return parser.parse_args(argv)


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    return QSize(int(width), int(height))


def run(argv: list[str] | None = None) -> int:
    """Open the kiosk and stay until its window closes.

    Returns:
        The exit status: 0, or that of the family of the error that kept it from opening.
    """
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    try:
        config = load_config(arguments.config)
        if arguments.content:
            config = replace(config, content=arguments.content)
        prepare_renderer(config)
        application = QGuiApplication(sys.argv[:1])
        kiosk = KioskApplication(config, arguments.size)
    except KioskError as error:
        logging.getLogger("kiosk").critical("%s", error)
        return error.exit_status
    kiosk.show(full_screen=config.full_screen and arguments.size is None)
    _collect_garbage_on_this_thread(application)
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    application.aboutToQuit.connect(kiosk.close)
    return application.exec()


def _collect_garbage_on_this_thread(application: QGuiApplication) -> None:
    """Cyclic garbage may hold Qt objects, which only the GUI thread may destroy."""
    timer = QTimer(application, interval=GARBAGE_MS)
    timer.timeout.connect(gc.collect)
    timer.start()
