"""Which program this is: its version, and the application release it was installed by."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from kiosk import __version__

FOLDER = re.compile(r"(\d{8})-([0-9a-f]{64})")
"""The folder of an installed program: the number of its release, 0 for the installer's; the hash of all that is installed."""
SHOWN = 12
"""Figures of the hash that people are shown."""


class Program(NamedTuple):
    """An installed program."""

    name: str = ""
    """Its folder; empty for a checkout, or a package installed by hand."""
    number: int = 0
    sha256: str = ""

    def said(self, version: str = __version__) -> str:
        """Version, number and beginning of the hash, in the form of a version with a local part (PEP 440)."""
        return f"{version}+{self.number}.{self.sha256[:SHOWN]}" if self.name else version


def program_in(folder: Path) -> Program:
    """The program of a folder."""
    match = FOLDER.fullmatch(folder.name)
    return Program(folder.name, int(match[1]), match[2]) if match else Program()


RUNNING = program_in(Path(sys.prefix).resolve())
"""The one that runs."""
