"""Manual pages: one for each command, that groff and its reader take without a complaint."""

import shutil
import subprocess
from pathlib import Path

import click
import pytest

from kiosk.cli import main
from kiosk.cli.man import escaped
from tests.helpers.commands import commands


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    assert main(["man", "--out", str(tmp_path / "man")]) == 0
    return tmp_path / "man"


def test_there_is_a_page_for_each_command_with_all_its_options(pages: Path) -> None:
    found = {page.name for page in pages.iterdir()}
    assert found == {"kiosk.1"} | {f"kiosk-{path.replace(' ', '-')}.1" for path, _ in commands()}
    for path, command in commands():
        text = (pages / f"kiosk-{path.replace(' ', '-')}.1").read_text(encoding="utf-8")
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert escaped(option.opts[0]) in text, (path, option)


def test_the_same_program_writes_the_same_pages(pages: Path, tmp_path: Path) -> None:
    assert main(["man", "--out", str(tmp_path / "again")]) == 0
    for page in pages.iterdir():
        assert (tmp_path / "again" / page.name).read_bytes() == page.read_bytes()


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_groff_has_nothing_to_say(pages: Path) -> None:
    command = ["groff", "-man", "-Tutf8", "-K", "utf8", "-ww", "-z", *map(str, sorted(pages.iterdir()))]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stderr == ""
