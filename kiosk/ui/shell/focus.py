"""The focus of those who use keys, and where it goes next."""

from typing import cast

from PySide6.QtCore import Q_ARG, QGenericArgument, QMetaObject, QObject, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

WALK = "focusWalk"
"""The name of what moves the focus, in QML (FocusWalk.qml)."""


class Focus:
    """Moves the focus through a window, which scrolls to it by itself.

    The items on the way are seen in QML alone: PySide binds the Python half of each to that of the one before it, and deletes the
    item itself when the garbage collector takes a ring of them.
    """

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window

    @property
    def item(self) -> QQuickItem | None:
        """What has the focus and can be used; None where nothing has."""
        item = self._window.activeFocusItem()
        return item if item is not None and _usable(item) else None

    def move(self, *, forward: bool) -> None:
        """To the next thing that can be used, or to the one before; from the last to the first.

        Before the first stands what helps those who see or reach little: it is one key away on every screen.
        """
        self._ask("move", cast("QGenericArgument", Q_ARG(bool, forward)))

    def first(self) -> None:
        """To the first thing on the screen, where what had the focus is gone."""
        if self.item is None:
            self._window.contentItem().forceActiveFocus()
            self.move(forward=True)

    def show(self, name: str) -> None:
        """To what has a name, once whoever hears it has heard it begin, so that those beside them see where they are."""
        QTimer.singleShot(0, self._window, lambda: self._ask("show", cast("QGenericArgument", Q_ARG(str, name))))

    def press(self) -> bool:
        """Press what has the focus; whether there was anything to press."""
        item = self.item
        return item is not None and QMetaObject.invokeMethod(item, "click")

    def _ask(self, act: str, told: QGenericArgument) -> None:
        walk = self._window.findChild(QObject, WALK)
        if walk is not None:
            QMetaObject.invokeMethod(walk, act, told)


def _usable(item: QQuickItem) -> bool:
    return (
        item.isVisible() and item.isEnabled() and item.inherits("QQuickAbstractButton") and item.width() > 0 and item.height() > 0
    )
