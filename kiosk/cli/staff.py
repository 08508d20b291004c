"""`kiosk staff`: the people a kiosk trusts, its keys, its log, and the answer to a forgotten PIN."""

import getpass
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from kiosk.cli.machine import kept_choices, this_kiosk
from kiosk.cli.options import PATH, config_option, json_option
from kiosk.cli.output import in_words, print_json, print_line, print_table
from kiosk.cli.secrets_asked import asked_secretly
from kiosk.config import KioskConfig
from kiosk.domain.roll import RollPerson
from kiosk.domain.staff import PIN_LENGTH, ROLL_PIN_LENGTH, Role
from kiosk.errors import StaffError
from kiosk.settings import declared
from kiosk.staff import rescue as rescues
from kiosk.staff.choices import StaffChoices
from kiosk.staff.first_code import new_figures
from kiosk.staff.people import PeopleFile
from kiosk.staff.pin_gate import Gate
from kiosk.staff.pins import Argon2Hasher
from kiosk.staff.roll_source import keep_source, read_source, source_at
from kiosk.staff.sealed_roll import key_of_fleet
from kiosk.staff.staff_log import StaffAct

ADMIN = "admin"
_key = click.option("--key", type=PATH, required=True, help="The admin's file with the fleet's key.")
_roll = click.option("--roll", type=PATH, help="The fleet's roll, a file of the admin's, in the place of this kiosk's people.")


def _group(value: str) -> str:
    """The name of a group of kiosks.

    Raises:
        click.BadParameter: it is none.
    """
    if not re.fullmatch(declared()["group"].meta.pattern, value):
        message = f"{value!r} is no group; write it as in the kiosks' settings"
        raise click.BadParameter(message)
    return value


@dataclass(frozen=True, slots=True)
class _Office:
    config: KioskConfig
    people: PeopleFile
    choices: StaffChoices

    def log(self, act: str, **detail: str) -> None:
        """A line in the log, in the admin's name."""
        self.choices.log(datetime.now(UTC), StaffAct(getpass.getuser(), ADMIN, act, dict(detail)))


@contextmanager
def _office(config: Path | None) -> Iterator[_Office]:
    settings = this_kiosk(config)
    with kept_choices(settings) as choices:
        yield _Office(settings, PeopleFile(settings.state / "people.json"), choices)


