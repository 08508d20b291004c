"""Plays sounds, in a process of its own: a sound server that ends or hangs takes this process with it, never the window (ADR 0033).

`python -m kiosk.ui.machine.sound_process`. Each line, to it and from it, is a list in JSON.
To it: `["play", TURN, FILE]`, `["pause"]`, `["resume"]`, `["stop"]`, `["speed", PERCENT]`, `["volume", PERCENT]`, `["warm"]`.
From it: `["ready"]` once, or `["absent", FOUND, MEND]` and its end. Of a sound: `["at", TURN, MILLISECONDS]` while it is heard;
at the end `["finished", TURN]`, `["failed", TURN, WHY]` for a file that cannot be played, or `["unheard", TURN, FOUND, MEND]`.
It ends with its input, and when the sound server does.
"""

import json
import os
import sys
from typing import NoReturn

from kiosk.ui.machine.sound_server import Obstacle, reach_server

os.environ.setdefault("QT_LOGGING_RULES", "*.debug=false;*.info=false;*.warning=false")
"""A line for each sentence played would bury the log; what cannot be played is told."""
os.environ.setdefault("QT_FFMPEG_DEBUG", "1")  # lets Qt's rules decide what the decoder may say of each file
os.environ.setdefault("QT_AUDIO_BACKEND", "pulseaudio")  # PipeWire speaks its language, and is asked in it who is heard


def tell(*words: object) -> None:
    """A line to the window, if it is still there."""
    try:
        os.write(sys.stdout.fileno(), json.dumps(words).encode() + b"\n")
    except (BrokenPipeError, ConnectionResetError):
        leave()


def leave() -> NoReturn:
    """End at once: Qt would wait for a sound server that hangs."""
    os._exit(0)


def main() -> None:
    """Play what the window asks for."""
    line = reach_server()
    if isinstance(line, Obstacle):
        tell("absent", line.found, line.mend)
        leave()
    from kiosk.ui.machine.media_player import serve  # Qt: half a second, which a hall without sound is spared

    serve(line, tell, leave)


if __name__ == "__main__":
    main()
