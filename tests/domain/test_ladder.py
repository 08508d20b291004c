"""What is offered first, and how much of it a code has room for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ladder import RUNGS, fits, fitting_codes, ladder, numbered_parts
from kiosk.domain.takeaway import CODE_CAPACITY, Takeaway, TakeawayKind
from tests.helpers.things import TAGS, text


def offered(kind: TakeawayKind, payload: str = "x") -> Takeaway:
    return Takeaway(kind, text(kind), text("caption"), dict.fromkeys(TAGS, (payload,)))


def kinds(*takeaways: Takeaway) -> list[str]:
    return [takeaway.kind.value for takeaway in ladder(takeaways)]


def test_every_kind_has_its_rung() -> None:
    assert sorted(RUNGS) == sorted(TakeawayKind)


def test_what_works_without_internet_comes_first_and_the_way_in_before_the_address() -> None:
    everything = [offered(kind) for kind in reversed(RUNGS)]
    assert kinds(*everything) == ["checklist", "text", "event", "telephone", "contact", "place", "wifi", "website"]


def test_a_network_is_offered_only_where_an_address_needs_it() -> None:
    assert kinds(offered(TakeawayKind.WIFI), offered(TakeawayKind.TELEPHONE)) == ["telephone"]


def test_the_same_code_is_offered_once_and_others_in_their_order() -> None:
    first, second = offered(TakeawayKind.WEBSITE, "https://a.ma"), offered(TakeawayKind.WEBSITE, "https://b.ma")
    assert ladder([first, second, first]) == (first, second)


def test_what_no_code_can_hold_is_never_offered() -> None:
    assert kinds(offered(TakeawayKind.WEBSITE, "h" * (CODE_CAPACITY + 1)), offered(TakeawayKind.WEBSITE, "h" * CODE_CAPACITY)) == [
        "website"
    ]


@pytest.mark.parametrize(
    ("texts", "chosen"),
    [
        (("full", "short"), ("full",)),
        (("f" * 700, "short"), ("short",)),
        (("ن" * 333, "short"), ("ن" * 333,)),
        (("ن" * 334, "short"), ("short",)),
        (("f" * 700, "a " * 400), None),
    ],
)
def test_the_fullest_text_that_fits_is_chosen(texts: tuple[str, ...], chosen: tuple[str, ...] | None) -> None:
    if chosen is not None:
        assert fitting_codes(*texts) == chosen
    else:
        assert fitting_codes(*texts) == numbered_parts(texts[-1]) and len(fitting_codes(*texts)) == 2


@given(st.text(alphabet=st.sampled_from("ab جé\n "), max_size=4000))
def test_long_notes_are_numbered_and_lose_no_word(note: str) -> None:
    parts = numbered_parts(note)
    assert all(map(fits, parts))
    if len(parts) > 1:
        parts = tuple(part.rpartition(" (")[0] for part in parts)
    if all(len(word.encode()) < CODE_CAPACITY - 10 for word in note.split()):
        assert " ".join(parts).split() == note.split()


@given(st.text(min_size=200, max_size=1500).filter(str.strip))
def test_no_text_whatever_makes_a_code_too_dense(note: str) -> None:
    assert all(map(fits, fitting_codes(note, note)))


def test_a_word_longer_than_a_code_is_cut_and_not_lost() -> None:
    parts = numbered_parts("ن" * 1000)
    assert all(map(fits, parts))
    assert "".join(part.rpartition(" (")[0] for part in parts).replace("\n", "").replace(" ", "") == "ن" * 1000
