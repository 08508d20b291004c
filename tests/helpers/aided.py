"""What every screen must keep to with each aid, measured on what was drawn.

`python -m tests.helpers.aided` looks at the whole matrix.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.content.store import ContentStore
from kiosk.domain.mount import HIGHEST_MM, LOWEST_MM, Mount, capital_mm
from kiosk.domain.panel import Panel
from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.aids_view_model import AIDS
from kiosk.ui.tools.accessible_tree import AccessibleNode, accessible_nodes
from kiosk.ui.tools.screenshots import settle
from kiosk.ui.tools.visits import visits
from tests.helpers.glass import LEAST_MM, Fault, items, kiosk_on, min_side

NOT_VISITORS = ("staff-", "mode-closed", "mode-emergency", "mode-demonstrations-attract", "mode-showcase")
"""Screens of staff, and those on which nobody has chosen a language yet: aids are a visitor's."""
SCROLLS = ("scroll_up", "scroll_down", "preparing")
"""Buttons that pages have no use for, and what a voice says of itself while it begins."""
VOICE = ("listen", "stop")
"""What its one button is called; a space may begin to read by itself."""


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _names(nodes: list[AccessibleNode], *, interactive: bool) -> set[str]:
    return {_plain(node.name) for node in nodes if node.interactive is interactive and node.name and node.enabled}


def _sheet(kiosk: KioskApplication) -> QQuickItem:
    sheet = kiosk.window.findChild(QObject, "largePrint")
    assert isinstance(sheet, QQuickItem)
    return sheet


def lost(
    before: list[AccessibleNode], after: list[AccessibleNode], sheet: QQuickItem, scrolls: set[str], voice: set[str]
) -> Iterator[str]:
    """What a screen said or offered, and its print in large letters does not."""
    after_all = {_plain(node.name) for node in after if node.interactive}
    offered = _names(before, interactive=True) - after_all - scrolls - (voice if voice & after_all else set())
    yield from (f"lost: the button {name!r}" for name in sorted(offered))
    said = " ".join([*(_plain(node.name) for node in after), *(_plain(str(item.property("text") or "")) for item in items(sheet))])
    yield from (f"lost: {name!r}" for name in sorted(_names(before, interactive=False)) if name not in said)


def small(sheet: QQuickItem, panel: Panel, mount: Mount) -> Iterator[str]:
    """Texts whose capital letters do not fill the angle."""
    for item in items(sheet):
        font = item.property("font")
        if isinstance(font, QFont) and item.property("text") and item.property("contentWidth") and font.family() != "Phosphor":
            height = QFontMetricsF(font).capHeight() / panel.pixels_per_millimetre
            if height < capital_mm(mount) - 0.05:
                yield f"small: {height:.1f} mm, {item.property('text')!r}"


def _places(sheet: QQuickItem) -> Iterator[tuple[str, QRectF]]:
    for item in items(sheet):
        if "PrintedBlock" in item.metaObject().className():
            yield (
                str(item.property("source").property("text")),
                item.mapRectToItem(sheet, QRectF(0, 0, item.width(), item.height())),
            )


def cut(kiosk: KioskApplication, sheet: QQuickItem) -> Iterator[str]:
    """What is wider than the sheet, or a button that no page shows whole."""
    width, whole, buttons = sheet.width(), set[str](), set[str]()
    for page in range(int(sheet.property("pages"))):
        sheet.setProperty("page", page)
        settle(kiosk)
        touched = [node for node in accessible_nodes(kiosk.window) if node.interactive]
        buttons |= {node.name for node in touched}
        whole |= {node.name for node in touched if node.rectangle.top() >= -1 and node.rectangle.bottom() <= kiosk.window.height()}
        yield from (f"too wide: {text!r}" for text, place in _places(sheet) if place.left() < -1 or place.right() > width + 1)
    yield from (f"on no page: {name!r}" for name in sorted(buttons - whole))


