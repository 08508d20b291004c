"""New content by a stick, and back to what was good before: staff at the panel, real sticks, the real command."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kiosk.cli.places import SOURCES
from kiosk.config import ROOT
from kiosk.content.build import build
from kiosk.content.sources.documents import source_pictures
from kiosk.publishing.installation import Installation
from kiosk.publishing.pointer import Pointer
from kiosk.publishing.receipts import read_receipt
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.repository import Repository
from kiosk.publishing.stick import RECEIPTS
from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.maintenance.stick_job import REASONS
from kiosk.ui.staff.maintenance.stick_view_model import Stage
from tests.helpers.kiosks import Follower
from tests.helpers.sources import committed
from tests.helpers.staff_robot import StaffRobot
from tests.helpers.workshop import Workshop

OLD, NEW = "2026.11.25", "2027.01.01"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The content the kiosk came with, and the same with another version, as releases."""
    folder = tmp_path_factory.mktemp("published")
    workshop = Workshop(folder / "workshop")
    publisher = Publisher(workshop.repository, workshop.keyring, workshop.now)
    pictures = {f"pictures/{path.name}": path for path in source_pictures(SOURCES)}
    publisher.publish(ROOT / "content.db", pictures, "stable")
    shutil.copytree(workshop.repository.folder, folder / "first")
    sources = committed(folder / "sources")
    exhibition = sources / "exhibition.yaml"
    exhibition.write_text(exhibition.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    build(sources, folder / "new.db")
    publisher.publish(folder / "new.db", pictures, "stable")
    return workshop


@pytest.fixture
def settings(published: Workshop) -> dict[str, str | Path]:
    return {"sync_root": published.root}


@pytest.fixture
def stick(published: Workshop, tmp_path: Path) -> Path:
    """A stick that is in."""
    return Path(shutil.copytree(published.repository.folder, tmp_path / "media" / "STICK"))


def open_page(staff: StaffRobot, page: str) -> None:
    staff.come_in()
    staff.touch(staff.word("staff_tools"))
    staff.touch(staff.word(page))


def comes_to(staff: StaffRobot, *stages: Stage) -> None:
    """Another process is at work."""
    staff.robot.qtbot.waitUntil(lambda: staff.kiosk.staff.maintenance.stick.stage in stages, timeout=60_000)
    staff.robot.picture()


def test_a_stick_is_plugged_in_confirmed_shown_and_read_back(visited: StaffRobot, stick: Path) -> None:
    staff, kiosk = visited, visited.kiosk
    language = kiosk.shell.reading.tag
    open_page(staff, "staff_stick")
    assert kiosk.shell.reading.tag == language
    comes_to(staff, Stage.OFFERED, Stage.REFUSED)
    for text in (OLD, NEW):
        staff.robot.sees(text)
    assert len(kiosk.staff.maintenance.stick.facts) == 4
    assert kiosk.content.holder.store.content_version == OLD
    staff.touches = 0
    staff.touch(staff.word("stick_take"))
    comes_to(staff, Stage.SHOWN, Stage.REFUSED)
    assert staff.touches == 1
    assert kiosk.shell.reading.tag == language
    staff.robot.sees(staff.word("stick_shown"))
    staff.robot.sees(NEW)
    assert kiosk.content.holder.store.content_version == NEW
    (line,) = [line.act for line in kiosk.choices.logged() if line.act.act == "stick"]
    assert (line.person, line.detail["version"], line.detail["result"]) == ("Amal", NEW, "installed")
    (path,) = (stick / RECEIPTS).iterdir()
    assert read_receipt(path.read_bytes())[0].kiosk == "kiosk"


def test_a_stick_pulled_out_half_way_goes_on_when_it_is_back(staff: StaffRobot, stick: Path) -> None:
    kiosk = staff.kiosk
    staff.robot.touch("Français")
    open_page(staff, "staff_stick")
    comes_to(staff, Stage.OFFERED, Stage.REFUSED)
    whole = {path: path.read_bytes() for path in (stick / "blobs").rglob("*") if path.is_file()}
    for path, data in whole.items():
        path.write_bytes(data[: len(data) // 2])
    staff.touch(staff.word("stick_take"))
    comes_to(staff, Stage.SHOWN, Stage.REFUSED)
    staff.robot.sees(staff.word("stick_unread"))
    assert kiosk.content.holder.store.content_version == OLD
    for path, data in whole.items():
        path.write_bytes(data)
    staff.touch(staff.word("stick_again"))
    comes_to(staff, Stage.OFFERED, Stage.REFUSED)
    staff.robot.sees(NEW)


def test_a_hostile_stick_is_refused_in_calm_words(staff: StaffRobot, tmp_path: Path) -> None:
    other = Workshop(tmp_path / "stranger")
    other.publish()
    (tmp_path / "media").mkdir()
    other.repository.folder.rename(tmp_path / "media" / "STICK")
    staff.robot.touch("Français")
    open_page(staff, "staff_stick")
    comes_to(staff, Stage.OFFERED, Stage.REFUSED)
    staff.robot.sees(staff.word("stick_untrusted"))
    staff.robot.sees(staff.word("stick_refused"))
    assert staff.kiosk.content.holder.store.content_version == OLD


def test_every_refusal_has_words() -> None:
    words = yaml.load((ROOT / "assets/content/interface.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["words"]
    assert {*REASONS.values(), "stick_failed", "stick_same", "stick_given_up"} <= words.keys()


# back to what was good before ----------------------------------------------------------------------------------------


@pytest.fixture
def follower(published: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Follower:
    """The kiosk's own disk, with both releases found good; nothing is wrong with them."""
    versions = {"00000001": OLD, "00000002": NEW, "00000003": NEW}
    monkeypatch.setattr("kiosk.publishing.sync.examine_database", lambda path: {"content_version": versions[path.parent.name[:8]]})
    kiosk = Follower(tmp_path / "copy", published.root)
    kiosk.state, kiosk.installation = tmp_path / "state", Installation(tmp_path / "state")
    for repository in (published.folder.parent / "first", published.repository.folder):
        kiosk.sync(repository)
        kiosk.stand()
    return kiosk


def test_those_who_lead_go_back_to_what_was_good_and_the_next_release_still_comes(
    follower: Follower, published: Workshop, visited: StaffRobot, begin: Callable[[], KioskApplication], tmp_path: Path
) -> None:
    staff, kiosk, pointer = visited, visited.kiosk, follower.installation.pointer
    second, first = pointer.good
    assert kiosk.content.holder.store.content_version == NEW
    open_page(staff, "staff_previous")
    staff.touch(kiosk.staff.maintenance.previous.rows[0].text)
    staff.robot.sees(OLD)
    staff.touch(staff.word("do_it"))
    staff.robot.until(lambda: kiosk.content.holder.store.content_version == OLD)
    assert (follower.installation.pointer.current, follower.installation.pointer.refused) == (first, (second,))
    (line,) = [line.act for line in kiosk.choices.logged() if line.act.act == "previous"]
    assert (line.person, line.detail) == ("Amal", {"from": second, "to": first})
    assert begin().content.holder.store.content_version == OLD
    assert follower.sync(published.repository.folder).result == "refused"
    newer = Repository(shutil.copytree(published.repository.folder, tmp_path / "newer"))
    release = next(newer.history("stable"))
    number = Publisher(newer, published.keyring, published.now).republish(release, "stable").number
    result = follower.sync(newer.folder)
    assert (result.result, result.number) == ("installed", number)


def test_a_guide_is_not_offered_the_way_back(follower: Follower, staff: StaffRobot) -> None:
    staff.robot.touch("Français")
    staff.come_in("604182")
    staff.touch(staff.word("staff_tools"))
    assert staff.word("staff_previous") not in staff.robot.names()
    staff.kiosk.staff.staff.show("Previous")
    staff.kiosk.staff.maintenance.previous.choose(follower.installation.pointer.good[1])
    staff.kiosk.staff.maintenance.previous.confirm()
    assert follower.installation.pointer.current == follower.installation.pointer.good[0]


@pytest.mark.parametrize(("to", "good"), [(None, ("2", "1")), ("1", ("1", "2")), ("unknown", ("2", "1"))])
def test_the_way_back_leads_to_the_one_that_is_named(to: str | None, good: tuple[str, ...]) -> None:
    after = Pointer("3", good=("3", "2", "1")).back(to)
    assert (after.current, after.good, after.refused) == (good[0], good, ("3",))
