"""What the kiosk says of itself: the languages it offers, each told in itself."""

import pytest

from kiosk.presentation.kiosk_texts import KioskTexts, in_order
from tests.helpers.things import ARABIC, LANGUAGES, text


def test_a_language_is_offered_in_itself() -> None:
    offered = KioskTexts({}, text("title"), text("subtitle")).offered(ARABIC)
    assert offered == ("ar", ARABIC.endonym, ARABIC.invitation, True, "نص title", "نص subtitle")


@pytest.mark.parametrize(
    ("order", "tags"), [((), "ar fr en"), (("fr",), "fr ar en"), (("en", "ar"), "en ar fr"), (("de", "fr"), "fr ar en")]
)
def test_languages_stand_as_the_mode_names_them(order: tuple[str, ...], tags: str) -> None:
    assert [language.tag for language in in_order(LANGUAGES, order)] == tags.split()
