"""The framework's errors in our words."""

from tuf.api import exceptions as tuf

from kiosk.errors import DamagedError, ExpiredError, KioskError, OlderError, TransferError, VerificationError

_WORDS: tuple[tuple[type[Exception], type[VerificationError], str], ...] = (
    (
        tuf.ExpiredMetadataError,
        ExpiredError,
        "its term is over; look at the clock, or renew with `kiosk repo renew` and bring it again",
    ),
    (
        tuf.UnsignedMetadataError,
        VerificationError,
        "not signed by enough of the keys this kiosk trusts; use the publisher's own repository",
    ),
    (tuf.BadVersionNumberError, OlderError, "older than what this kiosk has seen, or mixed from two times; bring a newer copy"),
    (tuf.DownloadLengthMismatchError, DamagedError, "sends more than was signed; use another server or stick"),
    (tuf.LengthOrHashMismatchError, DamagedError, "not the bytes that were signed; copy the repository again"),
    (
        tuf.RepositoryError,
        VerificationError,
        "not the repository's metadata, maybe a page to log in to the network; look at the address",
    ),
)


def as_kiosk_error(error: Exception, source: str) -> KioskError:
    """An error of the framework as one of ours."""
    if isinstance(error.__cause__, TransferError) and not isinstance(error, tuf.DownloadHTTPError):
        return error.__cause__
    for kind, ours, words in _WORDS:
        if isinstance(error, kind):
            return ours(f"{source}: {words} ({error})")
    return TransferError(f"{source}: has no repository ({error}); look at the address")
