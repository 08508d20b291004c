"""Source files as plain values, before they have a form."""

from collections.abc import Hashable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from kiosk.disk.files import contents_of
from kiosk.domain.item import Caption
from kiosk.domain.sign_film import HEAVIEST_FILM, captions_of, film_facts, film_faults
from kiosk.domain.vector_picture import ENDING, LARGEST_BYTES, Flaw, flaws_of

LARGEST = 5_000_000
"""Bytes of a source file: some ten times the largest of today's."""


class _Loader(yaml.CSafeLoader):
    """Refuses a key written twice, of which YAML would silently keep the last, and names the line of an impossible value."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - PyYAML's
        """The value of a node, such as a day."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, OverflowError) as error:
            raise yaml.constructor.ConstructorError(None, None, f"{str(node.value)[:40]!r}: {error}", node.start_mark) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:  # noqa: FBT001, FBT002 - PyYAML's
        """The mapping of a node, each key once."""
        seen = set[Hashable]()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, Hashable) and key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key!r} is written twice", key_node.start_mark)
            seen.update({key} if isinstance(key, Hashable) else ())
        return super().construct_mapping(node, deep)


def read_document(path: Path) -> Any:
    """What stands in a file.

    Raises:
        yaml.YAMLError, RecursionError: it is not YAML.
        UnicodeDecodeError: it is not UTF-8.
        OSError: it cannot be read.
    """
    return yaml.load(contents_of(path, LARGEST).decode(), _Loader)  # noqa: S506 - a safe loader


def source_files(folder: Path) -> list[Path]:
    """Every source file, in the same order on every machine; what an editor keeps beside one while it is open is none.

    A pipe or a folder of such a name is among them: it is no file that is missing, and reading it tells what is wrong.
    """
    named = (path for path in folder.rglob("*") if path.suffix in {".yaml", ".yml"} and not path.name.startswith((".", "~$")))
    found = (path for path in named if path.exists())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


PICTURES = "pictures"
"""The folder of picture files."""


def source_pictures(folder: Path) -> list[Path]:
    """The pictures of a folder of sources, in the same order on every machine."""
    return sorted(path for path in (folder / PICTURES).glob("*") if path.is_file())


LEAST_PHOTOGRAPH, MOST_PHOTOGRAPH = (2160, 1440), (6000, 6000)
"""Pixels across and down: a page's width on a panel of 4K, and what is decoded without a wait."""
HEAVIEST_PHOTOGRAPH = 3_000_000
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


def picture_flaws(path: Path, *, photograph: bool) -> Iterator[Flaw]:
    """What keeps a picture of the sources from being shown; plans and pictures of another raster format are judged by the kiosk.

    Args:
        path: the file.
        photograph: whether it is shown from edge to edge.
    """
    if path.suffix == ENDING:
        yield from flaws_of(
            contents_of(path, LARGEST_BYTES + 1) if path.stat().st_size <= LARGEST_BYTES else b" " * (LARGEST_BYTES + 1)
        )
    elif photograph:
        yield from _photograph_flaws(path)


FILM, CAPTIONS = ".webm", ".vtt"


def captions_beside(path: Path) -> dict[str, Path]:
    """The files of captions of a film, by language: `card.ar.vtt` beside `card.webm`."""
    return {found.suffixes[0][1:]: found for found in sorted(path.parent.glob(f"{path.stem}.*{CAPTIONS}"))}


def film_flaws(path: Path, languages: Iterable[str]) -> Iterator[Flaw]:
    """What keeps a film in sign language from being shown, and its captions from being read."""
    data = contents_of(path, HEAVIEST_FILM + 1) if path.stat().st_size <= HEAVIEST_FILM else b" " * (HEAVIEST_FILM + 1)
    yield from (Flaw(*fault) for fault in film_faults(data))
    beside = captions_beside(path)
    for tag in languages:
        if tag not in beside:
            yield Flaw(f"has no captions in {tag!r}", f"write them in {path.stem}.{tag}{CAPTIONS}")
    for tag, file in beside.items():
        try:
            last = read_captions(file)[-1].end
        except ValueError as error:
            yield Flaw(f"its captions in {tag!r} cannot be read: {error}", f"mend {file.name}")
        else:
            with suppress(ValueError):
                if last > film_facts(data).seconds + 1:
                    yield Flaw(f"ends before its captions in {tag!r}", f"mend the times in {file.name}")


def read_captions(path: Path) -> tuple[Caption, ...]:
    """The captions of a file.

    Raises:
        ValueError: they cannot be read.
    """
    return captions_of(contents_of(path, LARGEST).decode())


def _photograph_flaws(path: Path) -> Iterator[Flaw]:
    from PIL import Image, UnidentifiedImageError  # for those who bring photographs

    size = path.stat().st_size
    if size > HEAVIEST_PHOTOGRAPH:
        yield Flaw(f"has {size} bytes, a photograph has at most {HEAVIEST_PHOTOGRAPH}", "save it again with less quality")
    try:
        with Image.open(path, formats=[_FORMATS[path.suffix]]) as image:
            found, mode = image.size, image.mode
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        yield Flaw(f"is no {_FORMATS[path.suffix]} photograph ({error})", "convert the file")
        return
    if mode != "RGB":
        yield Flaw(f"its colours are {mode}", "save it in RGB (sRGB)")
    if any(side < least for side, least in zip(found, LEAST_PHOTOGRAPH, strict=True)) or max(found) > max(MOST_PHOTOGRAPH):
        least, most = "x".join(map(str, LEAST_PHOTOGRAPH)), "x".join(map(str, MOST_PHOTOGRAPH))
        yield Flaw(f"has {found[0]}x{found[1]} pixels", f"bring one of {least} at least and {most} at most")
