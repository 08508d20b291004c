"""Nothing a monkey does breaks the kiosk or brings it behind the staff's pad; the long run is `python -m tests.helpers.monkey`."""

from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.staff_pages import PanelPage
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.monkey import Monkey

STEPS = 200


def test_a_monkey_finds_neither_a_fault_nor_a_way_in(kiosk: KioskApplication, clock: ManualClock, player: FakePlayer) -> None:
    monkey = Monkey(kiosk, clock, player, seed=1)
    monkey.play(STEPS)
    assert monkey.faults() == []
    assert len(monkey.seen) > 6
    assert any(place.endswith(PanelPage.PAD) for place in monkey.seen)
