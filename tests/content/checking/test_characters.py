"""What a text may be made of: what is good passes, whatever else somebody pastes is named."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.build import build
from kiosk.content.checking.characters import BY_DIRECTION, BY_LANGUAGE, character_faults, decoded_again
from kiosk.content.checking.check import check
from tests.helpers.sources import Folder, write

ODD = st.sampled_from(sorted({chr(n) for n in range(0x20000)} - frozenset().union(*BY_LANGUAGE.values(), "@_")))


def told(words: str, tag: str) -> str:
    return " | ".join(what for what, _ in character_faults(words, tag, BY_LANGUAGE[tag]))


@pytest.mark.parametrize(
    ("tag", "words", "what"),
    [
        ("fr", "Tout Marocain_x000D_ de 12 ans", "LOW LINE"),
        ("fr", "#NAME?", "NUMBER SIGN"),
        ("fr", "&amp; la carte", "AMPERSAND"),
        ("fr", "la <b>carte</b>", "LESS-THAN"),
        ("fr", "la carte\n", "U+000A"),
        ("fr", "la carte ", "begins or ends"),
        ("fr", "\u00a0la carte", "begins or ends"),
        ("fr", "la  carte", "side by side"),
        ("ar", "ﻛﻞ ﻣﻐﺮﺑﻲ", "ARABIC LETTER KAF INITIAL FORM"),
        ("ar", "ﻻ", "LIGATURE"),
        ("ar", "کل مغربی", "FARSI YEH"),
        ("ar", "ڤيزا", "ARABIC LETTER VEH"),
        ("ar", "الرقم ١٩", "Arabic-Indic"),
        ("fr", "le ۱۹", "Arabic-Indic"),
        ("fr", "le １９", "Arabic-Indic"),
        ("fr", "\ufeffla carte", "ZERO WIDTH NO-BREAK"),
        ("fr", "la\u200bcarte", "ZERO WIDTH SPACE"),
        ("fr", "certi\u00adficat", "SOFT HYPHEN"),
        ("fr", "oﬃcier", "LIGATURE FFI"),
        ("fr", unicodedata.normalize("NFD", "carte égarée"), "COMBINING ACUTE"),
        ("fr", "même Ã\u00a0 lâ€™Ã©tranger".replace("ê", "Ãª"), "broken encoding"),
        ("ar", "كل ÙƒÙ„ مغربي", "broken encoding, probably of 'كل كل مغربي'"),
        ("ar", "مغرب\ufffdي", "REPLACEMENT"),
        ("fr", "appelez le 19\u202e", "directional"),
        ("fr", "la police 🚓", "U+1F693"),
        ("en", "the 警 police", "U+8B66"),
        ("fr", "(ⵍⵎⵖⵔⵉⴱ)", "TIFINAGH"),
        ("fr", "le 19\u201115", "NON-BREAKING HYPHEN"),
        ("fr", "privé \ue000", "U+E000 without a name"),
        ("fr", "Gratuit\u202f!!!", "EXCLAMATION"),
        ("fr", "Gratuit\u00a0??", "repeats a sign"),
        ("fr", "attendez...", "repeats a sign"),
        ("fr", 'dites "oui"', "QUOTATION MARK"),
        ("en", "the officer's card", "APOSTROPHE"),
        ("ar", "متى, وأين?", "COMMA"),
        ("ar", "متى ؟", "wrong side"),
        ("ar", "الأول،والثاني", "wrong side"),
        ("en", "First , second", "wrong side"),
        ("en", "First,second", "wrong side"),
        ("ar", "قال:نعم", "wrong side"),
        ("ar", "الأول.الثاني", "wrong side"),
        ("en", "The end.The start", "wrong side"),
        ("fr", "voir evil .ma", "wrong side"),
        ("fr", "la carte;le passeport", "wrong side"),
        ("fr", "à traduire", "missing"),
        ("fr", "TODO", "missing"),
        ("en", "Lorem ipsum dolor", "missing"),
        ("en", "undefined", "missing"),
        ("fr", "%C3%A9tat", "missing"),
        ("fr", "Роlice", "CYRILLIC"),
        ("fr", "𝐏olice", "MATHEMATICAL"),
        ("ar", "الشـرطة", "TATWEEL"),
        ("ar", "ٱلشرطة", "WASLA"),
        ("fr", "a\u2028b", "U+2028"),
        ("fr", "a\U000e0041b", "TAG LATIN"),
        ("ar", "\u064eنص", "without a letter"),
        ("ar", "نَُِص", "too many on one"),
        ("ar", "ن\u0651\u064eص", "odd order"),
    ],
)  # fmt: skip
def test_what_is_not_of_a_language_is_named(tag: str, words: str, what: str) -> None:
    assert what in told(words, tag), told(words, tag)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("ar", "الأمن الوطني.. شرطة مواطنة"),
        ("ar", "موقع برلمان.كوم: الساعة 16:30."),
        ("fr", "Le site cnie.ma, 16:30\u00a0; n° 5."),
        ("ar", "حسابها الرسمي على «إكس»: @DGSN_MAROC."),
        ("ar", "القانون رقم 55.19، بتاريخ 6 مارس 2020؛ على idarati.ma."),
        ("fr", "OÙ\u00a0? À Fès, «\u00a0Mon e-ID\u00a0» coûte 1\u202f000 DH."),
        ("en", "From “Special cases” on cnie.ma: 8,600 m², 35×45 mm, at 8.30 am (50 km/h)."),
        ("fr", "SÉCURITÉ\u00a0: l’œuvre naïve, 3°, +15 min…"),
    ],
)
def test_what_authors_write_passes(tag: str, words: str) -> None:
    assert told(words, tag) == ""


@given(ODD, st.sampled_from(sorted(BY_LANGUAGE)))
def test_no_other_character_passes(character: str, tag: str) -> None:
    assert told(f"0{character}0", tag)


WORD = st.text("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", min_size=2) | st.text(sorted(BY_LANGUAGE["fr"]), min_size=1)


@given(st.lists(WORD, min_size=1).map(" ".join))
def test_a_text_read_in_a_western_encoding_is_never_shown(text: str) -> None:
    broken = text.encode().decode("cp1252", "replace")
    assert broken == text or told(broken, "fr")


FRENCH = ["abc", " ", "é", "è", "à", "ù", "ê", "É", "È", "À", "’", "«\u00a0", "\u00a0»", "\u00a0: ", "\u00a0? ", "OÙ"]


@given(st.lists(st.sampled_from(FRENCH)).map("".join))
def test_sound_french_is_not_taken_for_broken(text: str) -> None:
    assert decoded_again(text) is None


def test_characters_are_in_their_one_form() -> None:
    for allowed in (*BY_LANGUAGE.values(), *BY_DIRECTION.values()):
        assert {
            c for c in allowed if not unicodedata.is_normalized("NFC", c) or not (c.isprintable() or c in "\u00a0\u202f")
        } == set()


def change_everywhere(folder: Folder) -> None:
    folder["synonyms.yaml"]["synonyms"]["service:cnie"] = ["la\u200bcarte"]
    folder["exhibition.yaml"]["languages"][2]["invitation"] = "<b>Touch</b>"
    folder["pavilions/k9.yaml"]["name"] |= {"fr": "le chien\u00ad fr"}


def test_texts_searched_words_and_invitations_are_looked_at(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", change_everywhere)
    build(folder, tmp_path / "content.db")
    for findings in (check(folder), check(tmp_path / "content.db")):
        where = {finding.field.split(" ")[0] for finding in findings}
        assert where == {"exhibition:exhibition", "pavilion:k9", "synonym:service:cnie"}, findings
