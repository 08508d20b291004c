"""Texts that nobody has translated yet, so that work in hand can be looked at."""

from kiosk.content.rows.item_rows import SPEECH_COLUMNS, TableRows


def fill_out(rows: TableRows) -> None:
    """Show each text in the languages it lacks too: in the words of another, with that language before them."""
    tags = [str(row["tag"]) for row in sorted(rows.tables["language"], key=lambda row: str(row["rank"]))]
    written = {(row["item"], row["field"], row["language"]): str(row["shown"]) for row in rows.tables["text"]}
    for item, field in dict.fromkeys((item, field) for item, field, _ in written):
        known = next(tag for tag in tags if (item, field, tag) in written)
        for tag in tags:
            if (item, field, tag) not in written:
                words = f"[{known}] {written[item, field, known]}"
                row = {"item": item, "field": field, "language": tag, "shown": words, **dict.fromkeys(SPEECH_COLUMNS)}
                rows.tables["text"].append(row)
