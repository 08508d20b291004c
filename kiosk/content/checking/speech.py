"""What must be true of speech text, and what is told of it without being wrong."""

from collections import Counter
from collections.abc import Iterator

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.remembered import remembered
from kiosk.content.rows.table_row import TableRow
from kiosk.domain.arabic_sounds import unsayable
from kiosk.domain.kinds import SILENT_KINDS
from kiosk.domain.speech import text_fingerprint
from kiosk.domain.speech.arabic_marks import unvocalised

PROPOSE = "run `kiosk narration propose`, then look at what it wrote"
LEXICON = "write how they are said in pronunciation.yaml, then run `kiosk narration propose --again`"
"""For what a model was asked for and could not vocalise."""


def _is_stale(row: TableRow) -> bool:
    return row["speech_of"] is not None and row["speech_of"] != text_fingerprint(str(row["shown"]))


def stale_speech(content: Content) -> Iterator[Problem]:
    """No speech text is older than the words shown."""
    for row in content.rows.tables["text"]:
        if _is_stale(row):
            yield row["item"], f"{row['field']}.{row['language']}", "its speech text was made from other words", PROPOSE


def unvocalised_words(content: Content) -> Iterator[Problem]:
    """Arabic is said from vocalised words alone."""
    for row in content.rows.tables["text"]:
        silent = content.kind(row["item"]) in SILENT_KINDS
        words = () if silent or _is_stale(row) else _unvocalised(str(row["speech"] or row["shown"]))
        if words:
            what = f"is said with words that are not vocalised: {'، '.join(words[:5])}{' …' if len(words) > 5 else ''}"
            yield row["item"], f"{row['field']}.{row['language']}", what, PROPOSE if row["speech"] is None else LEXICON


def unsayable_words(content: Content) -> Iterator[Problem]:
    """The marks of every Arabic word tell how it sounds."""
    for row in content.rows.tables["text"]:
        said = str(row["speech"] or row["shown"])
        if content.kind(row["item"]) not in SILENT_KINDS and not _is_stale(row):
            yield from ((row["item"], f"{row['field']}.{row['language']}", what, mend) for what, mend in _unsayable(said))


@remembered
def _unvocalised(said: str) -> Iterator[str]:
    return unvocalised(said)


@remembered
def _unsayable(said: str) -> Iterator[tuple[str, str]]:
    if not _unvocalised(said):
        for fault in unsayable(said):
            yield f"{fault.word} cannot be said: {fault.what}", fault.mend


def unapproved_speech(content: Content) -> Iterator[Problem]:
    """How much speech text nobody has approved yet: a note for each language."""
    rows = content.rows.tables["text"]
    of_status = Counter((str(row["language"]), row["speech_status"]) for row in rows)
    for tag in content.languages:
        proposed, approved = of_status[tag, "proposed"], of_status[tag, "approved"]
        if proposed:
            what = f"{proposed} of {proposed + approved} speech texts are proposed and not approved"
            yield f"speech:{tag}", "status", what, f"read them, then `kiosk narration approve --lang {tag} --by NAME`"
