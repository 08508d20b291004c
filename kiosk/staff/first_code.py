"""The code of the installation sheet, by which a kiosk that nobody leads takes its first lead; kept as a hash until then."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.disk.files import contents_of, make_folder, replaced_atomically
from kiosk.errors import StaffStateError
from kiosk.staff.pins import Hasher

FIGURES = 8
FILE = "first-code"
_LONGEST = 200
"""Characters of a hash."""


def new_figures() -> str:
    """A code nobody can foresee."""
    return f"{secrets.randbelow(10**FIGURES):0{FIGURES}}"


class FirstCode:
    """The code of one kiosk, in its state folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def kept(self) -> str:
        """The hash of the code; empty where none is kept, or what is kept cannot be read: then no code is right."""
        try:
            return contents_of(self.path, _LONGEST).decode("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def make(self, hasher: Hasher) -> str:
        """A new code, in the place of the one before; nobody is told it again.

        Raises:
            StaffStateError: it could not be kept.
        """
        with self.made(hasher) as figures:
            pass
        return figures

    @contextmanager
    def made(self, hasher: Hasher) -> Iterator[str]:
        """A new code; it takes the place of the one before when the block that tells it to somebody has ended without an error.

        Raises:
            StaffStateError: it could not be kept.
        """
        figures = new_figures()
        try:
            make_folder(self.path.parent)
            with replaced_atomically(self.path) as fresh:
                fresh.touch(0o600)
                fresh.write_text(f"{hasher.hash(figures)}\n", encoding="ascii")
                yield figures
        except OSError as error:
            message = f"{self.path}: cannot be written ({error.strerror}); make room, or name another `state` folder"
            raise StaffStateError(message) from error

    def use_up(self) -> None:
        """Somebody leads: the code is worth nothing any more. Where it cannot be removed, `may_begin` refuses it all the same."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
