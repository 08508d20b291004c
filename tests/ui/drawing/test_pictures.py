"""Picture files of the content: shown when sound, never trusted."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.config import KioskConfig
from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.errors import ContentCorruptError
from kiosk.ui.application import KioskApplication
from kiosk.ui.drawing.picture import FORMATS, LARGEST_SIDE, read_picture
from kiosk.ui.machine.boundary import Boundary
from tests.helpers.fakes import ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.sources import Folder, committed, write

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>'
)
FIT = QSize(40, 40)
COLOUR = QColor("#ff00aa")


def painted(path: Path, side: int = 60) -> str:
    """A picture of one colour; its hash."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(COLOUR)
    assert image.save(str(path))
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_raster_formats_are_read_and_scaled_to_fit(tmp_path: Path, ending: str) -> None:
    digest = painted(tmp_path / f"a{ending}")
    assert read_picture(tmp_path / f"a{ending}", digest, FIT).size() == FIT


@pytest.mark.qt_log_ignore("Not a JPEG file")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("drawing.svg", SVG),
        ("drawing.jpg", SVG),
        ("cut.png", b"\x89PNG\r\n\x1a\n"),
        ("empty.webp", b""),
        ("text.png", b"no picture"),
    ],
)
def test_whatever_the_bytes_are_only_the_named_format_is_decoded(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ContentCorruptError, match="convert the file"):
        read_picture(tmp_path / name, hashlib.sha256(data).hexdigest(), FIT)


def test_other_bytes_than_the_content_was_made_with_are_refused(tmp_path: Path) -> None:
    painted(tmp_path / "a.png")
    with pytest.raises(ContentCorruptError, match="put that one there"):
        read_picture(tmp_path / "a.png", "0" * 64, FIT)


def test_a_picture_too_large_to_decode_is_refused_by_its_header(tmp_path: Path) -> None:
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (LARGEST_SIDE + 1).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00" + bytes(4)
    (tmp_path / "bomb.png").write_bytes(header)
    with pytest.raises(ContentCorruptError, match=f"at most {LARGEST_SIDE} pixels"):
        read_picture(tmp_path / "bomb.png", hashlib.sha256(header).hexdigest(), FIT)


def test_what_has_no_end_or_no_beginning_is_no_picture_and_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "device.png").symlink_to("/dev/zero")
    for name in ("pipe", "device"):
        with pytest.raises(ContentCorruptError, match=r"cannot be read|over .* bytes"):
            read_picture(tmp_path / f"{name}.png", "0" * 64, FIT)


def with_picture(files: Folder) -> None:
    files["pavilions/k9.yaml"]["picture"] = "k9.png"


def test_a_picture_that_is_named_must_be_there(tmp_path: Path) -> None:
    write(tmp_path, with_picture)
    assert [(f.file, f.field) for f in check(tmp_path) if f.field == "picture"] == [("pavilions/k9.yaml", "picture")]


def test_another_picture_makes_another_database(tmp_path: Path) -> None:
    sources = write(tmp_path / "sources", with_picture)
    (sources / "pictures").mkdir()
    databases = []
    for side in (60, 61):
        painted(sources / "pictures" / "k9.png", side)
        build(sources, tmp_path / "content.db")
        databases.append((tmp_path / "content.db").read_bytes())
    assert databases[0] != databases[1]


@pytest.fixture
def illustrated(qtbot: QtBot, tmp_path: Path, content: Path) -> Iterator[Robot]:
    """A kiosk whose dog pavilion has a picture file."""
    sources, pictures = tmp_path / "sources", tmp_path / "sources" / "pictures"
    committed(sources)
    pictures.mkdir(exist_ok=True)
    painted(pictures / "k9.png")
    pavilion = sources / "pavilions" / "k9.yaml"
    pavilion.write_text(pavilion.read_text(encoding="utf-8").replace("pavilion_k9.svg", "k9.png"), encoding="utf-8")
    build(sources, tmp_path / "content.db")
    config = KioskConfig(content=tmp_path / "content.db", pictures=pictures, cache=tmp_path, state=tmp_path / "state", motion=False)
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(ManualClock(), morning, lambda _parent: None))
    kiosk.show(full_screen=False)
    assert kiosk.serving
    kiosk.shell.enter("fr")
    yield Robot(kiosk, qtbot)
    kiosk.close()


def _banner_holds_the_picture(robot: Robot) -> bool:
    picture = next(n.rectangle for n in robot.nodes() if n.role == "Graphic" and n.name)
    return robot.picture().pixelColor(picture.center() - robot.kiosk.window.position()) == COLOUR


def test_the_picture_stands_on_the_page_instead_of_the_sign(illustrated: Robot) -> None:
    illustrated.kiosk.shell.open("pavilion:k9")
    illustrated.until(lambda: _banner_holds_the_picture(illustrated))


@pytest.mark.expects_log
def test_a_spoilt_picture_leaves_the_sign_and_one_line_in_the_log(
    illustrated: Robot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    painted(tmp_path / "sources" / "pictures" / "k9.png", 99)
    illustrated.kiosk.shell.open("pavilion:k9")
    assert not _banner_holds_the_picture(illustrated)
    assert [record.message.partition(":")[0] for record in caplog.records] == ["no picture"]
