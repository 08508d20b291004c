"""What every test shares: an offscreen Qt, the built content, a kiosk to touch, and no unexpected word in the log."""

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_STATE_HOME"] = mkdtemp(prefix="jusur-state-")  # whatever a test does not place itself, never the user's own
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.config import ROOT, KioskConfig
from kiosk.narration.inventory import SpokenBy
from kiosk.time_zones import use_newest_zones
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine import brightness
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.heap import set_aside_what_stays
from tests.helpers.connections import reverse
from tests.helpers.fakes import CheapHasher, FakeJack, FakeLamp, FakePlayer, Hall, ManualClock, morning
from tests.helpers.patience import PatientBot
from tests.helpers.robot import Robot

hypothesis.settings.register_profile("thorough", deadline=None, max_examples=500)  # pytest --hypothesis-profile=thorough
hypothesis.settings.register_profile("patient", deadline=None, max_examples=40)  # a busy machine may take long for any example
hypothesis.settings.load_profile("patient")
use_newest_zones()  # as every program of ours begins
brightness.BACKLIGHTS, brightness.DDC = Path(os.devnull), "no-such-program"  # whoever runs the tests keeps their own light


@pytest.fixture(scope="module", autouse=True)
def what_was_there_before() -> None:
    """Set aside, as a started kiosk does: the search for garbage after a visit looks at what this module makes."""
    set_aside_what_stays()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test marked `any_order` is also run with all signals connected in the reverse order."""
    if metafunc.definition.get_closest_marker("any_order"):
        metafunc.fixturenames.insert(0, "connections")
        metafunc.parametrize("connections", ["as built", "reversed"], indirect=True)


@pytest.fixture
def connections(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "reversed":
        reverse(monkeypatch)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    """Waits longer on a busy machine."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def content() -> Path:
    """The committed content database."""
    return ROOT / "content.db"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def player() -> FakePlayer:
    return FakePlayer()


def all_well() -> list[dict[str, object]]:
    """What `kiosk doctor` finds on a kiosk that lacks nothing."""
    names = ("content", "clock", "disk", "voice ar", "voice fr", "sound", "display", "code")
    return [{"name": name, "green": True, "found": "", "mend": ""} for name in names]


def spoken_by(narration: list[Path], voices: Path) -> list[SpokenBy]:
    """Voices of two languages, and none for the third."""
    return [
        SpokenBy("ar", 12, 0, "espeak sem/ar", heard=True),
        SpokenBy("fr", 0, 7, "pico fr-FR", heard=True),
        SpokenBy("en", 0, 0, "no voice", heard=False),
    ]


@pytest.fixture
def panel_size() -> QSize:
    """A portrait panel; a test may parametrize it."""
    return QSize(1080, 1920)


@pytest.fixture
def settings() -> dict[str, str | bool]:
    """Settings of this kiosk beside the usual ones; a test may parametrize it."""
    return {}


@pytest.fixture
def lamp() -> FakeLamp:
    return FakeLamp()


@pytest.fixture
def jack() -> FakeJack:
    return FakeJack()


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def begin(
    qtbot: QtBot,
    content: Path,
    clock: ManualClock,
    player: FakePlayer,
    panel_size: QSize,
    settings: dict[str, str | bool],
    lamp: FakeLamp,
    hall: Hall,
    jack: FakeJack,
    tmp_path: Path,
) -> Iterator[Callable[[], KioskApplication]]:
    """Starts the kiosk, or starts it again on the same disk."""
    running: list[KioskApplication] = []

    def make_player(parent: QObject) -> FakePlayer:
        player.setParent(parent)
        return player

    def end() -> None:
        while running:
            running.pop().close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()

    def start() -> KioskApplication:
        end()
        places = {"content": content} | {name: tmp_path / name for name in ("narration", "cache", "state")}
        config = KioskConfig(**places, panel_diagonal_inches=32, **({"name": "kiosk", "motion": False} | settings))
        mounts = (tmp_path / "media",)
        boundary = Boundary(
            clock,
            morning,
            make_player,
            CheapHasher,
            all_well,
            lamp,
            spoken_by,
            hall.line,
            mounts,
            lamp.restart,
            synchronised=lambda: False,
            make_jack=jack.make,
        )
        application = KioskApplication(config, panel_size, boundary)
        running.append(application)
        application.show(full_screen=False)
        qtbot.waitUntil(application.window.isExposed)
        assert application.serving
        return application

    yield start
    end()


@pytest.fixture
def kiosk(begin: Callable[[], KioskApplication]) -> KioskApplication:
    return begin()


@pytest.fixture
def robot(kiosk: KioskApplication, qtbot: QtBot) -> Robot:
    return Robot(kiosk, qtbot)


@pytest.fixture(autouse=True)
def unexpected_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless it says `@pytest.mark.expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    worst = [r for when in ("setup", "call") for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
    assert not worst, [record.getMessage() for record in worst]
