"""Who has not said what is wrong yet is taken for no one in danger, and what is no word of the content finds nothing."""

import random
import string
from itertools import product

import pytest

from kiosk.content.search.danger_training import beginnings
from kiosk.content.search.training import Example
from kiosk.content.store import ContentStore
from kiosk.domain.search import finished_part

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HARMLESS = """
maman, papa, yes, no, hi, 15, messi, mon fils, ma fille, mon mari, my, my son, my husband, i am, il,
il est, j'ai, je suis, dans la rue, at home, in the street, a man, un homme, quelqu'un, feui, noy,
zoj, rap, violon, feuille, mortier, gazelle, moving numbers, ça sent bon, baby crying, أنا, بنتي,
ولدي, زوجي, في الشارع, رجل, واحد السيد, راجلي, فالدار, العافية فالشو, weldi, rajli, wahd rajel,
fdar, f zn9a
"""
NO_BUSINESS_OF_THE_POLICE = "ronaldo, netflix, météo, pizza, fortnite, neymar, violon, gazelle, zzxxq, asdf"


@pytest.fixture(scope="module")
def store(searched: ContentStore) -> ContentStore:
    return searched


def danger(store: ContentStore, typed: str, finished: str | None = None) -> str:
    found = store.search(typed, 1, finished)
    return found.crisis.crisis if found.crisis else ""


def strange(alphabet: str, count: int) -> list[str]:
    chance = random.Random(3)
    return ["".join(chance.choice(alphabet) for _ in range(chance.randint(4, 9))) for _ in range(count)]


def test_harmless_words_and_beginnings_take_no_screen(store: ContentStore) -> None:
    assert [typed for typed in HARMLESS.replace("\n", " ").split(", ") if danger(store, typed.strip())] == []


def test_no_string_of_one_or_two_letters_and_no_strange_one_takes_the_screen(store: ContentStore) -> None:
    short = ["".join(letters) for size in (1, 2) for letters in product(string.ascii_lowercase[::3], repeat=size)]
    assert [typed for typed in (*short, *ARABIC, *strange(ARABIC, 40)) if danger(store, typed)] == []


def test_only_finished_words_tell_of_a_danger(store: ContentStore) -> None:
    for typed, crisis in (("mon mari me frappe", "violence_home"), ("راجلي كيضربني", "violence_home")):
        assert danger(store, typed, finished_part(typed)) == ""
        assert danger(store, typed + " ", finished_part(typed + " ")) == danger(store, typed) == crisis


def test_nothing_is_offered_for_what_is_no_word_of_the_content(store: ContentStore) -> None:
    off = NO_BUSINESS_OF_THE_POLICE.split(", ")
    assert [typed for typed in off if store.search(typed, 3).hits] == []
    offered = [typed for typed in (*strange(string.ascii_lowercase, 30), *strange(ARABIC, 30)) if store.search(typed, 3).hits]
    assert len(offered) <= 2, offered
    for typed in off:
        found = store.search(typed, 3)
        helped = found.crisis is not None and [card.identifier for card in found.crisis.numbers]
        assert found.elsewhere or helped == ["emergency:police", "emergency:gendarmerie"], typed


def test_a_beginning_that_many_sentences_share_is_taught_unless_it_is_a_whole_cry() -> None:
    said = ["my son is here now", "my son has a card", "help me please now"]
    examples = [Example(1, tuple(text.split())) for text in said * 4] + [Example(2, ("help",))]
    assert [" ".join(one.words) for one in beginnings(examples)] == ["my", "my son"]
