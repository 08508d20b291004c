"""Keys of pads as commands."""

import re
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import KioskConfig
from kiosk.domain.keypad import SCAN_CODES, KeyCommand, keys_of


def test_the_defaults_have_a_key_for_each_command() -> None:
    assert set(keys_of("").values()) == set(KeyCommand)


def test_the_settings_know_every_command() -> None:
    (meta,) = get_type_hints(KioskConfig, include_extras=True)["keypad"].__metadata__
    for command in (*KeyCommand, "none"):
        assert re.match(meta.pattern, f"191 {command}, 192 ok")
    assert not re.match(meta.pattern, "191 jump")


@given(st.dictionaries(st.integers(1, 255), st.sampled_from([*KeyCommand, "none"])))
def test_what_a_technician_writes_stands_over_the_defaults(learnt: dict[int, str]) -> None:
    keys = keys_of(", ".join(f"{code} {command}" for code, command in learnt.items()))
    wanted = {code: command for code, command in learnt.items() if command != "none"}
    assert keys == {code: command for code, command in SCAN_CODES.items() if code not in learnt} | wanted


@pytest.mark.parametrize("learnt", ["191", "191 jump", "next 191", "191 next 192 ok", "1911 next"])
def test_what_is_no_key_with_its_command_is_refused(learnt: str) -> None:
    with pytest.raises(ValueError, match="command"):
        keys_of(learnt)
