"""No figure leaves the kiosk that is about few people; none is lost; nothing is finer than an hour."""

import re
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.counters import (
    MOST_WORDS,
    Bucket,
    Counted,
    Sightings,
    by_hour,
    by_subject,
    hour_of,
    merged,
    sighted,
    telling_words,
    told_roughly,
)

WHEN = re.compile(r"|\d{4}-\d\d-\d\d(T\d\d)?")
hours = st.builds("2027-05-{:02}T{:02}".format, st.integers(18, 21), st.integers(9, 12))
buckets = st.builds(
    Bucket,
    st.sampled_from(Counted),
    hours,
    st.sampled_from(["whole", "desk", "children"]),
    st.sampled_from(["ar", "fr", "en"]),
    st.sampled_from(["", "pavilion:k9", "service:cnie", "guide:cnie/age"]),
)
all_counts = st.dictionaries(buckets, st.integers(1, 12), max_size=80)
least = st.integers(2, 10)


def total(counts: dict[Bucket, int], counted: Counted) -> int:
    return sum(number for bucket, number in counts.items() if bucket.counted is counted)


@given(all_counts, least)
def test_no_row_is_small(counts: dict[Bucket, int], least: int) -> None:
    assert all(number >= least for number in merged(counts, least).counts.values())


@given(all_counts, least)
def test_totals_are_kept_or_wholly_hidden(counts: dict[Bucket, int], least: int) -> None:
    told = merged(counts, least)
    for counted in Counted:
        of_one = total(counts, counted)
        assert total(told.counts, counted) == (0 if counted in told.hidden else of_one)
        assert (counted in told.hidden) == (0 < of_one < least)


@given(all_counts, least)
def test_no_time_is_finer_than_an_hour(counts: dict[Bucket, int], least: int) -> None:
    assert all(WHEN.fullmatch(bucket.when) for bucket in merged(counts, least).counts)


@given(all_counts, least)
def test_what_is_large_enough_by_itself_is_told_as_it_is_but_for_the_smallest(counts: dict[Bucket, int], least: int) -> None:
    told = merged(counts, least).counts
    for counted in Counted:
        large = {b: n for b, n in counts.items() if b.counted is counted and n >= least}
        assert len(large.items() - told.items()) <= 1


@given(all_counts, all_counts, least)
def test_two_receipts_differ_by_nothing_or_by_many(counts: dict[Bucket, int], more: dict[Bucket, int], least: int) -> None:
    words = {f"w{number}": number for number in counts.values()}
    before, after = told_roughly(counts, {}, least), told_roughly(Counter(counts) + Counter(more), words, least)
    for what in before.keys() | after.keys():
        assert (after.get(what, 0) - before.get(what, 0)) % least == 0


def test_quiet_hours_of_visits_keep_the_hour_and_of_items_the_item() -> None:
    def three(counted: Counted, hour: str, language: str) -> tuple[Bucket, int]:
        return Bucket(counted, hour, "whole", language, "pavilion:k9" if counted is Counted.ITEM else ""), 3

    visits = dict(three(Counted.VISIT, "2027-05-18T11", language) for language in ("ar", "fr"))
    assert merged(visits, 5).counts == {Bucket(Counted.VISIT, "2027-05-18T11", "whole", ""): 6}
    shown = dict(three(Counted.ITEM, hour, "fr") for hour in ("2027-05-18T11", "2027-05-18T14"))
    assert merged(shown, 5).counts == {Bucket(Counted.ITEM, "2027-05-18", "whole", "fr", "pavilion:k9"): 6}


def test_a_rest_takes_the_smallest_row_with_it() -> None:
    counts = {
        Bucket(Counted.VISIT, f"2027-05-18T{hour}", "whole", "fr"): number for hour, number in (("10", 9), ("11", 5), ("12", 1))
    }
    assert sorted(merged(counts, 5).counts.values()) == [6, 9]


def test_an_hour_is_all_that_is_kept_of_a_moment() -> None:
    moment = datetime(2027, 5, 18, 11, 59, 59, tzinfo=ZoneInfo("Africa/Casablanca"))
    assert hour_of(moment) == "2027-05-18T11"


# words -----------------------------------------------------------------------------------------------------------


def test_words_are_counted_without_order_and_numbers_not_at_all() -> None:
    assert telling_words("Passeport de mon fils AB123456 0612345678") == {"passeport", "mon", "fils"}
    assert telling_words("جواز السَّفر") == telling_words("السفر جواز")


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=4), max_size=40), st.integers(2, 6))
def test_a_word_is_told_when_so_many_visits_have_looked_for_it_and_then_wholly(sought: list[frozenset[str]], least: int) -> None:
    state, told = Sightings(), Counter[str]()
    for words in sought:
        state, now = sighted(state, words, "2027-05-18", frozenset(told), least)
        told.update(now)
    numbers = Counter(word for words in sought for word in words)
    assert told == {word: number for word, number in numbers.items() if number >= least}


def test_another_day_begins_anew() -> None:
    state, told = Sightings(), {}
    for day in ("2027-05-18", "2027-05-18", "2027-05-19", "2027-05-19"):
        state, told = sighted(state, frozenset({"lune"}), day, frozenset(), 3)
        assert not told


def test_what_is_remembered_has_an_end() -> None:
    state, _ = sighted(Sightings(), frozenset(f"word{n}" for n in range(2 * MOST_WORDS)), "2027-05-18", frozenset(), 3)
    assert len(state.numbers) == MOST_WORDS


# the picture -----------------------------------------------------------------------------------------------------


def test_visits_are_told_by_hour_and_the_rest_apart() -> None:
    counts = {
        Bucket(Counted.VISIT, "2027-05-18T11", "whole", "ar"): 7,
        Bucket(Counted.VISIT, "2027-05-18T11", "whole", ""): 5,
        Bucket(Counted.VISIT, "2027-05-18T09", "", ""): 6,
        Bucket(Counted.VISIT, "2027-05-18", "", ""): 9,
    }
    assert by_hour(counts) == ({"2027-05-18": {9: 6, 11: 12}}, 9)


def test_items_are_told_by_number_and_those_told_together_last() -> None:
    counts = {
        Bucket(Counted.ITEM, "", "", "", ""): 30,
        Bucket(Counted.ITEM, "", "", "fr", "pavilion:k9"): 5,
        Bucket(Counted.ITEM, "", "", "ar", "pavilion:k9"): 5,
        Bucket(Counted.ITEM, "", "", "ar", "service:cnie"): 20,
    }
    assert list(by_subject(counts, Counted.ITEM)) == [("service:cnie", 20), ("pavilion:k9", 10), ("", 30)]
