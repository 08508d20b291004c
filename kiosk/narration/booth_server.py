"""The booth as a local web page. It listens on this machine alone, and answers only what its own page asks."""

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote

from kiosk.narration.booth import LONGEST_TAKE, Booth, Say

PAGES = {
    "/": ("booth.html", "text/html; charset=utf-8"),
    "/golden": ("golden.html", "text/html; charset=utf-8"),
    "/booth.css": ("booth.css", "text/css; charset=utf-8"),
    "/booth.js": ("booth.js", "text/javascript; charset=utf-8"),
    "/golden.js": ("golden.js", "text/javascript; charset=utf-8"),
    "/recorder.js": ("recorder.js", "text/javascript; charset=utf-8"),
}
ASKED_BY_PAGE = "X-Booth"
"""A header that a page of another site cannot send without asking."""


class BoothServer(ThreadingHTTPServer):
    """One booth on one port."""

    daemon_threads = True

    def __init__(self, booth: Booth, golden: list[dict[str, str]], say: Say, pages: Path, port: int) -> None:
        """Listen, and answer nothing yet.

        Args:
            booth: lines and takes.
            golden: words with how they should sound, for a native speaker to judge.
            say: says a word.
            pages: folder of the page's files.
            port: 0 for any free one.

        Raises:
            OSError: the port is taken.
        """
        self.booth, self.golden, self.say, self.pages = booth, golden, say, pages
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: BoothServer
    protocol_version = "HTTP/1.1"
    timeout: ClassVar[int] = 60

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Nothing: what was asked is seen on the page."""

    def _is_ours(self) -> bool:
        """Whether it was asked by this machine's own name, so that no other site leads here."""
        return self.headers.get("Host", "").partition(":")[0] in {"127.0.0.1", "localhost"}

    def do_GET(self) -> None:
        """A file of the page, or what it asks for."""
        path = self.path.partition("?")[0]
        if not self._is_ours():
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif path in PAGES:
            name, kind = PAGES[path]
            self._answer(HTTPStatus.OK, (self.server.pages / name).read_bytes(), kind)
        elif path == "/lines":
            booth = self.server.booth
            self._tell({"language": booth.language, "lines": booth.rows(), "progress": booth.progress()})
        elif path == "/golden-words":
            self._tell({"language": self.server.booth.language, "words": self.server.golden, "marks": self.server.booth.marks()})
        elif path.startswith("/takes/"):
            self._sound(self.server.booth.sound_of(_number(path)), "audio/ogg")
        elif path.startswith("/said/"):
            self._sound(self.server.say(unquote(path.removeprefix("/said/"))), "audio/wav")
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def do_POST(self) -> None:
        """A take, or a mark."""
        length = int(self.headers.get("Content-Length", "0") or 0)
        if not self._is_ours() or ASKED_BY_PAGE not in self.headers or not 0 <= length <= LONGEST_TAKE:
            self.close_connection = True
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        body = self.rfile.read(length)
        booth = self.server.booth
        try:
            if self.path.startswith("/takes/"):
                found = booth.take(_number(self.path), body)
                self._tell({"taken": found.taken, "what": found.what, "progress": booth.progress()})
            elif self.path.startswith("/unsayable/"):
                booth.mark_unsayable(_number(self.path), str(json.loads(body)["why"]))
                self._tell({"progress": booth.progress()})
            elif self.path == "/golden-marks":
                said = json.loads(body)
                booth.mark(str(said["word"]), str(said["judgement"]))
                self._tell({"marks": booth.marks()})
            else:
                self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
        except (ValueError, KeyError, TypeError, OSError) as error:
            self._answer(HTTPStatus.BAD_REQUEST, json.dumps({"what": str(error)}).encode(), "application/json")

    def _sound(self, sound: bytes | None, kind: str) -> None:
        self._answer(HTTPStatus.OK if sound else HTTPStatus.NOT_FOUND, sound or b"", kind)

    def _tell(self, what: dict[str, Any]) -> None:
        self._answer(HTTPStatus.OK, json.dumps(what, ensure_ascii=False).encode(), "application/json")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "default-src 'self'; media-src 'self' blob:")
        self.end_headers()
        self.wfile.write(body)


def _number(path: str) -> int:
    """The number a path ends with; -1 where it is none."""
    last = path.rpartition("/")[2]
    return int(last) if last.isdecimal() else -1
