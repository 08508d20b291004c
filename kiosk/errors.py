"""Every error the kiosk raises on purpose: one root, one family per thing a caller can do about it.

A message says what is wrong, where (file, row, field) and the mend. `exit_status` is what the console command returns.
"""


class KioskError(Exception):
    """Root of the families below."""

    exit_status = 1


class ConfigurationError(KioskError):
    """The kiosk's own settings cannot be used; the technician mends the file."""

    exit_status = 3


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

    exit_status = 7


class StaffError(KioskError):
    """A person, PIN or code of the staff cannot be used."""

    exit_status = 8


class StaffStateError(StaffError):
    """What staff chose cannot be kept; the technician makes room or mends the folder."""


class DisplayError(KioskError):
    """There is no display to draw on."""

    exit_status = 6
