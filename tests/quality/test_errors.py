"""Every error has a code of its own, and the page on the commands names them all."""

import re
from collections.abc import Iterator

from kiosk.config import ROOT
from kiosk.errors import KioskError


def families(root: type[KioskError] = KioskError) -> Iterator[type[KioskError]]:
    yield root
    for family in root.__subclasses__():
        yield from families(family)


def test_each_error_has_a_code_of_its_own() -> None:
    codes = [family.code for family in families()]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)
    assert len(codes) == len(set(codes)) > 20


def test_the_page_on_the_commands_tells_code_and_exit_status_of_each() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (\d+) \| `([a-z-]+)` \|", page, re.MULTILINE)
    assert told == [(str(family.exit_status), family.code) for family in families()]
    assert [family.exit_status for family in families()] == sorted(family.exit_status for family in families())
