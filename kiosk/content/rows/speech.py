"""Speech text into the rows of content.db: from its files, else by the rules of its language."""

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.table_row import TableRow
from kiosk.content.sources.loading import Sources
from kiosk.content.sources.speech import SpeechEntry
from kiosk.domain.speech import spoken_form, text_fingerprint
from kiosk.domain.speech.replacements import plain


def say(rows: TableRows, loaded: Sources) -> None:
    """Give each text how it is said, where that is not as it is shown."""
    for row in rows.tables["text"]:
        written = loaded.speech.get(row["language"])
        entry = written.texts.get(row["item"], {}).get(row["field"]) if written else None
        row.update(_written(row, entry) if entry else _by_rule(row, loaded))


def _written(row: TableRow, entry: SpeechEntry) -> TableRow:
    """An entry made from other words is not said: the check tells of it."""
    current = entry.of == text_fingerprint(row["shown"])
    return {"speech": entry.said if current else None, "speech_of": entry.of, "speech_status": entry.status}


def _by_rule(row: TableRow, loaded: Sources) -> TableRow:
    """A template keeps its blanks as they are: what fills them is put into words when it is said."""
    if "{" in row["shown"]:
        return {}
    said = spoken_form(row["shown"], row["language"], loaded.pronunciation.said.get(row["language"]))
    return {"speech": said} if said != plain(row["shown"]) else {}
