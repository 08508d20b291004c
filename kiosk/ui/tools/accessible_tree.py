"""The screen as assistive technology sees it: roles, names and places of everything on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

INTERACTIVE = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.Link,
        QAccessible.Role.EditableText,
        QAccessible.Role.Slider,
    }
)


@dataclass(frozen=True, slots=True)
class AccessibleNode:
    """One thing on the screen."""

    depth: int
    role: str
    name: str
    description: str
    rectangle: QRect
    """In pixels of the display."""
    interactive: bool
    enabled: bool
    interface: QAccessibleInterface


def accessible_nodes(window: QQuickWindow) -> Iterator[AccessibleNode]:
    """Everything visible on the screen in reading order."""
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    if root is not None:
        yield from _walk(root, 0)


def _walk(node: QAccessibleInterface, depth: int) -> Iterator[AccessibleNode]:
    for index in range(node.childCount()):
        child = node.child(index)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield AccessibleNode(
            depth,
            child.role().name,
            child.text(QAccessible.Text.Name),
            child.text(QAccessible.Text.Description),
            child.rect(),
            child.role() in INTERACTIVE,
            not child.state().disabled,
            child,
        )
        yield from _walk(child, depth + 1)


def tree_as_text(window: QQuickWindow) -> str:
    """The tree as lines, stable across fonts and machines: no places or sizes."""
    lines = []
    for node in accessible_nodes(window):
        described = f" — {node.description}" if node.description else ""
        lines.append(f"{'  ' * node.depth}{node.role}: {node.name}{described}")
    return "\n".join(lines) + "\n"
