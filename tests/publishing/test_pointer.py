"""What says which release is shown, as another program, or chance, has left it."""

import json
from pathlib import Path

import pytest

from kiosk.disk.files import seal
from kiosk.publishing.pointer import Pointer, read_pointer, write_pointer

NAME = f"00000007-{'a' * 64}"
SOUND = Pointer(NAME, trial=True, tries=2, good=(NAME,), refused=(), boot="b", doubted=(NAME,), spared=(NAME,))


def test_it_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_pointer(tmp_path / "current", SOUND)
    assert read_pointer(tmp_path / "current") == SOUND


def test_what_a_newer_program_has_written_beside_it_is_passed_over(tmp_path: Path) -> None:
    seal(tmp_path / "current", json.dumps({**SOUND._asdict(), "more": [1]}))
    assert read_pointer(tmp_path / "current") == SOUND


@pytest.mark.parametrize(
    "written", ["[]", "7", "null", '{"numbers": {}}', "[" * 100_000, "{", '{"current": 7, "good": 3, "trial": "no"}']
)
def test_what_is_no_pointer_is_an_empty_one(tmp_path: Path, written: str) -> None:
    seal(tmp_path / "current", written)
    assert read_pointer(tmp_path / "current") == Pointer()


def test_a_name_that_leads_elsewhere_is_none(tmp_path: Path) -> None:
    seal(tmp_path / "current", json.dumps(SOUND._replace(current="../../etc")._asdict()))
    assert read_pointer(tmp_path / "current") == SOUND._replace(current=None)
