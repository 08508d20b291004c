"""One meaning an icon: what a button means, no item of the content may mean."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kiosk.config import ROOT

QML = ROOT / "kiosk" / "ui" / "qml"
CONTENT = ROOT / "assets" / "content"
SAME = {"hand-waving": "an officer", "phone-call": "the police by telephone", "check": "yes", "x": "no", "info": "a remark"}
"""Icons that mean in the content what they mean on a button."""
_NAMED = re.compile(r'(?:iconName|name): "([a-z0-9-]+)"')
_LEFT_OUT = ("speech", "sayings", "dangers", "elsewhere", "pictures")


def _bar_icons() -> set[str]:
    bar = (QML / "Kiosk" / "Shell" / "NavigationBar.qml").read_text(encoding="utf-8")
    search = (QML / "Kiosk" / "Screens" / "SearchScreen.qml").read_text(encoding="utf-8")
    return {*_NAMED.findall(bar), *_NAMED.findall(search)}


def _icons(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("icon"), str):
            yield value["icon"]
        for member in value.values():
            yield from _icons(member)
    elif isinstance(value, list):
        for member in value:
            yield from _icons(member)


def _files() -> list[Path]:
    return [path for path in CONTENT.rglob("*.yaml") if path.relative_to(CONTENT).parts[0] not in _LEFT_OUT]


def test_no_item_has_the_icon_of_a_button_that_is_always_there() -> None:
    bar = _bar_icons()
    assert {"house", "magnifying-glass", "hand-waving"} <= bar
    used = {icon for path in _files() for icon in _icons(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))}
    assert len(used) > 80
    assert used & bar - set(SAME) == set()


def test_no_two_buttons_of_the_bar_have_the_same_icon() -> None:
    named = _NAMED.findall((QML / "Kiosk" / "Shell" / "NavigationBar.qml").read_text(encoding="utf-8"))
    assert len(named) == len(set(named))
