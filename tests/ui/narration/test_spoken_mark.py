"""What is lit stands behind the words themselves: the mark's lines are those that Qt Quick's Text draws, in every text we have."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont
from PySide6.QtQuick import QQuickItem

from kiosk.domain.cues import word_spans
from kiosk.domain.item import ItemKind
from kiosk.ui.application import KioskApplication
from kiosk.ui.narration.spoken_mark import lay_out, rectangles
from kiosk.ui.tools.screenshots import settle
from tests.helpers.robot import Robot

RIGHT, LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


def untied(text: str) -> str:
    """The words as they were written, before some were tied to stand on one line."""
    return text.replace("\u00a0", " ")


def texts(item: QQuickItem) -> list[QQuickItem]:
    found = [item] if item.metaObject().className().startswith(("SpokenText", "Headline")) else []
    return found + [text for child in item.childItems() for text in texts(child)]


@pytest.mark.parametrize("tag", ["ar", "fr"])
@pytest.mark.parametrize("bilingual", [False, True])
def test_lines_break_where_the_text_breaks_them(kiosk: KioskApplication, tag: str, bilingual: bool) -> None:
    store = kiosk.content.holder.store
    assert store is not None
    kiosk.shell.enter(tag)
    if bilingual:
        kiosk.shell.toggleBilingual()
    seen = several = 0
    for card in store.cards(ItemKind.PAVILION, 0, 4) + store.cards(ItemKind.PUBLIC_SERVICE, 0, 3):
        kiosk.shell.open(card.identifier)
        settle(kiosk)
        for text in texts(kiosk.window.contentItem()):
            if not text.isVisible() or not text.property("text"):
                continue
            line_height = text.property("lineHeight")
            layout = lay_out(text.property("text"), text.property("font"), text.width(), line_height, LEFT)
            lines = [layout.lineAt(index) for index in range(layout.lineCount())]
            assert len(lines) == text.property("lineCount"), text.property("text")
            kept = max(0, int((1 - line_height) * lines[-1].height()))  # narrow lines: Text keeps the last one whole
            height = sum(line.height() * line_height for line in lines) + kept
            assert height == pytest.approx(text.property("contentHeight"), abs=1.5)
            widest = max(line.naturalTextWidth() for line in lines)
            assert widest == pytest.approx(text.property("contentWidth"), abs=1.5)
            seen, several = seen + 1, several + (len(lines) > 1)
    assert seen > 80 and several > 10


def boxes(text: str, width: float, alignment: Qt.AlignmentFlag) -> list[QRectF]:
    """The place of each word on one line."""
    font = QFont("IBM Plex Sans Arabic")
    font.setPixelSize(30)
    layout = lay_out(text, font, width, 1.0, alignment | Qt.AlignmentFlag.AlignAbsolute)
    return [box for span in word_spans(text) for box in rectangles(layout, span)]


def test_words_follow_one_another_in_their_own_direction(kiosk: KioskApplication) -> None:
    french = boxes("Le centre national cynotechnique.", 900, LEFT)
    assert french[0].left() == 0
    for before, after in pairwise(french):
        assert before.right() < after.left()
    arabic = boxes("أنشئ المركز سنة \u20681992\u2069، ثم \u2068cnie.ma\u2069 القضائية.", 900, RIGHT)
    assert arabic[0].right() == pytest.approx(900, abs=1)
    assert len(arabic) == 7
    for before, after in pairwise(arabic):
        assert after.right() < before.left()


def test_a_sentence_over_two_lines_is_two_boxes(kiosk: KioskApplication) -> None:
    font = QFont("IBM Plex Sans Arabic")
    font.setPixelSize(30)
    text = "أنشئ المركز الوطني لكلاب الشرطة. ثم أصبح قسما."
    layout = lay_out(text, font, 300, 1.0, RIGHT)
    assert layout.lineCount() > 1
    found = rectangles(layout, (0, len(text)))
    assert len(found) == layout.lineCount()
    for box, index in zip(found, range(layout.lineCount()), strict=True):
        assert box.width() == pytest.approx(layout.lineAt(index).naturalTextWidth(), abs=12)


@pytest.mark.clause("EN 5.1.3.3")
def test_the_lit_sentence_is_seen(robot: Robot, kiosk: KioskApplication) -> None:
    kiosk.shell.enter("fr")
    kiosk.shell.open("pavilion:k9")
    settle(kiosk)
    before = robot.picture()
    robot.touch(kiosk.shell.words["listen"])
    robot.until(lambda: kiosk.narration.reader.recital.lit is not None)
    settle(kiosk)
    after = robot.picture()
    name = kiosk.visitor.screens.page.name
    title = next(t for t in texts(kiosk.window.contentItem()) if untied(t.property("text")) == name)
    corner = title.mapToScene(title.boundingRect().topLeft()).toPoint()
    changed = [
        (x, y) for x in range(0, 200, 4) for y in range(0, 40, 4)
        if before.pixelColor(corner.x() + x, corner.y() + y) != after.pixelColor(corner.x() + x, corner.y() + y)
    ]  # fmt: skip
    assert len(changed) > 100
