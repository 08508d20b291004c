"""What must be true of a text beside its other languages, and of words that one country writes in its own way."""

import re
from collections.abc import Iterator
from itertools import combinations

from kiosk.content.checking.content_model import Content, Problem
from kiosk.domain.kinds import KINDS

_NAMES = frozenset((kind.name, field) for kind in KINDS for field in kind.alike)
"""Texts that are a name of somebody or of a place, by kind and field."""
_COMMON = frozenset({"contacts", "dh", "min", "parking", "pause", "questions", "sources", "version", "volume"})
"""Words that French and English write alike."""
_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"\{[a-z_]+\}")
_ELSEWHERE = {
    "كانون الثاني": "يناير",
    "شباط": "فبراير",
    "آذار": "مارس",
    "نيسان": "أبريل",
    "أيار": "ماي",
    "مايو": "ماي",
    "حزيران": "يونيو",
    "تموز": "يوليوز",
    "يوليو": "يوليوز",
    "آب": "غشت",
    "أغسطس": "غشت",
    "أيلول": "شتنبر",
    "سبتمبر": "شتنبر",
    "تشرين الأول": "أكتوبر",
    "تشرين الثاني": "نونبر",
    "نوفمبر": "نونبر",
    "كانون الأول": "دجنبر",
    "ديسمبر": "دجنبر",
    "أوغشت": "غشت",
    "جانفي": "يناير",
    "فيفري": "فبراير",
    "جوان": "يونيو",
    "جويلية": "يوليوز",
    "أوت": "غشت",
}
"""Months as other Arab countries name them, and as Morocco does."""
_MONTHS = re.compile(rf"\b[وفبلك]?({'|'.join(_ELSEWHERE)})\b")


def copied_texts(content: Content) -> Iterator[Problem]:
    """No language stands in the place of another, but for names, numbers and words that two languages share."""
    for (item, field), texts in content.texts.items():
        if (content.kind(item), field) in _NAMES:
            continue
        for one, other in combinations(sorted(texts), 2):
            if texts[one] == texts[other] and not _may_be_shared(texts[one]):
                for tag in (one, other):
                    yield item, f"{field}.{tag}", f"is the same in {one!r} and {other!r}", f"write it in {tag!r}"


def _may_be_shared(words: str) -> bool:
    return all(word.isupper() or word.lower() in _COMMON for word in _WORD.findall(_BLANK.sub("", words)))


def foreign_months(content: Content) -> Iterator[Problem]:
    """Arabic names the months as Morocco does."""
    for (item, field), texts in content.texts.items():
        for tag, words in texts.items():
            for month in _MONTHS.findall(words):
                yield item, f"{field}.{tag}", f"holds {month!r}, which is not said in Morocco", f"write {_ELSEWHERE[month]}"
