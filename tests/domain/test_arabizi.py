"""Darija is one language in two scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.arabizi import heard, skeleton, skeletons
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
    bones = skeleton(fold(word))
    assert skeleton(bones).removeprefix("و") in {bones, bones.removeprefix("و"), bones[:-1], bones.removeprefix("و")[:-1]}


@pytest.mark.parametrize(
    "spellings",
    [
        "lwra9 lwraq lourak lura9",
        "chkoun shkon xkon chkon chkoune",
        "khrej 5rej",
        "gharama 8arama",
        "wach ouach wash wax",
        "7it hit",
        "fo9ach foqach fouqach",
        "tilifoun tilifoune telefon téléphone",
        "komisariya comisariya kommissariya",
    ],
)
def test_spellings_of_a_word_are_heard_alike(spellings: str) -> None:
    assert len({heard(fold(word)) for word in spellings.split()}) == 1


@pytest.mark.parametrize("word", ["19", "177", "الشرطة"])
def test_figures_and_arabic_are_heard_as_they_are(word: str) -> None:
    assert heard(word) == word


@given(st.text())
def test_nothing_breaks_what_is_heard(text: str) -> None:
    for word in fold(text).split():
        assert len(heard(word)) <= len(word)
