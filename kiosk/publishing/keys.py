"""Ed25519 keys, encrypted at rest: each a PEM file named after its role and the beginning of its key's identifier."""

from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import Role

from kiosk.disk.files import replaced_atomically, sweep
from kiosk.errors import KeysError

SHOWN = 12
"""Characters of a key's identifier that people are shown."""
SHORTEST_PASSPHRASE = 8


def create_key(folder: Path, role: str, passphrase: str) -> CryptoSigner:
    """Make a key for a role and keep it in a folder.

    Raises:
        KeysError: the passphrase is too short, or the folder cannot be written.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        message = f"the passphrase is too short; take at least {SHORTEST_PASSPHRASE} characters"
        raise KeysError(message)
    private = Ed25519PrivateKey.generate()
    signer = CryptoSigner(private)
    keep_key(private, folder / f"{role}-{signer.public_key.keyid[:SHOWN]}.pem", passphrase)
    return signer


def keep_key(private: Ed25519PrivateKey, path: Path, passphrase: str | None) -> None:
    """Write a key that only its owner may read; without a passphrase it is not encrypted, as a machine's own key.

    Raises:
        KeysError: the folder cannot be written.
    """
    encryption = BestAvailableEncryption(passphrase.encode()) if passphrase is not None else NoEncryption()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replaced_atomically(path) as fresh:
            fresh.touch(0o600)
            fresh.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); name a folder that is yours"
        raise KeysError(message) from error


def load_private(path: Path, passphrase: str | None) -> Ed25519PrivateKey:
    """A key from its file.

    Raises:
        KeysError: it cannot be read, or the passphrase is wrong.
    """
    try:
        private = load_pem_private_key(path.read_bytes(), passphrase.encode() if passphrase is not None else None)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); let it be read"
        raise KeysError(message) from error
    except (ValueError, TypeError) as error:
        message = f"{path}: the passphrase is wrong, or it is no key; give the passphrase it was made with"
        raise KeysError(message) from error
    if not isinstance(private, Ed25519PrivateKey):
        message = f"{path}: not an Ed25519 key; make keys with `kiosk repo init` or `kiosk repo rotate-key`"
        raise KeysError(message)
    return private


class Keyring:
    """The keys at hand, by folder: each person's stick may be one."""

    def __init__(self, folders: Iterable[Path], passphrase: str) -> None:
        self.folders = tuple(folders)
        self._passphrase = passphrase
        self._loaded: dict[Path, CryptoSigner] = {}

    def make(self, role: str) -> CryptoSigner:
        """A new key, kept in the first folder."""
        sweep(self.folders[0], ".*.pem")
        return create_key(self.folders[0], role, self._passphrase)

    def signers(self, name: str, keyids: Iterable[str]) -> list[Signer]:
        """Those keys of a role that are at hand."""
        wanted = set(keyids)
        beginnings = {keyid[:SHOWN] for keyid in wanted}
        paths = [path for folder in self.folders for path in sorted(folder.glob(f"{name}-*.pem"))]
        found = {}
        for path in paths:
            if path.stem.removeprefix(f"{name}-") in beginnings:
                signer = self._loaded.get(path) or CryptoSigner(load_private(path, self._passphrase))
                self._loaded[path] = signer
                found[signer.public_key.keyid] = signer
        return [signer for keyid, signer in found.items() if keyid in wanted]

    def enough(self, name: str, role: Role) -> list[Signer]:
        """Keys that reach a role's threshold.

        Raises:
            KeysError: there are too few.
        """
        found = self.signers(name, role.keyids)
        if len(found) < role.threshold:
            places = ", ".join(str(folder) for folder in self.folders) or "no folder"
            message = (
                f"{name} needs {role.threshold} of {len(role.keyids)} keys, {len(found)} found in {places}; "
                "name the folders or sticks of the others with --keys"
            )
            raise KeysError(message)
        return found
