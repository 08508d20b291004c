"""The folder of sounds made ahead: recordings of people and rendered voices, each beside a sidecar that describes it.

A file is named LANGUAGE-TEXT-MAKER.ogg: TEXT is the key of the words said, so a changed text never finds an old sound; MAKER is
`recorded`, or the key of the recipe it was rendered by.
"""

import hashlib
import json
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from kiosk.disk.files import contents_of
from kiosk.domain.cues import Cue, are_sound
from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence
from kiosk.narration.sound import Sound

RECORDED = "recorded"
KEY_LENGTH = 32
"""Hexadecimal digits of a key: 128 bits."""


def key_of(parts: dict[str, Any]) -> str:
    """A key for everything that makes a sound what it is: any change gives another."""
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:KEY_LENGTH]


def text_key(sentence: Sentence) -> str:
    """The key of the words said, whatever order their marks were typed in."""
    return key_of({"text": unicodedata.normalize("NFC", sentence.text), "language": sentence.language})


@dataclass(frozen=True, slots=True)
class SoundEntry:
    """A sound by its name alone."""

    path: Path
    language: LanguageTag
    text: str
    maker: str

    @property
    def sidecar(self) -> Path:
        """What describes it."""
        return self.path.with_suffix(".json")


class SoundLibrary:
    """Finds sounds by the words said; a sound that is damaged is as good as missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rejected: set[Path] = set()
        self._lock = Lock()
        self._read_at = -1
        self._names: list[str] = []
        self._found: defaultdict[tuple[LanguageTag, str], list[SoundEntry]] = defaultdict(list)

    def path_of(self, sentence: Sentence, maker: str) -> Path:
        """Where the sound of a sentence by a maker belongs."""
        return self.folder / f"{sentence.language}-{text_key(sentence)}-{maker}.ogg"

    def entries(self) -> list[SoundEntry]:
        """All sounds in the folder."""
        return [entry for entries in self._index().values() for entry in entries]

    def entries_of(self, sentence: Sentence) -> list[SoundEntry]:
        """The sounds of a sentence: a person's first."""
        return list(self._index().get((sentence.language, text_key(sentence)), ()))

    def _index(self) -> dict[tuple[LanguageTag, str], list[SoundEntry]]:
        """The folder as it is now: read again only when something was put in or taken out."""
        with self._lock:
            return self._refreshed()

    def _refreshed(self) -> dict[tuple[LanguageTag, str], list[SoundEntry]]:
        try:
            changed = self.folder.stat().st_mtime_ns
            names = self._names if changed == self._read_at else sorted(os.listdir(self.folder))  # noqa: PTH208 - names alone
        except OSError:
            return {}
        if names is not self._names:
            self._names, self._read_at, self._found = names, changed, defaultdict(list)
            for name in names:
                parts = name.removesuffix(".ogg").rsplit("-", 2)
                if name.endswith(".ogg") and len(parts) == 3:
                    self._found[parts[0], parts[1]].append(SoundEntry(self.folder / name, *parts))
            for entries in self._found.values():
                entries.sort(key=lambda entry: entry.maker != RECORDED)
        return self._found

    def drop_others(self, sentence: Sentence, keep: tuple[str, ...]) -> None:
        """Delete the sounds of a sentence by other makers: a newer recipe takes their place."""
        for entry in self.entries_of(sentence):
            if entry.maker not in keep:
                for suffix in (".ogg", ".json", ".vtt"):
                    entry.path.with_suffix(suffix).unlink(missing_ok=True)

    def find(self, sentence: Sentence) -> Sound | None:
        """The sound of a sentence: a person's, else a rendered one."""
        for entry in self.entries_of(sentence):
            sound = None if entry.path in self._rejected else read_sound(entry, sentence)
            if sound:
                return sound
        return None

    def reject(self, path: Path) -> None:
        """Never offer a file again that could not be played."""
        self._rejected.add(path)

    def find_pieces(self, _sentence: Sentence) -> tuple[Sound, ...]:
        """None: a narration folder holds whole sentences."""
        return ()

    def warm(self, _tags: Iterable[LanguageTag]) -> None:
        """Read what there is."""
        self._index()


