"""`kiosk doctor` on a printer, a group and the clock: green, or with its mend."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import __version__
from kiosk.cli import main
from kiosk.cli.examination import examine_clock, examine_content, examine_group, examine_printer, examine_root, examine_state
from kiosk.config import ROOT, KioskConfig
from kiosk.content.store import ContentStore
from kiosk.disk.state_file import StateFile
from kiosk.domain.panel import Panel
from kiosk.publishing.installation import SHOWN_HASH
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import OFFSET, SEEN
from kiosk.ui.tools.probe import display_row
from tests.helpers.accidents import ACCIDENTS, kiosk_account
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop

ZONE = ZoneInfo("Africa/Casablanca")


def put_lpstat(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "lpstat"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_queue_that_is_there_is_green(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lpstat(tmp_path, 'echo "printer $2 is idle."', monkeypatch)
    found = examine_printer("stand")
    assert (found.green, found.found, found.mend) == (True, "printer stand is idle.", "")


def test_an_unknown_queue_and_a_missing_program_come_with_their_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lpstat(tmp_path, 'echo "lpstat: Invalid destination name" >&2; exit 1', monkeypatch)
    found = examine_printer("stand")
    assert not found.green and "Invalid destination" in found.found and "lpadmin" in found.mend
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert "cups-client" in examine_printer("stand").mend


def remember(path: Path, key: str, value: str) -> None:
    file = StateFile(path)
    StaffChoices(file).remember(key, value)
    file.close()


def test_the_content_says_which_release_and_which_program(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "workshop")
    release = workshop.publish()
    kiosk = Follower(tmp_path / "kiosk", workshop.root)
    config = KioskConfig(content=tmp_path / "workshop" / "content-1.db", state=kiosk.state)
    program = f"{release.database.sha256[:SHOWN_HASH]}; software {__version__}"
    assert next(examine_content(config)).found == f"content-1.db, version {release.version}, came with the program, {program}"
    kiosk.sync(workshop.repository.folder)
    assert next(examine_content(config)).found == f"content.db, version {release.version}, release 1, {program}"


def test_the_clock_is_judged_as_the_kiosk_judges_it(tmp_path: Path) -> None:
    state, now = tmp_path / "state.db", datetime.now(UTC)
    assert examine_clock(tmp_path, ZONE, now.date() - timedelta(days=1)).green
    late = examine_clock(tmp_path, ZONE, now.date() + timedelta(days=2))
    assert not late.green and "before the content was written; time zones" in late.found and "timedatectl" in late.mend
    assert not state.exists()
    remember(state, SEEN, (now + timedelta(days=1)).isoformat())
    assert examine_clock(tmp_path, ZONE, now.date()).found.partition(";")[0].endswith("before the time this kiosk last saw")
    remember(state, OFFSET, str(timedelta(days=2).total_seconds()))  # what staff said the time is
    assert examine_clock(tmp_path, ZONE, now.date()).green


@pytest.mark.parametrize(
    ("accident", "found", "mend"),
    [
        ("damaged", "is damaged", "start the kiosk"),
        ("unreadable", "cannot be read", "chown --reference"),
        ("of another", "cannot be read", "chown --reference"),
        ("read-only", "not to be written", "account"),
        ("gone", "", ""),
    ],
)
def test_the_state_is_examined_and_left_as_it_is(accident: str, found: str, mend: str) -> None:
    with kiosk_account() as folder:
        path = folder / "state.db"
        StateFile(path).close()
        assert examine_state(folder).green
        if accident not in ACCIDENTS:
            pytest.skip("only root gives files away")
        ACCIDENTS[accident](path)
        before = path.stat() if path.exists() else None
        examined = examine_state(folder)
        assert (examined.green, found in examined.found, mend in examined.mend) == (accident == "gone", True, True)
        assert (path.stat() if path.exists() else None) == before


def test_what_was_put_aside_is_told_until_it_is_removed(tmp_path: Path) -> None:
    StateFile(tmp_path / "state.db").close()
    (tmp_path / "state.db.bad-1").touch()
    assert "put aside" in examine_state(tmp_path).found


def test_a_kiosk_that_is_to_sync_needs_the_first_root(tmp_path: Path) -> None:
    root = tmp_path / "root.json"
    assert "1.root.json" in examine_root(root).mend
    root.touch()
    assert examine_root(root).green


def test_a_group_needs_its_key(tmp_path: Path) -> None:
    people, config = tmp_path / "people.json", tmp_path / "kiosk.toml"
    config.write_text(f'name = "k1"\ngroup = "hall"\nstate = "{tmp_path}"\n', encoding="utf-8")
    found = examine_group("hall", people)
    assert (found.green, found.mend) == (False, "kiosk staff init --key FILE, with the fleet's key")
    assert main(["staff", "init", "--key", str(tmp_path / "fleet.key"), "--config", str(config)]) == 0
    assert examine_group("hall", people).green


def test_a_damaged_roll_is_told_and_left_where_it_is(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_text("{", encoding="utf-8")
    found = examine_group("hall", people)
    assert not found.green and "damaged" in found.found and "staff add" in found.mend
    assert people.read_text(encoding="utf-8") == "{"
    people.unlink()
    people.mkdir()  # a file that may not be read, for root too
    assert examine_group("hall", people).mend.endswith("as root")


@pytest.mark.parametrize(
    ("platform", "panel", "found", "mend"),
    [
        ("xcb", Panel(1080, 1920, 32), "xcb, 1080x1920, 32 inches", ""),
        ("offscreen", Panel(800, 800, 32), "offscreen, 800x800, 32 inches", "start it on a display"),
        ("wayland", Panel(3840, 600, 32), "longer than 32:9", "from 9:32 to 32:9"),
        ("xcb", Panel(200, 150, 32), "0.6 pixels where letters need 2", "more pixels"),
        ("xcb", Panel(1280, 800, 10.1), "136 mm on its short side", "use a larger panel"),
    ],
)
def test_a_panel_without_room_for_every_screen_is_told(platform: str, panel: Panel, found: str, mend: str) -> None:
    row = display_row(platform, panel)
    assert row["green"] is not bool(mend)
    assert found in str(row["found"]) and mend in str(row["mend"])


@pytest.mark.parametrize(
    ("settings", "name", "found", "mend"),
    [
        (KioskConfig(mode="wohle"), "mode", "wohle is no mode of this content", "one of whole"),
        (KioskConfig(mode="emergency"), "mode", "emergency asks everybody to leave", "one of whole"),
        (KioskConfig(place="north-entrance"), "content", "north-entrance is no spot of the venue's plan", "setting `place`"),
    ],
)
def test_what_the_settings_name_and_the_content_lacks_is_told(
    content: Path, settings: KioskConfig, name: str, found: str, mend: str
) -> None:
    told = [one for one in examine_content(settings._replace(content=content)) if not one.green and one.name == name]
    assert [(one.green, one.found) for one in told] == [(False, found)]
    assert mend in told[0].mend


def test_a_place_of_the_plan_is_nothing_to_tell() -> None:
    known = ContentStore.open(ROOT / "content.db").venue()
    assert known is not None
    config = KioskConfig(content=ROOT / "content.db", place=known.spots[0].identifier)
    assert [one.name for one in examine_content(config)] == ["content", "clock"]
