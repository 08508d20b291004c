"""What a search has found, in names to be read aloud."""

from kiosk.domain.formatting import Words
from kiosk.domain.language import LocalizedText
from kiosk.domain.search import SearchResult

MOST_OF_STRIP = 3
"""Numbers on the strip for somebody who may be in danger."""


def found_names(result: SearchResult, words: Words) -> list[LocalizedText]:
    """The names of the results, those of a danger first; where it is only likely, after the strip's own words."""
    first = [words["call_staff"], *(card.name for card in result.crisis.numbers)] if result.crisis else []
    if result.maybe:
        numbers = (card.name for card in result.maybe.numbers[:MOST_OF_STRIP])
        first = [words["maybe_danger"], *numbers, words["call_staff"]]
    if result.elsewhere:
        first = [*first, words["search_elsewhere"], words["call_staff"]]
    return [*first, *(card.name for card in result.elsewhere), *(hit.card.name for hit in result.hits)]
