"""What a sync brings beside content: the fleet's people."""

from typing import Any

from kiosk.config import KioskConfig
from kiosk.errors import StaffError, StaffStateError
from kiosk.publishing.trust import held_roll
from kiosk.staff.held_roll import fault_of, keep_fault, read_held
from kiosk.staff.sealed_roll import take


def take_roll(settings: KioskConfig) -> None:
    """Trust the people of the roll that came, if another came; why they cannot be trusted is kept for staff to read."""
    came = held_roll(settings.state)
    if came is None:
        return
    try:
        take(settings.state, came)
        fault = ""
    except (StaffError, StaffStateError) as error:
        fault = str(error)
    keep_fault(settings.state, fault)


def with_roll(answer: dict[str, Any], settings: KioskConfig) -> dict[str, Any]:
    """What came of the content, and which roll is in force."""
    fault = answer.pop("roll_problem", "") or fault_of(settings.state)
    keep_fault(settings.state, fault)
    return answer | {"roll": read_held(settings.state).number, "roll_problem": fault}
