"""Connects the signals of a kiosk in the reverse order, to show that none depends on the order."""

import pytest
from PySide6.QtCore import SignalInstance

from kiosk.ui.content.content_holder import ContentHolder


def reverse(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a kiosk is built, connections are only noted; before its content is opened they are made, the last one first."""
    noted: list[tuple[object, ...]] = []
    connect, opened = SignalInstance.connect, ContentHolder.open

    def make_then_open(holder: ContentHolder) -> None:
        monkeypatch.setattr(SignalInstance, "connect", connect)
        while noted:
            connect(*noted.pop())
        opened(holder)

    monkeypatch.setattr(SignalInstance, "connect", lambda *connection: noted.append(connection))
    monkeypatch.setattr(ContentHolder, "open", make_then_open)
