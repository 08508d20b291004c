"""Serves what a kiosk holds to its neighbours: GET of known names alone, from private addresses, few at a time and not too fast."""

import ipaddress
import logging
import os
import re
import socket
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kiosk.errors import ConfigurationError, TransferError
from kiosk.publishing.release_sources import CHUNK, Pace
from kiosk.publishing.served_files import ServedFiles

MOST, MOST_OF_ONE = 16, 4
"""Connections at a time: of all neighbours, and of one."""
CLIENT_SECONDS = 10.0
"""A neighbour may be silent for, or take to ask."""
PACE = Pace(most=20_000_000, least=10_000)
"""Bytes a second to one neighbour."""
_RANGE = re.compile(r"bytes=([0-9]{1,12})-")

log = logging.getLogger(__name__)


class NeighbourServer(ThreadingHTTPServer):
    """What one kiosk serves, on one port."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, served: ServedFiles, address: str, port: int) -> None:
        """Listen.

        Raises:
            ConfigurationError: not there, or another program does.
        """
        self.served = served
        self._lock = threading.Lock()
        self._open: Counter[str] = Counter()
        try:
            super().__init__((address, port), _Handler)
        except OSError as error:
            message = f"{address}:{port}: cannot be listened on ({error.strerror}); change lan_port or lan_address"
            raise ConfigurationError(message) from error

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ARG002 - the library's arguments
        """Whether a neighbour is let in."""
        host = str(client_address[0])
        with self._lock:
            welcome = is_near(host) and self._open.total() < MOST and self._open[host] < MOST_OF_ONE
            self._open[host] += welcome
        return welcome

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._open[str(client_address[0])] -= 1

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the library's arguments
        """A neighbour that goes away half-way is nothing to tell."""
        log.debug("a neighbour went away: %s", sys.exception())


class _Handler(BaseHTTPRequestHandler):
    server: NeighbourServer
    server_version, sys_version = "Jusur", ""
    timeout = CLIENT_SECONDS

    def handle(self) -> None:
        """Cut off whoever takes too long to say what they want."""
        self._patience = threading.Timer(CLIENT_SECONDS, self._cut)
        self._patience.daemon = True
        self._patience.start()
        try:
            super().handle()
        finally:
            self._patience.cancel()

    def _cut(self) -> None:
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def do_GET(self) -> None:
        """Give a file, from where it is asked for."""
        self._patience.cancel()
        descriptor = self.server.served.open(self.path.removeprefix("/"))
        if descriptor is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        with os.fdopen(descriptor, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            match = _RANGE.fullmatch(self.headers.get("Range", ""))
            start = int(match[1]) if match else 0
            if start and start >= size:
                self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                return
            self.send_response(HTTPStatus.PARTIAL_CONTENT if start else HTTPStatus.OK)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{size - 1}/{size}")
            self.send_header("Content-Type", "application/octet-stream")
            self.send_header("Content-Length", str(size - start))
            self.end_headers()
            file.seek(start)
            with suppress(TransferError):  # too slow a reader
                for chunk in PACE.paced(iter(lambda: file.read(CHUNK), b""), self.path):
                    self.wfile.write(chunk)

    def send_error(self, code: int, *_said: str | None, **_more: str | None) -> None:
        """The status and nothing more."""
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Neighbours are not written down."""


def is_near(host: str) -> bool:
    """Whether an address is of a network of one's own, and not of the internet."""
    try:
        address = ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return address.is_private or address.is_link_local


@contextmanager
def serving(server: NeighbourServer) -> Iterator[int]:
    """Serve for as long as it lasts; gives the port."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
