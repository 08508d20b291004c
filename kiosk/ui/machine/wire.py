"""The local network as one shared line: what a kiosk says on it all others hear (UDP multicast, one hop)."""

import logging

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QUdpSocket

ADDRESS = "239.255.74.83"
"""Of the addresses that stay within an organisation (RFC 2365)."""
PORT = 47_474

log = logging.getLogger(__name__)


class Wire(QObject):
    """Says datagrams, and hears those of others and its own."""

    heard = Signal(bytes)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._group = QHostAddress(ADDRESS)
        self._socket = QUdpSocket(self)
        self._socket.readyRead.connect(self._read)

    def open(self) -> bool:
        """Listen, if we do not yet; tried again before each datagram, as a cable may be plugged in later.

        Returns:
            Whether there is a network to listen to.
        """
        if self._socket.state() is not QAbstractSocket.SocketState.BoundState:
            sharing = QUdpSocket.BindFlag.ShareAddress | QUdpSocket.BindFlag.ReuseAddressHint
            bound = self._socket.bind(QHostAddress(QHostAddress.SpecialAddress.AnyIPv4), PORT, sharing)
            if not bound or not self._socket.joinMulticastGroup(self._group):
                log.info("no group line: %s", self._socket.errorString())
                self._socket.abort()
                return False
        return True

    def say(self, datagram: bytes) -> bool:
        """Say a datagram.

        Returns:
            Whether the network took it.
        """
        return self.open() and self._socket.writeDatagram(datagram, self._group, PORT) == len(datagram)

    @Slot()
    def _read(self) -> None:
        while self._socket.hasPendingDatagrams():
            self.heard.emit(self._socket.receiveDatagram().data().data())
