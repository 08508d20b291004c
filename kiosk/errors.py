"""Every error the kiosk raises on purpose: one root, one family per thing a caller can do about it.

A message says what is wrong, where (file, row, field) and the mend. `exit_status` is what the console command returns.
`code` names the error for other programs, and stays when a class or a sentence is reworded (`docs/cli.md` has the table).
"""


class KioskError(Exception):
    """Root of the families below."""

    code = "error"
    exit_status = 1


class ConfigurationError(KioskError):
    """The kiosk's own settings cannot be used; the technician mends the file."""

    code = "settings"
    exit_status = 3


class MissingPartError(ConfigurationError):
    """A part of the program that the command needs is not installed; the technician adds it."""

    code = "part-missing"


class ContentError(KioskError):
    """A content database or its sources cannot be used."""

    code = "content"
    exit_status = 4


class SourceError(ContentError):
    """A source file is not written as the authors' guide says; the author mends it."""

    code = "content-source"


class ContentMissingError(ContentError):
    """There is no content database at the path."""

    code = "content-missing"


class ContentCorruptError(ContentError):
    """The file is not a content database, or it is damaged, or its schema is not ours."""

    code = "content-damaged"


class DamagedItemError(ContentCorruptError):
    """One item cannot be read, or something without which it cannot be; lists leave it out."""

    code = "item-damaged"


class FutureContentError(ContentError):
    """The database was made for a newer program; the technician updates the kiosk."""

    code = "content-newer"


class UnknownItemError(ContentError):
    """No item has the identifier."""

    code = "item-unknown"


class NarrationError(KioskError):
    """No sound could be made from a text; the caller goes on to the next engine or shows the text."""

    code = "narration"
    exit_status = 5


class UnsayableError(NarrationError):
    """Marks of an Arabic word do not tell how it sounds; the author mends its pronunciation."""

    code = "unsayable"

    def __init__(self, word: str, what: str, mend: str) -> None:
        """Name the word as it is written, what is wrong with it, and the mend."""
        super().__init__(f"{word}: cannot be said: {what}; {mend}")
        self.word, self.what, self.mend = word, what, mend


class DisplayError(KioskError):
    """There is no display to draw on."""

    code = "display"
    exit_status = 6


class AnswerError(KioskError):
    """Answers do not fit a guide; the caller answers again."""

    code = "answers"
    exit_status = 7


class ResumeCodeError(AnswerError):
    """A resume code is mistyped, or was made with another content version."""

    code = "resume-code"


class ModeError(KioskError):
    """A content mode cannot be chosen; the message says which can."""

    code = "mode"
    exit_status = 8


class StaffError(KioskError):
    """A person, PIN or code of the staff cannot be used."""

    code = "staff"
    exit_status = 9


class StaffStateError(StaffError):
    """What staff chose cannot be read or kept; the technician makes room, or gives the folder back to the kiosk's account."""

    code = "staff-state"


class PublishingError(KioskError):
    """A repository, its keys or a release is not as it must be; the publisher mends it."""

    code = "publishing"
    exit_status = 11


class KeysError(PublishingError):
    """Too few keys of a role are at hand, or a passphrase is wrong."""

    code = "keys"


class ReleaseRefusedError(PublishingError):
    """The gate found something that must not reach visitors."""

    code = "release-refused"


class VerificationError(KioskError):
    """What was fetched cannot be trusted, so nothing of it is used; what is shown stays."""

    code = "untrusted"
    exit_status = 12


class ExpiredError(VerificationError):
    """The term of what was signed is over, or the clock stands wrong."""

    code = "expired"


class OlderError(VerificationError):
    """This kiosk has seen a newer release."""

    code = "older"


class DamagedError(VerificationError):
    """A file is not as it was signed; a fresh copy may be."""

    code = "damaged"


class UnpublishedError(VerificationError):
    """The source is in order, and has nothing of what was asked for."""

    code = "unpublished"


class TransferError(KioskError):
    """Nothing came, or not all of it, or too slowly; try again later. A kiosk without a network is a normal kiosk."""

    code = "transfer"
    exit_status = 13


class NotThereError(TransferError):
    """The source answers, but does not have the file."""

    code = "not-there"


class NoStickError(TransferError):
    """No stick with a repository is in."""

    code = "stick-none"


class ManySticksError(TransferError):
    """More than one stick is plugged in."""

    code = "sticks-many"


class StorageError(KioskError):
    """The kiosk's own disk is full, read-only or failing."""

    code = "storage"
    exit_status = 14


class BusyError(StorageError):
    """Another sync is running."""

    code = "busy"
