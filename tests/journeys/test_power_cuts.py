"""The plug is pulled while staff and an admin change modes: the next start shows what the rules say, and nothing is lost."""

from tests.helpers import power_cut

CUTS = 4


def test_after_a_power_cut_the_kiosk_shows_what_the_rules_say_and_the_log_is_whole() -> None:
    found = power_cut.run(CUTS)
    assert set(found) <= {"kept", "kept, cut before the first choice"}
    assert found["kept"]
