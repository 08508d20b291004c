"""What is printed."""

import pytest

from kiosk.domain.page import Block, BlockKind, heading
from kiosk.domain.service_page import service_page
from kiosk.domain.sheet import LineKind, sheet_of
from kiosk.domain.takeaway import Takeaway, TakeawayKind
from tests.helpers.things import TAGS, WORDS, cost, service, situation, text


@pytest.mark.parametrize("tag", TAGS)
def test_the_paper_says_what_the_page_says_in_one_language(tag: str) -> None:
    case = situation("loss", "photos4")
    page = service_page(service(case, costs=(cost(75, confirm=True),)), "", WORDS)
    sheet = sheet_of(page, [], WORDS, tag, right_to_left=tag == "ar")
    said = [(line.label, line.text.replace("\u2068", "").replace("\u2069", "")) for line in sheet.lines]
    title = f"{text('service:cnie').in_language(tag)} – {text('loss').in_language(tag)}"
    assert said[0] == ("", title) and sheet.lines[0].kind is LineKind.TITLE
    assert (text("photos4").in_language(tag), text("rule of photos4").in_language(tag)) in said
    money = "75 درهما" if tag == "ar" else "75 DH"
    assert (text("adult").in_language(tag), f"{money} (?)") in said
    for block in page.blocks:
        assert any(block.text.in_language(tag).replace("\u2068", "").replace("\u2069", "") in words for _, words in said)
    assert "2026" in sheet.footer


def test_headings_of_links_alone_are_not_printed_and_codes_of_no_use_at_home_neither() -> None:
    page = service_page(service(situation("loss")), "", WORDS)
    link = Block(BlockKind.LINK, text("elsewhere"), target="unit:k9/dogs")
    page = page._replace(blocks=(heading(text("kept")), *page.blocks[:1], heading(text("bare")), link))
    codes = [Takeaway(kind, text(kind), text("c"), dict.fromkeys(TAGS, (f"{kind}:1",))) for kind in TakeawayKind]
    sheet = sheet_of(page, codes, WORDS, "fr", right_to_left=False)
    words = [line.text for line in sheet.lines]
    assert "kept fr" in words and "bare fr" not in words and "elsewhere fr" not in words
    assert [code.payload for code in sheet.codes] == ["telephone:1", "website:1", "place:1", "event:1", "contact:1"]
