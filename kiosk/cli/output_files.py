"""Files that commands write where their caller says."""

import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.disk.files import replaced_atomically
from kiosk.errors import StorageError

MEND = "name a file in a folder that exists and is yours"
_LIVING = (Path("/dev"), Path("/proc"))
"""What stands here is never a file to be replaced, whatever it leads to."""


@contextmanager
def output_file(path: Path, mend: str = MEND) -> Iterator[Path]:
    """Give a path to write to; what was written then becomes the output.

    An ordinary file is replaced in one step, a link stays and its target is replaced, and a device or pipe is written to.

    Raises:
        StorageError: it cannot be written.
    """
    try:
        if _is_stream(path):
            with TemporaryDirectory() as folder:
                fresh = Path(folder) / "output"
                yield fresh
                with fresh.open("rb") as source, path.open("wb") as target:
                    shutil.copyfileobj(source, target)
        else:
            with replaced_atomically(path.resolve()) as fresh:
                yield fresh
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); {mend}"
        raise StorageError(message) from error


def make_output_folder(path: Path, mend: str = "name a folder that is yours") -> None:
    """Make a folder for output, and those above it, where there is none.

    Raises:
        StorageError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); {mend}"
        raise StorageError(message) from error


def kept_file(path: Path) -> Path:
    """The ordinary file, there or to be made, that a path or link leads to.

    Raises:
        StorageError: it is something else, which must not be replaced.
    """
    if _is_stream(path) or path.is_dir():
        message = f"{path}: is no ordinary file; {MEND}"
        raise StorageError(message)
    return path.resolve()


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    ordinary = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
    return not ordinary or any(path.absolute().is_relative_to(folder) for folder in _LIVING)
