"""What one sentence teaches in one way of writing is heard in the others."""

import pytest

from kiosk.domain.notions import keys_of_term, notions_of_word, pairs_of, told

TERMS = {
    "blade": [("couteau", True), ("knife", True), ("موس", False), ("lmouss", False)],
    "hit": [("frappe", True), ("ضربني", False), ("kaydrebni", False)],
    "traffic": [("feu rouge", True)],
    "fire": [("feu", True)],
}
FILED: dict[str, list[str]] = {}
for notion, terms in TERMS.items():
    for term, european in terms:
        for key in keys_of_term(term.split(), european=european):
            FILED.setdefault(key, []).append(notion)


def look(key: str) -> list[str]:
    return list(dict.fromkeys(FILED.get(key, [])))


@pytest.mark.parametrize(
    ("word", "notions"),
    [
        ("couteaux", ["blade"]),
        ("knife", ["blade"]),
        ("بالموس", ["blade"]),
        ("lmous", ["blade"]),
        ("كيضربني", ["hit"]),
        ("kidrebni", ["hit"]),
        ("frappes", ["hit"]),
        ("carte", []),
        ("موسم", []),
    ],
)
def test_a_word_is_met_in_its_inflections_and_spellings(word: str, notions: list[str]) -> None:
    assert list(dict.fromkeys(notions_of_word(word, look))) == notions


def test_a_sentence_tells_its_notions_and_its_phrases_once() -> None:
    words = ["il", "frappe", "au", "feu", "rouge", "il", "frappe"]
    assert told(words, lambda word: notions_of_word(word, look), look) == ["hit", "traffic", "fire"]


def test_notions_are_paired_in_whichever_order_they_are_said() -> None:
    assert list(pairs_of(["hit", "blade"])) == list(pairs_of(["blade", "hit"])) == ["blade hit"]
