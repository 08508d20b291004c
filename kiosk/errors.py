"""Every error the kiosk raises on purpose: one root, one family per thing a caller can do about it.

A message says what is wrong, where (file, row, field) and the mend. `exit_status` is what the console command returns.
"""


class KioskError(Exception):
    """Root of the families below."""

    exit_status = 1


class ConfigurationError(KioskError):
    """The kiosk's own settings cannot be used; the technician mends the file."""

    exit_status = 3


class MissingPartError(ConfigurationError):
    """A part of the program that the command needs is not installed; the technician adds it."""


class ContentError(KioskError):
    """A content database or its sources cannot be used."""

    exit_status = 4


class SourceError(ContentError):
    """A source file is not written as the authors' guide says; the author mends it."""


class ContentMissingError(ContentError):
    """There is no content database at the path."""


class ContentCorruptError(ContentError):
    """The file is not a content database, or it is damaged, or its schema is not ours."""


class FutureContentError(ContentError):
    """The database was made for a newer program; the technician updates the kiosk."""


class UnknownItemError(ContentError):
    """No item has the identifier."""


class NarrationError(KioskError):
    """No sound could be made from a text; the caller goes on to the next engine or shows the text."""

    exit_status = 5


class ModeError(KioskError):
    """A content mode cannot be chosen; the message says which can."""

    exit_status = 8


class StaffError(KioskError):
    """A person, PIN or code of the staff cannot be used."""

    exit_status = 9


class StaffStateError(StaffError):
    """What staff chose cannot be kept; the technician makes room or mends the folder."""


class DisplayError(KioskError):
    """There is no display to draw on."""

    exit_status = 6


class AnswerError(KioskError):
    """Answers do not fit a guide; the caller answers again."""

    exit_status = 7


class ResumeCodeError(AnswerError):
    """A resume code is mistyped, or was made with another content version."""


class PublishingError(KioskError):
    """A repository, its keys or a release is not as it must be; the publisher mends it."""

    exit_status = 11


class KeysError(PublishingError):
    """Too few keys of a role are at hand, or a passphrase is wrong."""


class ReleaseRefusedError(PublishingError):
    """The gate found something that must not reach visitors."""


class VerificationError(KioskError):
    """What was fetched cannot be trusted, so nothing of it is used; what is shown stays."""

    exit_status = 12


class ExpiredError(VerificationError):
    """The term of what was signed is over, or the clock stands wrong."""


class OlderError(VerificationError):
    """This kiosk has seen a newer release."""


class DamagedError(VerificationError):
    """A file is not as it was signed; a fresh copy may be."""


class TransferError(KioskError):
    """Nothing came, or not all of it, or too slowly; try again later. A kiosk without a network is a normal kiosk."""

    exit_status = 13


class NotThereError(TransferError):
    """The source answers, but does not have the file."""


class NoStickError(TransferError):
    """No stick with a repository is in."""


class ManySticksError(TransferError):
    """More than one is in."""


class StorageError(KioskError):
    """The kiosk's own disk is full, read-only or failing."""

    exit_status = 14


class BusyError(StorageError):
    """Another sync is at work."""
