"""Every screen, as assistive technology and as a finger meet it: names, roles, sizes, on the smallest and the largest panels."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.config import ROOT, KioskConfig
from kiosk.domain.panel import Panel
from kiosk.presentation.route import RESTS
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.heap import set_aside_what_stays
from kiosk.ui.tools.accessible_tree import accessible_nodes
from kiosk.ui.tools.screenshots import noon, settle
from kiosk.ui.tools.visits import visits
from tests.helpers.ears import bare
from tests.helpers.fakes import CheapHasher

LEAST_MM = 15.0
WHOLE = ("aids", "scroll_up", "scroll_down", "read_more", "read_less", "previous", "next", "speaker_notes")
"""Buttons that bring in sight what is not; entries are whole without them."""
PANELS = [(1080, 1920, 15.6), (1920, 1080, 15.6), (1080, 1920, 32.0), (3840, 2160, 55.0)]


@pytest.fixture(params=PANELS, ids=str)
def panel(request: pytest.FixtureRequest) -> Panel:
    return Panel(*request.param)


@pytest.fixture
def every_screen(qtbot, panel: Panel, clock, tmp_path: Path) -> Iterator[KioskApplication]:
    config = KioskConfig(
        content=ROOT / "content.db",
        cache=tmp_path,
        state=tmp_path / "state",
        panel_diagonal_inches=panel.diagonal_inches,
        motion=False,
    )
    boundary = Boundary(clock, noon, lambda _parent: None, CheapHasher)
    kiosk = KioskApplication(config, QSize(panel.width_px, panel.height_px), boundary)
    kiosk.show(full_screen=False)
    qtbot.waitUntil(kiosk.window.isExposed)
    set_aside_what_stays()  # a visitor leaves before each screen
    yield kiosk
    kiosk.close()
    gc.unfreeze()


def unspoken(kiosk: KioskApplication) -> list[str]:
    """What can be pressed on the screen, and is no entry for those who go by ear; the keys of the voice are keys of the pad."""
    if kiosk.shell.route.screen in RESTS:
        return []
    tag, words = kiosk.shell.reading.tag, kiosk.shell.source_words
    apart = {bare(words[word].in_language(tag)) for word in WHOLE}
    voice = kiosk.window.findChild(QQuickItem, "narrationControls")
    place = voice.mapRectToScene(QRectF(0, 0, voice.width(), voice.height())) if voice.isVisible() else QRectF()
    entries = kiosk.serving.ear.menu.whole().entries
    names = {bare(one.name.in_language(tag)) for one in entries}
    told = [set(bare(" ".join(text.in_language(tag) for _, text in one.texts)).split()) for one in entries if one.act]
    names.add(bare(words[kiosk.narration.reader.label].in_language(tag)))  # what the voice's one button is called now
    nodes = [node for node in accessible_nodes(kiosk.window) if node.interactive and node.enabled]
    shown = {bare(node.name) for node in nodes if not place.contains(QPointF(node.rectangle.center()))}
    unsaid = [name for name in shown - apart - names if not any(len(one) > 2 and one in name for one in names)]
    return [name for name in unsaid if not any(words >= set(name.split()) for words in told)]


@pytest.mark.parametrize(("panel", "tag"), list(zip(PANELS, ["ar", "fr", "fr", "ar"], strict=True)), indirect=["panel"])
@pytest.mark.clause("WCAG 4.1.2", "WCAG 2.5.8", "WCAG 2.5.5")
def test_whatever_can_be_touched_has_a_name_a_role_and_room_for_a_finger(
    every_screen: KioskApplication, panel: Panel, tag: str
) -> None:
    kiosk, seen = every_screen, 0
    store = kiosk.content.holder.store
    assert store is not None
    for visit in visits(store, every_item=False):
        gc.freeze()  # each visit that ends looks for garbage: not among what all before it have left
        kiosk.staff.staff.close()
        kiosk.shell.leave()
        kiosk.shell.enter(tag)
        visit.reach(kiosk)
        settle(kiosk)
        for node in accessible_nodes(kiosk.window):
            if not node.interactive:
                continue
            seen += 1
            where = f"{visit.name}: {node.role} {node.name!r}"
            assert node.name.strip(), where
            sides = (node.rectangle.width(), node.rectangle.height())
            assert min(sides) / panel.pixels_per_millimetre >= LEAST_MM, where
        if not visit.name.startswith("staff-"):
            assert unspoken(kiosk) == [], visit.name
        if visit.name.startswith("staff-") and visit.name != "staff-glass":  # its own languages are within reach on every page
            offered = {node.name: node for node in accessible_nodes(kiosk.window) if node.interactive and node.enabled}
            screen = QRect(kiosk.window.position(), kiosk.window.size())
            assert all(screen.contains(offered[language.endonym].rectangle) for language in kiosk.shell.languages), visit.name
    assert seen > 150


def wider_than_its_button(item: QQuickItem, button: QQuickItem | None = None) -> Iterator[str]:
    """Words that run out of the button they stand on."""
    if item.isVisible():
        button = item if item.property("groundPressed") is not None else button
        if button is not None and item.inherits("QQuickText") and item.property("contentWidth") > button.width():
            yield str(item.property("text"))
        for child in item.childItems():
            yield from wider_than_its_button(child, button)


def test_the_bar_at_the_foot_fits_every_panel(every_screen: KioskApplication, panel: Panel) -> None:
    kiosk = every_screen
    for tag in ("ar", "fr", "en"):
        kiosk.shell.leave()
        kiosk.shell.enter(tag)
        kiosk.shell.open("pavilion:k9")
        settle(kiosk)
        words = {kiosk.shell.words[key] for key in ("back", "home", "listen", "take_away", "aids")}
        words |= {language.endonym for language in kiosk.shell.languages} | {kiosk.shell.words["call"] + " 19"}
        lowest = [n for n in accessible_nodes(kiosk.window) if n.interactive and n.name in words]
        assert len(lowest) == 9
        assert list(wider_than_its_button(kiosk.window.contentItem())) == []
        for one in lowest:
            assert one.rectangle.left() >= 0 and one.rectangle.right() <= panel.width_px
            for other in lowest:
                assert one is other or not one.rectangle.intersects(other.rectangle), (one.name, other.name)


@pytest.mark.clause("WCAG 4.1.2")
def test_a_screen_reader_can_press(robot, kiosk: KioskApplication) -> None:
    kiosk.shell.enter("fr")
    settle(kiosk)
    button = robot.find(kiosk.shell.words["services"])
    button.interface.actionInterface().doAction("Press")
    settle(kiosk)
    assert kiosk.shell.screen == "Services"
    assert QAccessible.isActive()
