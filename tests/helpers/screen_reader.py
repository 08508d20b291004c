"""A screen reader's view of a running kiosk: walks the tree over AT-SPI on D-Bus, and presses buttons there.

Run by the machine's own Python, which has D-Bus: `python3 tests/helpers/screen_reader.py SECONDS BUTTON…`.
"""

import json
import sys
import time

import dbus

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
STATES = {4: "checked", 8: "enabled", 11: "focusable", 24: "sensitive", 25: "showing", 30: "visible", 41: "checkable"}
"""Of Atspi.StateType, those that are looked at."""


class Reader:
    """One connection to the bus of accessibility."""

    def __init__(self) -> None:
        session = dbus.SessionBus()
        address = session.get_object("org.a11y.Bus", "/org/a11y/bus").GetAddress(dbus_interface="org.a11y.Bus")
        self._bus = dbus.bus.BusConnection(address)

    def children(self, place):
        """The children of an object: its name on the bus, and its path."""
        return [tuple(map(str, child)) for child in self._of(place).GetChildren(dbus_interface=ACCESSIBLE)]

    def describe(self, place, depth):
        """What a screen reader is told of an object."""
        one = self._of(place)
        get = dbus.Interface(one, "org.freedesktop.DBus.Properties").Get
        low, high = map(int, one.GetState(dbus_interface=ACCESSIBLE))
        bits = low | high << 32
        return {
            "place": place,
            "depth": depth,
            "name": str(get(ACCESSIBLE, "Name")),
            "description": str(get(ACCESSIBLE, "Description")),
            "role": str(one.GetRoleName(dbus_interface=ACCESSIBLE)),
            "states": sorted(name for bit, name in STATES.items() if bits >> bit & 1),
        }

    def walk(self, place, depth=0):
        """The object and all below it."""
        yield self.describe(place, depth)
        for child in self.children(place):
            if child[1] != "/org/a11y/atspi/null":
                yield from self.walk(child, depth + 1)

    def whole(self, place):
        """The object and all below it; nothing where the screen changed meanwhile."""
        try:
            return list(self.walk(place))
        except dbus.exceptions.DBusException:
            return []

    def _of(self, place):
        return self._bus.get_object(*place, introspect=False)

    def press(self, place):
        """Do the first action of an object."""
        self._of(place).DoAction(0, dbus_interface="org.a11y.atspi.Action")


def showing(found):
    """The names that are on the screen; what is kept from other screens is in the tree as well."""
    return [one["name"] for one in found if "showing" in one["states"]]


def main(seconds: float, buttons: list[str]) -> int:
    """Press buttons by their names, one after the other; a line of JSON for what was there before each, and after the last."""
    reader, end, walks, before = Reader(), time.monotonic() + seconds, [], []
    while time.monotonic() < end and len(walks) <= len(buttons):
        for place in reader.children(("org.a11y.atspi.Registry", ROOT)):
            found = reader.whole(place)
            names = showing(found)
            settled, before = names == before, names
            if not settled or (walks and names == showing(walks[-1])):
                continue  # a screen is looked at when it has become another, and stays
            if len(walks) == len(buttons):
                walks.append(found)
                break
            wanted = buttons[len(walks)]
            seen = [one for one in found if one["name"] == wanted and {"showing", "enabled"} <= set(one["states"])]
            if seen:
                walks.append(found)
                reader.press(seen[-1]["place"])
        time.sleep(0.2)
    for walk in walks:
        sys.stdout.write(json.dumps(walk, ensure_ascii=False) + "\n")
    return len(walks) <= len(buttons)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
