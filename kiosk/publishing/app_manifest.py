"""What an application release consists of: for each system, the wheels that make the program, each known by its hash."""

import hashlib
from collections.abc import Iterator
from typing import Annotated, Self

from packaging.utils import parse_wheel_filename
from pydantic import AwareDatetime, Field, StringConstraints, ValidationError, model_validator

from kiosk.errors import VerificationError
from kiosk.publishing.manifest import CHANNELS, LAST_NUMBER, Blob, Patch, Sha256, SignedPart

WheelName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.+!-]{0,199}\.whl$")]
PROGRAM = "jusur"
"""The package that is the program; all other wheels are what it needs."""


class Wheel(SignedPart):
    """One package."""

    name: WheelName
    blob: Blob
    patches: tuple[Patch, ...] = ()
    """From wheels of the same package in the releases before."""

    @property
    def package(self) -> str:
        """The normal name of its package."""
        return str(parse_wheel_filename(self.name)[0])

    def requirement(self) -> str:
        """The line by which pip takes this wheel and no other."""
        package, version, _, _ = parse_wheel_filename(self.name)
        return f"{package}=={version} --hash=sha256:{self.blob.sha256}"


class Bundle(SignedPart):
    """All wheels of the program for one system."""

    debian: Annotated[int, Field(ge=1, le=99)]
    """The version of the system."""
    python: Annotated[str, StringConstraints(pattern=r"^3\.\d{1,2}$")]
    wheels: Annotated[tuple[Wheel, ...], Field(min_length=1, max_length=500)]

    @model_validator(mode="after")
    def _wheels_are_of_different_packages(self) -> Self:
        packages = [wheel.package for wheel in self.wheels]  # InvalidWheelFilename is a ValueError
        if len(set(packages)) != len(packages) or PROGRAM not in packages:
            message = f"a bundle has each package once, and {PROGRAM} among them"
            raise ValueError(message)
        return self

    @property
    def sha256(self) -> str:
        """Of the list of its wheels: what is installed, whatever its number."""
        lines = sorted(f"{wheel.blob.sha256}  {wheel.name}\n" for wheel in self.wheels)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    @property
    def size(self) -> int:
        """Bytes of all wheels."""
        return sum(wheel.blob.size for wheel in self.wheels)


class AppRelease(SignedPart):
    """One state of the program, whole, for each system it is made for."""

    number: Annotated[int, Field(ge=1, le=LAST_NUMBER)]
    """Grows with every application release and is never used again, not even when going back."""
    version: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.+!-]{1,40}$")]
    published: AwareDatetime
    reads: Annotated[int, Field(ge=0)]
    """The newest form of content.db that the program reads, as in the database's header."""
    bundles: Annotated[tuple[Bundle, ...], Field(min_length=1, max_length=20)]
    supersedes: Sha256 | None = None
    """The document of the release before it on the same channel."""

    def bundle_for(self, debian: int, python: str) -> Bundle | None:
        """The bundle for a system."""
        return next((one for one in self.bundles if (one.debian, one.python) == (debian, python)), None)

    def name_of(self, bundle: Bundle) -> str:
        """The folder it is installed in: its number, then the hash of what is installed."""
        return f"{self.number:08d}-{bundle.sha256}"

    def blobs(self) -> Iterator[Blob]:
        """All that a repository holds for it."""
        for wheel in (wheel for bundle in self.bundles for wheel in bundle.wheels):
            yield wheel.blob
            yield from (patch.blob for patch in wheel.patches)

    def as_bytes(self) -> bytes:
        """The document as it is signed."""
        return self.model_dump_json(indent=1).encode()


def read_app_release(data: bytes) -> AppRelease:
    """An application release from its document.

    Raises:
        VerificationError: it is not one.
    """
    try:
        return AppRelease.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "document"
        message = f"the application release is not one of ours ({where}: {first['msg']}); publish it again"
        raise VerificationError(message) from error


def app_target(channel: str) -> str:
    """The name under which a channel's program is signed: by the publishers alone, never by a group."""
    return f"app-{channel}.json"


APP_TARGETS = tuple(map(app_target, CHANNELS))
