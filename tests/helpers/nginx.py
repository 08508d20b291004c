"""A real nginx over a folder, with the example configuration the project ships."""

import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from kiosk.config import ROOT
from tests.helpers.patience import patience

HOUR = timedelta(hours=1)
EXAMPLE = ROOT / "assets" / "deploy" / "nginx.conf"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _certify(chain: Path, key: Path) -> None:
    """A certificate of this machine for itself."""
    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, secret.public_key(), x509.random_serial_number(), now - HOUR, now + HOUR)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(secret, hashes.SHA256())
    )
    chain.write_bytes(made.public_bytes(Encoding.PEM))
    key.write_bytes(secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


@contextmanager
def nginx(repository: Path, folder: Path, *, secure: bool = False) -> Iterator[tuple[str, Path]]:
    """Serve a repository; gives the address, secure by the certificate `chain.pem` in the folder, and the access log."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    port, secure_port, log = _free_port(), _free_port(), folder / "access.log"
    _certify(folder / "chain.pem", folder / "key.pem")
    server = EXAMPLE.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    server = server.replace("listen 443", f"listen 127.0.0.1:{secure_port}").replace("/etc/ssl/jusur", str(folder))
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
        yield f"https://localhost:{secure_port}" if secure else f"http://127.0.0.1:{port}", log
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
