"""New content in a running kiosk: at idle, on trial, and back by itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from shiboken6 import isValid

from kiosk.config import KioskConfig
from kiosk.domain.narration import Sentence
from kiosk.domain.roll import RollPerson
from kiosk.domain.staff import Role
from kiosk.errors import ContentCorruptError
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.making import Raw, store
from kiosk.publishing.manifest import Release
from kiosk.publishing.pointer import TRIES
from kiosk.publishing.roll import publish_roll
from kiosk.staff.sealed_roll import sealed
from kiosk.ui.application import KioskApplication
from kiosk.ui.content.content_holder import WATCH_MS
from kiosk.ui.content.sync_job import arguments
from kiosk.ui.machine.boundary import Boundary
from tests.helpers.kiosks import Follower
from tests.helpers.robot import Robot
from tests.helpers.server import serving
from tests.helpers.workshop import Workshop, examined_here, sentence


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


@pytest.fixture(autouse=True)
def examination(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sync brings is examined in this process; `test_examination.py` holds that the process of its own says the same."""
    monkeypatch.setattr("kiosk.publishing.sync.examine_database", examined_here)


Open = Callable[..., KioskApplication]


@pytest.fixture
def open_kiosk(qtbot, clock, workshop: Workshop, tmp_path: Path) -> Iterator[Open]:
    """Opens kiosks over one state folder, beside the first database as what they came with."""
    factory = workshop.database(sentence("as it came"))
    opened: list[KioskApplication] = []

    def open_one(**settings: object) -> KioskApplication:
        config = KioskConfig(
            content=factory, cache=tmp_path / "cache", state=tmp_path / "kiosk" / "state", motion=False, **settings
        )
        kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, make_player=lambda _parent: None))
        kiosk.show(full_screen=False)
        assert kiosk.serving
        opened.append(kiosk)
        return kiosk

    yield open_one
    for kiosk in opened:
        if isValid(kiosk.window):
            kiosk.close()


@pytest.fixture
def follower(workshop: Workshop, tmp_path: Path) -> Follower:
    return Follower(tmp_path / "kiosk", workshop.root)


def pavilion(kiosk: KioskApplication) -> None:
    """A visitor comes and reads about the pavilion."""
    kiosk.shell.enter("fr")
    kiosk.shell.open("pavilion:k9")


def test_a_visitor_keeps_the_old_and_the_next_sees_the_new(qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower) -> None:
    kiosk = open_kiosk(trial_minutes=0)
    robot = Robot(kiosk, qtbot)
    pavilion(kiosk)
    robot.sees("as it came fr")
    workshop.publish(sentence("written at nine in the evening"))
    follower.sync(workshop.repository.folder)
    kiosk.content.holder.watch()
    robot.sees("as it came fr")
    kiosk.shell.leave()
    pavilion(kiosk)
    robot.sees("written at nine in the evening fr")
    robot.until(lambda: not follower.installation.pointer.trial)


def test_an_idle_kiosk_takes_the_new_without_a_restart(qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower) -> None:
    kiosk = open_kiosk()
    first = kiosk.content.holder.store
    workshop.publish(sentence("new"))
    follower.sync(workshop.repository.folder)
    qtbot.waitUntil(lambda: kiosk.content.holder.store is not first, timeout=2 * WATCH_MS + 1000)
    pavilion(kiosk)
    Robot(kiosk, qtbot).sees("new fr")
    assert follower.installation.pointer.trial


def test_a_kiosk_that_is_asked_to_end_holds_nothing_against_new_content(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower
) -> None:
    workshop.publish(sentence("new"))
    follower.sync(workshop.repository.folder)
    kiosk = open_kiosk()
    assert (follower.installation.pointer.trial, follower.installation.pointer.tries) == (True, TRIES - 1)
    kiosk.close()
    assert (follower.installation.pointer.trial, follower.installation.pointer.tries) == (True, TRIES)


@pytest.mark.expects_log
def test_new_content_that_fails_on_trial_gives_way_to_the_good(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower
) -> None:
    workshop.publish(sentence("good"))
    follower.sync(workshop.repository.folder)
    follower.stand()
    bad = workshop.publish(sentence("bad"))
    follower.sync(workshop.repository.folder)
    kiosk = open_kiosk()
    path = follower.installation.database(bad.name)
    assert kiosk.content.holder.store is not None
    kiosk.content.holder.fail(ContentCorruptError(f"{path}: damaged"))
    pavilion(kiosk)
    robot = Robot(kiosk, qtbot)
    robot.sees("good fr")
    assert bad.name in follower.installation.pointer.refused


