"""Numbers in vocalised Arabic words, in the case and gender that what is counted asks for."""

from dataclasses import dataclass
from enum import Enum

_STEMS = ("", "", "", "ثَلَاث", "أَرْبَع", "خَمْس", "سِتّ", "سَبْع", "ثَمَانِي", "تِسْع", "عَشْر")
_TENS = ("", "", "عِشْر", "ثَلَاث", "أَرْبَع", "خَمْس", "سِتّ", "سَبْع", "ثَمَان", "تِسْع")
_ORDINALS = ("", "أَوَّل", "ثَانِي", "ثَالِث", "رَابِع", "خَامِس", "سَادِس", "سَابِع", "ثَامِن", "تَاسِع", "عَاشِر")
_SUN = frozenset("تثدذرزسشصضطظلن")
_AND = " وَ"
LARGEST = 999_999_999


class Case(Enum):
    """Grammatical case: the vowel of a definite word's end, its tanwin, and the vowel letter of tens and duals."""

    NOMINATIVE = ("ُ", "ٌ", "ُو", "ا")
    GENITIVE = ("ِ", "ٍ", "ِي", "يْ")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a number agrees with.

    `feminine` is the gender of one of the things counted; `counted` says that they follow at once, so that tanwin falls.
    """

    case: Case = Case.NOMINATIVE
    feminine: bool = False
    counted: bool = False


ALONE = Agreement()
"""Nothing is counted: a masculine subject."""


def cardinal(number: int, agreement: Agreement = ALONE) -> str:
    """A whole number from 0 to `LARGEST`.

    Raises:
        ValueError: the number is not in that range.
    """
    if not 0 <= number <= LARGEST:
        message = f"{number}: numbers from 0 to {LARGEST} have words"
        raise ValueError(message)
    if number == 0:
        return "صِفْر" + agreement.case.value[0 if agreement.counted else 1]
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1000)
    parts = []
    if millions:
        parts.append(_scale(millions, ("مِلْيُون", "مَلَايِينَ"), agreement, last=not rest))
    if thousands:
        parts.append(_scale(thousands, ("أَلْف", "آلَافٍ"), agreement, last=not units))
    if units:
        parts.append(_below_thousand(units, agreement))
    return _AND.join(parts)


def _scale(count: int, names: tuple[str, str], agreement: Agreement, *, last: bool) -> str:
    """So many thousands or millions."""
    one, many = names
    followed = agreement.counted and last
    vowel, tanwin, _, dual = agreement.case.value
    if count == 1:
        return one + (vowel if followed else tanwin)
    if count == 2:
        return one + _dual(dual, followed=followed)
    counter = _below_thousand(count, Agreement(agreement.case, counted=True))
    end = count % 100
    if 3 <= end <= 10:
        return f"{counter} {many.removesuffix('ٍ') + 'ِ' if followed and many.endswith('ٍ') else many}"
    if end >= 11:
        return f"{counter} {one + 'َ' if followed else one + 'ًا'}"
    return f"{counter} {one}{'ِ' if followed else 'ٍ'}"


def _dual(letter: str, *, followed: bool) -> str:
    return f"َ{letter}" + ("" if followed else "نِ")


def _below_thousand(number: int, agreement: Agreement) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        parts.append(_hundreds(hundreds, agreement, followed=agreement.counted and not rest))
    if rest:
        parts.append(_below_hundred(rest, agreement))
    return _AND.join(parts)


def _hundreds(hundreds: int, agreement: Agreement, *, followed: bool) -> str:
    vowel, tanwin, _, dual = agreement.case.value
    if hundreds == 1:
        return "مِائَة" + (vowel if followed else tanwin)
    if hundreds == 2:
        return "مِائَت" + _dual(dual, followed=followed)
    stem = "ثَمَانِ" if hundreds == 8 else _STEMS[hundreds] + vowel
    return stem + "مِائَة" + ("ِ" if followed else "ٍ")


def _below_hundred(number: int, agreement: Agreement) -> str:
    if number <= 10:
        return _unit(number, agreement)
    if number < 20:
        return _teen(number - 10, agreement)
    tens, unit = divmod(number, 10)
    word = f"{_TENS[tens]}{agreement.case.value[2]}نَ"
    if not unit:
        return word
    if unit == 1 and agreement.feminine:
        return f"إِحْدَى{_AND}{word}"
    return f"{_unit(unit, Agreement(agreement.case, agreement.feminine))}{_AND}{word}"


def _unit(number: int, agreement: Agreement) -> str:
    vowel, tanwin, _, dual = agreement.case.value
    end = vowel if agreement.counted else tanwin
    if number == 1:
        return ("وَاحِدَة" if agreement.feminine else "وَاحِد") + tanwin
    if number == 2:
        return ("اثْنَت" if agreement.feminine else "اثْن") + _dual(dual, followed=False)
    if not agreement.feminine:
        return ("عَشَرَة" if number == 10 else "ثَمَانِيَة" if number == 8 else f"{_STEMS[number]}َة") + end
    if number == 8:
        return "ثَمَانِي" if agreement.counted else "ثَمَانٍ"
    return _STEMS[number] + end


def _teen(unit: int, agreement: Agreement) -> str:
    ten = "عَشْرَةَ" if agreement.feminine else "عَشَرَ"
    if unit == 1:
        return ("إِحْدَى " if agreement.feminine else "أَحَدَ ") + ten
    if unit == 2:
        return ("اثْنَت" if agreement.feminine else "اثْن") + _dual(agreement.case.value[3], followed=True) + " " + ten
    if agreement.feminine:
        return _STEMS[unit] + "َ " + ten
    return ("ثَمَانِيَة" if unit == 8 else f"{_STEMS[unit]}َة") + "َ " + ten


def ordinal(number: int, agreement: Agreement = ALONE) -> str:
    """A definite ordinal from 1 to 99: the eighth, the twenty-fourth.

    Raises:
        ValueError: the number is not in that range.
    """
    if not 1 <= number <= 99:
        message = f"{number}: ordinals from 1 to 99 have words"
        raise ValueError(message)
    vowel = agreement.case.value[0]
    if number <= 10:
        return _definite_ordinal(number, vowel, feminine=agreement.feminine, joined=False)
    tens, unit = divmod(number, 10)
    ten = "عَشْرَةَ" if agreement.feminine else "عَشَرَ"
    if tens == 1:
        return f"{_definite_ordinal(unit, 'َ', feminine=agreement.feminine, joined=True)} {ten}"
    word = f"{definite(_TENS[tens])}{agreement.case.value[2]}نَ"
    return f"{_definite_ordinal(unit, vowel, feminine=agreement.feminine, joined=True)}{_AND}{word}" if unit else word


def _definite_ordinal(unit: int, vowel: str, *, feminine: bool, joined: bool) -> str:
    if unit == 1:
        word = ("حَادِيَة" if feminine else "حَادِي") if joined else ("أُولَى" if feminine else "أَوَّل")
    else:
        word = _ORDINALS[unit] + ("َة" if feminine else "")
    end = "" if word.endswith(("ي", "ى")) else vowel
    return definite(word) + end


def definite(word: str) -> str:
    """A vocalised word with its article."""
    return f"ال{_with_shadda(word)}" if word[0] in _SUN else f"الْ{word}"


def _with_shadda(word: str) -> str:
    return f"{word[0]}{word[1]}ّ{word[2:]}"
