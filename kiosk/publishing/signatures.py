"""Whether a repository says what was signed."""

from collections.abc import Iterator
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Targets

from kiosk.errors import VerificationError
from kiosk.publishing.metadata import MetadataFolder


def unsigned(metadata: MetadataFolder) -> Iterator[str]:
    """The roles whose newest document is not as it was signed, by whom the document above it names."""
    root, targets = metadata.root(), metadata.targets()
    documents: dict[str, tuple[Root | Targets, Metadata[Any]]] = {
        "root": (root.signed, root),
        "targets": (root.signed, targets),
        "snapshot": (root.signed, metadata.snapshot()),
        "timestamp": (root.signed, metadata.timestamp()),
        **{name: (targets.signed, metadata.targets(name)) for name in metadata.groups()},
    }
    for name, (delegator, document) in documents.items():
        try:
            delegator.verify_delegate(name, document.signed_bytes, document.signatures)
        except RepositoryError:
            yield name


def refuse_unsigned(metadata: MetadataFolder) -> None:
    """Sign nothing over what nobody has signed.

    Raises:
        VerificationError: a document is not as it was signed.
    """
    if found := ", ".join(unsigned(metadata)):
        message = f"{metadata.folder}: not as signed: {found}; bring back a copy of the repository, or end a change of keys"
        raise VerificationError(message)
