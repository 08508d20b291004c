"""A small content database."""

from pathlib import Path

import pytest
import yaml

from kiosk.cli.places import SOURCES
from kiosk.content.build import build
from tests.helpers.sources import Folder, write


def _with_all_words(files: Folder) -> None:
    files["interface.yaml"] = yaml.load((SOURCES / "interface.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    path = folder / "content.db"
    build(write(folder / "sources", _with_all_words), path)
    return path
