"""An emergency shows the words and the way out of the kiosk's own place, in all languages, and says them once a touch."""

from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.content.build import build
from kiosk.ui.application import KioskApplication
from kiosk.ui.tools.visits import choose
from tests.helpers.fakes import FakePlayer
from tests.helpers.robot import Robot
from tests.helpers.sources import committed

COLOUR = QColor("#20a0e0")
TEXT = {
    "ar": "اخرجوا من الباب الشمالي نحو الساحة.",
    "fr": "Sortez par la porte nord, vers la cour.",
    "en": "Leave by the north door.",
}
SHOWN = {"ar": "خريطة الباب الشمالي", "fr": "Le plan de la porte nord", "en": "The plan of the north door"}
TITLE = {"ar": "غادروا المكان بهدوء", "fr": "Quittez les lieux dans le calme", "en": "Leave the place calmly"}


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sources whose emergency knows two places, one of them with a plan."""
    folder = tmp_path_factory.mktemp("planned") / "sources"
    committed(folder)
    (folder / "pictures").mkdir(exist_ok=True)
    plan = QImage(400, 300, QImage.Format.Format_RGB32)
    plan.fill(COLOUR)
    plan.save(str(folder / "pictures" / "north.png"))
    file = folder / "modes" / "emergency.yaml"
    mode = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    north = {"id": "north", "text": TEXT, "picture": "north.png", "picture_alt": SHOWN}
    mode["places"] = [north, {"id": "south", "text": {tag: f"{text} 2" for tag, text in TEXT.items()}}]
    file.write_text(yaml.safe_dump(mode, allow_unicode=True), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def content(planned: Path) -> Path:
    build(planned, planned.parent / "content.db")
    return planned.parent / "content.db"


@pytest.fixture
def settings(request: pytest.FixtureRequest, planned: Path) -> dict[str, object]:
    return {"place": getattr(request, "param", "north"), "pictures": planned / "pictures"}


@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1280, 800)], ids=["portrait", "landscape"])
def test_the_place_of_the_kiosk_is_told_and_drawn(kiosk: KioskApplication, robot: Robot, player: FakePlayer) -> None:
    choose(kiosk, "emergency")
    for texts in (TEXT, TITLE):
        for text in texts.values():
            robot.sees(text)
    plan = next(node for node in robot.nodes() if node.role == "Graphic" and SHOWN["ar"] in node.name)
    assert all(name in plan.name for name in SHOWN.values())
    at = plan.rectangle.center() - kiosk.window.position()
    robot.until(lambda: robot.picture().pixelColor(at) == COLOUR)
    window = kiosk.window.geometry()
    texts = [node for node in robot.nodes() if node.name in TEXT.values()]
    assert len(texts) == 3
    assert all(window.contains(node.rectangle) and not node.rectangle.intersects(plan.rectangle) for node in texts)


def test_it_is_said_once_a_touch_in_all_languages(kiosk: KioskApplication, robot: Robot, player: FakePlayer) -> None:
    choose(kiosk, "emergency")
    said = kiosk.modes.view.announcement().utterances
    assert {utterance.sentence.language for utterance in said} == {"ar", "fr", "en"}
    assert all(any(text in utterance.shown for utterance in said) for text in TEXT.values())
    for times in (1, 2):
        robot.touch_at(kiosk.window.geometry().center() - kiosk.window.position())
        robot.until(lambda: player.playing)
        kiosk.narration.announcer.recital.stop()
        assert len(player.played) == times


@pytest.mark.parametrize(("settings", "seen"), [("south", True), ("nowhere", False), ("", False)], indirect=["settings"])
def test_another_place_has_its_own_words_or_the_common_ones(kiosk: KioskApplication, robot: Robot, *, seen: bool) -> None:
    choose(kiosk, "emergency")
    robot.sees(TITLE["fr"])
    assert (f"{TEXT['fr']} 2" in robot.names()) is seen
    assert kiosk.modes.view.restPicture.source == ""
