"""The interface's own words, as a content database has them."""

from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError
from tests.helpers.sources import write


def test_to_ask_for_a_word_that_the_content_lacks_is_an_error_of_the_content(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        words = store.words()
    assert words["home"].in_language("fr") == "home fr"
    assert words.get("back") is None
    with pytest.raises(ContentError, match="back"):
        words["back"]
