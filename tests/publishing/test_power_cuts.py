"""The power fails at any moment, and what was not flushed is lost in the worst way: all is whole, old or new, and goes on.

And the other way round: each kind of flush is left out in turn, and what was said to be done must then be lost by some power
failure. A kind of which that is not so is named here with the reason.
"""

import os
import random
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from kiosk.errors import KioskError
from tests.helpers.lossy_disk import LossyDisk, Moment
from tests.helpers.press import Press
from tests.helpers.workshop import examined

WAYS = float(os.environ.get("JUSUR_CUTS", "0.05"))
"""Ways in which the power fails at each moment, or at so many of them; 1000, which is all of them, when run at leisure."""
JOBS = ("publish", "rollback", "rotate_key", "sync", "check", "back", "receipt")
FETCHED_AGAIN = {
    "kiosk/state/trust",
    "kiosk/state/trust/root_history",
    "kiosk/state/trust/root_history/.root.json/root.json",
    "kiosk/state/trust/.timestamp.json/timestamp.json",
    "kiosk/state/trust/.snapshot.json/snapshot.json",
    "kiosk/state/trust/.targets.json/targets.json",
    "kiosk/state/blobs/XX",
}
"""Of a sync: lost, they come again at the next; that nothing older is taken then is the floor's work."""
FLUSHED_TWICE = {"kiosk/state/staging/HASH.part", "kiosk/state/releases/NAME.tmp/pictures/N.png"}
"""One file under two names."""
READ_BY_PEOPLE = {"kiosk/state/releases/NAME.tmp/release.json"}
SPARED = {"sync": FETCHED_AGAIN | FLUSHED_TWICE | READ_BY_PEOPLE}
KINDS = (
    (r"\d{8}-[0-9a-f]{64}", "NAME"),
    (r"[0-9a-f]{64}", "HASH"),
    (r"blobs/[0-9a-f]{2}", "blobs/XX"),
    (r"-[a-z0-9_]{8}/", "/"),
    (r"floor\.[ab]", "floor"),
    (r"\b\d+\.(root|targets|snapshot)", r"\1"),
    (r"\d+\.png", "N.png"),
    (r"-[0-9a-f]{12}\.pem", "-KEY.pem"),
    (r"\d+\.json", "N.json"),
)


def kind(path: str) -> str:
    """What is flushed, whatever its number."""
    for pattern, word in KINDS:
        path = re.sub(pattern, word, path)
    return path


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, press: Press) -> None:
    """The examination writes nothing, and what these tests write need not outlive them."""
    monkeypatch.setattr("kiosk.publishing.sync.examine_database", examined)
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)


def play(press: Press, name: str, lies: Callable[[str], bool] = lambda _path: False) -> LossyDisk:
    """Do a job on a disk."""
    press.begin(name)
    press.role = "targets"
    disk = LossyDisk(press.folder, lies)
    with disk.watching():
        press.job(name)()
    return disk


@pytest.mark.expects_log
@pytest.mark.parametrize("name", JOBS)
def test_power_may_fail_at_any_moment(press: Press, name: str) -> None:
    moments, chance = play(press, name).moments, random.Random(7)
    for moment in moments:
        failures = moment.failures()
        count = int(WAYS) if WAYS >= 1 else int(chance.random() < WAYS)
        for failure in failures if len(failures) <= count else chance.sample(failures, count):
            moment.lay_out(press.folder, *failure)
            assert list(press.faults(name)) == []
            assert list(press.ends_well(name)) == []
    for failure in moments[-1].failures()[:: 1 if WAYS >= 1 else 5]:
        moments[-1].lay_out(press.folder, *failure)
        assert press.acknowledged(name)


@pytest.mark.expects_log
@pytest.mark.parametrize("name", [job for job in JOBS if job != "rollback" or WAYS >= 1])
def test_each_flush_counts(press: Press, name: str) -> None:
    kinds = {kind(path) for path in play(press, name).flushed}
    without = {found: play(press, name, partial(is_of, found)) for found in kinds}
    spared = {found for found in kinds if keeps(press, name, without[found].moments[-1])}
    assert spared == SPARED.get(name, set())


def is_of(found: str, path: str) -> bool:
    return kind(path) == found


def keeps(press: Press, name: str, last: Moment) -> bool:
    """Whether what was said to be done is so after each of the worst power failures."""
    return all(acknowledged(press, name, last, failure) for failure in last.failures()[:8])


def acknowledged(press: Press, name: str, last: Moment, failure: tuple[Any, Any]) -> bool:
    last.lay_out(press.folder, *failure)
    try:
        return press.acknowledged(name)
    except KioskError:
        return False
