"""Things that are counted often, with their number in vocalised Arabic: 75 dirhams, 24 hours, 3 months."""

import re
from dataclasses import dataclass

from kiosk.domain.speech.arabic_marks import LETTERS, MARKS, bare
from kiosk.domain.speech.arabic_numbers import LARGEST, Agreement, Case, cardinal


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing counted; its plural is in the genitive, as it stands after 3 to 10."""

    stem: str
    plural: str
    written: tuple[str, ...]
    """All forms a text may show."""

    @property
    def feminine(self) -> bool:
        """Whether it is grammatically feminine."""
        return self.stem.endswith("ة")


NOUNS = (
    Noun("دِرْهَم", "دَرَاهِمَ", ("درهما", "درهم", "دراهم", "DH", "MAD")),
    Noun("يَوْم", "أَيَّامٍ", ("يوما", "يوم", "أيام")),
    Noun("سَاعَة", "سَاعَاتٍ", ("ساعة", "ساعات")),
    Noun("دَقِيقَة", "دَقَائِقَ", ("دقيقة", "دقائق")),
    Noun("ثَانِيَة", "ثَوَانٍ", ("ثانية", "ثوان")),
    Noun("شَهْر", "أَشْهُرٍ", ("شهرا", "شهر", "أشهر")),
    Noun("أُسْبُوع", "أَسَابِيعَ", ("أسبوعا", "أسبوع", "أسابيع")),
    Noun("سَنَة", "سَنَوَاتٍ", ("سنة", "سنوات")),
)
BY_FORM = {form: noun for noun in NOUNS for form in noun.written}
FORMS = "|".join(f"[{MARKS}]*".join(form) for form in BY_FORM)
"""Every form as a pattern, with or without marks."""
_COUNTED = re.compile(rf"(\u2068?(?<![\d.,])\d{{1,3}}(?:\.?\d{{3}}){{0,2}}\u2069?) ({FORMS})(?![{LETTERS}{MARKS}])")


def counted(number: int, noun: Noun, case: Case) -> str:
    """A number with its noun, each in the form the other asks for.

    Raises:
        ValueError: the number has no words.
    """
    if not 0 <= number <= LARGEST:
        message = f"{number}: numbers from 0 to {LARGEST} have words"
        raise ValueError(message)
    _, tanwin, _, dual = case.value
    if number == 1:
        return f"{noun.stem}{tanwin} {cardinal(1, Agreement(case, noun.feminine))}"
    if number == 2:
        return f"{noun.stem.removesuffix('ة')}{'ت' if noun.feminine else ''}َ{dual}نِ".replace("ََ", "َ")
    end = number % 100
    form = noun.plural if 3 <= end <= 10 else _accusative(noun) if end > 10 else f"{noun.stem}ٍ"
    return f"{cardinal(number, Agreement(case, noun.feminine, counted=True))} {form}"


def agreeing(shown: str) -> str:
    """Arabic in which what is counted often has the form that its number asks for, as it is said; one and two are a word."""

    def agreed(match: re.Match[str]) -> str:
        number = int(re.sub(r"\D", "", match[1]))
        words = bare(counted(number, BY_FORM[bare(match[2])], Case.NOMINATIVE))
        return words if number in (1, 2) else f"{match[1]} {words.rpartition(' ')[2]}"

    return _COUNTED.sub(agreed, shown)


def _accusative(noun: Noun) -> str:
    return f"{noun.stem}ً" if noun.feminine else f"{noun.stem}ًا"


_WRITTEN = {bare(said): said for noun in NOUNS for said in (counted(1, noun, Case.NOMINATIVE), counted(2, noun, Case.NOMINATIVE))}
ONE_OR_TWO = _WRITTEN | {form: counted(1, BY_FORM[form], Case.NOMINATIVE) for form in ("يوم", "ساعة")}
"""Sums and durations that stand alone and are written without a figure."""
SPANS = {
    shown: counted(number, BY_FORM[form], Case.GENITIVE)
    for form, dual in (("يوم", "يومين"), ("ساعة", "ساعتين"), ("دقيقة", "دقيقتين"), ("ثانية", "ثانيتين"), ("أسبوع", "أسبوعين"))
    for number, shown in ((1, form), (2, dual))
}
"""The same after a preposition: what is written of "in two minutes"."""
