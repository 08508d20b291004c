"""The interface's words of a content database: all there, and each can be filled in."""

import pytest

from kiosk.domain.interface_words import BLANKS, WORDS, whole_words
from kiosk.domain.language import LocalizedText
from kiosk.errors import ContentError


def words() -> dict[str, LocalizedText]:
    texts = {word: " ".join(f"{{{blank}}}" for blank in sorted(BLANKS.get(word, ()))) or "x" for word in WORDS}
    return {word: LocalizedText({"ar": text, "fr": text}) for word, text in texts.items()}


def test_words_that_can_be_filled_in_are_taken() -> None:
    assert whole_words(words()) == words()


@pytest.mark.parametrize(
    "text", ["{", "}", "{0}", "{}", "{sum} DH", "DH", "{amount.real}", "{amount!r}", "{amount:>99999999}", "{amount} {x}"]
)
def test_a_word_that_cannot_be_filled_in_is_refused(text: str) -> None:
    with pytest.raises(ContentError, match="amount"):
        whole_words(words() | {"amount": LocalizedText({"ar": "{amount}", "fr": text})})
    with pytest.raises(ContentError, match="amount"):
        whole_words(words() | {"amount": LocalizedText({"ar": "{amount}"}, {"ar": text})})


def test_a_missing_word_is_named() -> None:
    with pytest.raises(ContentError, match="home"):
        whole_words({word: text for word, text in words().items() if word != "home"})
