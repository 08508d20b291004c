"""What the kiosk says of itself, on every screen: its words, its title, the languages it offers."""

from typing import NamedTuple

from kiosk.domain.language import Direction, Language, LocalizedText
from kiosk.presentation.rows import OfferedLanguage


class KioskTexts(NamedTuple):
    """Texts of the open content that belong to no item."""

    words: dict[str, LocalizedText]
    title: LocalizedText
    subtitle: LocalizedText

    def offered(self, language: Language) -> OfferedLanguage:
        """A language, told in itself."""
        return OfferedLanguage(
            tag=language.tag,
            endonym=language.endonym,
            invitation=language.invitation,
            right_to_left=language.direction is Direction.RIGHT_TO_LEFT,
            title=self.title.in_language(language.tag),
            subtitle=self.subtitle.in_language(language.tag),
        )


def in_order(languages: tuple[Language, ...], order: tuple[str, ...]) -> tuple[Language, ...]:
    """The languages an order names first, as it names them; then the others."""
    places = {tag: place for place, tag in enumerate(order)}
    return tuple(sorted(languages, key=lambda language: places.get(language.tag, len(places))))
