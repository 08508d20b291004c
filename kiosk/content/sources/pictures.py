"""What is wrong with the pictures of a folder of sources."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.sources import items as src
from kiosk.content.sources.documents import FILM, PICTURES, film_flaws, picture_flaws, source_pictures
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.forms import Dated, DatedHead
from kiosk.content.sources.modes import ModeSource

if TYPE_CHECKING:
    from kiosk.content.sources.loading import Sources

_Folders = Mapping[str, tuple[type[Dated], str]]


def missing_pictures(loaded: "Sources", folders: _Folders, folder: Path) -> Iterator[Finding]:
    """Pictures that are named and not there."""
    for item, where, picture in (*_named_pictures(loaded, folders), *_named_films(loaded, folders)):
        if picture is not None and picture not in loaded.pictures:
            mend = f"put it into {folder / PICTURES}, or take the field away"
            yield Finding(loaded.files[item], where, f"{picture!r} is not there", mend)


def unfit_pictures(loaded: "Sources", folder: Path) -> Iterator[Finding]:
    """What is wrong with drawn pictures, whether something names them or not, and with photographs."""
    photographs = {head.photograph.file for head in loaded.forms.values() if isinstance(head, DatedHead) and head.photograph}
    tags = [language.tag for language in loaded.exhibition.languages] if loaded.exhibition else []
    for path in source_pictures(folder):
        if path.suffix == FILM:
            yield from (Finding(f"{PICTURES}/{path.name}", "file", *flaw) for flaw in film_flaws(path, tags))
        for flaw in picture_flaws(path, photograph=path.name in photographs):
            yield Finding(f"{PICTURES}/{path.name}", "file", *flaw)


def _named_films(loaded: "Sources", folders: _Folders) -> Iterator[tuple[str, str, str | None]]:
    for form, kind in folders.values():
        heads = (head for head in loaded.of(form) if isinstance(head, DatedHead) and head.sign)
        yield from ((f"{kind}:{head.id}", "sign file", head.sign.file) for head in heads if head.sign)
    yield from ((f"emergency:{one.id}", f"{one.id} sign file", one.sign.file) for one in loaded.numbers if one.sign)


def _named_pictures(loaded: "Sources", folders: _Folders) -> Iterator[tuple[str, str, str | None]]:
    """Item, field and file of every picture that may be named."""
    for form, kind in folders.values():
        for head in loaded.of(form):
            if isinstance(head, DatedHead):
                yield f"{kind}:{head.id}", "picture", head.picture
                yield f"{kind}:{head.id}", "photograph file", head.photograph.file if head.photograph else None
    lists = (
        ("document", loaded.documents),
        ("life_event", loaded.life_events),
        ("audience", loaded.audiences),
        ("practical", loaded.practical),
        ("emergency", loaded.numbers),
    )
    yield from ((f"{kind}:{thing.id}", f"{thing.id} picture", thing.picture) for kind, things in lists for thing in things)
    yield from _pictures_of_parts(loaded)


def _pictures_of_parts(loaded: "Sources") -> Iterator[tuple[str, str, str | None]]:
    for pavilion in loaded.of(src.PavilionSource):
        yield from ((f"pavilion:{pavilion.id}", f"units {unit.id} picture", unit.picture) for unit in pavilion.units)
    for mode in loaded.of(ModeSource):
        yield from ((f"mode:{mode.id}", f"places {place.id} picture", place.picture) for place in mode.places)
    for drawing in loaded.exhibition.drawings if loaded.exhibition else ():
        yield "drawing", f"drawings {drawing.id} picture", drawing.picture
