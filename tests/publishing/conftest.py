"""A workshop with a first release, and a kiosk that holds it, made once; each test gets copies."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.publishing.repository import Repository
from tests.helpers.kiosks import Follower
from tests.helpers.press import Press
from tests.helpers.workshop import Workshop, examined_here, keyring_in, sentence


@pytest.fixture(autouse=True, scope="session")
def examination() -> Iterator[None]:
    """Databases are examined in this process; `test_examination.py` holds that the process of its own says the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.publishing.sync.examine_database", examined_here)
        yield


@pytest.fixture(scope="session")
def _first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workshop with one release."""
    folder = tmp_path_factory.mktemp("first")
    Workshop(folder / "workshop").publish()
    return folder


@pytest.fixture(scope="session")
def _second(_first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a second release, and a kiosk that holds the first."""
    folder = tmp_path_factory.mktemp("second")
    workshop = _copied(_first, folder)
    kiosk = Follower(folder / "kiosk", workshop.root)
    kiosk.sync(workshop.repository.folder)
    kiosk.stand()
    workshop.publish(sentence("new"))
    return folder


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """What jobs are begun anew on, for those that are hit in the middle of them."""
    return Press(tmp_path_factory.mktemp("press"))


def _copied(source: Path, folder: Path) -> Workshop:
    shutil.copytree(source, folder, dirs_exist_ok=True)
    copy = object.__new__(Workshop)
    copy.folder, copy.keys, copy.now = folder / "workshop", folder / "workshop" / "keys", datetime.now(UTC).replace(microsecond=0)
    copy.keyring, copy.repository = keyring_in(copy.keys), Repository(copy.folder / "repository")
    copy.root = copy.folder / "repository" / "metadata" / "1.root.json"
    copy._built = max(2, *(int(path.stem.partition("-")[2]) for path in copy.folder.glob("content-*.db")))
    return copy


@pytest.fixture
def workshop(_first: Path, tmp_path: Path) -> Workshop:
    """One release, the minimal content, on the channel stable."""
    return _copied(_first, tmp_path)


@pytest.fixture
def edited(_second: Path, tmp_path: Path) -> tuple[Workshop, Follower]:
    """Two releases, and a kiosk that holds the first as good."""
    workshop = _copied(_second, tmp_path / "edited")
    return workshop, Follower(tmp_path / "edited" / "kiosk", workshop.root)