def beyond(nodes: list[AccessibleNode], panel: Panel, mount: Mount) -> Iterator[str]:
    """What can be touched, and does not stand between the lowest and the highest place that everybody reaches."""
    for node in nodes:
        foot = mount.panel_lower_edge_mm + (panel.height_px - node.rectangle.bottom()) / panel.pixels_per_millimetre
        head = mount.panel_lower_edge_mm + (panel.height_px - node.rectangle.top()) / panel.pixels_per_millimetre
        if node.rectangle.height() > 1 and (foot < LOWEST_MM - 1 or head > HIGHEST_MM + 1):
            yield f"out of reach: {node.name!r} from {foot:.0f} to {head:.0f} mm"


def _faults(kiosk: KioskApplication, aid: str, before: list[AccessibleNode], panel: Panel, mount: Mount) -> Iterator[str]:
    nodes = list(accessible_nodes(kiosk.window))
    shown = QRectF(0, 0, panel.width_px, panel.height_px)
    touched = [node for node in nodes if node.interactive and shown.contains(node.rectangle.center().toPointF())]
    for node in touched:
        if min_side(node.rectangle) < LEAST_MM * panel.pixels_per_millimetre - 1:
            yield f"under {LEAST_MM} mm: {node.name!r}"
    sheet = _sheet(kiosk)
    if sheet.isVisible():
        scrolls, voice = ({kiosk.shell.words[word] for word in words} for words in (SCROLLS, VOICE))
        hides = aid == "easy"  # which puts texts behind "more"
        yield from (one for one in lost(before, nodes, sheet, scrolls, voice) if not hides or one.startswith("lost: the button"))
        yield from cut(kiosk, sheet)
    if aid == "large":
        yield from small(sheet, panel, mount)
    if aid == "reach":
        sheet.setProperty("page", 0)
        settle(kiosk)
        yield from beyond([node for node in accessible_nodes(kiosk.window) if node.interactive], panel, mount)


def aided(
    kiosk: KioskApplication, aid: str, panel: Panel, tag: str, wanted: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[Fault]]]:
    """Each visitors' screen whose name begins with one that is wanted, with what is wrong with it once an aid is on."""
    store = kiosk.content.holder.store
    assert isinstance(store, ContentStore)
    mount = kiosk.shell.aids.mount
    _ = kiosk.serving
    for visit in visits(store, every_item=False):
        if visit.name.startswith(NOT_VISITORS) or (wanted and not visit.name.startswith(wanted)):
            continue
        kiosk.shell.leave()
        kiosk.shell.enter(tag)
        visit.reach(kiosk)
        settle(kiosk)
        before = list(accessible_nodes(kiosk.window))
        kiosk.shell.aids.toggle(aid)
        for _frame in range(4):
            settle(kiosk)
        yield visit.name, [Fault(visit.name, what) for what in _faults(kiosk, aid, before, panel, mount)]


def main(argv: list[str]) -> int:
    """Look at every screen with every aid on every panel, or at one diagonal; exit status 1 where something is wrong."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication(sys.argv[:1])
    seen = wrong = 0
    for inches in [float(one) for one in argv] or [15.6, 21.5, 32.0, 43.0, 55.0]:
        for panel in (Panel(1080, 1920, inches), Panel(1920, 1080, inches)):
            for tag in ("ar", "fr", "en"):
                with TemporaryDirectory() as folder:
                    kiosk = kiosk_on(panel, Path(folder))
                    for aid in AIDS:
                        for name, found in aided(kiosk, aid, panel, tag):
                            seen, wrong = seen + 1, wrong + bool(found)
                            for fault in found:
                                print(f"{inches} {panel.width_px}x{panel.height_px} {tag} {aid} {name}: {fault.what}", flush=True)  # noqa: T201
                    kiosk.close()
    print(f"{wrong} of {seen} screens")  # noqa: T201
    application.quit()
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