def test_what_was_killed_too_often_may_come_again_when_what_the_kiosk_came_with_has_worked(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower
) -> None:
    workshop.publish(sentence("killed"))
    follower.sync(workshop.repository.folder)
    for _ in range(TRIES):
        follower.installation.start()
    kiosk = open_kiosk(trial_minutes=0)
    robot = Robot(kiosk, qtbot)
    pavilion(kiosk)
    robot.sees("as it came fr")
    robot.until(lambda: not follower.installation.pointer.refused)
    assert follower.sync(workshop.repository.folder).result == "installed"


def test_a_kiosk_starts_with_what_was_installed_and_its_pictures(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower
) -> None:
    release = workshop.publish(sentence("installed"))
    follower.sync(workshop.repository.folder)
    kiosk = open_kiosk()
    pavilion(kiosk)
    Robot(kiosk, qtbot).sees("installed fr")
    assert kiosk.content.place.pictures() == follower.installation.database(release.name).parent / "pictures"


def recorded(sentence: Sentence, folder: Path) -> dict[str, Path]:
    """A recording of a sentence, as files of a release."""
    length = 3 * audio.RATE
    tone = 0.3 * np.sin(2 * np.pi * 440 * np.arange(length) / audio.RATE)
    path = store(SoundLibrary(folder), sentence, RECORDED, Raw(tone, audio.RATE), (), {"voice": RECORDED})
    return {f"narration/{path.with_suffix(suffix).name}": path.with_suffix(suffix) for suffix in (".ogg", ".json", ".vtt")}


def test_recordings_come_and_go_with_the_content_they_belong_to(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower, tmp_path: Path
) -> None:
    kiosk = open_kiosk(narration=tmp_path / "own")
    pavilion(kiosk)
    title = kiosk.visitor.presenter.script().utterances[0]
    kiosk.shell.leave()
    voices = kiosk.narration.reader.recital.supply.synthesizer()
    assert voices.ready(title) is None

    def show(release: Release) -> Path:
        follower.sync(workshop.repository.folder)
        kiosk.content.holder.watch()
        pavilion(kiosk)
        kiosk.shell.leave()
        return follower.installation.database(release.name).parent / "narration"

    folder = show(workshop.publish(sentence("spoken"), recorded(title.sentence, tmp_path / "studio")))
    (sound,) = voices.ready(title) or ()
    assert (sound.said_by, sound.path and sound.path.parent) == (RECORDED, folder)
    own = recorded(title.sentence, tmp_path / "own")
    assert voices.ready(title) == (sound,)
    show(workshop.publish(sentence("silent again")))
    (sound,) = voices.ready(title) or ()
    assert sound.path in own.values()


def test_the_kiosk_looks_for_itself_in_a_process_of_its_own(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower
) -> None:
    workshop.publish(sentence("fetched"))
    with serving(workshop.repository.folder) as server:
        kiosk = open_kiosk(sync=server.address, sync_root=follower.root)
        kiosk.serving.sync.look()
        qtbot.waitUntil(lambda: follower.installation.shown() is not None, timeout=20_000)
        kiosk.content.holder.watch()
        pavilion(kiosk)
        Robot(kiosk, qtbot).sees("fetched fr")
        qtbot.waitUntil(kiosk.serving.sync._timer.isActive, timeout=20_000)


@pytest.mark.expects_log
def test_a_roll_of_people_that_is_not_taken_is_one_line_in_the_log(
    qtbot, open_kiosk: Open, workshop: Workshop, follower: Follower, caplog: pytest.LogCaptureFixture
) -> None:
    boxes = sealed([RollPerson("Amal", Role.LEAD, "")], bytes(32))
    workshop.publish(sentence("fetched"))
    publish_roll(workshop.repository, workshop.keyring, workshop.now, boxes)
    sync = open_kiosk(sync=str(workshop.repository.folder), sync_root=follower.root).serving.sync
    for _ in range(2):
        sync._timer.stop()
        sync.look()
        qtbot.waitUntil(sync._timer.isActive, timeout=60_000)
    assert len([line for line in caplog.records if "the people stay as they were" in line.getMessage()]) == 1


def test_to_be_offline_is_no_warning(qtbot, open_kiosk: Open, follower: Follower) -> None:
    kiosk = open_kiosk(sync="http://127.0.0.1:9", sync_root=follower.root)
    kiosk.serving.sync.look()
    qtbot.waitUntil(lambda: kiosk.serving.sync._failures == 1, timeout=20_000)


def test_without_a_source_nothing_looks(open_kiosk: Open) -> None:
    assert not open_kiosk().serving.sync._timer.isActive()


def test_the_process_is_told_what_the_kiosk_follows() -> None:
    told = arguments(KioskConfig(sync="https://jusur.example", sync_channel="canary", sync_group="borders"))
    assert told[:2] == ["sync", "https://jusur.example"]
    assert told[told.index("--channel") + 1] == "canary"
    assert told[told.index("--group") + 1] == "borders"
