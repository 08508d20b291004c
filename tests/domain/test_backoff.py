"""When a kiosk looks again."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.backoff import MAX_PAUSE_SECONDS, first_look, next_look

LUCK = st.floats(0, 1)


@given(failures=st.integers(0, 1000), luck=LUCK)
def test_it_waits_longer_the_longer_it_fails_but_never_for_ever(failures: int, luck: float) -> None:
    wait, longer = next_look(900, failures, luck), next_look(900, failures + 1, luck)
    assert 0.8 * 900 <= wait <= longer <= 1.21 * MAX_PAUSE_SECONDS


@given(luck=LUCK)
def test_a_fleet_that_is_switched_on_together_is_spread(luck: float) -> None:
    assert 0 <= first_look(900, luck) <= 900
    assert next_look(900, 0, luck) == 900 * (0.8 + 0.4 * luck)
