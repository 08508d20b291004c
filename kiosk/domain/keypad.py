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


class KeyCommand(StrEnum):
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


SCAN_CODES: Mapping[int, KeyCommand] = MappingProxyType(
    {
        111: KeyCommand.PREVIOUS,  # up
        113: KeyCommand.PREVIOUS,  # left
        114: KeyCommand.NEXT,  # right
        116: KeyCommand.NEXT,  # down
        80: KeyCommand.PREVIOUS,  # 8, 4, 6, 2, 5 and Enter of the keypad, as arrows
        83: KeyCommand.PREVIOUS,
        85: KeyCommand.NEXT,
        88: KeyCommand.NEXT,
        84: KeyCommand.OK,
        36: KeyCommand.OK,  # Enter
        104: KeyCommand.OK,
        65: KeyCommand.OK,  # space
        9: KeyCommand.BACK,  # Escape
        22: KeyCommand.BACK,  # backspace
        110: KeyCommand.HOME,
        67: KeyCommand.HELP,  # F1
        86: KeyCommand.LOUDER,  # plus and minus of the keypad
        82: KeyCommand.QUIETER,
        123: KeyCommand.LOUDER,
        122: KeyCommand.QUIETER,
        191: KeyCommand.PREVIOUS,  # F13 to F24
        192: KeyCommand.NEXT,
        193: KeyCommand.OK,
        194: KeyCommand.BACK,
        195: KeyCommand.HOME,
        196: KeyCommand.HELP,
        197: KeyCommand.REPEAT,
        198: KeyCommand.PAUSE,
        199: KeyCommand.LOUDER,
        200: KeyCommand.QUIETER,
        201: KeyCommand.SPEED,
        202: KeyCommand.LANGUAGE,
    }
)
WRITES = frozenset({65, 22, 80, 82, 83, 84, 85, 86, 88})
"""Keys that write, or take away, a sign where somebody is typing."""
_LEARNT = re.compile(r"(\d{1,3}) ([a-z]+)")


def keys_of(learnt: str) -> Mapping[int, KeyCommand]:
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
        elif name in set(KeyCommand):
            keys[code] = KeyCommand(name)
        else:
            message = f"there is no command {name!r}; use one of {', '.join(KeyCommand)}, or none"
            raise ValueError(message)
    return keys
