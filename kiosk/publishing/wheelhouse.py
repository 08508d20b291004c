"""A folder of wheels that makes the program on one system, looked at before anybody signs it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from packaging.metadata import Metadata, parse_email
from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from kiosk.errors import PublishingError, ReleaseRefusedError
from kiosk.publishing.app_manifest import PROGRAM
from kiosk.publishing.installation import HEADER, USER_VERSION

CONTENT = "kiosk/_data/content.db"
"""In the program's own wheel: the content it comes with, whose form is the newest that it reads."""
_FILES = ("debian-version", "python-version")


class Wheelhouse:
    """What `script/make-installer` laid down: wheels, and for which system they are."""

    def __init__(self, folder: Path) -> None:
        """Look into a folder.

        Raises:
            PublishingError: it is none.
        """
        self.folder = folder
        try:
            debian, self.python = ((folder / name).read_text(encoding="utf-8").strip() for name in _FILES)
            self.debian = int(debian)
        except (OSError, ValueError) as error:
            message = f"{folder}: says not for which system it is ({' and '.join(_FILES)}); make it with script/make-installer"
            raise PublishingError(message) from error
        self.wheels = sorted((folder / "wheels").glob("*.whl"))
        own = [path for path in self.wheels if path.name.startswith(f"{PROGRAM}-")]
        if len(own) != 1:
            message = f"{folder}: holds {len(own)} wheels of {PROGRAM}, and must hold one; make it anew with script/make-installer"
            raise PublishingError(message)
        self._own = own[0]
        self.version, self.reads = str(parse_wheel_filename(self._own.name)[1]), self._form()

    def _form(self) -> int:
        try:
            with zipfile.ZipFile(self._own) as wheel, wheel.open(CONTENT) as database:
                return int.from_bytes(database.read(HEADER)[USER_VERSION])
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            message = f"{self._own}: holds no {CONTENT} ({error}); build it again"
            raise PublishingError(message) from error

    def refuse_unfit(self) -> None:
        """Sign no bundle that cannot be installed.

        Raises:
            ReleaseRefusedError: a wheel is none, is for another system, or another one is missing beside it.
        """
        found = list(self._faults())
        if found:
            message = f"{self.folder}: {' | '.join(found[:5])}; make it anew with script/make-installer"
            raise ReleaseRefusedError(message)

    def _faults(self) -> Iterator[str]:
        environment = {"python_version": self.python, "python_full_version": f"{self.python}.0", "sys_platform": "linux"}
        held: dict[str, str] = {}
        wanted: list[tuple[str, Requirement]] = []
        for path in self.wheels:
            try:
                package, version, _, tags = parse_wheel_filename(path.name)
                metadata = _metadata(path)
            except (InvalidWheelFilename, OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
                yield f"{path.name} is no wheel ({error})"
                continue
            if not any(self._fits(tag) for tag in tags):
                yield f"{path.name} is not for Python {self.python}"
            held[package] = str(version)
            wanted += [(path.name, needed) for needed in metadata.requires_dist or []]
        for name, needed in wanted:
            applies = needed.marker is None or needed.marker.evaluate({**environment, "extra": ""})
            version_held = held.get(canonicalize_name(needed.name), "")
            if applies and not (version_held and needed.specifier.contains(version_held, prereleases=True)):
                yield f"{name} needs {needed.name}{needed.specifier}, and here is {version_held or 'none'}"

    def _fits(self, tag: Tag) -> bool:
        minor = int(self.python.partition(".")[2])
        own = f"cp3{minor}"
        old_enough = tag.interpreter.startswith("cp3") and int(tag.interpreter[3:] or 0) <= minor
        speaks = tag.interpreter in {own, "py3"} or (tag.abi == "abi3" and old_enough)
        return speaks and (tag.platform == "any" or ("linux" in tag.platform and tag.platform.endswith("x86_64")))


def _metadata(path: Path) -> Metadata:
    with zipfile.ZipFile(path) as wheel:
        name = next(name for name in sorted(wheel.namelist()) if name.endswith(".dist-info/METADATA"))
        raw, _ = parse_email(wheel.read(name))
    return Metadata.from_raw(raw, validate=False)
