"""Where in a source file something stands, so that authors need not search for it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from kiosk.disk.files import contents_of


class SourceLines:
    """The files of a folder, each looked into once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, yaml.Node | None] = {}

    def line(self, file: str, place: Sequence[str]) -> int:
        """The line, from 1, of the deepest part of a place that a file has; 0 where the file cannot be read.

        Args:
            file: its name in the folder.
            place: keys, identifiers of members of lists or their numbers from 1, from the outside inwards.
        """
        if file not in self._read:
            self._read[file] = _composed(self._folder / file)
        node = self._read[file]
        if node is None:
            return 0
        line = node.start_mark.line + 1
        for part in place:
            found = next(_below(node, part), None)
            if found is not None:
                line, node = found
        return line


def _composed(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(contents_of(path).decode(), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return None


def _below(node: yaml.Node, part: str) -> Iterator[tuple[int, yaml.Node]]:
    """What a node has under a name: its own keys first, then members of the lists and mappings in it."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.start_mark.line + 1, value) for key, value in node.value if key.value == part)
        for _, value in node.value:
            yield from _member(value, part)
    else:
        yield from _member(node, part, numbered=True)


def _member(node: yaml.Node, part: str, *, numbered: bool = False) -> Iterator[tuple[int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.start_mark.line + 1, value) for key, value in node.value if key.value == part)
    elif isinstance(node, yaml.SequenceNode):
        for number, member in enumerate(node.value, 1):
            names = [value.value for key, value in _pairs(member) if key.value == "id"]
            if part in names or (numbered and part == str(number)):
                yield member.start_mark.line + 1, member


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []
