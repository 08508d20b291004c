"""The joined alif (hamzat al-wasl): where one stands, whether it is the article's, and the vowel it has when it is heard."""

import re
from typing import NamedTuple

from kiosk.domain.arabic_sounds.letters import ALIF, JOINED_ALIF, LAM, SUN, Letter, bare_letters

_BEFORE_A = frozenset("وفك")
"""Words of one letter with an a that stand before a joined alif."""
_BEFORE_I = frozenset("بل")
_ASSIMILATED = frozenset("تدطظذ")
"""Letters that form VIII doubles."""
_NOUNS = ("اسم", "ابن", "امرأ", "امرؤ", "اثن")
_CASE_VOWEL = re.compile("ا(?:سم|بن)(?:ي|نا|ها?|هم|هن|هما|كم?|كن|كما)?|امرؤ")
"""Nouns whose second vowel belongs to the case, not to the stem."""
_DEFECTIVE = re.compile("ا(..)و(?:ا|ها?|هم|هن|نا|ني)")
_ROOTS_IN_WAW = re.compile("دع|تل|شك|عف|رج|مح|نج|دن|غز|عل|نم|خل|صح|له|حب|كس|جل|هج|قس|سه|عد|غد|سط")
"""Whose imperative keeps its u: "ud'u", but "imshu"."""


class Joined(NamedTuple):
    """A joined alif and what follows it."""

    place: int
    """Of the alif among the letters."""
    article: bool
    """Whether it and the l after it are the article, or the beginning of Allah or alladhi."""
    vowel: str
    """Heard when nothing before it carries it."""


def joined_alif(letters: list[Letter]) -> Joined | None:
    """The joined alif of a word, at its beginning or behind words of one letter; None where there is none."""
    place = 0
    while place < len(letters) and _goes_before(letters[place]):
        place += 1
    if place >= len(letters) or letters[place].char not in (ALIF, JOINED_ALIF):
        return None
    if place and not _is_joined(letters, place):
        return None
    is_article = _is_article(letters, place)
    return Joined(place, is_article, letters[place].vowel or ("a" if is_article else _own_vowel(letters[place + 1 :])))


def _goes_before(letter: Letter) -> bool:
    return letter.char in _BEFORE_A | _BEFORE_I and bool(letter.vowel) and not letter.doubled


def _is_joined(letters: list[Letter], place: int) -> bool:
    """Whether an alif behind words of one letter is a joined one, and no long a."""
    before, after = letters[place - 1], letters[place + 1 :]
    if letters[place].char == JOINED_ALIF or before.vowel == "i":
        return True
    if before.char not in _BEFORE_A or before.vowel != "a" or len(after) < 2:
        return False
    first, second = after[:2]
    if first.char == LAM and (
        first.still or first.doubled or second.doubled or (first.vowel and second.char in (ALIF, JOINED_ALIF))
    ):
        return True
    is_noun = bare_letters([Letter(ALIF, frozenset()), *after]).startswith(_NOUNS)
    return (first.still and (len(after) > 2 or is_noun)) or (first.doubled and first.char in _ASSIMILATED)


def _is_article(letters: list[Letter], place: int) -> bool:
    if len(letters) < place + 3 or letters[place + 1].char != LAM:
        return False
    lam, first = letters[place + 1 : place + 3]
    if lam.still:
        is_verb = not place and bare_letters(letters).endswith("وا")
        return first.char not in SUN and not is_verb
    if lam.doubled:
        return True
    return (first.doubled and first.char in SUN) or first.char in (ALIF, JOINED_ALIF)


def _own_vowel(after: list[Letter]) -> str:
    """The vowel of a joined alif that is not the article's: u before a syllable with the u of a verb, else i."""
    if len(after) < 2:
        return "i"
    following = after[0] if after[0].doubled else after[1]
    bare = bare_letters([Letter(ALIF, frozenset()), *after])
    if following.vowel != "u" or _CASE_VOWEL.fullmatch(bare):
        return "i"
    defective = _DEFECTIVE.fullmatch(bare)
    return "i" if defective and not _ROOTS_IN_WAW.fullmatch(defective[1]) else "u"
