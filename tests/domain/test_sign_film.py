"""Films in sign language: only what a kiosk plays, with captions that are read in time."""

import pytest

from kiosk.domain.sign_film import caption_at, captions_of, film_facts, film_faults
from tests.helpers.films import CAPTIONS, film


def test_a_film_that_a_kiosk_plays() -> None:
    facts = film_facts(film(4.0, 640, 480))
    assert facts == (pytest.approx(4.0), 640, 480, frozenset({"V_VP8"}))
    assert list(film_faults(film())) == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no WebM"),
        (b"\x1a\x45\xdf\xa3", "no WebM"),
        (b"\x00\x00\x00 ftypisom", "no WebM"),
        (film().replace(b"\x44\x89", b"\x44\x88"), "how long"),
        (b"\x1a\x45\xdf\xa3" + b"\x00" * 40, "no WebM"),
        (film(1.0), "takes 1 seconds"),
        (film(181.0), "takes 181 seconds"),
        (film(4.0, 320, 240), "320x240"),
        (film(codec="V_MPEG4/ISO/AVC"), "coded as V_MPEG4"),
        (film(codec=""), "coded as"),
        (film() + b" " * 20_000_000, "at most 20000000"),
    ],
)
def test_any_other_is_told_with_its_mend(data: bytes, what: str) -> None:
    assert any(what in said and mend for said, mend in film_faults(data)), list(film_faults(data))


def test_captions_are_read_while_they_last() -> None:
    captions = captions_of(CAPTIONS.format(first="one", second="two"))
    assert [caption_at(captions, at) for at in (0.0, 1.9, 2.0, 4.0)] == ["one", "one", "two", ""]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WEBVTT",
        "WEBVTTX\n\n00:00.000 --> 00:01.000\nx",
        "WEBVTT\n\nno time\nx",
        "WEBVTT\n\n00:00.000 --> 00:01.000",
        "WEBVTT\n\n00:02.000 --> 00:01.000\nx",
        "WEBVTT\n\n00:00.000 --> 00:02.000\nx\n\n00:01.000 --> 00:03.000\ny",
        "WEBVTT\n\n00:61.000 --> 01:02.000\nx",
    ],
)
def test_what_is_no_caption_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"it |time|come"):
        captions_of(text)
