"""What is joined in front of a word without an alif: li with the article, and words of one letter."""

import re

from kiosk.domain.arabic_sounds.letters import ALIF_MADDA, LAM, YA, Letter, bare_letters

_GROUP = re.compile("([وفبلكأ]+)(?:ه(?:ذ|ؤلاء|كذا)|ذلك|لكن|أول|هو$|هي$)|([وف])(?:لدى|متى|هنا|مع|[بل](?:ه|ها|هم|كم|نا))(?:$|ك)")
"""Words of one letter before one that is known, so that they cannot be a part of it."""


def is_li_article(letters: list[Letter], place: int) -> bool:
    """Whether a letter is the l of the article behind li, which drops the alif."""
    lam, before = letters[place], letters[place - 1]
    if lam.char != LAM or before.char != LAM or before.vowel != "i" or before.doubled or place > 2:
        return False
    return lam.still or lam.doubled or (not lam.marks and place + 1 < len(letters) and letters[place + 1].doubled)


def begins_with_li(letters: list[Letter]) -> bool:
    """Whether a word begins with li and the article, with or without "and"."""
    return any(is_li_article(letters, place) for place in range(1, min(3, len(letters))))


def joined_in_front(letters: list[Letter], sounds: list[str]) -> int:
    """How many sounds belong to words of one letter in front; 0 where the letters do not tell them from a root's."""
    if match := _GROUP.match(bare_letters(letters)):
        return 2 * len(match[1] or match[2])
    if len(letters) < 3 or not letters[0].vowel or letters[0].doubled:
        return 0
    first, second = letters[:2]
    has_vowel = bool(second.vowel) and not second.doubled
    hamza = second.char == ALIF_MADDA or (second.char in "أإ" and has_vowel)
    of_verb = second.char == YA and has_vowel and second.vowel != "i"
    if first.vowel == "a" and first.char in "وف" and (hamza or of_verb or (second.char in "تن" and second.vowel == "u")):
        return 2
    if first.vowel == "a" and first.char == "س" and of_verb:
        return 2
    is_short = len(letters) > 3 and has_vowel and bool(letters[2].vowel) and not letters[2].doubled
    return 2 if first.vowel == "i" and first.char in "بل" and ((hamza and len(sounds) > 3) or is_short) else 0
