"""What staff choose for a group: sealed, taken once, and only just after it was given."""

import hmac
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import StaffError
from kiosk.staff.group import (
    DATAGRAM_PREFIX,
    MAX_DATAGRAM_BYTES,
    GroupAnswer,
    GroupOrder,
    is_new,
    next_number,
    open_datagram,
    sealed,
)
from kiosk.staff.rescue import derived

KEY = derived(bytes(range(32)), "group", "hall-1")
NOW = datetime(2027, 5, 18, 11, 10, tzinfo=timezone(timedelta(hours=1)))
ORDER = GroupOrder("hall-1", "kiosk-1", 7, NOW.isoformat(), "emergency", "", "أمل", "guide")
ANSWER = GroupAnswer("hall-1", "kiosk-2", "kiosk-1", 7)


@pytest.mark.parametrize("message", [ORDER, ANSWER])
def test_a_message_comes_back_as_it_was(message: GroupOrder | GroupAnswer) -> None:
    assert open_datagram(sealed(message, KEY), KEY, "hall-1") == message


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_one_changed_bit_is_refused(place: int, bit: int) -> None:
    datagram = bytearray(sealed(ORDER, KEY))
    datagram[place % len(datagram)] ^= 1 << bit
    with pytest.raises(StaffError, match="not sealed"):
        open_datagram(bytes(datagram), KEY, "hall-1")


@given(st.binary(max_size=80))
def test_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(StaffError):
        open_datagram(noise, KEY, "hall-1")


def test_another_group_is_refused_with_its_key_and_with_ours() -> None:
    other = derived(bytes(range(32)), "group", "hall-2")
    with pytest.raises(StaffError, match="not sealed"):
        open_datagram(sealed(ORDER, other), KEY, "hall-1")
    with pytest.raises(StaffError, match="hall-2"):
        open_datagram(sealed(replace(ORDER, group="hall-2"), KEY), KEY, "hall-1")


def test_what_no_network_carries_whole_is_not_said() -> None:
    with pytest.raises(StaffError, match="shorten"):
        sealed(replace(ORDER, by="x" * MAX_DATAGRAM_BYTES), KEY)


@given(st.lists(st.integers(-3_000_000, 3_000_000), min_size=1, max_size=20))
def test_numbers_only_grow_whatever_the_clock_does(steps: list[int]) -> None:
    number, now = 0, NOW
    for step in steps:
        now += timedelta(seconds=step)
        following = next_number(number, now)
        assert following > number
        number = following


def test_an_order_is_taken_once_and_fresh() -> None:
    assert is_new(ORDER, 6, NOW)
    assert not is_new(ORDER, 7, NOW)
    assert is_new(ORDER, 0, NOW + timedelta(minutes=10))
    assert not is_new(ORDER, 0, NOW + timedelta(minutes=11))
    assert not is_new(ORDER, 0, NOW - timedelta(minutes=11))


@pytest.mark.parametrize("key", ["", "00"])
def test_without_a_key_nothing_is_sealed_and_nothing_is_believed(key: str) -> None:
    forged = DATAGRAM_PREFIX + hmac.digest(bytes.fromhex(key), b"[]", "sha256") + b"[]"
    with pytest.raises(StaffError, match="no key"):
        open_datagram(forged, key, "hall-1")
    with pytest.raises(StaffError, match="no key"):
        sealed(ORDER, key)


BODIES = [
    b"", b"null", b"[]", b"{}", b"1e300", b"[" * 1000, b'["hall-1"]', b'["hall-1","k","k",1e300]', b'["hall-1","k","k",Infinity]',
    b'["hall-1","k","k",true]', b'["hall-1",[],"k",1]',
    b'["hall-1","k",1,"2027-05-18T11:10","desk","","a","lead"]',
    b'["hall-1","k",1,"2027-05-18T11:10+01:00","desk","soon","a","lead"]',
    b'["hall-1","k",1,"2027-05-18T11:10+01:00","desk","2027-05-18T12:10","a","lead"]', b'["hall-1","k",1,"","desk","",{},"lead"]',
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.decode()[:40])
def test_a_sealed_datagram_of_another_form_is_refused(body: bytes) -> None:
    with pytest.raises(StaffError, match="not written as it should be"):
        open_datagram(DATAGRAM_PREFIX + hmac.digest(bytes.fromhex(KEY), body, "sha256") + body, KEY, "hall-1")


def test_a_number_far_ahead_of_the_clock_does_not_end_the_orders_of_a_kiosk() -> None:
    assert not is_new(replace(ORDER, number=10**40), 6, NOW)
    assert not is_new(replace(ORDER, number=next_number(0, NOW + timedelta(minutes=11))), 6, NOW)
    assert is_new(replace(ORDER, number=next_number(0, NOW + timedelta(minutes=9))), 6, NOW)