class Sounds(Protocol):
    """Where sounds are found by the words said."""

    def find(self, sentence: Sentence) -> Sound | None:
        """The sound of a sentence."""

    def find_pieces(self, sentence: Sentence) -> tuple[Sound, ...]:
        """A sentence from stored pieces of it, each with the number of its first word; nothing where one is lacking."""

    def reject(self, path: Path) -> None:
        """Never offer a file again that could not be played."""

    def warm(self, tags: Iterable[LanguageTag]) -> None:
        """Take the steps that the first sound of some languages would wait for."""


class NarrationLibraries:
    """A kiosk's own narration folder, before it the one that came with its content, behind it what came with the program."""

    def __init__(self, own: Path, shipped: Sounds | None = None) -> None:
        self._own = SoundLibrary(own)
        self._shipped = shipped
        self._all: tuple[SoundLibrary, ...] = (self._own,)

    def put_first(self, folder: Path | None) -> None:
        """Look there first from now on, and no more where was looked first until now; None: only the kiosk's own."""
        self._all = (SoundLibrary(folder), self._own) if folder else (self._own,)

    def find(self, sentence: Sentence) -> Sound | None:
        """The sound of a sentence: a person's, else a rendered one."""
        found = [sound for library in self._all if (sound := library.find(sentence))]
        if not found and self._shipped is not None:
            return self._shipped.find(sentence)
        return next((sound for sound in found if sound.said_by == RECORDED), next(iter(found), None))

    def find_pieces(self, sentence: Sentence) -> tuple[Sound, ...]:
        """A sentence from pieces that came with the program; nothing where one is lacking."""
        return self._shipped.find_pieces(sentence) if self._shipped is not None else ()

    def reject(self, path: Path) -> None:
        """Never offer a file again that could not be played."""
        for library in self._all:
            library.reject(path)
        if self._shipped is not None:
            self._shipped.reject(path)

    def warm(self, tags: Iterable[LanguageTag]) -> None:
        """Take the steps that the first sound of some languages would wait for."""
        for library in (*self._all, *([self._shipped] if self._shipped else [])):
            library.warm(tags)


def read_sidecar(path: Path) -> dict[str, Any]:
    """A sound's sidecar; empty when it cannot be read."""
    try:
        sidecar = json.loads(contents_of(path).decode())
    except (OSError, ValueError, RecursionError):
        return {}
    return sidecar if isinstance(sidecar, dict) else {}


def read_sound(entry: SoundEntry, sentence: Sentence) -> Sound | None:
    """A sound as its sidecar describes it; None when file and sidecar do not agree. Cues that are not sound are left out."""
    sidecar = read_sidecar(entry.sidecar)
    try:
        if entry.path.stat().st_size != sidecar["bytes"]:
            return None
        cues = cues_from_rows(sidecar["cues"])
        sound_cues = cues if are_sound(cues, sentence.text) else ()
        return Sound(entry.path, float(sidecar["seconds"]), sound_cues, str(sidecar["voice"]))
    except (OSError, KeyError, TypeError, ValueError):
        return None


def cues_as_rows(cues: tuple[Cue, ...]) -> list[dict[str, int]]:
    """Cues as they stand in a sidecar."""
    return [{"i": c.token, "c0": c.start, "c1": c.end, "t0": c.begin_ms, "t1": c.end_ms} for c in cues]


def cues_from_rows(rows: list[dict[str, Any]]) -> tuple[Cue, ...]:
    """Cues of a sidecar.

    Raises:
        KeyError, TypeError, ValueError: the rows are not cues.
    """
    return tuple(Cue(*(int(row[name]) for name in ("i", "c0", "c1", "t0", "t1"))) for row in rows)
