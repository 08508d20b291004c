"""Dangers, the words that tell of them, and the notions that these stand for, as rows."""

from collections.abc import Iterator, Sequence

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.variants import variants
from kiosk.content.sources.loading import Sources
from kiosk.content.sources.sayings import ORDINARY, CrisisSource, Terms
from kiosk.domain.search import words_of

ENOUGH, UNLESS = 0, 0
"""The rule of what is enough alone, and the part of it that makes all harmless; its part 1 tells of the danger."""

_EUROPEAN = frozenset({"fr", "en"})


def write_crises(rows: TableRows, loaded: Sources) -> None:
    """All dangers, the gravest first, the wordings that are none, and the notions that words stand for."""
    for rank, crisis in enumerate(loaded.crises, 1):
        rows.tables["crisis"].append({"id": crisis.id, "rank": rank, "page": crisis.page})
        rows.tables["crisis_number"] += [
            {"crisis": crisis.id, "position": position, "number": f"emergency:{number}"}
            for position, number in enumerate(crisis.numbers)
        ]
        keys = ("crisis", "rule", "part", "european", "term")
        rows.tables["crisis_term"] += [dict(zip(keys, key, strict=True)) for key in dict.fromkeys(_terms(crisis))]
    rows.tables["crisis_saying"] = [
        {"crisis": None if crisis == ORDINARY else crisis, "said": said}
        for crisis, ways in sorted(loaded.dangers.items())
        for way in sorted(ways)
        for said in dict.fromkeys(one for pattern in ways[way] for one in variants(pattern))
    ]
    rows.tables["notion_term"] = [
        {"notion": notion, "european": european, "term": term}
        for notion, ways in sorted(loaded.notions.items())
        for european, term in sorted(set(_folded(ways)))
    ]
    rows.tables["ordinary"] = [{"term": term} for term in sorted({term for _, term in _folded(loaded.ordinary)})]


def _terms(crisis: CrisisSource) -> Iterator[tuple[str, int, int, int, str]]:
    yield from ((crisis.id, ENOUGH, UNLESS, *term) for term in _folded(crisis.unless))
    yield from ((crisis.id, ENOUGH, 1, *term) for terms in (crisis.words, crisis.phrases) for term in _folded(terms))
    for rule, together in enumerate(crisis.together, 1):
        for part, said in enumerate(together.of, 1):
            yield from ((crisis.id, rule, part, *term) for term in _all_folded(together.way, said))


def _folded(terms: Terms) -> Iterator[tuple[int, str]]:
    for way, said in terms.items():
        yield from _all_folded(way, said)


def _all_folded(way: str, said: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((int(way in _EUROPEAN), folded) for one in said if (folded := " ".join(words_of(one))))
