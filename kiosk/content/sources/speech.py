"""Speech text as its files hold it: apart from the words shown, each with what it was made from and who approved it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.sources.forms import Form
from kiosk.disk.files import replaced_atomically
from kiosk.errors import SourceError

SPEECH_FOLDER = "speech"
_HEAD = "# Written by `kiosk narration propose` and `approve`. Mend a pronunciation in pronunciation.yaml, then propose again.\n"


Words = Annotated[str, Field(min_length=1)]


class PronunciationSource(Form):
    """How words and phrases are said, by language: as shown, to as spoken."""

    said: Mapping[str, Mapping[Words, Words]] = Field(default_factory=dict)


class SpeechEntry(Form):
    """How one text is said in one language."""

    of: str
    """Fingerprint of the words shown that it was made from."""
    said: Annotated[str, Field(min_length=1)]
    flags: tuple[str, ...] = ()
    """What a reviewer should look at: passive, imperative, unknown, foreign."""
    status: Literal["proposed", "approved"] = "proposed"
    by: str = ""
    on: date | None = None


class SpeechSource(Form):
    """All speech texts of a language by item, then field."""

    texts: dict[str, dict[str, SpeechEntry]]


def write_speech(folder: Path, tag: str, speech: SpeechSource) -> Path:
    """Write a language's file in one step, one text a line, in order.

    Raises:
        SourceError: the folder cannot be written.
    """
    path = folder / SPEECH_FOLDER / f"{tag}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
        with replaced_atomically(path) as fresh:
            fresh.write_text(_HEAD + "\n".join(_lines(speech)) + "\n", encoding="utf-8")
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); let it be written"
        raise SourceError(message) from error
    return path


def _lines(speech: SpeechSource) -> Iterator[str]:
    """YAML whose values are JSON: one line a text keeps differences readable."""
    yield "texts:" if speech.texts else "texts: {}"
    for item, fields in sorted(speech.texts.items()):
        yield f"  {json.dumps(item)}:"
        for field, entry in sorted(fields.items()):
            values = entry.model_dump(mode="json", exclude_defaults=True)
            yield f"    {field}: {json.dumps(values, ensure_ascii=False)}"
