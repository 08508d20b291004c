"""Kinds of values that are typed, as functions for click: what is not of the kind is refused with what to write."""

import re
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path

import click


def address(value: str) -> str:
    """An IPv4 address; empty for all of this machine.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        return str(IPv4Address(value)) if value else ""
    except AddressValueError as error:
        message = f"{value!r}: write an address such as 192.168.1.20"
        raise click.BadParameter(message) from error


def panel(value: str) -> str:
    """Width and height in pixels.

    Raises:
        click.BadParameter: it is something else.
    """
    if not re.fullmatch(r"[1-9][0-9]{1,4}x[1-9][0-9]{1,4}", value):
        message = f"{value!r}: write width x height in pixels, such as 1080x1920"
        raise click.BadParameter(message)
    return value


def inches(value: str | float) -> float:
    """A panel's diagonal.

    Raises:
        click.BadParameter: no panel has it.
    """
    return _amount(value, 1, 500)


def kilobytes(value: str | float) -> float:
    """Kilobytes a second; 0 for as many as there are.

    Raises:
        click.BadParameter: it is no number, or too large.
    """
    return _amount(value, 0, 1_000_000)


def owner(value: str) -> tuple[str, Path]:
    """A person and the folder of their keys.

    Raises:
        click.BadParameter: one of them is missing.
    """
    name, _, folder = value.partition("=")
    if not name or not folder:
        message = f"{value!r}: write a name and a folder, such as amina=/media/AMINA"
        raise click.BadParameter(message)
    return name, Path(folder)


def _amount(value: str | float, least: float, most: float) -> float:
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        message = f"{value!r}: write a number from {least:g} to {most:g}"
        raise click.BadParameter(message)
    return number
