"""The whole program as an application release: its wheel, built here, and all wheels that it needs."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.config import ROOT
from kiosk.publishing.app_manifest import AppRelease
from kiosk.publishing.app_releasing import AppPublisher
from kiosk.publishing.wheelhouse import Wheelhouse
from tests.helpers.apps import HERE
from tests.helpers.workshop import Workshop

WHEELS = ROOT / "build" / "wheelhouse"
"""Made by script/setup --test."""
EPOCH = "1700000000"


def whole_wheelhouse(folder: Path) -> Wheelhouse:
    """A folder such as script/make-installer makes, for the Python that runs."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    for path in WHEELS.glob("*.whl"):
        (wheels / path.name).symlink_to(path)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-index", "--no-build-isolation", str(ROOT)]
    subprocess.run([*command, "-w", str(wheels)], check=True, env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH})
    (folder / "debian-version").write_text(f"{HERE.debian}\n")
    (folder / "python-version").write_text(f"{HERE.python}\n")
    return Wheelhouse(folder)


def published_whole(workshop: Workshop, channel: str = "stable") -> AppRelease:
    """Have it signed."""
    house = whole_wheelhouse(workshop.folder / "whole")
    return AppPublisher(workshop.repository, workshop.keyring, workshop.now).publish([house], channel)
