"""What staff do on the kiosk's screen, each kept and logged: modes, the timetable, reports."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from kiosk.domain.clock_trust import elapsed
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.mode_resolver import Layer, ModeRules, Override
from kiosk.domain.staff import Person, may_end_emergency
from kiosk.errors import StaffError
from kiosk.staff.choices import StaffChoices
from kiosk.staff.schedule import end_of
from kiosk.staff.staff_log import StaffAct
from kiosk.staff.status import Status


def switch(choices: StaffChoices, person: Person, mode: ContentMode, until: str, now: datetime, rules: ModeRules) -> Override:
    """Choose a mode.

    Args:
        choices: of the kiosk.
        person: who chooses.
        mode: the mode.
        until: as `end_of` reads it.
        now: the moment, with the exhibition's time zone.
        rules: of the kiosk.

    Returns:
        What was chosen.

    Raises:
        ModeError: `until` is no end.
    """
    choice = Override(mode.identifier, person.name, now, end_of(until, now, rules))
    record_choice(choices, mode, choice, person)
    return choice


def record_choice(choices: StaffChoices, mode: ContentMode, choice: Override, person: Person) -> None:
    """Keep what was chosen, here or on another kiosk of the group, in the layer of its mode.

    An emergency that was declared lasts as long as it was declared for, unless one who leads chooses another end.
    """
    if mode.service is not ModeService.EMERGENCY:
        choices.choose(Layer.OVERRIDE, choice, person.role)
        return
    _, declared = choices.chosen()
    if declared is not None and not may_end_emergency(person.role) and _ends_later(declared, choice):
        choice = choice._replace(until=declared.until)
    choices.choose(Layer.EMERGENCY, choice, person.role)


def _ends_later(one: Override, other: Override) -> bool:
    return other.until is not None and (one.until is None or elapsed(other.until, one.until) > timedelta())


def back_to_schedule(choices: StaffChoices, person: Person, now: datetime) -> None:
    """Let the rules decide again.

    Raises:
        StaffError: only one who leads may end an emergency before its time.
    """
    _, declared = choices.chosen()  # asked now: a second ago there may have been none
    lasts = declared is not None and (declared.until is None or elapsed(now, declared.until) > timedelta())
    if lasts and not may_end_emergency(person.role):
        message = "an emergency is ended by one who leads; ask them, or wait for its end"
        raise StaffError(message)
    choices.clear(now, person.name, person.role)


def report_incident(choices: StaffChoices, person: Person, sentence: Mapping[str, str], state: Status, now: datetime) -> None:
    """Keep a report of trouble with the state of the kiosk.

    Raises:
        StaffStateError: it could not be kept.
    """
    choices.log(now, StaffAct(person.name, person.role, "report", {"sentence": dict(sentence), **asdict(state)}))
