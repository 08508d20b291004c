"""What is learnt from sayings leads back to them, and is the same on every machine."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.search.training import Example, Learnt, features_of, learn, rarity_of
from kiosk.domain.intent import STEPS, features, unit
from kiosk.domain.search import words_of

SAYINGS = {
    3: ("ma carte est perdue", "ضاعت ليا لاكارط", "where is my lost card"),
    8: ("les chevaux de la police", "فين الخيل", "horses of the police"),
    21: ("où sont les toilettes", "فين الطواليط", "where are the toilets"),
}
EXAMPLES = [Example(document, tuple(words_of(said))) for document, said_of in SAYINGS.items() for said in said_of]


def learnt_of(examples: list[Example]) -> Learnt:
    found = features_of(examples)
    return learn(examples, found, rarity_of(found))


def test_a_saying_is_worth_most_for_its_own_item() -> None:
    learnt = learnt_of(EXAMPLES)
    rarity = {feature: value / 1000 for feature, value in learnt.rarity.items()}
    for example in EXAMPLES:
        sums = dict.fromkeys(range(len(learnt.documents)), 0.0)
        for feature, weight in unit(features(example.words), rarity).items():
            for item, worth in learnt.worths[feature]:
                sums[item] += weight * worth / STEPS
        assert learnt.documents[max(sums, key=lambda item: sums[item])] == example.document


@given(st.permutations(EXAMPLES))
def test_the_order_of_the_sayings_changes_nothing(examples: list[Example]) -> None:
    assert learnt_of(examples) == learnt_of(EXAMPLES)


def test_the_numbers_are_those_of_every_machine() -> None:
    """They are whole numbers throughout: neither the processor nor a library's sums in floating point can change them."""
    learnt = learnt_of(EXAMPLES)
    told = repr((learnt.documents, sorted(learnt.rarity.items()), sorted(learnt.worths.items())))
    assert sha256(told.encode()).hexdigest()[:16] == "caf20d9952440fb5"
