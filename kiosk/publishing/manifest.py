"""What a release consists of: the one document that is signed; all else is named in it by its hash."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated, Protocol, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from kiosk.errors import VerificationError

LARGEST_FILE = 4_000_000_000
LARGEST_MANIFEST = 5_000_000
"""Bytes; a release of 20,000 files has 3 MB."""
LAST_NUMBER = 99_999_999
LEAP = 1_000
"""By how many the number of a release may be above the last one seen: one who signs a huge number would end all numbers."""
CHANNELS = ("draft", "canary", "stable")

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Size = Annotated[int, Field(ge=0, le=LARGEST_FILE)]
Name = Annotated[str, StringConstraints(pattern=r"^(pictures|narration)/[A-Za-z0-9][A-Za-z0-9._-]{0,119}$")]


class SignedPart(BaseModel):
    """A part of what is signed, read strictly; fields of newer programs are left unread."""

    model_config = ConfigDict(frozen=True, strict=True)


class Blob(SignedPart):
    """Bytes known by their hash."""

    sha256: Sha256
    size: Size

    @property
    def path(self) -> str:
        """Where the bytes stand in a repository."""
        return f"blobs/{self.sha256[:2]}/{self.sha256}"


class Patch(SignedPart):
    """What makes the database of a release out of an older one."""

    base: Sha256
    """Of the older database."""
    blob: Blob


class ReleaseFile(SignedPart):
    """A picture or a recording that comes with the database."""

    path: Name
    blob: Blob


class ChangeCounts(SignedPart):
    """How many texts and values differ from the release before it."""

    added: Annotated[int, Field(ge=0)] = 0
    removed: Annotated[int, Field(ge=0)] = 0
    changed: Annotated[int, Field(ge=0)] = 0


class Release(SignedPart):
    """One state of the content, whole."""

    number: Annotated[int, Field(ge=1, le=LAST_NUMBER)]
    """Grows with every release of a signing role and is never used again, not even when going back."""
    version: Annotated[str, StringConstraints(max_length=40)]
    """The content's own version, as the database says it."""
    published: AwareDatetime
    user_version: Annotated[int, Field(ge=0)]
    """The shape of the database, as in its header."""
    database: Blob
    whole: Blob
    """The database compressed by itself."""
    patches: tuple[Patch, ...] = ()
    files: tuple[ReleaseFile, ...] = ()
    changes: ChangeCounts = ChangeCounts()
    supersedes: Sha256 | None = None
    """The manifest of the release before it on the same channel."""

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        names = [file.path.lower() for file in self.files]
        if len(set(names)) != len(names):
            message = "two files differ in capitals alone"
            raise ValueError(message)
        return self

    @property
    def name(self) -> str:
        """The folder it is installed in: its number, then what the database must hash to."""
        return f"{self.number:08d}-{self.database.sha256}"

    def blobs(self) -> Iterator[Blob]:
        """All that a repository holds for it."""
        yield self.whole
        yield from (patch.blob for patch in self.patches)
        yield from (file.blob for file in self.files)

    def as_bytes(self) -> bytes:
        """The document as it is signed."""
        return self.model_dump_json(indent=1).encode()


class Numbered(Protocol):
    """What is signed for a channel: content, or the program itself."""

    @property
    def number(self) -> int:
        """Grows with each, and is never used again."""

    @property
    def published(self) -> datetime:
        """When it was signed."""


def read_release(data: bytes) -> Release:
    """A release from its document.

    Raises:
        VerificationError: it is not one.
    """
    try:
        return Release.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "document"
        message = f"the release's manifest is not one of ours ({where}: {first['msg']}); publish the release again"
        raise VerificationError(message) from error


def top_number(numbers: Iterable[int]) -> int:
    """The highest number that kiosks can have followed to."""
    ordered = sorted(set(numbers))
    top = ordered[0] if ordered else 0
    for number in ordered:
        top = number if number <= top + LEAP else top
    return top


def target_of(channel: str, group: str = "") -> str:
    """The name under which a channel's release is signed."""
    return f"{group}/{channel}.json" if group else f"{channel}.json"


def utc(moment: datetime) -> str:
    """A moment as people and programs read it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
