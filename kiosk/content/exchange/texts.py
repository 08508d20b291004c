"""Every text of a folder of sources, with the place it stands in; found by the forms' own fields, of whatever kind."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from kiosk.content.exchange.yaml_files import Place
from kiosk.content.rows.all_rows import all_rows
from kiosk.content.sources.forms import Text
from kiosk.content.sources.loading import Sources


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text in all its languages."""

    item: str
    field: str
    file: str
    place: Place
    words: Mapping[str, str]
    sources: tuple[str, ...]
    checked_on: str

    @property
    def sheet(self) -> str:
        """Texts of one kind of file stand together."""
        path = PurePosixPath(self.file)
        return path.stem if path.parent == PurePosixPath() else path.parts[0]

    @property
    def state(self) -> str:
        """Tells whether the text is still as it was."""
        return sha256(repr(sorted(self.words.items())).encode()).hexdigest()[:12]


def source_texts(loaded: Sources) -> Iterator[SourceText]:
    """All texts in the order of the files.

    Raises:
        ValueError: the folder has no exhibition or organisation.
    """
    rows = all_rows(loaded, "")
    sources: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows.tables["item_source"]:
        sources[row["item"]] += (row["source"],)
    checked_on = {row["id"]: row["checked_on"] for row in rows.tables["item"]}
    for file, form in loaded.forms.items():
        for place, text in _texts_in(form, ()):
            if id(text) not in rows.written:
                continue
            item, field = rows.written[id(text)]
            yield SourceText(item, field, file, place, text.shown, sources[item], checked_on[item])


def _texts_in(value: Any, place: Place) -> Iterator[tuple[Place, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts_in(getattr(value, name), (*place, name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts_in(each, (*place, key))
    elif isinstance(value, tuple | list):
        for number, each in enumerate(value):
            yield from _texts_in(each, (*place, number))
