"""A publication whose moment or number lies far ahead ends nothing: neither a kiosk's updates nor a publisher's."""

import hashlib
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tuf.api.metadata import TargetFile

from kiosk.errors import PublishingError, VerificationError
from kiosk.publishing.floor import FloorFiles
from kiosk.publishing.manifest import LAST_NUMBER, LEAP, Release
from kiosk.publishing.metadata import put
from kiosk.publishing.repository import Repository, hashed
from kiosk.publishing.sync_clock import LEAD, SyncClock
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop, sentence

YEAR = timedelta(days=365)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))


@pytest.fixture
def fleet(workshop: Workshop, tmp_path: Path) -> list[Follower]:
    """Kiosks that have the first release, one that has nothing yet, and one whose clock stands in 2000."""
    kiosks = [Follower(tmp_path / name, workshop.root) for name in ("hall", "gate", "new", "dead clock")]
    kiosks[3].late = datetime(2000, 1, 1, tzinfo=UTC) - datetime.now(UTC)
    for kiosk in kiosks[:2] + kiosks[3:]:
        kiosk.sync(workshop.repository.folder)
    return kiosks


def with_number(monkeypatch: pytest.MonkeyPatch, number: int, publish: Callable[[], Release]) -> Release:
    """A release signed under a number of somebody's choice."""
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.publishing.repository.Repository.next_number", lambda *_: number)
        return publish()


def test_a_publication_with_the_clock_a_year_ahead_is_refused_and_the_next_is_followed_by_all(
    workshop: Workshop, fleet: list[Follower]
) -> None:
    right = workshop.now
    workshop.now = right + YEAR
    workshop.publish(sentence("ahead"))
    for kiosk in fleet[:3]:
        with pytest.raises(VerificationError, match="put right the clock that is wrong"):
            kiosk.sync(workshop.repository.folder)
    fleet[3].sync(workshop.repository.folder)
    workshop.now = right + timedelta(minutes=5)
    honest = workshop.publish(sentence("honest"))
    for kiosk in fleet:
        assert kiosk.sync(workshop.repository.folder).number == honest.number


def test_a_kiosk_that_took_a_moment_in_the_future_comes_back_by_a_time_server_or_a_person(
    workshop: Workshop, fleet: list[Follower]
) -> None:
    for kiosk in fleet[:2]:
        FloorFiles(kiosk.state).raise_to("stable.json", 1, workshop.now + 2 * YEAR)
    workshop.publish(sentence("honest"))
    for kiosk in fleet[:2]:
        with pytest.raises(VerificationError, match="its term is over"):
            kiosk.sync(workshop.repository.folder)
    fleet[0].synchronised, fleet[1].clock_wrong = True, True
    for kiosk in fleet[:2]:
        kiosk.sync(workshop.repository.folder)
        kiosk.synchronised = kiosk.clock_wrong = False
    again = workshop.publish(sentence("again"))
    for kiosk in fleet[:2]:
        assert kiosk.sync(workshop.repository.folder).number == again.number


