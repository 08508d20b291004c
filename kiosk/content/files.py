"""Files that are either the old or the new one, whatever happens."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def replaced_atomically(path: Path) -> Iterator[Path]:
    """Give a path to write to; what was written then takes the place of `path` in one step, on disk before it returns.

    Raises:
        OSError: the folder cannot be written.
    """
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        fresh = Path(folder) / path.name
        yield fresh
        _flush(fresh)
        fresh.replace(path)
        _flush(path.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
