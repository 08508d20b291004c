"""Ed25519 keys, encrypted at rest: each a PEM file named after its role, who holds it, and the beginning of its identifier."""

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
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

from kiosk.config import MOUNTS
from kiosk.disk.files import contents_of, replaced_atomically, sweep
from kiosk.domain.english import how_many
from kiosk.errors import KeysError

SHOWN = 12
"""Characters of a key's identifier that people are shown."""
SHORTEST_PASSPHRASE = 8


@dataclass(frozen=True, slots=True)
class SigningRole:
    """Whose signatures a role needs."""

    name: str
    threshold: int
    """How many people must sign."""
    people: Mapping[str, str]
    """Who holds each key, by its identifier; empty where nobody is named."""

    @property
    def keyids(self) -> list[str]:
        """Identifiers of its keys."""
        return list(self.people)

    def named(self, keyids: Iterable[str]) -> str:
        """Keys as people read them: who holds each, and its beginning."""
        return ", ".join(f"{self.people.get(keyid) or 'nobody named'} ({keyid[:SHOWN]})" for keyid in keyids)


def hand_of(folder: Path) -> Path:
    """Where a person's keys are: the stick that a folder is on, else the folder itself."""
    real = Path(os.path.realpath(folder))  # links in a circle are left as they are
    mount = next(path for path in (real, *real.parents) if path.is_mount())
    return mount if any(mount.is_relative_to(place) for place in MOUNTS) else real


def one_hand(place: Path, other: Path) -> bool:
    """Whether what is in two folders comes from one hand: they are on one stick, or one is inside the other."""
    hand, second = hand_of(place), hand_of(other)
    return hand.is_relative_to(second) or second.is_relative_to(hand)


def alike(person: str) -> str:
    """A person's name as names are compared: nobody is two people by a capital letter or a blank."""
    return "".join(unicodedata.normalize("NFKC", person).casefold().split())


def create_key(folder: Path, role: str, person: str, passphrase: str) -> CryptoSigner:
    """Make a key of a person for a role and keep it in a folder.

    Raises:
        KeysError: the passphrase is too short, or the folder cannot be written.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        message = f"the passphrase is too short; take at least {SHORTEST_PASSPHRASE} characters"
        raise KeysError(message)
    private = Ed25519PrivateKey.generate()
    signer = CryptoSigner(private)
    keep_key(private, folder / f"{role}-{person}-{signer.public_key.keyid[:SHOWN]}.pem", passphrase)
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
        private = load_pem_private_key(contents_of(path), passphrase.encode() if passphrase is not None else None)
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
    """The keys at hand, by folder: each person's stick is one."""

    def __init__(self, folders: Iterable[Path], passphrase_of: Callable[[Path], str]) -> None:
        """Open no key yet.

        Args:
            folders: where keys are.
            passphrase_of: what the keys of a folder are encrypted with; asked once for each folder that is needed.
        """
        self.folders = list(folders)
        self._ask = passphrase_of
        self._passphrases: dict[Path, str] = {}
        self._loaded: dict[Path, CryptoSigner] = {}

    def make(self, role: str, person: str, folder: Path) -> CryptoSigner:
        """A new key of a person, kept in a folder, which is at hand from now on.

        Raises:
            KeysError: the passphrase is too short, or the folder cannot be written.
        """
        sweep(folder, ".*.pem")
        if folder not in self.folders:
            self.folders.append(folder)
        return create_key(folder, role, person, self._passphrase(folder))

    def destroy(self, role: str, keyid: str) -> None:
        """Remove the files of a key that is worth nothing any more.

        Raises:
            KeysError: a folder cannot be written.
        """
        for _, path in self._files(role, {keyid}):
            try:
                path.unlink()
            except OSError as error:
                message = f"{path}: cannot be removed ({error.strerror}), and is worth nothing now; remove it by hand"
                raise KeysError(message) from error

    def signers(self, name: str, keyids: Iterable[str]) -> list[Signer]:
        """Those keys of a role that are at hand."""
        return [signer for signer, _ in self._held(name, keyids).values()]

    def enough(self, role: SigningRole) -> list[Signer]:
        """Keys that reach a role's threshold, one of each person, and one from each folder or stick.

        Raises:
            KeysError: there are too few, or two come from one hand.
        """
        held, chosen = self._held(role.name, role.keyids), self.one_of_each_hand(role)
        if len(chosen) >= role.threshold:
            return chosen
        places = ", ".join(map(str, self.folders)) or "no folder"
        if len(held) >= role.threshold:
            message = (
                f"{role.name} needs {role.threshold} people, and the keys of {role.named(held)} in {places} come from "
                f"{how_many(len(chosen), 'hand')}; let each bring a folder or stick of their own with --keys"
            )
            raise KeysError(message)
        absent = [keyid for keyid in role.keyids if keyid not in held]
        message = (
            f"{role.name} needs {role.threshold} of {how_many(len(role.keyids), 'key')}, {len(held)} found in {places}; "
            f"name the folders or sticks of the others with --keys: {role.named(absent)}"
        )
        raise KeysError(message)

    def any_of(self, role: SigningRole) -> None:
        """Look whether somebody is there who can sign first.

        Raises:
            KeysError: nobody is.
        """
        if not self.one_of_each_hand(role):
            message = f"no key of {role.name} is at hand; the first to sign needs one of {role.named(role.keyids)}"
            raise KeysError(message)

    def one_of_each_hand(self, role: SigningRole) -> list[Signer]:
        """Keys of a role that are at hand: one of each person, and one from each folder or stick."""
        chosen: dict[tuple[Path, str], Signer] = {}
        for keyid, (signer, folder) in self._held(role.name, role.keyids).items():
            person = alike(role.people[keyid] or keyid)
            if not any(one_hand(folder, other) or person == someone for other, someone in chosen):
                chosen[folder, person] = signer
        return list(chosen.values())

    def _held(self, name: str, keyids: Iterable[str]) -> dict[str, tuple[Signer, Path]]:
        """Keys of a role that are at hand, and their folders, by identifier."""
        wanted, found = set(keyids), dict[str, tuple[Signer, Path]]()
        for folder, path in self._files(name, wanted):
            signer = self._loaded.get(path) or CryptoSigner(load_private(path, self._passphrase(folder)))
            self._loaded[path] = signer
            if signer.public_key.keyid in wanted:
                found.setdefault(signer.public_key.keyid, (signer, folder))
        return found

    def _files(self, name: str, keyids: Collection[str]) -> Iterator[tuple[Path, Path]]:
        """Files of some keys of a role, each after its folder."""
        beginnings = {keyid[:SHOWN] for keyid in keyids}
        for folder in self.folders:
            for path in sorted(folder.glob(f"{name}-*.pem")):
                if beginning(path) in beginnings:
                    yield folder, path

    def _passphrase(self, folder: Path) -> str:
        if folder not in self._passphrases:
            self._passphrases[folder] = self._ask(folder)
        return self._passphrases[folder]


def beginning(path: Path) -> str:
    """The beginning of a key's identifier, as its file is named."""
    return path.stem.rpartition("-")[2]
