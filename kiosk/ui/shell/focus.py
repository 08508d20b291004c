"""The focus of those who use keys: where it goes next, and that it is always in sight."""

from PySide6.QtCore import QMetaObject, QObject, QPointF, Qt, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

MOST = 400
"""Stops looked at for the next one that can be used; the longest page has some hundred."""


class Focus(QObject):
    """Moves the focus through a window, and scrolls to it."""

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        window.activeFocusItemChanged.connect(self._reveal)

    @property
    def item(self) -> QQuickItem | None:
        """What has the focus and can be used; None where nothing has."""
        item = self._window.activeFocusItem()
        return item if item is not None and _usable(item) else None

    def move(self, *, forward: bool) -> None:
        """To the next thing that can be used, or to the one before; from the last to the first."""
        item = self._window.activeFocusItem() or self._window.contentItem()
        for _ in range(MOST):
            item = item.nextItemInFocusChain(forward)
            if item is None:
                return
            if _usable(item):
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                item.forceActiveFocus(reason)
                return

    def first(self) -> None:
        """To the first thing on the screen, where what had the focus is gone."""
        if self.item is None:
            self._window.contentItem().forceActiveFocus()
            self.move(forward=True)

    def press(self) -> bool:
        """Press what has the focus; whether there was anything to press."""
        item = self.item
        return item is not None and QMetaObject.invokeMethod(item, "click")

    @Slot()
    def _reveal(self) -> None:
        """Scroll every list that holds the focus until it is seen."""
        item = self._window.activeFocusItem()
        area = item.parentItem() if item is not None else None
        while item is not None and area is not None:
            if area.inherits("QQuickFlickable"):
                _scroll_to(item, area)
            area = area.parentItem()


def _usable(item: QQuickItem) -> bool:
    return (
        item.isVisible() and item.isEnabled() and item.inherits("QQuickAbstractButton") and item.width() > 0 and item.height() > 0
    )


def _scroll_to(item: QQuickItem, area: QQuickItem) -> None:
    top = item.mapToItem(area, QPointF(0, 0)).y()
    bottom, height, at = top + item.height(), area.height(), float(area.property("contentY"))
    if top < 0 or bottom > height:
        lowest = max(0.0, float(area.property("contentHeight")) - height)
        wished = at + top - (height - item.height()) / 2
        area.setProperty("contentY", min(max(0.0, wished), lowest))
