"""`docs/dangers.md` says of each danger what the content shows, and where the dossier says it; each danger has enough sentences."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from kiosk.config import ROOT

CONTENT = ROOT / "assets" / "content"
SENTENCES_AT_LEAST = 40
"""Of each danger, in each way of writing."""


def read(name: str) -> Any:
    return yaml.load((CONTENT / name).read_bytes(), Loader=yaml.CSafeLoader)


CRISES = read("crisis.yaml")["crises"]
NUMBERS = {one["id"]: one for one in read("emergency.yaml")["numbers"]}
SOURCES = {one["id"] for one in read("sources.yaml")["sources"]}


def dangers() -> Iterator[str]:
    yield "| Danger | As somebody types it | Numbers, first to call first | Page | Lines of the dossier |"
    yield "|---|---|---|---|---|"
    for crisis in CRISES:
        numbers = [NUMBERS[number]["number"] for number in crisis["numbers"]]
        page = crisis.get("page")
        lines = [f"emergency_numbers {', '.join(numbers)}", *([f"procedures {page.partition(':')[2]}"] if page else [])]
        said = read(f"dangers/{crisis['id']}.yaml")["en"][0]
        yield f"| {crisis['id']} | {said} | {', '.join(numbers)} | {page or '–'} | {'; '.join(lines)} |"


def numbers() -> Iterator[str]:
    yield "| Line of the dossier | Name | Sources |"
    yield "|---|---|---|"
    for identifier in dict.fromkeys(number for crisis in CRISES for number in crisis["numbers"]):
        one = NUMBERS[identifier]
        yield f"| emergency_numbers {one['number']} | {one['name']['en']} | {', '.join(one['sources'])} |"


@pytest.mark.parametrize("table", [dangers, numbers])
def test_the_tables_say_what_is_shown(table: Any) -> None:
    right = "\n".join(table()) + "\n"
    assert right in (ROOT / "docs" / "dangers.md").read_text(encoding="utf-8"), f"the table should be:\n{right}"


def test_no_number_of_a_danger_is_without_a_source_or_to_be_confirmed() -> None:
    for crisis in CRISES:
        for number in crisis["numbers"]:
            assert {*NUMBERS[number]["sources"]} <= SOURCES, number
            assert not NUMBERS[number].get("confirm"), number


def test_each_danger_has_enough_sentences_in_each_way_of_writing() -> None:
    for crisis in CRISES:
        ways = {way: len(said) for way, said in read(f"dangers/{crisis['id']}.yaml").items()}
        assert len(ways) == 5 and min(ways.values()) >= SENTENCES_AT_LEAST, (crisis["id"], ways)
