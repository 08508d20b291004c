"""What a kiosk needs of the network to be heard by those near by."""

from typing import Protocol

from PySide6.QtCore import SignalInstance


class DatagramLink(Protocol):
    """What all kiosks near by hear."""

    @property
    def heard(self) -> SignalInstance:
        """A datagram arrived."""

    def open(self) -> bool:
        """Listen; whether there is a network to listen to."""

    def say(self, datagram: bytes) -> bool:
        """Say one; whether the network took it."""
