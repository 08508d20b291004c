"""How bright the panel is: by its backlight, else by a command to the monitor (DDC), else by a veil that the kiosk draws."""

import logging
import shutil
import subprocess
from enum import StrEnum
from pathlib import Path

BACKLIGHTS = Path("/sys/class/backlight")
DDC = "ddcutil"
BRIGHTNESS_SECONDS = 10
_BRIGHTNESS_CODE = "10"
"""Of the luminance in the Monitor Control Command Set."""
_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session", "SetBrightness")

log = logging.getLogger(__name__)


class LightControl(StrEnum):
    """What changes the brightness; each value is the key of its word."""

    BACKLIGHT = "light_backlight"
    MONITOR = "light_monitor"
    VEIL = "light_veil"


def shine(percent: int) -> LightControl:
    """Make the panel as bright as asked, 100 being all it has; takes up to some seconds where a monitor is asked.

    Returns:
        What did it; `VEIL` where nothing of the machine's could.
    """
    lit = [_backlight(folder, percent) for folder in sorted(BACKLIGHTS.glob("*"))]
    if any(lit):
        return LightControl.BACKLIGHT
    obeyed = shutil.which(DDC) is not None and _done(DDC, "setvcp", _BRIGHTNESS_CODE, str(percent))
    return LightControl.MONITOR if obeyed else LightControl.VEIL


def _backlight(folder: Path, percent: int) -> bool:
    """Write it where we may; else the session's manager does (org.freedesktop.login1)."""
    try:
        value = str(int((folder / "max_brightness").read_text(encoding="ascii")) * percent // 100)
        (folder / "brightness").write_text(value, encoding="ascii")
    except PermissionError:
        return _done("busctl", "call", *_LOGIND, "ssu", "backlight", folder.name, value)
    except (OSError, ValueError) as error:
        log.info("%s: %s", folder, error)
        return False
    return True


def _done(*command: str) -> bool:
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=BRIGHTNESS_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.info("brightness: %s", error)
        return False
    if answer.returncode:
        log.info("brightness: %s: %s", command[0], " ".join(answer.stderr.split()))
    return answer.returncode == 0