@click.command()
@_key
@config_option
def init(key: Path, config: Path | None) -> None:
    """Give this kiosk its keys, made from the fleet's KEY for its name; the file is made where there is none."""
    fleet_key = rescues.read_fleet_key(key) if key.exists() else rescues.make_fleet_key(key)
    with _office(config) as office:
        name = office.config.name
        rescue, status = (rescues.derived(fleet_key, purpose, name) for purpose in ("rescue", "status"))
        group = rescues.derived(fleet_key, "group", office.config.group) if office.config.group else ""
        roll_key = key_of_fleet(fleet_key)
        office.people.save(replace(office.people.load(), rescue_key=rescue, status_key=status, group_key=group, roll_key=roll_key))
        office.log("keys")
    print_line(f"{name}: its keys are set; keep {key} off the kiosk, it answers for the whole fleet")


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.GUIDE.value, show_default=True)
@click.option("--generate", is_flag=True, help="Make a PIN and print it, once; else it is asked for.")
@_roll
@click.option("--group", "groups", multiple=True, type=_group, help="With --roll: trusted on its kiosks alone; again for more.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="With --roll: the last day of their term.")
@config_option
def add(
    name: str,
    *,
    role: str,
    generate: bool,
    roll: Path | None,
    groups: tuple[str, ...],
    until: datetime | None,
    config: Path | None,
) -> None:
    """Add a person, or give one a new PIN or role: on this kiosk, or on the fleet's roll."""
    if roll is None and (groups or until):
        message = "only the fleet's roll has groups and terms; name it with --roll"
        raise click.UsageError(message)
    if until and until.date() < datetime.now().astimezone().date():
        message = f"{until.date()} is over, and nobody is trusted after it; name a day to come, or use `kiosk staff remove`"
        raise click.BadParameter(message, param_hint="--until")
    if roll is not None:
        _add_to_roll(roll, name, Role(role), until.date() if until else None, groups, generate=generate)
        return
    with _office(config) as office:
        name = office.people.load().name_for(name, Role(role))
        gate = Gate(office.people, office.choices, Argon2Hasher(), lambda: 0.0)
        pin = _new_pin(gate.weakness) if generate else _asked_pin(PIN_LENGTH)
        _refuse_weak(gate.weakness(pin), PIN_LENGTH)
        gate.set_pin(name, Role(role), pin, datetime.now(UTC), getpass.getuser())
    _say_added(name, Role(role), pin if generate else "")


def _add_to_roll(path: Path, name: str, role: Role, until: date | None, groups: tuple[str, ...], *, generate: bool) -> None:
    source = source_at(path)
    name = source.name_for(name)
    pin = source.new_pin(name) if generate else _asked_pin(ROLL_PIN_LENGTH)
    _refuse_weak(source.weakness(pin, name), ROLL_PIN_LENGTH)
    keep_source(path, source.with_person(name, role, pin, until, groups))
    _say_added(name, role, pin if generate else "")


def _asked_pin(least: int) -> str:
    return asked_secretly(f"PIN ({least} figures or more)", twice=True)


def _new_pin(weakness: Callable[[str], str]) -> str:
    return next(pin for pin in iter(new_figures, "") if not weakness(pin))


def _refuse_weak(weakness: str, least: int) -> None:
    if weakness:
        why = {"pin_short": f"has fewer than {least} figures", "pin_plain": "is one that everybody tries, or taken"}
        message = f"the PIN {why[weakness]}; choose another"
        raise StaffError(message)


def _say_added(name: str, role: Role, pin: str) -> None:
    print_line(f"{name}: {role.value}" + (f", PIN {pin[:4]} {pin[4:]}; it is not shown again" if pin else ""))


@click.command("first-code")
@config_option
def first_code(config: Path | None) -> None:
    """Make the code by which a kiosk that nobody leads takes its first lead, in the place of the one before; it is printed once."""
    with _office(config) as office:
        gate = Gate(office.people, office.choices, Argon2Hasher(), lambda: 0.0)
        if not gate.may_begin():
            message = "somebody leads this kiosk, or its people were lost: a code opens nothing here; use `kiosk staff add`"
            raise StaffError(message)
        figures = gate.new_first_code()
        office.log("first_code")
    print_line(f"{figures[:4]} {figures[4:]}")


@click.command()
@click.argument("name")
@_roll
@config_option
def remove(name: str, roll: Path | None, config: Path | None) -> None:
    """Trust a person no longer: on this kiosk, or on the fleet's roll."""
    if roll is not None:
        keep_source(roll, read_source(roll).without(name))
        print_line(f"{name}: no longer trusted, once the roll is published")
        return
    with _office(config) as office:
        office.people.save(office.people.load().without(name))
        office.log("removed", person=name)
    print_line(f"{name}: no longer trusted")


@click.command("list")
@_roll
@config_option
@json_option
def list_people(roll: Path | None, config: Path | None, *, as_json: bool) -> None:
    """List the people this kiosk trusts, its own and those of the fleet's roll; or those of a roll."""
    if roll is not None:
        rows = [_row(one, "roll") for one in read_source(roll).people]
    else:
        with _office(config) as office:
            found = office.people.load()
            rows = [_row(RollPerson(*own[:3]), "kiosk") for own in found.people] + [_row(one, "roll") for one in found.fleet]
    if as_json:
        print_json(rows)
    else:
        print_table("Staff", ("name", "role", "of", "groups", "until"), (map(in_words, row.values()) for row in rows))


def _row(one: RollPerson, of: str) -> dict[str, object]:
    until = one.until.isoformat() if one.until else None
    return {"name": one.name, "role": one.role.value, "of": of, "groups": list(one.groups), "until": until}


@click.command()
@click.argument("code")
@click.option("--kiosk", "name", required=True, help="The name of the kiosk that shows the CODE.")
@_key
def rescue(code: str, name: str, key: Path) -> None:
    """Answer the eight figures CODE that a kiosk shows someone who forgot their PIN; no network is needed."""
    figures = code.replace(" ", "")
    if len(figures) != rescues.FIGURES or not figures.isdecimal():
        message = f"{code!r}: the kiosk shows {rescues.FIGURES} figures; ask for them again"
        raise StaffError(message)
    print_line(rescues.answer(rescues.derived(rescues.read_fleet_key(key), "rescue", name), figures))


@click.command("export")
@config_option
@json_option
def export(config: Path | None, *, as_json: bool) -> None:
    """Print the whole log, the oldest line first."""
    with _office(config) as office:
        rows = [{"at": line.at, **line.act._asdict()} for line in office.choices.logged()]
    if as_json:
        print_json(rows)
    else:
        print_table("Log", ("at", "person", "role", "act", "detail"), (row.values() for row in rows))
