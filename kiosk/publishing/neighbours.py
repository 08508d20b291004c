"""Neighbours on the same network: announced and found by zeroconf (RFC 6763). Whoever answers is a source like any other."""

import random
import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import IPv4Address
from pathlib import Path

import ifaddr
from zeroconf import DNSQuestionType, Error, IPVersion, ServiceBrowser, ServiceInfo, Zeroconf

from kiosk.disk.files import replaced_atomically
from kiosk.errors import StorageError
from kiosk.publishing.disk import own_disk
from kiosk.publishing.release_sources import HttpSource, Pace
from kiosk.publishing.serving import is_near

SERVICE = "_jusur._tcp.local."
DISCOVERY_SECONDS = 2.0
"""Neighbours are waited for."""
ASKED = 3
"""Neighbours asked in one look, chosen by lot."""
MOST = 50
"""Names heeded: a network may be full of them."""
_PACE = Pace(least=100_000, window=5.0)
"""A neighbour that is slower than that is left for the next source."""
_SILENCE = 5.0


def identity(state: Path) -> str:
    """By what a kiosk knows itself among those it finds; made the first time.

    Raises:
        StorageError: it cannot be kept.
    """
    path = state / "lan-id"
    with own_disk(state):
        state.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with replaced_atomically(path) as fresh:
                fresh.write_text(secrets.token_hex(8), encoding="ascii")
        return path.read_text(encoding="ascii", errors="replace")[:32]


def own_addresses(address: str = "") -> list[str]:
    """This machine's addresses on networks of its own; the one that is set, where one is."""
    if address:
        return [address]
    found = (str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4)
    return sorted(host for host in found if is_near(host) and not IPv4Address(host).is_loopback)


@contextmanager
def announced(own: str, port: int, address: str = "") -> Iterator[list[str]]:
    """Tell the networks this machine is on that a kiosk serves there; gives the addresses, none where there is no network.

    Args:
        own: the kiosk's identity.
        port: where it serves.
        address: the one it serves on; empty for all.
    """
    addresses = own_addresses(address)
    network = _network(addresses)
    if network is None:
        yield []
        return
    packed = [socket.inet_aton(host) for host in addresses]
    info = ServiceInfo(SERVICE, f"{own}.{SERVICE}", addresses=packed, port=port, properties={"id": own})
    try:
        with suppress(Error):  # a name that is taken twice: neighbours find others
            network.register_service(info, allow_name_change=True)
        yield addresses
    finally:
        network.close()


def _network(addresses: list[str]) -> Zeroconf | None:
    try:
        return Zeroconf(interfaces=addresses, ip_version=IPVersion.V4Only) if addresses else None
    except OSError:
        return None


def find_neighbours(own: str, address: str = "", seconds: float = DISCOVERY_SECONDS) -> list[str]:
    """Addresses of kiosks that serve on the networks this machine is on, in an order of chance; never this kiosk's own.

    Args:
        own: this kiosk's identity.
        address: of the network to look on; empty for all.
        seconds: how long to wait for them.
    """
    network = _network(own_addresses(address))
    if network is None:
        return []
    names: list[str] = []
    enough = threading.Event()

    def heard(name: str, **_more: object) -> None:
        names.append(name)
        if len(names) >= MOST:
            enough.set()

    try:
        # QM: an answer to this address alone may reach another program that shares the port (RFC 6762, 15.1)
        browser = ServiceBrowser(network, SERVICE, handlers=[heard], question_type=DNSQuestionType.QM)
        enough.wait(seconds)
        browser.cancel()
        infos = (ServiceInfo(SERVICE, name) for name in sorted(set(names[:MOST])))
        known = [info for info in infos if info.load_from_cache(network) and info.properties.get(b"id") != own.encode()]
    finally:
        network.close()
    found = {f"http://{host}:{info.port}" for info in known for host in info.parsed_addresses(IPVersion.V4Only) if is_near(host)}
    return random.sample(sorted(found), len(found))


def sources_near(state: Path, address: str = "") -> list[HttpSource]:
    """A few neighbours to ask, with little patience; none where this kiosk cannot even keep its own name."""
    try:
        found = find_neighbours(identity(state), address)
    except StorageError:
        return []
    return [HttpSource(each, _PACE, _SILENCE) for each in found[:ASKED]]
