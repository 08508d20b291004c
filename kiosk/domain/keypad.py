"""The keys of a tactile pad, and what each does.

A key is known by its scan code (X11: the kernel's code and 8), for pads send keys whose names depend on the layout. The defaults
fit arrows and Enter of any keyboard, the five keys of common pads, and F13 to F24, which Storm's AudioNav sends.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

DOUBLE_STRIKE = 0.5
"""Seconds in which the same key is not taken twice (EN 301 549, 5.8)."""


class Command(StrEnum):
    """What a key of the pad asks for."""

    PREVIOUS = "previous"
    NEXT = "next"
    OK = "ok"
    BACK = "back"
    HOME = "home"
    HELP = "help"
    REPEAT = "repeat"
    PAUSE = "pause"
    LOUDER = "louder"
    QUIETER = "quieter"
    SPEED = "speed"
    LANGUAGE = "language"


SCAN_CODES: Mapping[int, Command] = MappingProxyType(
    {
        111: Command.PREVIOUS,  # up
        113: Command.PREVIOUS,  # left
        114: Command.NEXT,  # right
        116: Command.NEXT,  # down
        80: Command.PREVIOUS,  # 8, 4, 6, 2, 5 and Enter of the keypad, as arrows
        83: Command.PREVIOUS,
        85: Command.NEXT,
        88: Command.NEXT,
        84: Command.OK,
        36: Command.OK,  # Enter
        104: Command.OK,
        65: Command.OK,  # space
        9: Command.BACK,  # Escape
        22: Command.BACK,  # backspace
        110: Command.HOME,
        67: Command.HELP,  # F1
        86: Command.LOUDER,  # plus and minus of the keypad
        82: Command.QUIETER,
        123: Command.LOUDER,
        122: Command.QUIETER,
        191: Command.PREVIOUS,  # F13 to F24
        192: Command.NEXT,
        193: Command.OK,
        194: Command.BACK,
        195: Command.HOME,
        196: Command.HELP,
        197: Command.REPEAT,
        198: Command.PAUSE,
        199: Command.LOUDER,
        200: Command.QUIETER,
        201: Command.SPEED,
        202: Command.LANGUAGE,
    }
)
WRITES = frozenset({65, 22, 80, 82, 83, 84, 85, 86, 88})
"""Keys that write, or take away, a sign where somebody is typing."""
_LEARNT = re.compile(r"(\d{1,3}) ([a-z]+)")


def keys_of(learnt: str) -> Mapping[int, Command]:
    """What each key does, by its scan code: the defaults, and over them what a technician has written.

    Args:
        learnt: pairs such as `191 next, 192 ok`; `none` takes a key's command away.

    Raises:
        ValueError: a pair is none, or there is no such command.
    """
    keys = dict(SCAN_CODES)
    for pair in filter(None, (part.strip() for part in learnt.split(","))):
        match = _LEARNT.fullmatch(pair)
        if match is None:
            message = f"{pair!r} is no key with its command; write a scan code and a command, such as `191 next`"
            raise ValueError(message)
        code, name = int(match[1]), match[2]
        if name == "none":
            keys.pop(code, None)
        elif name in set(Command):
            keys[code] = Command(name)
        else:
            message = f"there is no command {name!r}; use one of {', '.join(Command)}, or none"
            raise ValueError(message)
    return keys
