"""`kiosk staff`: the people a kiosk trusts, its keys, its log, and the answer to a forgotten PIN."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk.cli.machine import kept_choices, this_kiosk
from kiosk.cli.options import PATH, config_option, json_option
from kiosk.cli.output import print_json, print_line, print_table
from kiosk.config import KioskConfig
from kiosk.domain.staff import Role
from kiosk.errors import StaffError
from kiosk.staff import rescue as rescues
from kiosk.staff.choices import StaffChoices
from kiosk.staff.people import PeopleFile
from kiosk.staff.pin_gate import Gate
from kiosk.staff.pins import Argon2Hasher
from kiosk.staff.staff_log import Act

ADMIN = "admin"
_key = click.option("--key", type=PATH, required=True, help="The admin's file with the fleet's key.")
_WEAK = {"pin_short": "has fewer than 6 figures", "pin_plain": "is one that everybody tries, or taken"}


@dataclass(frozen=True, slots=True)
class _Office:
    config: KioskConfig
    people: PeopleFile
    choices: StaffChoices

    def log(self, act: str, **detail: str) -> None:
        """A line in the log, in the admin's name."""
        self.choices.log(datetime.now(UTC), Act(getpass.getuser(), ADMIN, act, dict(detail)))


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
        office.people.save(replace(office.people.load(), rescue_key=rescue, status_key=status, group_key=group))
        office.log("keys")
    print_line(f"{name}: its keys are set; keep {key} off the kiosk, it answers for the whole fleet")


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.GUIDE.value, show_default=True)
@click.option("--pin", help="Asked for where not given.")
@config_option
def add(name: str, role: str, pin: str | None, config: Path | None) -> None:
    """Add a person, or give one a new PIN or role."""
    with _office(config) as office:
        name = office.people.load().name_for(name, Role(role))
        if pin is None:
            pin = click.prompt("PIN (6 figures or more)", hide_input=True, confirmation_prompt=True, type=str)
        gate = Gate(office.people, office.choices, Argon2Hasher(), lambda: 0.0)
        weakness = gate.weakness(pin)
        if weakness:
            message = f"the PIN {_WEAK[weakness]}; choose another"
            raise StaffError(message)
        gate.set_pin(name, Role(role), pin, datetime.now(UTC), getpass.getuser())
    print_line(f"{name}: {role}")


@click.command()
@click.argument("name")
@config_option
def remove(name: str, config: Path | None) -> None:
    """Take a person off the roll."""
    with _office(config) as office:
        office.people.save(office.people.load().without(name))
        office.log("removed", person=name)
    print_line(f"{name}: no longer trusted")


@click.command("list")
@config_option
@json_option
def list_people(config: Path | None, *, as_json: bool) -> None:
    """List the people this kiosk trusts."""
    with _office(config) as office:
        rows = [{"name": person.name, "role": person.role.value} for person in office.people.load().people]
    if as_json:
        print_json(rows)
    else:
        print_table("Staff", ("name", "role"), (row.values() for row in rows))


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
