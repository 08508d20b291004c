"""Diacritic error rate: how many letters have other marks than a text vocalised by hand."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from kiosk.domain.speech.arabic_marks import SHADDA, WORD, bare, stored

Letter = tuple[str, frozenset[str]]


def _letters(word: str) -> list[Letter]:
    """Letters with their marks; the first alif of a joined word carries none, however it is written."""
    found: list[tuple[str, set[str]]] = []
    for character in stored(word):
        if bare(character):
            found.append((character, set()))
        elif found and (len(found) > 1 or found[0][0] != "ا"):
            found[-1][1].add(character)
    return [(letter, frozenset(marks)) for letter, marks in found]


@dataclass
class Score:
    wrong: int = 0
    letters: int = 0
    words_wrong: int = 0
    words: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.wrong + other.wrong, self.letters + other.letters, self.words_wrong + other.words_wrong, self.words + other.words
        )

    @property
    def rate(self) -> float:
        """Per cent of letters."""
        return 100 * self.wrong / max(1, self.letters)


def score(said: str, gold: str, *, case_endings: bool) -> Score:
    """Compare word by word, aligned by their letters; a word that is missing or has other letters is wrong in every letter.

    Without case endings, the last letter of each word is judged by its shadda alone.
    """
    ours, theirs = WORD.findall(stored(said)), WORD.findall(stored(gold))
    total = Score()
    matcher = SequenceMatcher(None, [bare(word) for word in theirs], [bare(word) for word in ours], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(theirs[a:b], ours[c:d], strict=True)
            total = sum((_word(g, s, case_endings=case_endings) for g, s in pairs), total)
        else:
            letters = sum(len(_letters(word)) for word in theirs[a:b])
            total += Score(letters, letters, b - a, b - a)
    return total


def _word(gold: str, said: str, *, case_endings: bool) -> Score:
    wrong = 0
    pairs = list(zip(_letters(gold), _letters(said), strict=True))
    for place, ((_, expected), (_, found)) in enumerate(pairs):
        if not case_endings and place == len(pairs) - 1:
            expected, found = expected & {SHADDA}, found & {SHADDA}  # noqa: PLW2901 - judged by less
        wrong += expected != found
    return Score(wrong, len(pairs), int(wrong > 0), 1)
