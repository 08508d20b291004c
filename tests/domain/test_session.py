"""The visitor session over time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.session import InactivityTimes, SessionState, ended, seconds_left, started, ticked, touched

TIMES = InactivityTimes(until_prompt=90, prompt=30)


@pytest.mark.parametrize(
    ("idle", "state", "left"),
    [
        (0, SessionState.ACTIVE, 0),
        (89.9, SessionState.ACTIVE, 0),
        (90, SessionState.PROMPT, 30),
        (90.5, SessionState.PROMPT, 30),
        (119.5, SessionState.PROMPT, 1),
        (120, SessionState.ATTRACT, 0),
        (5000, SessionState.ATTRACT, 0),
    ],
)
def test_time_without_a_touch_leads_to_the_prompt_and_then_to_the_reset(idle: float, state: SessionState, left: int) -> None:
    session = ticked(started(1000.0), 1000.0 + idle, TIMES)
    assert session.state is state
    assert seconds_left(session, 1000.0 + idle, TIMES) == left


def test_a_touch_during_the_prompt_gives_the_whole_time_again() -> None:
    prompted = ticked(started(0.0), 100.0, TIMES)
    again = touched(prompted, 100.0)
    assert ticked(again, 189.0, TIMES).state is SessionState.ACTIVE


def test_a_touch_in_the_attract_state_does_not_begin_a_session() -> None:
    assert touched(ended(0.0), 5.0).state is SessionState.ATTRACT


@given(st.lists(st.floats(min_value=0, max_value=89), max_size=40))
def test_a_visitor_who_keeps_touching_is_never_sent_away(pauses: list[float]) -> None:
    now, session = 0.0, started(0.0)
    for pause in pauses:
        now += pause
        session = ticked(session, now, TIMES)
        assert session.state is SessionState.ACTIVE
        session = touched(session, now)
