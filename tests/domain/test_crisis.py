"""Who is in danger is heard; who is not raises no alarm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.crisis import Alarm, Rule, Term
from kiosk.domain.search import words_of


def terms(text: str, *, european: bool = False) -> tuple[Term, ...]:
    return tuple(Term(tuple(words_of(one)), european) for one in text.split(", "))


def european(text: str) -> tuple[Term, ...]:
    return terms(text, european=True)


RULES = (
    Rule("rape", ((*european("viol"), *terms("اغتصاب, اغتصب, ghtasbouni")),)),
    Rule("threat", ((*european("menace"), *terms("تهديد, kayhdedni"), *european("va me tuer")),)),
    Rule("fight", (european("bagarre, hémorragie, kidnapping"),)),
    Rule(
        "home",
        ((*european("mari"), *terms("rajli, راجلي")), (*european("frappe"), *terms("drebni, ضرب"))),
        (*european("clavier"), *terms("lberd")),
    ),
    Rule("child", (terms("ولد, weldi"), terms("ضاع, تلف, tlef"))),
)
ORDINARY = [("feu", "rouge"), ("menage",), ("viol", "de", "propriete")]
ALARM = Alarm(RULES, ORDINARY, lambda word: word in {"drone", "tajdid"})


@pytest.mark.parametrize(
    ("typed", "crisis"),
    [
        ("viol", "rape"),
        ("on m'a violée", "rape"),
        ("اغتصبوني", "rape"),
        ("ghtsbouni", "rape"),
        ("menaces de mort", "threat"),
        ("on me menasse", "threat"),
        ("il va bien me tuer", "threat"),
        ("kayhededni", "threat"),
        ("bagare", "fight"),
        ("hemoragie", "fight"),
        ("kidnaping", "fight"),
        ("mon mari me frappe", "home"),
        ("rajli kaydrebni", "home"),
        ("راجلي كيضربني", "home"),
        ("وراجلها كيضربها", "home"),
        ("ولدي ضاع", "child"),
        ("weldi tlef lia", "child"),
        ("تلف ليا ولدي", "child"),
    ],
)
def test_a_danger_is_told_in_any_inflection_spelling_and_slip(typed: str, crisis: str) -> None:
    assert ALARM.told(words_of(typed))[0] == crisis


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "violet",
        "volley",
        "violoncelle",
        "ménage",
        "menage a domicile",
        "mon mari",
        "frappe de clavier de mon mari",
        "rajli drebni lberd",
        "viol de propriété",
        "تجديد",
        "تمديد",
        "تهنئة",
        "ضاعت لاكارط",
        "ولدي عندو 8 سنين",
        "drone",
        "19",
    ],
)
def test_ordinary_words_raise_none(typed: str) -> None:
    assert ALARM.told(words_of(typed))[0] is None


@given(st.text(max_size=200))
def test_whatever_is_typed_is_judged(text: str) -> None:
    assert ALARM.told(words_of(text))[0] in {None, *(rule.crisis for rule in RULES)}


@pytest.mark.parametrize(("typed", "alone"), [("drebni rajli", True), ("rajli drebni lbareh", False)])
def test_it_is_told_whether_nothing_else_is_typed(typed: str, alone: bool) -> None:
    assert ALARM.told(words_of(typed))[1] is alone
