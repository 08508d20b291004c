"""Where releases come from: a web server, or a folder such as a stick. None of them is trusted."""

import os
import stat
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

import urllib3

from kiosk.errors import NotThereError, TransferError

CHUNK = 1 << 16
ANSWER_SECONDS = 20.0
"""Without a byte from a server."""
Stream = Generator[bytes, None, None]
"""Bytes as they come; closed by who does not take them all."""
_OWN = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True)
class Pace:
    """How fast bytes may and must come."""

    most: int = 0
    """Bytes a second at most; 0 for as many as there are."""
    least: int = 10_000
    """Bytes a second on average over each `window`."""
    window: float = 60.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def paced(self, chunks: Iterator[bytes], what: str) -> Stream:
        """The same chunks, no faster and no slower.

        Raises:
            TransferError: they come too slowly.
        """
        begin, window_begin, total, in_window = self.clock(), self.clock(), 0, 0
        for chunk in chunks:
            total, in_window, now = total + len(chunk), in_window + len(chunk), self.clock()
            if now - window_begin >= self.window:
                if in_window < self.least * (now - window_begin):
                    message = f"{what}: slower than {self.least} bytes a second; it goes on where it stopped, later"
                    raise TransferError(message)
                window_begin, in_window = now, 0
            yield chunk
            if self.most and total / self.most > self.clock() - begin:
                self.sleep(total / self.most - (self.clock() - begin))


class ReleaseSource(Protocol):
    """Somewhere that has a repository's files."""

    name: str
    requests: int
    received: int
    """Bytes of all answers."""

    def read(self, path: str, start: int = 0) -> tuple[int, Stream]:
        """A file's bytes.

        Args:
            path: of the file, with slashes.
            start: how many bytes are not wanted.

        Returns:
            Where the bytes begin: `start`, or 0 from a source that only gives whole files; and the bytes.

        Raises:
            NotThereError: there is no such file.
            TransferError: nothing comes, or it stops or crawls.
        """


class HttpSource:
    """A web server."""

    def __init__(self, address: str, pace: Pace | None = None, silence: float = ANSWER_SECONDS) -> None:
        self.name = address.rstrip("/")
        self.requests = self.received = 0
        self._pace = pace or Pace()
        timeout = urllib3.Timeout(connect=silence, read=silence)
        self._pool = urllib3.PoolManager(timeout=timeout, retries=False)

    def read(self, path: str, start: int = 0) -> tuple[int, Stream]:
        """See `ReleaseSource`."""
        self.requests += 1
        what = f"{self.name}/{path}"
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        try:
            answer = self._pool.request("GET", what, headers=headers, preload_content=False, redirect=False)
        except urllib3.exceptions.HTTPError as error:
            raise TransferError(_unreachable(what, error)) from error
        if answer.status == 416 and start:
            answer.close()
            return self.read(path)
        if answer.status not in {200, 206}:
            answer.close()
            kind = NotThereError if answer.status in {403, 404} else TransferError
            message = f"{what}: the server answers {answer.status}; look at the server's log"
            raise kind(message)
        return start if answer.status == 206 else 0, self._pace.paced(self._bytes(answer, what), what)

    def _bytes(self, answer: urllib3.BaseHTTPResponse, what: str) -> Stream:
        try:
            while chunk := answer.read1(CHUNK):
                self.received += len(chunk)
                yield chunk
        except urllib3.exceptions.HTTPError as error:
            raise TransferError(_unreachable(what, error)) from error
        finally:
            answer.close()


def _unreachable(what: str, error: Exception) -> str:
    reason = str(error).rpartition(": ")[2] or type(error).__name__
    return f"{what}: cannot be reached ({reason}); without a network, bring a stick"


class FolderSource:
    """A folder, such as a stick: only plain files under it are ever read, whatever it says they are."""

    def __init__(self, folder: Path, pace: Pace | None = None) -> None:
        self.name = str(folder)
        self.requests = self.received = 0
        self._folder = folder
        self._pace = pace or Pace()

    def read(self, path: str, start: int = 0) -> tuple[int, Stream]:
        """See `ReleaseSource`."""
        self.requests += 1
        what = f"{self.name}/{path}"
        try:
            descriptor = open_beneath(self._folder, unquote(path))
            os.lseek(descriptor, start, os.SEEK_SET)
        except FileNotFoundError as error:
            message = f"{what}: is not there; copy the repository again"
            raise NotThereError(message) from error
        except OSError as error:
            message = f"{what}: cannot be read ({error.strerror}); copy the repository again, to another stick"
            raise TransferError(message) from error
        return start, self._pace.paced(self._bytes(descriptor, what), what)

    def _bytes(self, descriptor: int, what: str) -> Stream:
        try:
            while chunk := os.read(descriptor, CHUNK):
                self.received += len(chunk)
                yield chunk
        except OSError as error:
            message = f"{what}: stopped ({error.strerror}); was the stick pulled out? put it in again"
            raise TransferError(message) from error
        finally:
            os.close(descriptor)


def open_beneath(folder: Path, path: str) -> int:
    """A descriptor of a plain file under a folder, found without following any link.

    Raises:
        OSError: it is not there, or is no plain file, or its path leads elsewhere.
    """
    *folders, name = path.split("/")
    at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in (*folders, name):
            if part in {"", ".", ".."} or "\0" in part:
                raise FileNotFoundError(2, "no such name", quote(path))
        for part in folders:
            below = os.open(part, _OWN | os.O_DIRECTORY, dir_fd=at)
            os.close(at)
            at = below
        found = os.open(name, _OWN | os.O_NONBLOCK, dir_fd=at)
    finally:
        os.close(at)
    if not stat.S_ISREG(os.fstat(found).st_mode):
        os.close(found)
        raise OSError(22, "not a plain file", path)
    return found


def source_of(address: str, pace: Pace | None = None) -> ReleaseSource:
    """The source of an address: http, https, file, or a path."""
    if address.startswith(("http://", "https://")):
        return HttpSource(address, pace)
    return FolderSource(Path(unquote(address.removeprefix("file://"))), pace)
