"""The signed status of a kiosk: read back as it was, and refused when anything in it was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.takeaway import CODE_CAPACITY
from kiosk.errors import StaffError
from kiosk.staff.rescue import derived
from kiosk.staff.status import Status, signed, verified

FLEET = bytes(range(32))
STATUS = Status(
    "بهو-1",
    "2026-11-24T11:10+01:00",
    "pavilion_k9",
    "override",
    "2026.11.25",
    "clock_jumped",
    2,
    12_345,
    "2026-11-24T11:08+01:00",
    12_345_678,
    "0f1e2d3c4b5a",
    "1.2.3",
)


def line(status: Status = STATUS) -> str:
    return signed(status, derived(FLEET, "status", status.kiosk))


def test_it_comes_back_as_it_was_and_fits_a_code() -> None:
    assert verified(line(), FLEET) == STATUS
    assert len(line().encode()) < CODE_CAPACITY


@given(st.data())
def test_one_changed_letter_is_refused(data: st.DataObject) -> None:
    whole = line()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda letter: letter != whole[place]))
    changed = whole[:place] + other + whole[place + 1 :]
    if verified_or_none(changed) is not None:  # the last bits of base64 carry nothing
        assert verified_or_none(changed) == STATUS


def verified_or_none(text: str) -> Status | None:
    try:
        return verified(text, FLEET)
    except StaffError:
        return None


def test_a_kiosk_cannot_sign_for_another() -> None:
    with pytest.raises(StaffError, match="not signed"):
        verified(signed(STATUS, derived(FLEET, "status", "another")), FLEET)


@pytest.mark.parametrize("text", ["", "J3", "tel:19", "J3" + "A" * 86 + "[]", "J3" + "A" * 86 + "null", "J3" + "é" * 90])
def test_what_is_no_status_is_refused(text: str) -> None:
    with pytest.raises(StaffError):
        verified(text, FLEET)
