"""The resume code: a guide and its answers in eight figures and letters that another kiosk takes up again.

Seven characters say which guide in which shape (17 bits) and which of its walks (18 bits); the eighth checks the others: every
wrong character and every two characters swapped are noticed, since it weighs each place with its own power in GF(32).
"""

import hashlib
from collections.abc import Iterable

from kiosk.domain.condition import Answer, Answers
from kiosk.domain.guide import Guide, cells, walk
from kiosk.errors import ResumeCodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: without I, L, O, U, which are misread."""
LENGTH = 8
GROUP = 4
SHAPE_BITS = 17
WALK_BITS = 18
MOST_WALKS = 1 << WALK_BITS
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FIELD = 0b100101
"""x^5 + x^2 + 1, primitive over GF(2)."""


def guide_fingerprint(guide: Guide) -> int:
    """What decides which answers lead where, as one number; words may change without changing it."""
    questions = [(q.identifier, q.least, q.most, [o.identifier for o in q.options], q.ask_when) for q in guide.questions]
    outcomes = [(o.identifier, o.situation, o.when) for o in guide.outcomes]
    amendments = [(a.identifier, a.situation, a.when) for a in guide.amendments]
    digest = hashlib.sha256(repr((guide.service, questions, outcomes, amendments)).encode()).digest()
    return int.from_bytes(digest[:4]) >> 32 - SHAPE_BITS


def count_walks(guide: Guide, answers: Answers | None = None) -> int:
    """How many different sets of answers there are from some answers on, every number counted."""
    so_far = walk(guide, answers or {})
    if so_far.following is None:
        return 1
    key = so_far.following.identifier
    return sum(c.width * count_walks(guide, {**so_far.answers, key: c.answer}) for c in cells(guide, so_far.following))


def encode(guide: Guide, answers: Answers) -> str:
    """The code of a complete set of answers, in two groups.

    Raises:
        KeyError: an answer is missing.
    """
    index, heard = 0, dict[str, Answer]()
    while (question := walk(guide, heard).following) is not None:
        answer, key = answers[question.identifier], question.identifier
        for cell in cells(guide, question):
            each = count_walks(guide, {**heard, key: cell.answer})
            inside = answer - int(cell.answer) if isinstance(answer, int) else 0
            if answer == cell.answer or (isinstance(answer, int) and inside < cell.width):
                index += inside * each
                break
            index += cell.width * each
        heard[key] = answer
    number = guide_fingerprint(guide) << WALK_BITS | index
    data = [number >> 5 * place & 31 for place in reversed(range(LENGTH - 1))]
    code = "".join(ALPHABET[value] for value in (*data, _check(data)))
    return f"{code[:GROUP]}-{code[GROUP:]}"


def decode(code: str, guides: Iterable[Guide]) -> tuple[Guide, Answers]:
    """The guide and the answers a code stands for.

    Raises:
        ResumeCodeError: a character is wrong, or no guide has the shape the code was made for.
    """
    characters = code.upper().replace("-", "").replace(" ", "").translate(_MISREAD)
    values = [ALPHABET.find(character) for character in characters]
    if len(values) != LENGTH or min(values) < 0 or _check(values[:-1]) != values[-1]:
        message = f"{code!r} is no resume code; type its {LENGTH} figures and letters again"
        raise ResumeCodeError(message)
    number = 0
    for value in values[:-1]:
        number = number << 5 | value
    shape, index = number >> WALK_BITS, number & MOST_WALKS - 1
    guide = next((guide for guide in guides if guide_fingerprint(guide) == shape and index < count_walks(guide)), None)
    if guide is None:
        message = f"{code!r} was made with another content version; answer the questions again"
        raise ResumeCodeError(message)
    return guide, _answers(guide, index)


def _answers(guide: Guide, index: int) -> Answers:
    heard = dict[str, Answer]()
    while (question := walk(guide, heard).following) is not None:
        for cell in cells(guide, question):
            each = count_walks(guide, {**heard, question.identifier: cell.answer})
            if index < cell.width * each:
                heard[question.identifier] = cell.answer + index // each if isinstance(cell.answer, int) else cell.answer
                index %= each
                break
            index -= cell.width * each
    return heard


def _check(data: list[int]) -> int:
    """The character that makes the sum of all characters, each weighed with its own power of x, zero."""
    total = 0
    for value in data:
        total = _times_x(total ^ value)
    return total


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled > 31 else doubled
