"""Rows as QML sees them: each shape of `kiosk.presentation` is a type of `Kiosk.Values`, so that qmllint sees its members."""

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any, cast, get_origin, get_type_hints

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.presentation import rows
from kiosk.presentation.reading import Side

QML_IMPORT_NAME = "Kiosk.Values"
QML_IMPORT_MAJOR_VERSION = 1

QVariantList = cast("type", "QVariantList")
"""The type of a list for `Property`, whose stubs know types but not their names."""

Shape = tuple[Any, ...]
"""A value of one of the shapes."""


class Row(QObject):
    """One value; its members never change, but for a row of a changing shape."""

    held: tuple[int, ...] = ()
    """The places of members that are rows, or may hold some."""
    changed: Any = None
    """Of a changing shape: the signal that its members are others."""

    def __init__(self, value: Shape, owner: QObject) -> None:
        super().__init__(owner)
        self.members = value
        if self.held:
            members = list(value)
            for place in self.held:
                members[place] = _member(value[place], self)
            self.members = tuple(members)

    def take(self, value: Shape) -> None:
        """Show another value; only for changing shapes."""
        if value != self.members:
            self.members = value
            self.changed.emit()


def _member(member: object, owner: QObject) -> object:
    if type(member) in TYPES:
        return TYPES[type(member)](cast("Shape", member), owner)
    if isinstance(member, tuple):
        return [_member(one, owner) for one in member]
    return member


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.title, others))


def _getter(place: int) -> Callable[[Row], object]:
    return lambda row: row.members[place]


def _typed(shape: type[Shape], *, changing: bool = False) -> type[Row]:
    """The type of a shape for QML, with the same name and members."""
    hints = get_type_hints(shape)
    kinds = [QVariantList if get_origin(hint) is tuple else TYPES.get(hint, hint) for hint in hints.values()]
    held = tuple(place for place, (kind, hint) in enumerate(zip(kinds, hints.values(), strict=True)) if kind is not hint)
    told: dict[str, Any] = {"notify": Signal()} if changing else {"constant": True}
    members = {_camel(name): Property(kinds[place], _getter(place), **told) for place, name in enumerate(hints)}
    made = type(shape.__name__, (Row,), {"held": held, "changed": told.get("notify"), **members})
    return cast("type[Row]", QmlElement(QmlUncreatable("made by a view model")(made)))


TYPES: dict[type, type[Row]] = {}
"""The type for QML of each shape."""
TYPES[Side] = _typed(Side)


def make_types(shapes: ModuleType, changing: frozenset[type] = frozenset()) -> None:
    """Make the types of the shapes of a module.

    Args:
        shapes: the module; a shape stands behind those it holds.
        changing: shapes with one row that is shown everywhere and changes many times a second: its members change, the row is
            never replaced.
    """
    for shape in vars(shapes).values():
        if isinstance(shape, type) and shape.__module__ == shapes.__name__:
            TYPES[shape] = _typed(shape, changing=shape in changing)


make_types(rows)


class Rows:
    """The rows of one list: equal values keep their rows, others get new ones.

    Replaced rows are kept until the next are replaced: QML deletes what shows a row a little later, and would miss the row.
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._values: tuple[Shape, ...] = ()
        self._rows: list[Row] = []
        self._replaced: list[Row] = []

    def of(self, values: Iterable[Shape]) -> list[Row]:
        """The rows of some values."""
        wanted = tuple(values)
        if wanted != self._values:
            for row in self._replaced:
                row.deleteLater()
            self._values, self._replaced = wanted, self._rows
            self._rows = [TYPES[type(value)](value, self._owner) for value in wanted]
        return self._rows


class OneRow:
    """The row of one value, which is another one when the value is."""

    def __init__(self, owner: QObject) -> None:
        self._rows = Rows(owner)

    def of(self, value: Shape) -> Row:
        """The row of a value."""
        return self._rows.of((value,))[0]
