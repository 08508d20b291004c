"""Visitors' screens with each aid, on a sample of panels and languages; `python -m tests.helpers.aided` looks at all."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.mount import Mount
from kiosk.domain.panel import Panel
from kiosk.ui.tools.accessible_tree import accessible_nodes
from kiosk.ui.tools.screenshots import settle
from tests.helpers.aided import aided, beyond, small
from tests.helpers.glass import kiosk_on

SAMPLE = [
    ("large", Panel(540, 960, 15.6), "fr", 700, ("home", "services", "guide-number", "emergency")),
    ("large", Panel(960, 540, 32.0), "ar", 700, ("guide-choice", "takeaway-service", "search-found", "feedback")),
    ("reach", Panel(540, 960, 55.0), "fr", 700, ("home", "services", "guide-summary", "map")),
    ("reach", Panel(960, 540, 21.5), "ar", 1080, ("emergency", "resume", "mode-children")),
    ("contrast", Panel(960, 540, 15.6), "fr", 700, ("home", "guide-choice", "service-")),
    ("easy", Panel(540, 960, 43.0), "ar", 700, ("service-cnie", "home")),
]
"""Each aid with another panel; of the screens those that differ most."""


@pytest.mark.clause("EN 5.1.4", "EN 8.3.3", "WCAG 1.4.4", "WCAG 1.4.10", "WCAG 2.5.8", "WCAG 2.5.5")
@pytest.mark.parametrize(
    ("aid", "panel", "tag", "edge", "screens"),
    SAMPLE,
    ids=[f"{aid} {panel.diagonal_inches} {tag}" for aid, panel, tag, *_ in SAMPLE],
)
def test_nothing_is_lost_cut_small_or_out_of_reach(
    qtbot: QtBot, tmp_path: Path, aid: str, panel: Panel, tag: str, edge: int, screens: tuple[str, ...]
) -> None:
    kiosk = kiosk_on(panel, tmp_path, edge=edge)
    qtbot.waitUntil(kiosk.window.isExposed)
    found = dict(aided(kiosk, aid, panel, tag, screens))
    kiosk.close()
    assert len(found) >= len(screens)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_measures_can_fail(qtbot: QtBot, tmp_path: Path) -> None:
    """A tall panel that nothing has been brought down on, and letters of the usual size on a sheet."""
    panel, mount = Panel(540, 960, 55.0), Mount()
    kiosk = kiosk_on(panel, tmp_path)
    qtbot.waitUntil(kiosk.window.isExposed)
    _ = kiosk.serving
    kiosk.shell.enter("fr")
    settle(kiosk)
    nodes = [node for node in accessible_nodes(kiosk.window) if node.interactive]
    assert any("out of reach" in fault for fault in beyond(nodes, panel, mount))
    assert any("small" in fault for fault in small(kiosk.window.contentItem(), Panel(540, 960, 15.6), mount))
    kiosk.close()
