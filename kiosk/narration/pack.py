"""Sounds that come with the program: one file for each language, LANGUAGE.zip, which holds what a narration folder holds.

Nothing in it is compressed a second time, the names are in order and the dates are all the same, so that a sound that has not
changed is the same bytes, and a new one changes its own part of the file alone.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kiosk.domain.cues import word_spans
from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence
from kiosk.narration.library import SoundEntry, read_sound, text_key
from kiosk.narration.sound import Sound

SIDES = (".json", ".ogg")
"""What there is of each sound."""
NOTICE = "NOTICE.txt"
MOST_UNPACKED = 400
"""Sounds kept unpacked, some 12 MB."""
MOST_PIECES = 8
"""A sentence of more pieces is chopped too small to be followed."""
_SIGNS = "،؛.:…!؟ "
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

log = logging.getLogger(__name__)


class SoundPack:
    """The files of a folder, opened when a language is first spoken; from any thread. A damaged file is as good as missing."""

    def __init__(self, folder: Path, unpacked: Path) -> None:
        """Open nothing yet.

        Args:
            folder: where the files are; it need not be there.
            unpacked: where a sound is put so that it can be played.
        """
        self._folder, self._unpacked = folder, unpacked
        self._files: dict[LanguageTag, ZipFile | None] = {}
        self._names: dict[LanguageTag, dict[str, str]] = defaultdict(dict)
        self._rejected: set[Path] = set()
        self._lock = Lock()

    def warm(self, tags: Iterable[LanguageTag]) -> None:
        """Open the files of some languages."""
        for tag in tags:
            self._file(tag)

    def _file(self, tag: LanguageTag) -> ZipFile | None:
        with self._lock:
            if tag not in self._files:
                path = self._folder / f"{tag}.zip"
                try:
                    self._files[tag] = ZipFile(path) if path.is_file() else None
                except (OSError, BadZipFile, ValueError, NotImplementedError) as error:
                    log.warning("%s: cannot be read (%s); its sentences are said live", path, error)
                    self._files[tag] = None
                found = self._files[tag]
                self._names[tag] = {name.split("-")[1]: name[:-4] for name in found.namelist() if _is_sound(name)} if found else {}
            return self._files[tag]

    def makers(self, tag: LanguageTag) -> Mapping[str, str]:
        """By the key of a text, the key of the recipe its sound was rendered by."""
        self._file(tag)
        return {text: name.split("-")[2] for text, name in self._names[tag].items()}

    def has(self, sentence: Sentence, maker: str = "") -> bool:
        """Whether there is a sound of a sentence, or one by a maker."""
        self._file(sentence.language)
        name = self._names[sentence.language].get(text_key(sentence), "")
        return bool(name) and (not maker or name.endswith(maker))

    def find(self, sentence: Sentence) -> Sound | None:
        """The sound of a sentence, put where it can be played."""
        file = self._file(sentence.language)
        name = self._names[sentence.language].get(text_key(sentence))
        if file is None or name is None:
            return None
        entry = SoundEntry(self._unpacked / f"{name}.ogg", *name.split("-"))
        if entry.path in self._rejected:
            return None
        if not entry.path.exists():
            try:
                self._unpack(file, name)
            except (OSError, BadZipFile, KeyError, EOFError) as error:
                log.warning("%s of %s: cannot be unpacked (%s); it is said live", name, file.filename, error)
                self._rejected.add(entry.path)
                return None
        return read_sound(entry, sentence)

    def find_pieces(self, sentence: Sentence) -> tuple[Sound, ...]:
        """A sentence from the fewest stored pieces of it that can be found from its beginning on; nothing where one is lacking."""
        spans = word_spans(sentence.text)
        found: list[Sound] = []
        first = 0
        while first < len(spans) and len(found) < MOST_PIECES:
            for last in range(len(spans) - 1, first - 1, -1):
                piece = sentence.text[spans[first][0] : spans[last][1]].rstrip(_SIGNS)
                sound = self.find(Sentence(piece, sentence.language)) if len(piece) < len(sentence.text) else None
                if sound:
                    found.append(replace(sound, first_word=first))
                    first = last + 1
                    break
            else:
                return ()
        return tuple(found) if first == len(spans) else ()

    def _unpack(self, file: ZipFile, name: str) -> None:
        self._unpacked.mkdir(parents=True, exist_ok=True)
        kept = sorted(self._unpacked.glob("*.ogg"), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - MOST_UNPACKED + 1)]:
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)
        for side in SIDES:
            fresh = self._unpacked / f"{name}{side}.fresh"
            fresh.write_bytes(file.read(f"{name}{side}"))
            fresh.replace(self._unpacked / f"{name}{side}")

    def reject(self, path: Path) -> None:
        """Never offer a file again that could not be played."""
        self._rejected.add(path)

    def parts_of(self, tag: LanguageTag, name: str) -> dict[str, bytes]:
        """What there is of a sound, by the names in the file; nothing where it is not there whole."""
        file = self._file(tag)
        try:
            return {f"{name}{side}": file.read(f"{name}{side}") for side in SIDES} if file else {}
        except (BadZipFile, KeyError, EOFError, OSError):
            return {}


def _is_sound(name: str) -> bool:
    return name.endswith(".ogg") and name.count("-") == 2


def write_pack(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a file of sounds, whole or not at all.

    Args:
        path: LANGUAGE.zip.
        parts: what it holds, by name.

    Raises:
        OSError: it cannot be written.
    """
    fresh = path.with_suffix(".fresh")
    with ZipFile(fresh, "w", ZIP_STORED) as file:
        for name in sorted(parts):
            about = ZipInfo(name, _LONG_AGO)
            about.external_attr = 0o644 << 16
            file.writestr(about, parts[name])
    fresh.replace(path)
