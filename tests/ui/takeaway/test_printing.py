"""A page on paper: asked for by touch, drawn with its Arabic joined, its codes read off the printed page."""

import os
import stat
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk.domain.sheet import LineKind, Sheet, SheetLine
from kiosk.ui.application import KioskApplication
from kiosk.ui.drawing.fonts import load_fonts
from kiosk.ui.takeaway.print_job import send
from kiosk.ui.takeaway.sheet_drawing import DOTS_PER_INCH, FAMILY, MARGIN, pages, write_pdf
from tests.helpers.robot import Robot

LANGUAGES = {"ar": "العربية", "fr": "Français"}
WITH_PRINTER = pytest.mark.parametrize("settings", [{"printer": "stand"}])


def put_lp(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A print queue at the edge of the machine."""
    path = folder / "bin" / "lp"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{path.parent}:{os.environ['PATH']}")


def pixels(image: QImage) -> np.ndarray:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())[:, : gray.width()].copy()


def printed_pages(path: Path) -> list[np.ndarray]:
    """The pages of a PDF as grey pixels, at the resolution they were drawn in."""
    document = QPdfDocument(None)
    assert document.load(str(path)) is QPdfDocument.Error.None_
    found = []
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = QSize(round(points.width() / 72 * DOTS_PER_INCH), round(points.height() / 72 * DOTS_PER_INCH))
        page = QImage(size, QImage.Format.Format_ARGB32)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(number, size))
        painter.end()
        found.append(pixels(page))
    return found


def open_codes(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.sees(kiosk.shell.words["home_question"])
    robot.touch(kiosk.shell.words["services"])
    assert kiosk.content.holder.store is not None
    robot.touch(kiosk.shell.reading.plain(kiosk.content.holder.store.public_service("service:cnie").head.card.name))
    robot.sees(kiosk.shell.words["papers"])
    robot.touch(kiosk.shell.words["take_away"])
    robot.sees(kiosk.shell.words["take_checklist"])


@WITH_PRINTER
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_touch_prints_the_page_with_its_codes(
    robot: Robot, kiosk: KioskApplication, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lp(
        tmp_path,
        f'printf "%s\\n" "$@" > {tmp_path}/arguments; for file; do :; done; cp "$file" {tmp_path}/printed.pdf',
        monkeypatch,
    )
    open_codes(robot, kiosk, tag)
    addresses = {code.payload for code in kiosk.visitor.screens.takeaway.codes if code.icon == "globe"}
    robot.touch(kiosk.shell.words["print"])
    robot.sees(kiosk.shell.words["printing"])
    kiosk.visitor.screens.takeaway.select(1)
    assert kiosk.visitor.screens.takeaway.index == 1  # the screen goes on meanwhile
    robot.qtbot.waitUntil(lambda: kiosk.visitor.screens.takeaway.printing == "printed", timeout=20_000)
    robot.sees(kiosk.shell.words["printed"])
    kiosk.visitor.screens.takeaway.printPage()
    assert kiosk.visitor.screens.takeaway.printing == "printed"  # once, until the codes are opened again
    arguments = (tmp_path / "arguments").read_text().split("\n")
    assert arguments[:6] == ["-d", "stand", "-t", "Jusur", "-o", "media=A4"]
    assert not Path(arguments[7]).exists()  # nothing of the visitor stays on the disk
    pages = printed_pages(tmp_path / "printed.pdf")
    assert (
        addresses
        and {found.text for page in pages for found in zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)}
        == addresses
    )
    ink = (pages[0][: pages[0].shape[0] // 12] < 128).nonzero()[1]
    assert (ink.mean() > pages[0].shape[1] / 2) == (tag == "ar")  # the title begins where the language begins


@WITH_PRINTER
@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'lp: The printer does not exist.' >&2; exit 1", "does not exist"),
        (None, "apt-get install cups-client"),
        ("kill -9 $PPID", "ended with status"),
    ],
    ids=["no such printer", "no lp", "a crash"],
)
def test_a_printer_that_fails_gives_a_calm_note_and_a_line_in_the_log(
    robot: Robot,
    kiosk: KioskApplication,
    script: str | None,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    if script is None:
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        put_lp(tmp_path, script, monkeypatch)
    open_codes(robot, kiosk, "fr")
    robot.touch(kiosk.shell.words["print"])
    robot.qtbot.waitUntil(lambda: kiosk.visitor.screens.takeaway.printing == "print_failed", timeout=20_000)
    robot.sees(kiosk.shell.words["print_failed"])
    assert [r.levelname for r in caplog.records] == ["ERROR"] and said in caplog.text and "stand" in caplog.text
    assert not any(said in name for name in robot.names())
    kiosk.visitor.screens.takeaway.close()
    kiosk.visitor.screens.takeaway.openCodes()
    assert kiosk.visitor.screens.takeaway.printing == ""


def test_without_a_printer_there_is_no_button(robot: Robot, kiosk: KioskApplication) -> None:
    open_codes(robot, kiosk, "fr")
    assert kiosk.shell.words["close"] in robot.names()
    assert kiosk.shell.words["print"] not in robot.names()


@WITH_PRINTER
@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1920, 1080), QSize(1366, 768)], ids=lambda size: f"{size.width()}")
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_button_and_the_note_stand_on_every_panel(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    open_codes(robot, kiosk, tag)
    kiosk.visitor.screens.takeaway.say_of_printing("print_failed")
    robot.sees(kiosk.shell.words["print_failed"])
    button, done = (robot.find(kiosk.shell.words[key]).rectangle for key in ("print", "close"))
    assert kiosk.window.geometry().contains(button) and not button.intersects(done)


def test_a_queue_that_does_not_answer_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lp(tmp_path, "exec sleep 30", monkeypatch)
    monkeypatch.setattr("kiosk.ui.takeaway.print_job.PRINT_SECONDS", 0.2)
    assert "did not answer" in send(tmp_path / "sheet.pdf", "stand")


def trimmed(page: np.ndarray) -> np.ndarray:
    """A page without its white edges."""
    rows, columns = (page < 128).any(axis=1).nonzero()[0], (page < 128).any(axis=0).nonzero()[0]
    return page[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize("words", ["الشرطة القضائية", "لا إله", "Déclaration d’identité"])
def test_words_are_printed_as_they_are_written(qapp, tmp_path: Path, words: str) -> None:
    load_fonts()
    arabic = words[0] > "\u0600"
    write_pdf([Sheet(arabic, (SheetLine(LineKind.TEXT, words),), (), "")], tmp_path / "sheet.pdf")
    (page,) = printed_pages(tmp_path / "sheet.pdf")
    printed = trimmed(page[: page.shape[0] // 4])
    font = QFont(FAMILY)
    font.setPixelSize(round(3.9 * DOTS_PER_INCH / 25.4))
    joined, apart = (trimmed(drawn(text, font)) for text in (words, "\u200c".join(words)))
    assert likeness(printed, joined) > 0.75
    assert not arabic or likeness(printed, apart) < 0.3
    edge = page.shape[1] - (page < 128).any(axis=0).nonzero()[0][-1] if arabic else (page < 128).any(axis=0).nonzero()[0][0]
    assert abs(edge - MARGIN * DOTS_PER_INCH / 25.4) < 12


@pytest.mark.parametrize(("colour", "seen"), [("#5a3577", "#5a3577"), ("", "#ffffff")])
def test_a_page_has_the_colour_of_its_item_at_its_head(qapp, colour: str, seen: str) -> None:
    load_fonts()
    (page,) = pages(Sheet(False, (SheetLine(LineKind.TEXT, "text"),), (), "", colour))
    assert page.pixelColor(page.width() // 2, 20).name() == seen


def drawn(text: str, font: QFont) -> np.ndarray:
    image = QImage(1600, 200, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QRectF(20, 20, 1560, 160), Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    return pixels(image)


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """The part of the ink that two pictures share, laid over each other as they fit best, to a dot."""
    height, width = (max(sides) + 2 for sides in zip(one.shape, other.shape, strict=True))

    def ink(picture: np.ndarray, down: int, right: int) -> np.ndarray:
        laid = np.zeros((height, width))
        laid[down : down + picture.shape[0], right : right + picture.shape[1]] = (255 - picture) / 255
        return laid

    base = ink(one, 1, 1)
    laid = [ink(other, down, right) for down in range(3) for right in range(3)]
    return max(float(np.minimum(base, each).sum() / np.maximum(base, each).sum()) for each in laid)
