"""Learns from what people in danger type, and from what only resembles it, whether a sentence is a danger and which."""

from collections import Counter
from collections.abc import Iterator

import apsw

from kiosk.content.search.notions import learnt_notions
from kiosk.content.search.training import MOST, Example, Learnt, feature_rows, features_of, learn, rarity_of
from kiosk.domain.intent import Notions
from kiosk.domain.search import words_of

_TELLING = 2
"""Steps of a worth below which a feature tells nothing of a danger."""
_SEEN_AT_LEAST = 2
"""Sentences of dangers a feature must be in: what only one holds tells next to nothing, and is half of all features."""
_CRY = 2
"""Words of a whole cry at most that is as good as a rule."""
_SAID_OF_DANGERS = 8
"""Dangers of which a word is said that tells none of them."""
_BEGINNING = 3
_BEGINS_AT_LEAST = 8
"""Words of a beginning at most, and sentences that must share it to be taught that it is no danger."""
_DANGERS = "SELECT coalesce(c.rank, 0), s.said FROM crisis_saying s LEFT JOIN crisis c ON c.id = s.crisis ORDER BY s.id"
_NO_DANGERS = """
SELECT 0, said FROM saying WHERE item = 'situation:accident/material'
    OR item NOT LIKE 'emergency:%' AND item NOT IN ('practical:lost_child', 'practical:first_aid')
    AND NOT EXISTS (SELECT 1 FROM crisis WHERE page = saying.item OR saying.item LIKE 'situation:' || substr(page, 9) || '/%')
    AND item NOT IN ('service:theft', 'situation:theft/theft') ORDER BY item, way, position"""
_ELSEWHERE = "SELECT 0, said FROM elsewhere ORDER BY subject, way, position"


def fill_dangers(connection: apsw.Connection) -> None:
    """Write anew what was learnt of dangers."""
    dangers = list(_danger_examples(connection))
    if any(example.document for example in dangers):
        learnt = learn_dangers([*dangers, *beginnings(dangers)], learnt_notions(connection))
        connection.executemany("INSERT INTO crisis_feature VALUES (?, ?, ?)", feature_rows(learnt))
        cries = {" ".join(words) for danger, words in dangers if danger and len(words) <= _CRY}
        connection.executemany("INSERT INTO crisis_cry VALUES (?)", [(said,) for said in sorted(cries)])
        connection.executemany("INSERT INTO crisis_carrier VALUES (?)", [(word,) for word in sorted(_said_of_dangers(dangers))])


def learn_dangers(examples: list[Example], notions: Notions) -> Learnt:
    """What each feature is worth for danger beside none, as 0, and for each danger beside the others, by its rank.

    Two questions are learnt: whether it is a danger, from all sentences, and which, from those of dangers alone. Asked as one,
    dangers that resemble each other take from what each is worth beside none.
    """
    found = features_of(examples, notions)
    rarity = rarity_of(found, _SEEN_AT_LEAST)
    whether = learn([Example(int(example.document > 0), example.words) for example in examples], found, rarity)
    cries = [(example, told) for example, told in zip(examples, found, strict=True) if example.document]
    which = learn([example for example, _ in cries], [told for _, told in cries], rarity)
    worths: dict[int, list[tuple[int, int]]] = {}
    for feature in rarity:
        told = [(0, worth * 2) for place, worth in whether.worths[feature] if place]
        told += [(which.documents[place], worth) for place, worth in which.worths[feature]]
        if telling := [(rank, max(-MOST, min(MOST, worth))) for rank, worth in told if abs(worth) >= _TELLING]:
            worths[feature] = telling
    return Learnt(which.documents, rarity, worths)


def _danger_examples(connection: apsw.Connection) -> Iterator[Example]:
    """What tells of a danger, by its rank; and as 0 what does not: what only resembles one, and what nobody in danger asks."""
    for sql in (_DANGERS, _NO_DANGERS, _ELSEWHERE):
        for rank, text in connection.execute(sql):
            words = tuple(words_of(str(text)))
            if words:
                yield Example(int(str(rank)), words)


def beginnings(examples: list[Example]) -> list[Example]:
    """How many sentences begin, as examples of no danger: who types is not heard before they have said it.

    A beginning has up to half of a sentence's words, and is nobody's whole cry.
    """
    cries = {example.words for example in examples if example.document}
    begun = Counter(words[:size] for _, words in examples for size in range(1, min(_BEGINNING, len(words) // 2) + 1))
    return [Example(0, words) for words, count in sorted(begun.items()) if count >= _BEGINS_AT_LEAST and words not in cries]


def _said_of_dangers(examples: list[Example]) -> set[str]:
    """Words that carry the cries of many dangers and tell of none."""
    said = Counter(word for word, _ in {(word, danger) for danger, words in examples if danger for word in words})
    return {word for word, dangers in said.items() if dangers >= _SAID_OF_DANGERS}
