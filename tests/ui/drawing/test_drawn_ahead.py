"""Vector pictures are drawn ahead, once, by a process of its own; the window takes what is there."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.cli.places import SOURCES
from kiosk.config import ROOT
from kiosk.domain.picture_inks import INKS
from kiosk.ui.drawing.picture import PictureProvider, cut, drawn_ahead
from kiosk.ui.drawing.picture_job import LEAST, draw_all

INK = INKS["saffron"]
SCENE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 720"><g id="back">'
    f'<rect width="1440" height="720" fill="{INK}"/></g><g id="middle"/><g id="front"/></svg>'
)
PAPER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 480"><g id="ground">'
    f'<rect width="720" height="480" fill="{INK}"/></g><g id="paper"/><g id="specimen"/></svg>'
)


def kept(folder: Path, name: str, text: str) -> tuple[str, str]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return name, hashlib.sha256(text.encode()).hexdigest()


def test_a_scene_is_drawn_in_two_sizes_and_a_paper_in_the_small_one(tmp_path: Path, qtbot: QtBot) -> None:
    wanted = [kept(tmp_path / "p", "a.svg", SCENE), kept(tmp_path / "p", "b.svg", PAPER)]
    assert draw_all(tmp_path / "p", tmp_path / "c", 1920, wanted) == []
    large, small = (
        drawn_ahead(tmp_path / "c", wanted[0][1], QSize(1900, 900)),
        drawn_ahead(tmp_path / "c", wanted[1][1], QSize(300, 200)),
    )
    assert (large.width(), small.size()) == (1900, QSize(300, 200))
    assert {image.pixelColor(9, 9).name() for image in (large, small)} == {INK}
    assert len(list((tmp_path / "c").glob("*.png"))) == 3


def test_what_is_drawn_is_kept_until_content_or_panel_change(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = kept(tmp_path / "p", "a.svg", SCENE), kept(tmp_path / "p", "b.svg", SCENE.replace(INK, INKS["clay"]))
    draw_all(tmp_path / "p", tmp_path / "c", LEAST, [first])
    (drawn,) = {path.stat().st_mtime_ns for path in (tmp_path / "c").glob(f"{first[1]}-2.png")}
    draw_all(tmp_path / "p", tmp_path / "c", LEAST, [first, second])
    assert {path.stat().st_mtime_ns for path in (tmp_path / "c").glob(f"{first[1]}-2.png")} == {drawn}
    draw_all(tmp_path / "p", tmp_path / "c", LEAST * 2, [second])
    assert {path.name.partition("-")[0] for path in (tmp_path / "c").glob("*.png")} == {second[1]}
    assert drawn_ahead(tmp_path / "c", second[1], QSize(4000, 2000)).width() == LEAST * 2


def test_drawing_ends_when_whoever_asked_is_gone(tmp_path: Path, qtbot: QtBot) -> None:
    wanted = [kept(tmp_path / "p", "a.svg", PAPER), kept(tmp_path / "p", "b.svg", PAPER.replace(INK, INKS["clay"]))]
    there = iter([True, False])
    assert draw_all(tmp_path / "p", tmp_path / "c", LEAST, wanted, lambda: next(there)) == []
    assert {path.name.partition("-")[0] for path in (tmp_path / "c").glob("*.png")} == {wanted[0][1]}


@pytest.mark.parametrize(
    ("text", "digest", "said"),
    [
        (SCENE.replace("<rect", "<script"), "", "holds <script>"),
        (SCENE, "0" * 64, "not the picture the content was made with"),
        ("", "", "is not XML"),
    ],
)
def test_what_cannot_be_trusted_is_told_and_not_drawn(tmp_path: Path, qtbot: QtBot, text: str, digest: str, said: str) -> None:
    name, own = kept(tmp_path / "p", "a.svg", text)
    (wrong,) = draw_all(tmp_path / "p", tmp_path / "c", LEAST, [(name, digest or own)])
    assert said in wrong
    assert list((tmp_path / "c").glob("*.png")) == []
    assert drawn_ahead(tmp_path / "c", digest or own, QSize(9, 9)).isNull()


def test_the_process_draws_what_it_is_told(tmp_path: Path) -> None:
    wanted = [kept(tmp_path / "p", "a.svg", PAPER), ("gone.svg", "1" * 64)]
    line = [sys.executable, "-m", "kiosk.ui.drawing.picture_job", str(tmp_path / "p"), str(tmp_path / "c"), "960"]
    answer = subprocess.run(line, input=json.dumps(wanted), capture_output=True, text=True)
    assert (answer.returncode, len(list((tmp_path / "c").glob("*.png")))) == (1, 1)
    assert "gone.svg" in answer.stderr


def test_the_provider_gives_the_sign_its_place_until_a_picture_is_drawn(tmp_path: Path, qtbot: QtBot) -> None:
    name, digest = kept(tmp_path / "p", "a.svg", SCENE)
    provider = PictureProvider(lambda: tmp_path / "p", tmp_path / "c")
    assert provider.requestImage(f"{digest}/{name}/50/50", QSize(), QSize(90, 60)).size() == QSize(1, 1)
    draw_all(tmp_path / "p", tmp_path / "c", LEAST, [(name, digest)])
    assert provider.requestImage(f"{digest}/{name}/50/50", QSize(), QSize(90, 60)).size() == QSize(90, 60)


@pytest.mark.parametrize(("across", "seen"), [(0.0, "#ff0000"), (1.0, "#0000ff")])
def test_a_picture_is_cut_around_its_focus(qtbot: QtBot, across: float, seen: str) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    for x in range(100, 200):
        for y in range(100):
            image.setPixelColor(x, y, QColor("#0000ff"))
    part = cut(image, QSize(50, 50), across, 0.5)
    assert part.size() == QSize(100, 100)
    assert part.pixelColor(50, 50) == QColor(seen)


def test_every_committed_picture_is_named_by_the_content() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.yaml"))
    assert {path.name for path in (SOURCES / "pictures").glob("*.svg")} == set(re.findall(r"picture: (\w+\.svg)", sources))


def test_the_files_are_those_the_kit_draws() -> None:
    line = [sys.executable, "-c", "from script.picture_kit.all_pictures import pictures; print(*sorted(pictures()))"]
    drawn = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert sorted(path.stem for path in (SOURCES / "pictures").glob("*.svg")) == drawn
