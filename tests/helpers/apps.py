"""Small programs as application releases: a wheel of a few lines, or one that leads to the code of this checkout."""

import base64
import hashlib
import shutil
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.config import ROOT
from kiosk.content.schema import user_version
from kiosk.publishing.app_manifest import AppRelease
from kiosk.publishing.app_releasing import AppPublisher
from kiosk.publishing.release_sources import FolderSource, ReleaseSource
from kiosk.publishing.wheelhouse import Wheelhouse
from kiosk.software.fetching import SoftwarePlan, SoftwareResult, SoftwareSync
from kiosk.software.laying import Laid, LayingPlan, ProgramInstaller
from kiosk.software.programs import Programs, System, this_system
from kiosk.software.starter import ProgramPointer, choose
from tests.helpers.workshop import Workshop

HERE = System(12, this_system().python)
WORKS = """
import signal, socket, os
path = os.environ.get("NOTIFY_SOCKET")
if path:
    socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"READY=1", path)
    signal.pause()
"""
CRASHES = "raise SystemExit('crashes at the start')\n"
REAL = f"{ROOT}\n{sysconfig.get_path('purelib')}\nimport kiosk; kiosk.__version__ = '{{version}}'\n"
"""Lines of a .pth file by which an installed program is the code of this checkout, under another version."""


def wheel(folder: Path, name: str, version: str, files: dict[str, bytes], needs: str = "") -> Path:
    """A wheel: the same bytes from the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{name}-{version}.dist-info"
    required = f"Requires-Dist: {needs}\n" if needs else ""
    files = files | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{required}".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in files.items()]
    files[f"{info}/RECORD"] = ("\n".join([*rows, f"{info}/RECORD,,"]) + "\n").encode()
    target = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data)
    return target


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


def program(main: str, form: int = user_version(), ballast: bytes = b"") -> dict[str, bytes]:
    """The files of a program whose whole code is one module."""
    database = bytes(60) + form.to_bytes(4) + bytes(40)
    own = {"__init__.py": b"", "__main__.py": main.encode(), "_data/content.db": database, "_data/ballast": ballast}
    return {f"kiosk/{name}": data for name, data in own.items()}


def real_program(version: str) -> dict[str, bytes]:
    """The files of a program that is the code of this checkout."""
    database = bytes(60) + user_version().to_bytes(4) + bytes(40)
    return {"jusur_here.pth": REAL.format(version=version).encode(), "kiosk/_data/content.db": database}


def wheelhouse(folder: Path, version: str, files: dict[str, bytes], system: System = HERE) -> Wheelhouse:
    """A folder such as script/make-installer makes."""
    shutil.rmtree(folder, ignore_errors=True)
    wheel(folder / "wheels", "jusur", version, files, "helper>=1")
    wheel(folder / "wheels", "helper", "1.0", {"helper.py": b"HELP = 1\n" * 2000})
    (folder / "debian-version").write_text(f"{system.debian}\n")
    (folder / "python-version").write_text(f"{system.python}\n")
    return Wheelhouse(folder)


def published(
    workshop: Workshop, version: str, files: dict[str, bytes], channel: str = "stable", system: System = HERE
) -> AppRelease:
    """Have a program signed for a channel."""
    house = wheelhouse(workshop.folder / f"wheelhouse-{version}", version, files, system)
    return AppPublisher(workshop.repository, workshop.keyring, workshop.now).publish([house], channel)


@dataclass
class Machine:
    """A kiosk with its folder of programs, as its account, root and the service manager see it."""

    folder: Path
    root: Path
    channel: str = "stable"
    share: bool = False

    def __post_init__(self) -> None:
        self.state, self.folder_of_programs = self.folder / "state", self.folder / "opt"
        for path in (self.state, self.folder_of_programs):
            path.mkdir(parents=True, exist_ok=True)
        self.programs = Programs(self.folder_of_programs, self.state)

    def install(self, version: str = "1.0") -> str:
        """As the installer does: a program of number 0."""
        name = f"{0:08d}-{hashlib.sha256(version.encode()).hexdigest()}"
        bin_folder = self.folder_of_programs / name / "bin"
        bin_folder.mkdir(parents=True)
        (bin_folder / "python").symlink_to(sys.executable)
        (self.folder_of_programs / name / "complete").touch()
        (self.folder_of_programs / "current").symlink_to(name)
        return name

    def fetch(self, source: Path | ReleaseSource) -> SoftwareResult:
        """As the kiosk's account."""
        found = FolderSource(source) if isinstance(source, Path) else source
        plan = SoftwarePlan(self.state, self.root, self.channel, HERE, share=self.share)
        return SoftwareSync(plan, found, now=datetime.now(UTC)).run()

    def lay(self) -> Laid:
        """As root."""
        return ProgramInstaller(LayingPlan(self.folder_of_programs, self.state, self.root, self.channel, HERE)).run()

    def choose(self) -> ProgramPointer:
        """As root, before a start."""
        return choose(self.folder_of_programs, self.programs.hints)

    def go_over(self) -> ProgramPointer:
        """The kiosk wants what was laid down, and is started anew."""
        self.programs.want(self.programs.next_one())
        return self.choose()
