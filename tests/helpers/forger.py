"""What an attacker, or a publisher who was tricked, could sign and serve."""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import Metadata, TargetFile
from tuf.api.serialization.json import JSONSerializer

from kiosk.publishing.manifest import Blob
from kiosk.publishing.metadata import put
from kiosk.publishing.repository import hashed
from tests.helpers.workshop import Workshop

Document = dict[str, Any]


def signed_document(workshop: Workshop, data: bytes, target: str = "stable.json") -> None:
    """Have the publishers sign any bytes as a release."""
    metadata = workshop.repository.metadata
    targets = metadata.targets()
    file = TargetFile.from_data(target, data, ["sha256"])
    put(workshop.repository.folder / "targets" / hashed(target, file.hashes["sha256"]), data)
    targets.signed.targets[target] = file
    metadata.commit({"targets": targets}, workshop.keyring, workshop.now)


def signed_release(workshop: Workshop, change: Callable[[Document], None]) -> None:
    """Have the publishers sign the current release after a change."""
    release = workshop.repository.current("stable")
    assert release is not None
    document = json.loads(release.as_bytes())
    document["number"] += 1
    document["patches"] = []
    change(document)
    signed_document(workshop, json.dumps(document).encode())


def stored(workshop: Workshop, data: bytes) -> Document:
    """Put bytes into the repository; gives their entry in a manifest."""
    blob = Blob(sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    put(workshop.repository.folder / blob.path, data)
    return blob.model_dump()


def rewritten(path: Path, change: Callable[[Metadata], None], signers: Iterable[Signer]) -> None:
    """Change a signed document and sign it with other keys than it should be."""
    metadata = Metadata.from_file(str(path))
    change(metadata)
    metadata.signatures.clear()
    for signer in signers:
        metadata.sign(signer, append=True)
    metadata.to_file(str(path), JSONSerializer())


def stranger() -> Signer:
    """A key nobody vouches for."""
    return CryptoSigner.generate_ed25519()


def newest(folder: Path, role: str) -> Path:
    """The newest version of a role's metadata."""
    return max(folder.glob(f"*.{role}.json"), key=lambda path: int(path.name.split(".")[0]))
