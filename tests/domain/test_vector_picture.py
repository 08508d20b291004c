"""What a vector picture may be."""

import pytest

from kiosk.domain.vector_picture import LARGEST_BYTES, flaws_of, is_scene

LAYERS = '<g id="back">{0}</g><g id="middle"/><g id="front"/>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 720">'


def picture(inside: str = '<rect width="9" height="9" fill="#0d3338"/>', head: str = HEAD, layers: str = LAYERS) -> bytes:
    return f"{head}{layers.format(inside)}</svg>".encode()


def test_a_picture_in_the_language_has_no_flaw() -> None:
    assert list(flaws_of(picture())) == []
    assert is_scene(picture())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "not XML"),
        (b"\xff\xfe", "not XML"),
        (b"<svg", "not XML"),
        (b" " * (LARGEST_BYTES + 1), "bytes"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + picture("&a;"), "declaration"),
        (b'<?xml-stylesheet href="a.css"?>' + picture(), "declaration"),
        (picture("<!-- hidden -->"), "declaration"),
        (picture("<script>alert(1)</script>"), "<script>"),
        (picture("<text>19</text>"), "<text>"),
        (picture("<style>g{fill:red}</style>"), "<style>"),
        (picture('<image href="file:///etc/hostname"/>'), "<image>"),
        (picture('<g xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>'), "attribute"),
        (picture('<rect onclick="go()"/>'), "attribute 'onclick'"),
        (picture('<rect style="fill:red"/>'), "attribute 'style'"),
        (picture('<rect fill="url(#a)"/>'), "colour url(#a)"),
        (picture('<rect fill="#123456"/>'), "colour #123456"),
        (picture('<rect stroke="red"/>'), "colour red"),
        (picture('<path d="M0 0L1234567890123 4"/>'), "odd d"),
        (picture('<path d="javascript:alert"/>'), "odd d"),
        (picture("words"), "holds text"),
        (picture(head=HEAD.replace("1440 720", "100 100")), "viewBox"),
        (picture(layers='<g id="front">{0}</g>'), "layers"),
    ],
)
def test_whatever_else_it_holds_is_told(data: bytes, what: str) -> None:
    flaws = list(flaws_of(data))
    assert any(what in flaw.what for flaw in flaws), flaws
    assert all(flaw.mend for flaw in flaws)
