"""Items laid out as pages."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from kiosk.domain.exhibition import EmergencyNumber
from kiosk.domain.exhibition_pages import demonstration_page, emergency_page
from kiosk.domain.formatting import amount, duration, format_date, format_number, telephone_number
from kiosk.domain.item import ItemKind, Source
from kiosk.domain.page import OFFICER, Block, BlockKind, easy_page, folded, heading, noted, official_publisher, once, paragraphs
from kiosk.domain.public_service import Channel, ChannelType, Inapplicable
from kiosk.domain.service_page import service_page
from kiosk.domain.timetable import Today
from tests.helpers.things import DAY, TAGS, WORDS, cost, demonstration, head, service, situation, slot, statement, text


def labels(page, kind: BlockKind) -> list[str]:
    return [b.label.in_language("en") for b in page.blocks if b.kind is kind and b.label]


def headings(page) -> list[str]:
    return [b.text.in_language("en").removesuffix(" en") for b in page.blocks if b.kind is BlockKind.HEADING]


def test_a_case_lists_its_papers_after_those_it_is_added_to() -> None:
    cnie = service(situation("first", "photos4", "civil"), situation("naturalised", "civil", "natur", adds_to="first"))
    page = service_page(cnie, "naturalised", WORDS)
    assert labels(page, BlockKind.EVIDENCE) == ["photos4 en", "civil en", "natur en"]
    assert page.choice == "naturalised"
    assert [c.identifier for c in page.choices] == ["first", "naturalised"]


def test_without_a_choice_the_first_case_is_read() -> None:
    assert service_page(service(situation("first", "photos4")), "", WORDS).choice == "first"


@pytest.mark.parametrize(
    ("not_applicable", "said"),
    [((), "papers · cost · delay"), ((Inapplicable.COST,), "papers · delay"), (tuple(Inapplicable), None)],
)
def test_what_is_not_published_is_said_once_unless_there_is_none_of_it(not_applicable: tuple[Inapplicable, ...], said: str) -> None:
    alone = replace(service(situation("alone")), not_applicable=frozenset(not_applicable))
    page = service_page(alone, "", WORDS)
    assert not {"papers", "cost", "delay"} & set(headings(page))
    told = [b.text.in_language("en") for b in page.blocks if b.label == WORDS["unpublished_there"]]
    assert [words.replace(" en", "") for words in told] == ([said] if said else [])


def test_an_urgent_case_begins_with_numbers_then_an_officer_and_what_to_do() -> None:
    urgent = replace(situation("hurt"), urgent=True, notes=(statement("note"),))
    calls = (Channel("police", ChannelType.TELEPHONE, text("police"), "19", None, ("S1",), confirm=False),)
    found = replace(service(situation("calm"), urgent, costs=(cost(75),)), steps=(statement("first"),))
    page = service_page(replace(found, channels=(*calls, *found.channels)), "", WORDS)
    assert page.urgent and page.choice == "hurt"
    assert [b.kind for b in page.blocks[:2]] == [BlockKind.NUMBER, BlockKind.LINK]
    assert page.blocks[0].label and page.blocks[0].label.in_language("en") == "19"
    assert page.blocks[1].target == OFFICER
    assert headings(page)[:2] == ["act_now", "where"] and "cost" not in headings(page)
    assert not service_page(found, "calm", WORDS).urgent


def test_running_text_beyond_what_there_is_room_for_stands_behind_more_with_its_headings() -> None:
    told = [statement(" ".join(["word"] * count)) for count in (10, 20, 30)]
    page = demonstration_page(
        demonstration("k9", slot("a", "10:30", "11:00"))._replace(statements=tuple(told)),
        WORDS,
        Today(datetime(2026, 11, 24, tzinfo=UTC)),
    )
    assert [b.more for b in page.blocks if b.text in [s.text for s in told]] == [False, False, True]
    assert [b.more for b in page.blocks if b.kind is BlockKind.HEADING] == [False, False]
    (bare,) = [b for b in folded((heading(text("alone")), *paragraphs(told[2:])), 5) if b.kind is BlockKind.HEADING]
    assert bare.more


@pytest.mark.parametrize(("marked", "place"), [((), None), ((0,), 2), ((0, 2), 2), ((2,), 3)])
def test_one_note_says_what_to_do_about_all_that_is_to_be_confirmed(marked: tuple[int, ...], place: int | None) -> None:
    blocks = [Block(BlockKind.PARAGRAPH, text(str(n)), confirm=n in marked, more=n == 2) for n in range(3)]
    notes = [n for n, b in enumerate(noted(tuple(blocks), text("ask"))) if b.kind is BlockKind.NOTICE]
    assert notes == ([] if place is None else [place])


def test_in_easy_reading_what_matters_most_comes_first_and_what_is_long_is_kept_behind_more() -> None:
    calls = (Channel("police", ChannelType.TELEPHONE, text("police"), "19", None, ("S1",), confirm=False),)
    found = service(replace(situation("hurt", "photos4"), urgent=True, notes=(statement("note"),)))
    page = service_page(replace(found, channels=calls), "", WORDS)
    assert easy_page(page) == page
    easy = easy_page(page._replace(head=page.head._replace(easy=(text("call"), text("come")))))
    assert [b.kind for b in easy.blocks[:2]] == [BlockKind.NUMBER, BlockKind.PARAGRAPH]
    assert [b.text for b in easy.blocks[1:3]] == [text("call"), text("come")]
    assert [b for b in easy.blocks if b.text not in (text("call"), text("come"))] == [
        b._replace(more=easy.blocks[n + 2].more if n else b.more) for n, b in enumerate(page.blocks)
    ]
    assert all(b.more for b in easy.blocks[3:] if b.kind in {BlockKind.PARAGRAPH, BlockKind.NOTICE})


def test_what_was_read_before_is_not_read_again() -> None:
    one, other = (Block(BlockKind.PARAGRAPH, text(words)) for words in ("one", "other"))
    row = Block(BlockKind.ROW, text("one"))
    title = heading(text("title"))
    assert once((title, one, row, title, one, title, other, one._replace(more=True), title, one)) == (title, one, row, title, other)
    assert once(()) == ()


@pytest.mark.parametrize(
    ("official", "press", "named"),
    [(("justice",), 2, "justice"), (("justice",), 3, None), (("tax", "police", "police"), 6, "police"), ((), 0, None)],
)
def test_a_page_names_the_body_that_proves_most_of_it_where_bodies_prove_a_third(
    official: tuple[str, ...], press: int, named: str | None
) -> None:
    told = [Source("S", "", text(name), official=True, published="") for name in official]
    told += [Source("S", "", None, official=False, published="")] * press
    assert official_publisher(told) == (text(named) if named else None)


def test_a_number_to_call_leads_to_an_officer_and_says_what_to_do() -> None:
    told = (statement("say where you are"),)
    page = emergency_page(
        EmergencyNumber(head("emergency:police", ItemKind.EMERGENCY_NUMBER), "19", text("towns"), told, ("S1",)), WORDS
    )
    assert [b.kind for b in page.blocks[:2]] == [BlockKind.NUMBER, BlockKind.LINK]
    assert page.blocks[1].target == OFFICER
    assert headings(page) == ["act_now"]


def test_a_fee_shows_only_in_its_cases_and_says_when_it_must_be_confirmed() -> None:
    fees = (cost(75), cost(50, "minor", confirm=True))
    cnie = service(situation("first", "photos4"), situation("minor", "photos4"), costs=fees)
    rows = {c: [b for b in service_page(cnie, c, WORDS).blocks if b.icon == "coin"] for c in ("first", "minor")}
    assert [b.confirm for b in rows["first"]] == [False]
    assert [b.confirm for b in rows["minor"]] == [False, True]


def test_a_show_begins_with_its_warning_and_says_that_its_times_are_a_sample() -> None:
    page = demonstration_page(
        demonstration("k9_show", slot("a", "10:30", "11:00")), WORDS, Today(datetime.combine(DAY, time(9), UTC))
    )
    assert headings(page) == ["about_show", "timetable"]
    assert any(b.text == WORDS["sample_timetable"] for b in page.blocks)


def test_every_block_exists_in_every_language() -> None:
    page = service_page(service(situation("first", "photos4"), costs=(cost(75),), duration="P2D"), "", WORDS)
    for block in page.blocks:
        for tag in TAGS:
            assert block.text.in_language(tag)


@pytest.mark.parametrize(
    ("iso", "tag", "shown"),
    [
        ("P1D", "fr", "1\u00a0jour"),
        ("PT24H", "fr", "24\u00a0heures"),
        ("P2D", "ar", "يومان"),
        ("P3D", "ar", "3 أيام"),
        ("PT24H", "ar", "24 ساعة"),
        ("P1D", "en", "1 day"),
    ],
)
def test_durations_in_words(iso: str, tag: str, shown: str) -> None:
    assert duration(iso, TAGS).in_language(tag) == shown


@pytest.mark.parametrize("iso", ["P", "P1Y", "2 days", "PT", "P1DT"])
def test_other_durations_are_refused(iso: str) -> None:
    with pytest.raises(ValueError, match="write whole days"):
        duration(iso, TAGS)


@pytest.mark.parametrize(
    ("number", "tag", "said"),
    [
        ("19", "fr", "dix-neuf"),
        ("8350", "fr", "quatre-vingt-trois cinquante"),
        ("177", "fr", "cent soixante-dix-sept"),
        ("19", "en", "one nine"),
        ("2511", "en", "two five one one"),
        ("8350", "ar", "ثَمَانِيَة، ثَلَاثَة، خَمْسَة، صِفْر"),
        ("177", "ar", "مِائَة وَسَبْعَة وَسَبْعُون"),
    ],
)
def test_a_number_to_call_is_said_as_it_is_dictated(number: str, tag: str, said: str) -> None:
    assert telephone_number(number, TAGS).spoken(tag) == said
    assert telephone_number(number, TAGS).in_language(tag) == number


@pytest.mark.parametrize(
    ("value", "shown"),
    [(5, "5 دراهم"), (11, "11 درهما"), (75, "75 درهما"), (100, "100 درهم"), (150, "150 درهما"), (1000, "1.000 درهم")],
)
def test_dirhams_stand_in_the_form_their_number_asks_for(value: int, shown: str) -> None:
    assert amount(value, WORDS).in_language("ar").replace("\u2068", "").replace("\u2069", "") == shown
    assert amount(value, WORDS).in_language("fr").endswith(" DH")


def test_dates_and_numbers_as_in_morocco() -> None:
    assert format_date(DAY, "ar") == "24 نونبر 2026"
    assert format_date(DAY, "fr") == "24 novembre 2026"
    assert format_date(DAY, "en") == "24 November 2026"
    assert format_number(1_150_000, "fr") == "1\u202f150\u202f000"
    assert amount(1000, WORDS).in_language("en") == "\u20681,000\u2069 DH"
