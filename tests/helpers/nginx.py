"""A real nginx over a folder, with the example configuration the project ships."""

import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.config import ROOT
from tests.helpers.patience import patience

EXAMPLE = ROOT / "assets" / "deploy" / "nginx.conf"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def nginx(repository: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Serve a repository; gives the address and the access log."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    port, log = _free_port(), folder / "access.log"
    server = EXAMPLE.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    server = server.replace("/srv/jusur/repository", str(repository)).replace("/var/log/nginx/jusur.log", str(log))
    settings = f"""
        daemon off; user root; pid {folder}/nginx.pid; error_log {folder}/error.log;
        events {{ worker_connections 2048; }}
        http {{ client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
                uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi; access_log off; {server} }}"""
    (folder / "nginx.conf").write_text(settings)
    process = subprocess.Popen([program, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        _await(f"http://127.0.0.1:{port}/jusur-repository.json")
        yield f"http://127.0.0.1:{port}", log
    finally:
        process.terminate()
        process.wait()


def _await(address: str) -> None:
    until = time.monotonic() + patience(20)
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return
