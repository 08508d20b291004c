"""Content and program that do not fit each other: content waits, what is shown stays, and a step back and forth loses nothing."""

from pathlib import Path

import pytest

from kiosk.content.schema import MAJOR, MINOR, user_version
from kiosk.errors import VerificationError
from tests.helpers.apps import WORKS, program, published
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop, examined_here, sentence


@pytest.fixture(autouse=True)
def _examined_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.publishing.sync.examine_database", examined_here)


def newer(patch: pytest.MonkeyPatch) -> None:
    """From here on everything is the next program, whose content has another form."""
    for module in (
        "kiosk.content.schema",
        "kiosk.content.reading.connection",
        "kiosk.publishing.sync",
        "kiosk.publishing.installation",
    ):
        patch.setattr(f"{module}.MAJOR", MAJOR + 1)
    patch.setattr("kiosk.content.schema.user_version.__defaults__", (MAJOR + 1, MINOR))


@pytest.mark.expects_log
def test_content_waits_for_its_program_and_a_step_back_and_forth_loses_nothing(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "workshop")
    kiosk = Follower(tmp_path / "kiosk", workshop.root)
    old = workshop.publish()
    kiosk.sync(workshop.repository.folder)
    kiosk.stand()
    with pytest.MonkeyPatch.context() as patch:
        newer(patch)
        new = workshop.publish(sentence("in another form"))
    assert new.user_version == user_version(MAJOR + 1, MINOR)
    with pytest.raises(VerificationError, match="it waits for a newer program"):
        kiosk.sync(workshop.repository.folder)
    assert kiosk.shows == old.database.sha256
    with pytest.MonkeyPatch.context() as patch:
        newer(patch)
        assert kiosk.shows == ""  # the old form is not read: what came with the program is shown
        kiosk.sync(workshop.repository.folder)
        assert kiosk.shows == new.database.sha256
        kiosk.stand()
    for _ in range(5):  # the program has gone back
        assert kiosk.shows == old.database.sha256
    with pytest.MonkeyPatch.context() as patch:
        newer(patch)
        assert kiosk.shows == new.database.sha256
    assert kiosk.shows == old.database.sha256
    assert kiosk.installation.pointer.refused == ()


@pytest.mark.expects_log
def test_content_on_trial_that_waits_for_its_program_is_not_blamed(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "workshop")
    kiosk = Follower(tmp_path / "kiosk", workshop.root)
    workshop.publish()
    with pytest.MonkeyPatch.context() as patch:
        newer(patch)
        new = workshop.publish(sentence("in another form"))
        kiosk.sync(workshop.repository.folder)
    for _ in range(6):
        assert kiosk.shows == ""
    assert (kiosk.installation.pointer.refused, kiosk.installation.pointer.current) == ((), new.name)
    with pytest.MonkeyPatch.context() as patch:
        newer(patch)
        assert kiosk.shows == new.database.sha256


def test_whoever_publishes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kiosk.cli.repo_app import warn_of_waiting

    workshop = Workshop(tmp_path / "workshop")
    warn_of_waiting(workshop.repository, "stable", user_version(MAJOR + 1, 0))
    assert capsys.readouterr().err == ""  # no program is published here: nobody knows what kiosks read
    published(workshop, "1.0", program(WORKS))
    warn_of_waiting(workshop.repository, "stable", user_version())
    assert capsys.readouterr().err == ""
    warn_of_waiting(workshop.repository, "stable", user_version(MAJOR + 1, 0))
    assert (
        f"this content is of version {MAJOR + 1}.0, and the program of stable (application release 1, 1.0)"
        in capsys.readouterr().err
    )