def test_a_number_at_its_bound_ends_neither_a_group_nor_the_nation(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.delegate()
    workshop.publish(sentence("a"), group="borders")
    old, new = (Follower(tmp_path / name, workshop.root, group="borders") for name in ("old", "new"))
    nation = Follower(tmp_path / "nation", workshop.root)
    old.sync(workshop.repository.folder)
    with_number(monkeypatch, LAST_NUMBER, lambda: workshop.publish(sentence("b"), group="borders"))
    with pytest.raises(VerificationError, match="numbers do not leap so far"):
        old.sync(workshop.repository.folder)
    assert new.sync(workshop.repository.folder).number == LAST_NUMBER
    assert workshop.publish(sentence("nation")).number == 2
    assert nation.sync(workshop.repository.folder).number == 2
    assert workshop.publish(sentence("c"), group="borders").number == 2
    assert old.sync(workshop.repository.folder).number == 2
    with pytest.raises(VerificationError, match="older"):
        new.sync(workshop.repository.folder)
    workshop.rotate("borders")
    assert workshop.publish(sentence("d"), group="borders").number == 3
    assert [kiosk.sync(workshop.repository.folder).number for kiosk in (old, new)] == [3, 3]


def test_numbers_that_are_used_up_are_said_in_one_line(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(LEAP, 3 * LEAP + 1, LEAP):
        with_number(monkeypatch, number, lambda number=number: workshop.publish(sentence(str(number))))
    monkeypatch.setattr("kiosk.publishing.repository.LAST_NUMBER", 3 * LEAP)
    with pytest.raises(PublishingError, match="used up"):
        workshop.publish(sentence("one more"))
    workshop.rotate("targets")
    assert workshop.publish(sentence("one more")).number == 2


def test_a_number_at_its_bound_of_two_publishers_is_dropped_with_a_key(
    workshop: Workshop, fleet: list[Follower], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_number(monkeypatch, LAST_NUMBER, lambda: workshop.publish(sentence("bound")))
    assert fleet[2].sync(workshop.repository.folder).number == LAST_NUMBER
    workshop.rotate("targets")
    assert [kiosk.sync(workshop.repository.folder).number for kiosk in fleet] == [1, 1, 1, 1]
    assert workshop.publish(sentence("honest")).number == 2
    assert [kiosk.sync(workshop.repository.folder).number for kiosk in fleet] == [2, 2, 2, 2]


def test_what_is_no_release_is_dropped_with_the_groups_key(workshop: Workshop, tmp_path: Path) -> None:
    workshop.delegate()
    kiosk = Follower(tmp_path / "kiosk", workshop.root, group="borders")
    workshop.publish(sentence("a"), group="borders")
    targets = workshop.repository.metadata.targets("borders")
    targets.signed.targets["borders/stable.json"] = TargetFile.from_data("borders/stable.json", b"{}", ["sha256"])
    put(workshop.repository.folder / "targets" / hashed("borders/stable.json", hashlib.sha256(b"{}").hexdigest()), b"{}")
    workshop.repository.metadata.commit({"borders": targets}, workshop.keyring, workshop.now)
    with pytest.raises(VerificationError, match="is none of ours; give the role a new key with `kiosk repo rotate-key`"):
        workshop.publish(sentence("b"), group="borders")
    assert workshop.publish(sentence("nation")).number == 2
    workshop.rotate("borders")
    assert workshop.publish(sentence("b"), group="borders").number == 1
    assert kiosk.sync(workshop.repository.folder).number == 1


@pytest.mark.parametrize("roles", [("timestamp",), ("snapshot", "timestamp")])
def test_versions_run_up_by_a_stolen_server_begin_anew_with_its_keys(
    workshop: Workshop, fleet: list[Follower], tmp_path: Path, roles: tuple[str, ...]
) -> None:
    thief = Repository(tmp_path / "thief")
    shutil.copytree(workshop.repository.folder, thief.folder)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kiosk.publishing.metadata.renew", lambda signed, *_: setattr(signed, "version", 10**9))
        if "snapshot" in roles:
            thief.metadata.commit({}, workshop.keyring, workshop.now)
        else:
            thief.metadata.renew_timestamp(workshop.keyring, workshop.now)
    fleet[0].sync(thief.folder)
    workshop.publish(sentence("honest"))
    with pytest.raises(VerificationError, match="older"):
        fleet[0].sync(workshop.repository.folder)
    for role in roles:
        workshop.rotate(role)
    assert {kiosk.sync(workshop.repository.folder).number for kiosk in fleet} == {2}


@given(MOMENTS, MOMENTS, st.booleans())
def test_terms_are_judged_by_the_later_moment_unless_more_is_known(now: datetime, published: datetime, wrong: bool) -> None:
    assert SyncClock(now).reference(published) == max(now, published)
    assert SyncClock(now, wrong=True).reference(published) == min(now, published)
    assert SyncClock(now, wrong=wrong, synchronised=True).reference(published) == now
    assert SyncClock(now, wrong=wrong).reference(None) == now
    assert SyncClock(now).believed_after(now - LEAD) and not SyncClock(now, wrong=True).believed_after(now - LEAD)


def test_a_desk_whose_clock_stands_before_the_last_signing_signs_nothing(workshop: Workshop) -> None:
    workshop.repository.check_clock(workshop.now)
    for wrong in (-timedelta(days=2), 2 * YEAR):
        with pytest.raises(PublishingError, match="clock"):
            workshop.repository.check_clock(workshop.now + wrong)
        workshop.repository.check_clock(workshop.now + wrong, certain=True)
