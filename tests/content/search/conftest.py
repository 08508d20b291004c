"""What the tests of the search share: one open database, and what was asked of it."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.search import SearchResult


@pytest.fixture(scope="session")
def searched() -> Iterator[ContentStore]:
    """The built content."""
    with ContentStore.open(ROOT / "content.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def ask(searched: ContentStore) -> Callable[[str], SearchResult]:
    """What is shown to whoever types something; the same words are searched once."""
    return cache(lambda text: searched.search(text, 3))
