"""What a visitor does by touch, again and again: choose a language, search, go through a guide."""

import numpy as np
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.content.store import ContentStore
from kiosk.domain.guide import Question
from kiosk.domain.language import LocalizedText
from kiosk.ui.application import KioskApplication
from tests.helpers.robot import Robot

LANGUAGES = {"ar": "العربية", "fr": "Français", "en": "English"}
GUIDE = "guide:cnie"


def word(kiosk: KioskApplication, key: str) -> str:
    return kiosk.shell.words[key]


def codes_on(image: QImage) -> list[str]:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())[:, : gray.width()]
    return [found.text for found in zxingcpp.read_barcodes(pixels.copy(), formats=zxingcpp.BarcodeFormat.QRCode)]


def opened(kiosk: KioskApplication) -> ContentStore:
    assert kiosk.content.holder.store is not None
    return kiosk.content.holder.store


def plain(kiosk: KioskApplication, text: LocalizedText) -> str:
    return kiosk.shell.reading.plain(text)


def question(kiosk: KioskApplication, identifier: str) -> Question:
    return next(q for q in opened(kiosk).guide(GUIDE).questions if q.identifier == identifier)


def answer(robot: Robot, kiosk: KioskApplication, identifier: str, value: str | int) -> None:
    """Answer the question that is on the screen."""
    robot.until(
        lambda: kiosk.visitor.screens.guide.step == identifier,
        f"{identifier} is not asked, but {kiosk.visitor.screens.guide.step!r}",
    )
    robot.picture()  # whatever has just come onto the screen is in its place
    if isinstance(value, int):
        while kiosk.visitor.screens.guide.number:
            robot.touch(word(kiosk, "erase"))
        for figure in str(value):
            robot.touch(figure)
        robot.touch(word(kiosk, "guide_continue"))
        return
    robot.touch(plain(kiosk, next(o.name for o in question(kiosk, identifier).options if o.identifier == value)))


def begin(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "services"))
    robot.touch(plain(kiosk, opened(kiosk).public_service("service:cnie").head.card.name))
    robot.sees(word(kiosk, "papers"))
    robot.picture()
    robot.touch(word(kiosk, "find_my_list"))
    robot.sees(word(kiosk, "guide_private"))
    robot.picture()
    robot.touch(word(kiosk, "guide_start"))


def enter_search(robot: Robot, kiosk: KioskApplication, tag: str) -> None:
    robot.touch(LANGUAGES[tag])
    robot.touch(word(kiosk, "search_prompt"))
    robot.sees(word(kiosk, "search_hint"))


def type_by_touch(robot: Robot, kiosk: KioskApplication, text: str) -> None:
    for letter in text:
        robot.touch(word(kiosk, "key_space") if letter == " " else letter)
    assert kiosk.visitor.screens.search.query == text


def rest(robot: Robot, kiosk: KioskApplication) -> None:
    """Nothing is typed for as long as makes the last word a finished one; the time does not pass, its end comes."""
    resting = kiosk.visitor.screens.search.resting
    assert resting.isActive()
    resting.start(0)
    robot.until(lambda: not resting.isActive())
