"""The focus of those who use keys, and where it goes next."""

from PySide6.QtCore import QMetaObject, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

MOST = 400
"""Stops looked at for the next one that can be used; the longest page has some hundred."""

AIDS = "aidsButton"
"""The name of the button that offers aids, in QML."""


class Focus:
    """Moves the focus through a window, which scrolls to it by itself."""

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
        item = self._window.activeFocusItem() or self._window.contentItem()
        if not forward and item in {self._window.contentItem(), self._next_usable(self._window.contentItem())}:
            aids = self._window.findChild(QQuickItem, AIDS)
            if aids is not None and _usable(aids):
                aids.forceActiveFocus(Qt.FocusReason.BacktabFocusReason)
                return
        for _ in range(MOST):
            item = item.nextItemInFocusChain(forward)
            if item is None:
                return
            if _usable(item):
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                item.forceActiveFocus(reason)
                return

    @staticmethod
    def _next_usable(item: QQuickItem) -> QQuickItem | None:
        stops = iter(range(MOST))
        found: QQuickItem | None = item
        while found is not None and next(stops, None) is not None:
            found = found.nextItemInFocusChain(True)  # noqa: FBT003 - Qt's own
            if found is not None and _usable(found):
                return found
        return None

    def first(self) -> None:
        """To the first thing on the screen, where what had the focus is gone."""
        if self.item is None:
            self._window.contentItem().forceActiveFocus()
            self.move(forward=True)

    def show(self, name: str) -> None:
        """To what has a name, once whoever hears it has heard it begin, so that those beside them see where they are."""
        QTimer.singleShot(0, self._window, lambda: self._go_to(name))

    def _go_to(self, name: str) -> None:
        item = self._window.contentItem()
        for _ in range(MOST):
            item = item.nextItemInFocusChain(True)  # noqa: FBT003 - Qt's own
            if item is None:
                return
            if item.property("text") == name and _usable(item):
                item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
                return

    def press(self) -> bool:
        """Press what has the focus; whether there was anything to press."""
        item = self.item
        return item is not None and QMetaObject.invokeMethod(item, "click")


def _usable(item: QQuickItem) -> bool:
    return (
        item.isVisible() and item.isEnabled() and item.inherits("QQuickAbstractButton") and item.width() > 0 and item.height() > 0
    )
