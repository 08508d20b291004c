"""Brings the speech texts of a language up to date, and marks them approved: pure decisions over what the files hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.content.rows.table_row import TableRow
from kiosk.content.sources.speech import SpeechEntry, SpeechSource
from kiosk.domain.speech import text_fingerprint

NOTHING = SpeechSource(texts={})


@dataclass(frozen=True, slots=True)
class Update:
    """A language's speech texts after an update."""

    speech: SpeechSource
    proposed: tuple[tuple[str, str, SpeechEntry], ...]
    """Item, field and entry of what is new."""
    dropped: int
    """How many spoke for texts that are no longer there."""


def updated(rows: Iterable[TableRow], old: SpeechSource, propose: Callable[[str], SpeechEntry], *, again: bool) -> Update:
    """An entry for each text: the old one while its words are the same, wherever they stood; else a new proposal.

    Args:
        rows: all texts of one language.
        old: what is there.
        propose: makes an entry for words shown.
        again: propose anew what nobody has approved, because the pronunciations have changed.
    """
    known = _by_words(old, again=again)
    texts: dict[str, dict[str, SpeechEntry]] = {}
    new: list[tuple[str, str, SpeechEntry]] = []
    for row in rows:
        item, field, of = str(row["item"]), str(row["field"]), text_fingerprint(str(row["shown"]))
        at_its_place = old.texts.get(item, {}).get(field)
        keeps = at_its_place is not None and at_its_place.of == of and (not again or at_its_place.status == "approved")
        entry = at_its_place if keeps and at_its_place else known.get(of)
        if entry is None:
            entry = known[of] = propose(str(row["shown"]))
        if entry != at_its_place:
            new.append((item, field, entry))
        texts.setdefault(item, {})[field] = entry
    gone = sum(field not in texts.get(item, {}) for item, field, _ in entries(old))
    return Update(SpeechSource(texts=texts), tuple(new), gone)


def _by_words(speech: SpeechSource, *, again: bool) -> dict[str, SpeechEntry]:
    """Entries by the words they were made from, an approved one before others."""
    found = sorted((entry for _, _, entry in entries(speech)), key=lambda entry: entry.status == "approved")
    return {entry.of: entry for entry in found if not again or entry.status == "approved"}


def entries(speech: SpeechSource) -> Iterator[tuple[str, str, SpeechEntry]]:
    """Item, field and entry of every text."""
    for item, fields in speech.texts.items():
        for field, entry in fields.items():
            yield item, field, entry


def approved(
    speech: SpeechSource, by: str, on: date, items: frozenset[str] = frozenset(), *, unflagged: bool = False
) -> tuple[SpeechSource, int]:
    """Speech texts with some marked approved, and how many were newly so.

    Args:
        speech: all texts of a language.
        by: who approves.
        on: the day.
        items: identifiers; empty for all.
        unflagged: leave those out that have something to look at.
    """
    texts: dict[str, dict[str, SpeechEntry]] = {}
    count = 0
    for item, field, entry in entries(speech):
        chosen = entry.status == "proposed" and (not items or item in items) and not (unflagged and entry.flags)
        count += chosen
        texts.setdefault(item, {})[field] = entry.model_copy(update={"status": "approved", "by": by, "on": on}) if chosen else entry
    return SpeechSource(texts=texts), count
