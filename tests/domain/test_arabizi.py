"""Darija is one language in two scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.arabizi import skeleton, skeletons
from kiosk.domain.folding import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "chffar chfar شفار",
        "sr9a sariqa sari9a سرقة",
        "lakart lakarte lcarte لاكارط",
        "boulis lboulis bolis البوليس بوليس police",
        "3afia l3afya العافية لعافية",
        "najda nejda نجدة",
        "wldi weldi wuldi ولدي",
        "7adita 7adhitha haditha حادثة",
        "grisaj griisaj كريساج",
        "bota lbota lbouta البوطة",
        "tilifoun telephone telefon تيليفون",
        "khtef khtaf 5taf خطف",
        "9tel qtel قتل",
        "ghre9 ghra9 8re9 غرق",
        "tswer tsawer تصاور",
        "programme lbrogram البروكرام",
        "3awnouni 3awnoni عاونوني",
        "chikaya شكاية chikayah",
        "da3 daa3 ضاع",
        "sokna soukna سكنة",
        "mouatin mowatin مواطن",
    ],
)
def test_spellings_of_a_word_share_a_skeleton(spellings: str) -> None:
    first, *others = [frozenset(skeletons(fold(word))) for word in spellings.split()]
    assert all(first & other for other in others), [sorted(one) for one in (first, *others)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ghre9", "warqa"),
        ("khatar", "khater3"),
        ("drone", "drame"),
        ("menace", "menage"),
        ("تهديد", "تجديد"),
        ("خطف", "خطب"),
    ],
)
def test_other_words_keep_their_own(one: str, other: str) -> None:
    assert not set(skeletons(fold(one))) & set(skeletons(fold(other)))


def test_the_beginning_of_a_verb_comes_off() -> None:
    assert set(skeletons("kaydrebni")) & set(skeletons("ydrebni")) & set(skeletons("كيضربني"))


def test_figures_alone_are_no_word() -> None:
    assert skeletons("19") == () == skeletons("177")


@given(st.text())
def test_any_word_has_skeletons_of_arabic_letters_alone(text: str) -> None:
    for word in fold(text).split():
        assert all("\u0620" <= letter <= "\u06ff" for form in skeletons(word) for letter in form)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz23456789بتجحخدذرزسشصضطظعغفقكلمنهويا", max_size=20))
def test_a_skeleton_is_its_own_skeleton(word: str) -> None:
    heard = skeleton(fold(word))
    assert skeleton(heard).removeprefix("و") in {heard, heard.removeprefix("و"), heard[:-1], heard.removeprefix("و")[:-1]}
