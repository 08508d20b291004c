"""A workshop with a first release, made once; each test gets a copy."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.publishing.keys import Keyring
from kiosk.publishing.repository import Repository
from tests.helpers.workshop import PASSPHRASE, Workshop


@pytest.fixture(scope="session")
def _first_workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    Workshop(folder).publish()
    return folder


@pytest.fixture
def workshop(_first_workshop: Path, tmp_path: Path) -> Workshop:
    """One release, the minimal content, on the channel stable."""
    folder = tmp_path / "workshop"
    shutil.copytree(_first_workshop, folder)
    copy = object.__new__(Workshop)
    copy.folder, copy.keys, copy.now = folder, folder / "keys", datetime.now(UTC).replace(microsecond=0)
    copy.keyring, copy.repository = Keyring([copy.keys], PASSPHRASE), Repository(folder / "repository")
    copy.root, copy._built = folder / "repository" / "metadata" / "1.root.json", 1
    return copy
