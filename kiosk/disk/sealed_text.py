"""Small texts on the disk that say themselves whether they are whole."""

from pathlib import Path

from kiosk.disk.files import contents_of, replaced_atomically


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL; not before the first picture, where nothing was synced

    return sha256(data).hexdigest()


def seal(path: Path, text: str, mode: int = 0o666) -> None:
    """Write a small text that is found out when a single bit of it changes.

    Args:
        path: the file.
        text: what it is to say.
        mode: who may read it, before the umask.

    Raises:
        OSError: it cannot be written.
    """
    with replaced_atomically(path) as fresh:
        fresh.touch(mode)
        fresh.write_text(f"{_sha256(text.encode())}\n{text}", encoding="utf-8")


def unseal(path: Path) -> str | None:
    """The text as it was written; None for one that is not there or not whole."""
    try:
        digest, _, text = contents_of(path).partition(b"\n")
        if _sha256(text).encode() == digest:
            return text.decode()
    except (OSError, UnicodeDecodeError):
        pass
    return None
