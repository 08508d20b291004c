"""Numbers and foreign words keep their own direction."""

import re
from contextlib import closing
from sqlite3 import connect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import ROOT
from kiosk.domain.bidi import isolate_foreign_runs, starts_right_to_left

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("ادفعوا 75 درهما.", f"ادفعوا {FSI}75{PDI} درهما."),
        ("موقع cnie.ma الرسمي", f"موقع {FSI}cnie.ma{PDI} الرسمي"),
        ("القانون 04.20.", f"القانون {FSI}04.20{PDI}."),
        ("صورة 35×45 مم", f"صورة {FSI}35×45{PDI} مم"),
        ("بطاقة «CNIE» الجديدة", f"بطاقة «{FSI}CNIE{PDI}» الجديدة"),
        ("حساب @DGSN_MAROC الرسمي", f"حساب {FSI}@DGSN_MAROC{PDI} الرسمي"),
        ("(@DGSN_MAROC).", f"({FSI}@DGSN_MAROC{PDI})."),
        ("ركبوا *6# أو +212 5 37", f"ركبوا {FSI}*6#{PDI} أو {FSI}+212 5 37{PDI}"),
        ("https://a.ma/x_y?b=1&c=2#d_e.", f"{FSI}https://a.ma/x_y?b=1&c=2#d_e{PDI}."),
        ("زوروا www.cnie.ma/ الآن", f"زوروا {FSI}www.cnie.ma/{PDI} الآن"),
        ("الملف kiosk_2.toml؟", f"الملف {FSI}kiosk_2.toml{PDI}؟"),
        ("CNIE/بطاقة", f"{FSI}CNIE{PDI}/بطاقة"),
        (f"من {FSI}13:00{PDI} في CNIE", f"من {FSI}13:00{PDI} في {FSI}CNIE{PDI}"),
        ("بلا أرقام", "بلا أرقام"),
    ],
)
def test_in_arabic_numbers_and_latin_words_are_isolated(paragraph: str, expected: str) -> None:
    assert isolate_foreign_runs(paragraph, right_to_left=True) == expected


def test_every_latin_word_and_address_of_the_content_stays_in_one_piece() -> None:
    """What stands between blanks in the Arabic texts of the content and is not Arabic, without the marks around it."""
    with closing(connect(ROOT / "content.db")) as database:
        texts = [shown for (shown,) in database.execute("SELECT shown FROM text WHERE language = 'ar'")]
    words = {word.strip(FSI + PDI + "«»“”()[]\"'.,:;!?،؛؟…-–") for text in texts for word in re.split(r"[\s\u00a0\u202f]+", text)}
    tokens = {
        word for word in words if re.search("[0-9A-Za-z]", word) and "{" not in word and not re.search("[\u0590-\u08ff]", word)
    }
    assert len(tokens) > 150
    broken = [t for t in tokens if f"{FSI}{t}{PDI}" not in isolate_foreign_runs(f"قبل {t} بعد", right_to_left=True)]
    assert broken == []


@given(st.from_regex(r"[@#+*]?[A-Za-z0-9](?:[A-Za-z0-9]|[._=/@&:+#~-](?=[A-Za-z0-9])){0,30}", fullmatch=True))
def test_a_handle_a_code_a_file_name_and_an_address_stay_in_one_piece(token: str) -> None:
    assert f"{FSI}{token}{PDI}" in isolate_foreign_runs(f"قبل {token} بعد", right_to_left=True)


def test_in_french_arabic_words_are_isolated_and_numbers_are_left() -> None:
    shown = isolate_foreign_runs("Le 19 : دورية أمان, ici", right_to_left=False)
    assert shown == f"Le 19 : {FSI}دورية أمان{PDI}, ici"


@given(st.text(st.characters(exclude_characters=FSI + PDI)), st.booleans())
def test_isolating_adds_marks_and_changes_nothing_else(paragraph: str, right_to_left: bool) -> None:
    shown = isolate_foreign_runs(paragraph, right_to_left=right_to_left)
    assert shown.replace(FSI, "").replace(PDI, "") == paragraph
    assert isolate_foreign_runs(shown, right_to_left=right_to_left).count(FSI) == shown.count(FSI)


@pytest.mark.parametrize(("words", "expected"), [("19 شرطة", True), ("CNIE بطاقة", False), ("1234", False)])
def test_the_first_letter_gives_the_direction(words: str, expected: bool) -> None:
    assert starts_right_to_left(words) is expected
