"""Deaf visitors: a page in sign language where somebody has signed it, and in words what is signed."""

from pathlib import Path

import pytest

from kiosk.domain.item import SignFilm
from kiosk.domain.sign_film import captions_of
from tests.helpers.films import CAPTIONS, film
from tests.helpers.staff_robot import StaffRobot
from tests.helpers.touches import word


@pytest.mark.clause("House: sign language")
@pytest.mark.qt_log_ignore("pipewire", "No RHI backend", extend=True)
def test_a_page_that_was_signed_is_played_with_captions_and_put_away(visited: StaffRobot, tmp_path: Path) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    kiosk.shell.open("service:cnie")
    shown, tag = kiosk.visitor.screens.film, kiosk.shell.reading.tag
    assert not shown.there
    assert word(kiosk, "sign_language") not in [node.name for node in robot.nodes()]
    (tmp_path / "card.webm").write_bytes(film())
    shown.folder = lambda: tmp_path
    shown.show(
        SignFilm("card.webm", "", "A signer", {tag: captions_of(CAPTIONS.format(first="First words", second="then others"))}), tag
    )
    robot.touch(word(kiosk, "sign_language"))
    robot.sees("First words")
    robot.sees("A signer")
    robot.until(lambda: not shown.provider.image.isNull())
    assert not kiosk.narration.reader.active
    robot.sees("then others")
    robot.until(lambda: not shown.playing)
    robot.touch(word(kiosk, "sign_language"))
    robot.until(lambda: shown.playing)
    robot.touch(word(kiosk, "home"))
    assert not shown.playing
    assert not shown.there
