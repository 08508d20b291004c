"""In which language, or two, the visitor reads."""

from typing import NamedTuple

from kiosk.domain.bidi import isolate_foreign_runs
from kiosk.domain.language import Direction, Language, LanguageTag, LocalizedText


class Side(NamedTuple):
    """A text in one language of the page."""

    text: str
    right_to_left: bool
    language: str


class Reading(NamedTuple):
    """The languages of the content, the one in use, and whether two are read side by side."""

    languages: tuple[Language, ...]
    current: Language
    bilingual: bool = False

    @property
    def right_to_left(self) -> bool:
        """Direction of the language in use, and so of the screen."""
        return self.current.direction is Direction.RIGHT_TO_LEFT

    @property
    def tag(self) -> LanguageTag:
        """The language in use."""
        return self.current.tag

    def columns(self) -> tuple[Language, ...]:
        """The languages of a page from the left edge to the right: left-to-right ones stand left."""
        if not self.bilingual:
            return (self.current,)
        first_two = self.languages[:2]
        pair = first_two if self.current in first_two else (self.current, self.languages[0])
        return tuple(sorted(pair, key=lambda language: language.direction is Direction.RIGHT_TO_LEFT))

    def plain(self, text: LocalizedText) -> str:
        """A text in the language in use, its foreign runs isolated."""
        return isolate_foreign_runs(text.in_language(self.tag), right_to_left=self.right_to_left)

    def sides(self, text: LocalizedText | None) -> tuple[Side, ...]:
        """A text in every language of the page, from left to right; nothing where there is no text."""
        return tuple(self._side(text, language) for language in self.columns()) if text is not None else ()

    @staticmethod
    def _side(text: LocalizedText, language: Language) -> Side:
        right_to_left = language.direction is Direction.RIGHT_TO_LEFT
        shown = isolate_foreign_runs(text.in_language(language.tag), right_to_left=right_to_left)
        return Side(shown, right_to_left, language.tag)


def word_in(word: LocalizedText, reading: Reading) -> str:
    """A word of the interface in the language in use; a template keeps its braces."""
    return reading.plain(word) if "{" not in word.in_language(reading.tag) else word.in_language(reading.tag)
