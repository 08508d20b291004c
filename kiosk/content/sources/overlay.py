"""A pavilion's own words laid over the national sources, field by field: they survive an update of the base.

For each value the overlay keeps a fingerprint of what it was written against, so that a base that has changed there is told.
"""

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from kiosk.content.sources.documents import PICTURES, read_document, source_files, source_pictures
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.overlay_leaves import ABSENT, NEW, Leaf, overlaid, stem_of
from kiosk.disk.files import replaced_atomically
from kiosk.domain.english import how_many
from kiosk.errors import SourceError

RECORD = "overlay.yaml"
"""What each value was written against, in the overlay's folder."""
_SPEECH = "speech/"
SHOWN = 5
"""Conflicts that stand in the message of a refusal."""


class Overlay:
    """One overlay over one base."""

    def __init__(self, folder: Path, base: Path) -> None:
        """Lay an overlay.

        Raises:
            SourceError: a file of either cannot be read.
        """
        self.folder, self.base = folder, base
        if not folder.is_dir():
            message = f"{folder}: there is no such folder; name the folder of the overlay"
            raise SourceError(message)
        self.leaves: list[Leaf] = []
        self.documents: dict[str, Any] = {}
        """The laid files by name; all others are the base's."""
        self._recorded: dict[str, str] = (_read(folder / RECORD) if (folder / RECORD).exists() else None) or {}
        for path in source_files(folder):
            name = path.relative_to(folder).as_posix()
            if name != RECORD:
                below = _read(base / name) if (base / name).exists() else ABSENT
                self.documents[name] = overlaid(below, _read(path), lambda *leaf, file=name: self.leaves.append(Leaf(file, *leaf)))

    def state(self, leaf: Leaf) -> str:
        """Empty for what is as it was recorded, else what is the matter, in words."""
        recorded, now = self._recorded.get(leaf.name), leaf.base_print
        if not leaf.local:
            return "is the nation's to say, not a pavilion's"
        if recorded == now or leaf.file.startswith(_SPEECH):
            return ""
        if now == NEW and (recorded or any(name.startswith(leaf.stem) for name in self._recorded)):
            return "is over something the base no longer has"
        if recorded == NEW or any(leaf.name.startswith(above) for above in self._added):
            return f"the base has this too since it was written: {leaf.base_words}"
        if recorded is None:
            return "nobody has said which base it was written against"
        return f"the base has changed since: {leaf.base_words}"

    @property
    def _added(self) -> list[str]:
        """Beginnings of the names of what stands in something that the base did not have."""
        return [stem_of(name) for name, print_ in self._recorded.items() if print_ == NEW]

    def conflicts(self, kept: Collection[str] = ()) -> list[Finding]:
        """What somebody has to decide; names in `kept` are decided for the overlay."""
        told = ((leaf, self.state(leaf)) for leaf in self.leaves)
        found = [
            Finding(f"{self.folder.name}/{leaf.file}", ".".join(leaf.place), words, self._mend(leaf))
            for leaf, words in told
            if words and (leaf.name not in kept or not leaf.local)
        ]
        return found + list(self._foreign_pictures())

    def _mend(self, leaf: Leaf) -> str:
        if not leaf.local:
            return "take it away"
        return f"read both, then `kiosk content overlay {self.folder} --accept {leaf.name}`, or name it with --keep"

    def _foreign_pictures(self) -> Iterator[Finding]:
        for path in source_pictures(self.folder):
            if (self.base / PICTURES / path.name).exists():
                yield Finding(
                    f"{self.folder.name}/{PICTURES}/{path.name}", "file", "the base has a picture of that name", "rename it"
                )

    def write(self, target: Path) -> None:
        """Write the laid folder: what the overlay does not touch is the base's, to the last byte."""
        for path in (*source_files(self.base), *source_pictures(self.base)):
            _copy(path, target / path.relative_to(self.base))
        for path in source_pictures(self.folder):
            _copy(path, target / path.relative_to(self.folder))
        for name, document in self.documents.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), encoding="utf-8")

    @property
    def acceptable(self) -> list[Leaf]:
        """Values that are recorded with their base; how a text is said goes by the text."""
        return [leaf for leaf in self.leaves if leaf.local and not leaf.file.startswith(_SPEECH)]

    def accept(self, names: Collection[str]) -> None:
        """Record that values were written against the base as it is now.

        Raises:
            SourceError: a name is not one of a value, or it cannot be kept.
        """
        known = {leaf.name: leaf for leaf in self.acceptable}
        for name in names:
            if name not in known:
                message = f"{name}: the overlay lays no such value; `kiosk content overlay {self.folder}` lists them"
                raise SourceError(message)
        self._recorded = {name: print_ for name, print_ in self._recorded.items() if name in known}
        self._recorded |= {name: known[name].base_print for name in names}
        try:
            with replaced_atomically(self.folder / RECORD) as fresh:
                fresh.write_text(yaml.safe_dump(self._recorded, allow_unicode=True), encoding="utf-8")
        except OSError as error:
            message = f"{self.folder / RECORD}: cannot be written ({error.strerror}); let it be written"
            raise SourceError(message) from error


def _read(path: Path) -> Any:
    try:
        return read_document(path)
    except (yaml.YAMLError, RecursionError, UnicodeDecodeError, OSError) as error:
        message = f"{path}: cannot be read ({' '.join(str(error).split())}); mend it"
        raise SourceError(message) from error


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


@contextmanager
def laid_sources(base: Path, overlay: Path | None, kept: Collection[str] = ()) -> Iterator[Path]:
    """A folder of sources with an overlay over it, for as long as it is needed; the base itself where there is none.

    Raises:
        SourceError: a file cannot be read, or there are conflicts that are not named.
    """
    if overlay is None:
        yield base
        return
    over = Overlay(overlay, base)
    conflicts = over.conflicts(kept)
    if conflicts:
        told = " | ".join(f"{finding.file}:{finding.field}: {finding.message}" for finding in conflicts[:SHOWN])
        more = f" (and {len(conflicts) - SHOWN} more)" if len(conflicts) > SHOWN else ""
        mend = f"`kiosk content overlay {overlay}` shows them; decide there, or name them with --keep"
        message = f"{how_many(len(conflicts), 'conflict')} with the base: {told}{more}; {mend}"
        raise SourceError(message)
    with TemporaryDirectory() as name:
        over.write(Path(name))
        yield Path(name)
