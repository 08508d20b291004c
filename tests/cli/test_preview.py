"""`kiosk preview`: what may be looked at, what is refused, and that the machine's own kiosk is left alone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.cli.preview import prepared
from kiosk.config import KioskConfig
from kiosk.content.build import build
from kiosk.content.store import ContentStore
from kiosk.content.survey import stats
from kiosk.publishing.disk import sha256_of
from kiosk.publishing.sync import SyncPlan
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import Workshop, version


def test_the_window_opens_and_the_kiosk_of_this_machine_is_not_touched(content: Path, tmp_path: Path) -> None:
    state, config = tmp_path / "state", tmp_path / "kiosk.toml"
    config.write_text(f'state = "{state}"\ncache = "{tmp_path}/cache"\nname = "rabat-1"\nsync = "http://127.0.0.1:9"\n')
    options = ["--draft", str(content), "--date", "2027-05-18", "--mode", "children", "--lang", "ar", "--config", str(config)]
    command = [sys.executable, "-m", "kiosk.cli", "preview", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
    assert said == f"{content} in mode children: close the window to end the preview\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kiosk.toml"]


def test_sources_are_built_and_a_database_is_taken_as_it_is(tmp_path: Path, content: Path) -> None:
    folder = write(tmp_path / "sources")
    (tmp_path / "own").mkdir()
    plan = SyncPlan(tmp_path / "own", tmp_path / "no-root")
    database, pictures = prepared(str(folder), plan, KioskConfig())
    assert (stats(database)["content_version"], pictures) == ("2026.11.24", tmp_path / "own" / "pictures")
    assert prepared(str(content), plan, KioskConfig()) == (content, KioskConfig().pictures)


def test_unfinished_work_is_shown_in_the_words_there_are(tmp_path: Path) -> None:
    write(tmp_path / "sources", for_kiosks(lambda files: files["pavilions/k9.yaml"]["name"].pop("en")))
    plan = SyncPlan(tmp_path / "state", tmp_path, "draft", "")
    (tmp_path / "state").mkdir()
    database, _ = prepared(str(tmp_path / "sources"), plan, KioskConfig())
    with ContentStore.open(database) as store:
        assert store.pavilion("pavilion:k9").head.card.name.in_language("en").startswith("[ar] ")


def test_the_draft_channel_of_a_repository_is_verified_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workshop = Workshop(tmp_path / "workshop")
    release = workshop.publish(channel="draft")
    (tmp_path / "own").mkdir()
    plan = SyncPlan(tmp_path / "own", workshop.root, "draft")
    database, _ = prepared(str(workshop.repository.folder), plan, KioskConfig())
    assert sha256_of(database) == release.database.sha256
    stranger = Workshop(tmp_path / "stranger").root
    assert main(["preview", "--draft", str(workshop.repository.folder), "--root", str(stranger)]) == 12
    assert "not signed by enough of the keys" in capsys.readouterr().err
    assert main(["preview", "--draft", str(workshop.repository.folder), "--root", str(workshop.root), "--channel", "canary"]) == 12
    assert "nothing is published as canary.json" in capsys.readouterr().err


def test_without_a_display_one_line_says_what_works(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["preview"]) == 6
    (line,) = capsys.readouterr().err.splitlines()
    assert "no display" in line
    assert "xvfb-run kiosk preview" in line


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--draft", "/nowhere.db"], 4, "/nowhere.db"),
        (["--draft", "http://127.0.0.1:9", "--root", "ROOT"], 13, "cannot be reached"),
        (["--draft", "CONTENT", "--mode", "party"], 8, "choose one of whole"),
        (["--draft", "CONTENT", "--lang", "xx"], 2, "is written in ar, fr, en"),
        (["--draft", "CONTENT", "--date", "tomorrow"], 2, "write a moment such as"),
        (["--draft", "CONTENT", "--date", "2001-01-01"], 2, "for a wrong clock"),
        (["--draft", "CONTENT", "--panel", "large"], 2, "write width x height"),
        (["--config", "/nowhere.toml"], 3, "/nowhere.toml"),
    ],
)
def test_what_cannot_be_shown_says_the_mend(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, said: str
) -> None:
    (tmp_path / "root.json").write_text("{}")
    places = {"CONTENT": str(content), "ROOT": str(Workshop(tmp_path / "workshop").root) if "ROOT" in arguments else ""}
    assert main(["preview", *(places.get(argument, argument) for argument in arguments)]) == status
    assert said in " ".join(capsys.readouterr().err.split())


def test_a_version_without_a_day_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    build(write(tmp_path / "sources", version("mai-2027")), tmp_path / "content.db")
    for more in ([], ["--date", "2027-05-18"]):
        assert main(["preview", "--draft", str(tmp_path / "content.db"), *more]) == 4
        assert "'mai-2027' is no version; write year.month.day" in capsys.readouterr().err.splitlines()[-1]
