"""How the Arabic of the kiosk is vocalised, against sentences vocalised by hand."""

import pytest

from kiosk.domain.narration import split_sentences
from kiosk.domain.speech.arabic_marks import bare
from kiosk.narration.vocaliser import Vocaliser, load_model
from tests.narration.samples import GOLD, sample, shipped
from tests.narration.scoring import Score, score

ENOUGH = 60
"""Sentences of the sample that the texts in use must still hold."""


def test_what_is_shipped_is_vocalised_as_by_hand() -> None:
    gold, said = GOLD | sample("der_gold_later.yaml"), shipped()
    used = [shown for shown in gold if shown in said]
    assert len(used) >= ENOUGH, "the texts have changed: draw and vocalise new sentences"
    total = sum((score(said[shown], gold[shown], case_endings=False) for shown in used), Score())
    assert total.rate <= 1.0, total


def test_the_model_alone_is_as_good_as_it_was_measured() -> None:
    model = load_model()
    few = list(GOLD.values())[:20]
    total = sum((score(" ".join(map(model, split_sentences(bare(said)))), said, case_endings=False) for said in few), Score())
    assert 0 < total.rate <= 4.0, total


@pytest.mark.parametrize(
    ("said", "gold", "with_case", "without"),
    [
        ("كِتَابُ", "كِتَابُ", 0, 0),
        ("كِتَابِ", "كِتَابُ", 1, 0),
        ("كَتَابُ", "كِتَابُ", 1, 1),
        ("قَطُ", "قَطُّ", 1, 1),
        ("كِتَابُ آخَرُ", "كِتَابُ", 0, 0),
        ("كتاب", "كِتَابُ", 3, 2),
        ("", "كِتَابُ", 4, 4),
        ("اُكتب", "اكْتُبْ", 3, 2),
    ],
)
def test_the_scorer_counts_letters(said: str, gold: str, with_case: int, without: int) -> None:
    assert score(said, gold, case_endings=True).wrong == with_case
    assert score(said, gold, case_endings=False).wrong == without


def model(answers: dict[str, str]) -> Vocaliser:
    return Vocaliser(lambda _name: lambda sentence: answers.get(sentence, sentence))


def test_the_lexicon_decides_and_the_sentence_gives_the_case() -> None:
    vocaliser = model({"شرطة المدينة.": "شَرْطَةُ الْمَدِينَةِ."})
    assert vocaliser.propose("شرطة المدينة", {"شرطة": "شُرْطَة"}).said == "شُرْطَةُ الْمَدِينَةِ"


def test_a_doubled_ya_is_no_long_vowel_and_takes_its_case() -> None:
    vocaliser = model({"الدرك الملكي.": "الدَّرَكُ الْمَلَكِيُّ.", "كرسي.": "كُرْسِي."})
    assert vocaliser.propose("الدرك الملكي", {"الملكي": "الْمَلَكِيّ"}).said == "الدَّرَكُ الْمَلَكِيُّ"
    assert vocaliser.propose("كرسي", {"كرسي": "كُرْسِي"}).said == "كُرْسِي"


def test_a_guess_with_other_letters_is_refused_and_flagged() -> None:
    proposal = model({"اضغط هنا.": "يَضْغَطُ هُنَا."}).propose("اضغط هنا", {})
    assert proposal.said == "اضغط هُنَا"
    assert "unknown" in proposal.flags


def test_a_hamza_seated_otherwise_keeps_our_letter() -> None:
    assert model({"اسألوا.": "أَسْأَلُوا."}).propose("اسألوا", {}).said == "اسْأَلُوا"


@pytest.mark.parametrize(
    ("guess", "flag"),
    [("يُقَدَّمُ", "passive"), ("قُدِّمَ", "passive"), ("يُقْبَلُ", "passive"), ("قَدِّمُوا", "imperative"), ("يُقَدِّمُ", "")],
)
def test_passives_and_imperatives_are_flagged(guess: str, flag: str) -> None:
    assert model({f"{bare(guess)}.": f"{guess}."}).propose(bare(guess), {}).flags == ((flag,) if flag else ())


def test_a_word_two_models_read_differently_is_flagged() -> None:
    guesses = {"rawi-ensemble": "عَقْد.", "rawi-v3-int8": "عُقَد."}
    proposal = Vocaliser(lambda name: lambda _sentence: guesses[name]).propose("عقد", {})
    assert (proposal.said, proposal.flags) == ("عَقْد", ("unknown",))


def test_latin_words_without_a_decision_are_flagged_foreign() -> None:
    vocaliser = model({})
    assert vocaliser.propose("على Maps", {}).flags == ("foreign",)
    assert "foreign" not in vocaliser.propose("على {number}", {}).flags


def test_numbers_are_said_in_words_and_never_left_to_the_model() -> None:
    assert model({}).propose("19", {}).said == "تِسْعَةَ عَشَرَ"
