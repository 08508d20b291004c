"""What a visitor takes home in a code: the request in the content, and the payload made from it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.language import LanguageTag, LocalizedText

_NUMBER = re.compile(r"\+?[0-9]{2,15}")


def dialled(number: str) -> str:
    """A telephone number as telephones dial it (RFC 3966): figures alone, after a plus sign or none.

    Raises:
        ValueError: it is none.
    """
    if not _NUMBER.fullmatch(number):
        message = f"{number!r} is no telephone number"
        raise ValueError(message)
    return number


CODE_CAPACITY = 666
"""Bytes a QR code of version 20 with error level M holds (ISO/IEC 18004, table 7): larger ones cannot be read off a screen."""


class TakeawayKind(StrEnum):
    """What the telephone does with the code."""

    TELEPHONE = "telephone"
    WEBSITE = "website"
    PLACE = "place"
    EVENT = "event"
    TEXT = "text"
    CHECKLIST = "checklist"
    CONTACT = "contact"
    WIFI = "wifi"


class TakeawayRequest(NamedTuple):
    """What the content asks to be handed over."""

    kind: TakeawayKind
    target: str = ""
    """Emergency number, site identifier, demonstration or service identifier, by kind; empty for a text."""
    situation: str = ""
    text: LocalizedText | None = None


class Takeaway(NamedTuple):
    """Something a telephone can carry away, as one code or a few numbered ones."""

    kind: TakeawayKind
    title: LocalizedText
    caption: LocalizedText
    """What the code holds, in words a person can read and write down."""
    codes: Mapping[LanguageTag, tuple[str, ...]]
    """What each code holds, by language; no code is over `CODE_CAPACITY` bytes."""
