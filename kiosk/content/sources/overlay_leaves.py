"""What an overlay lays over a base, value by value, and what a pavilion may say for itself.

Mappings are laid key by key, lists whose entries have an `id` entry by entry; any other value takes the place of the base's.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

LOCAL: Mapping[str, frozenset[str]] = {
    "pavilions/*.yaml": frozenset({"what_to_see", "how_to_reach", "units", "takeaways"}),
    "demonstrations/*.yaml": frozenset({"slots"}),
    "services/*.yaml": frozenset({"channels"}),
    "modes/*.yaml": frozenset({"statements", "places"}),
    "schedule.yaml": frozenset({"rules"}),
    "synonyms.yaml": frozenset({"synonyms"}),
    "pronunciation.yaml": frozenset({"said"}),
    "speech/*.yaml": frozenset({"texts"}),
    "exhibition.yaml": frozenset({"content_version", "subtitle"}),
}
"""What a pavilion may say for itself: desk, hours, contact, timetable, evacuation. Papers, fees and law are the nation's."""
ADDED = ("sites.yaml", "sources.yaml", "publishers.yaml", "demonstrations/*.yaml", "modes/*.yaml")
"""Where it may add what the base does not have."""
NEW = "new"
"""Stands for the fingerprint of what the base does not have."""
ABSENT = object()
"""Stands for what the base does not have."""
_LONGEST = 60
"""Characters of a value that people are shown."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value that an overlay puts in the place of the base's."""

    file: str
    place: tuple[str, ...]
    base: Any
    """`ABSENT` where the base has none."""
    overlay: Any
    """None for what is dropped."""

    @property
    def name(self) -> str:
        """What it is called at the command line, such as `demonstrations/k9_show.yaml:slots.a.start`."""
        return f"{self.file}:{'.'.join(self.place)}"

    @property
    def stem(self) -> str:
        """What the names of values inside it begin with."""
        return stem_of(self.name)

    @property
    def base_print(self) -> str:
        """The fingerprint of the base's value."""
        if self.base is ABSENT:
            return NEW
        return hashlib.sha256(json.dumps(self.base, sort_keys=True, default=str).encode()).hexdigest()[:16]

    @property
    def base_words(self) -> str:
        """The base's value as people read it."""
        return "" if self.base is ABSENT else _words(self.base)

    @property
    def overlay_words(self) -> str:
        """The overlay's value as people read it."""
        return "(dropped)" if self.overlay is None else _words(self.overlay)

    @property
    def local(self) -> bool:
        """Whether a pavilion may say it."""
        if self.base is ABSENT and any(fnmatch(self.file, pattern) for pattern in ADDED):
            return True
        return any(fnmatch(self.file, pattern) and self.place[:1] and self.place[0] in fields for pattern, fields in LOCAL.items())


def stem_of(name: str) -> str:
    """What the names of values inside a value begin with."""
    return name if name.endswith(":") else f"{name}."


def _words(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def overlaid(base: Any, overlay: Any, tell: Callable[[tuple[str, ...], Any, Any], None], place: tuple[str, ...] = ()) -> Any:
    """A value with an overlay over it.

    Args:
        base: the value, or `ABSENT`.
        overlay: what is laid over it.
        tell: is given the place of each value that is not the base's, the base's, and the overlay's.
        place: where this is.
    """
    if isinstance(base, dict) and isinstance(overlay, dict):
        over = {key: overlaid(base.get(key, ABSENT), value, tell, (*place, str(key))) for key, value in overlay.items()}
        return base | over
    if _named(base) and _named(overlay) and overlay:
        entries = {entry["id"]: entry for entry in base}
        for entry in overlay:
            key = entry["id"]
            at = (*place, str(key))
            if entry.get("drop") is True:
                tell(at, entries.pop(key, ABSENT), None)
            else:
                entries[key] = overlaid(entries.get(key, ABSENT), entry, tell, at)
        return list(entries.values())
    if base is ABSENT or base != overlay:
        tell(place, base, overlay)
    return overlay


def _named(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) and "id" in entry for entry in value)
