"""Codes are read by a real reader: as drawn, at print size, blurred and tilted."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import zxingcpp
from icalendar import Event
from PIL import Image, ImageFilter
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.config import ROOT
from kiosk.content.build import build
from kiosk.content.store import ContentStore
from kiosk.domain.guide import walks
from kiosk.domain.item import ItemKind
from kiosk.domain.resume_code import encode
from kiosk.domain.takeaway import CODE_CAPACITY, Takeaway
from kiosk.domain.timetable import Today
from kiosk.presentation.pages import compose_page, compose_takeaways
from kiosk.ui.application import KioskApplication
from kiosk.ui.drawing.drawn import PROVIDER, DrawnProvider
from kiosk.ui.drawing.qr_image import code_image
from kiosk.ui.shell.window import QML
from kiosk.ui.takeaway.takeaway_view_model import ICONS
from tests.helpers.fakes import morning
from tests.helpers.sources import committed

PRINT_PIXELS = 60 * 300 // 25
"""60 mm at 300 dots an inch."""


@pytest.fixture(scope="module")
def store():
    with ContentStore.open(ROOT / "content.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def takeaways(store: ContentStore) -> list[tuple[str, Takeaway]]:
    """Every take-away of the content, with where it is."""
    words, now = store.words(), morning(ZoneInfo(store.timezone))
    kinds = (
        ItemKind.PAVILION,
        ItemKind.UNIT,
        ItemKind.DEMONSTRATION,
        ItemKind.EDITION,
        ItemKind.EMERGENCY_NUMBER,
        ItemKind.ORGANISATION,
    )
    found = []
    for kind in kinds:
        for card in store.cards(kind, 0, 200):
            page = compose_page(store, card.identifier, "", words, Today(now))
            found += [(card.identifier, t) for t in compose_takeaways(store, page, Today(now), words)]
    for card in store.cards(ItemKind.PUBLIC_SERVICE, 0, 200):
        for situation in store.public_service(card.identifier).situations:
            page = compose_page(store, card.identifier, situation.identifier, words, Today(now))
            found += [(f"{card.identifier} {situation.identifier}", t) for t in compose_takeaways(store, page, Today(now), words)]
    for guide in store.guides():
        for way in list(walks(guide))[::25]:
            page = compose_page(store, guide.identifier, encode(guide, way.answers), words, Today(now))
            found += [(f"{guide.identifier} {dict(way.answers)}", t) for t in compose_takeaways(store, page, Today(now), words)]
    return found


def drawn(payload: str, side: int) -> Image.Image:
    """A code on white, as many whole pixels a module as there is room for."""
    code = Image.fromarray(pixels_of(code_image(payload)))
    size = code.width * (side // code.width)
    image = Image.new("L", (side, side), 255)
    image.paste(code.resize((size, size), Image.Resampling.NEAREST), ((side - size + 1) // 2, (side - size + 1) // 2))
    return image


def pixels_of(image: QImage) -> np.ndarray:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())[:, : gray.width()].copy()


@cache
def is_read(payload: str) -> bool:
    """Whether a code at print size says what was put into it; many codes are the same in every language."""
    return read(drawn(payload, PRINT_PIXELS)).replace("\r", "") == payload.replace("\r", "")


def read(image: Image.Image) -> str:
    found = zxingcpp.read_barcodes(np.asarray(image), formats=zxingcpp.BarcodeFormat.QRCode)
    return found[0].text if found else ""


@pytest.mark.parametrize("tag", ["ar", *(pytest.param(tag, marks=pytest.mark.by_hand) for tag in ("fr", "en"))])
def test_every_take_away_of_the_content_is_read(qapp, takeaways: list[tuple[str, Takeaway]], tag: str) -> None:
    payloads = {payload: where for where, takeaway in takeaways for payload in takeaway.codes[tag]}
    for payload, where in payloads.items():
        assert len(payload.encode()) <= CODE_CAPACITY, where
        assert is_read(payload), where
    assert len(payloads) > 80


def test_every_event_is_a_calendar_entry_in_utc(takeaways: list[tuple[str, Takeaway]]) -> None:
    events = [(w, t) for w, t in takeaways if t.kind == "event"]
    assert len(events) >= 9
    for where, takeaway in events:
        for tag, (payload,) in takeaway.codes.items():
            event = Event.from_ical(payload)
            assert event.decoded("dtend") > event.decoded("dtstart"), where
            assert event.decoded("dtstart").utcoffset().total_seconds() == 0
            assert str(event["summary"]), tag


def test_no_code_leads_off_the_allow_list(takeaways: list[tuple[str, Takeaway]]) -> None:
    sites = {payload for _, t in takeaways if t.kind == "website" for payload in t.codes["fr"]}
    assert sites
    for url in sites:
        assert not any(barred in url for barred in ("dgsn.gov.ma/", "www.dgsn.gov.ma", "service-public.ma", "passeport.ma"))


@pytest.mark.parametrize(
    "payload", ["tel:19", "https://www.cnie.ma", "ن" * 330, "x" * CODE_CAPACITY], ids=["tel", "site", "arabic", "full"]
)
@pytest.mark.parametrize("turn", [0, 7, -15])
@pytest.mark.parametrize("blur", [0, 1.2])
def test_a_code_is_read_tilted_and_blurred(qapp, payload: str, turn: int, blur: float) -> None:
    image = drawn(payload, PRINT_PIXELS).rotate(turn, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    image = image.filter(ImageFilter.GaussianBlur(blur)) if blur else image
    assert read(image) == payload


@pytest.mark.parametrize("side", [120, 301, 499, 1000])
def test_modules_stand_on_whole_pixels_with_a_quiet_zone(qtbot: QtBot, side: int) -> None:
    view = QQuickView(color="white", resizeMode=QQuickView.ResizeMode.SizeRootObjectToView)
    view.engine().addImportPath(str(QML))
    view.engine().addImageProvider(PROVIDER, DrawnProvider())
    view.setInitialProperties({"payload": "tel:19"})
    view.loadFromModule("Kiosk.Components", "QrCode")
    view.resize(side, side)
    view.show()
    qtbot.waitUntil(view.isExposed)
    assert (pixels_of(view.grabWindow()) == np.asarray(drawn("tel:19", side))).all()
    assert np.argwhere(np.asarray(drawn("tel:19", side)) == 0).min() >= 4 * (side // code_image("tel:19").width())
    view.close()


def test_more_than_a_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="split the text"):
        code_image("x" * (CODE_CAPACITY + 1))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed content, with a place on the map for one desk."""
    folder = tmp_path_factory.mktemp("places")
    committed(folder / "sources")
    path = folder / "sources" / "services" / "cnie.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "    type: desk\n", "    type: desk\n    place: {latitude: 33.5912, longitude: -7.6036}\n", 1
    )
    path.write_text(text, encoding="utf-8")
    build(folder / "sources", folder / "content.db")
    return folder / "content.db"


def on_screen(kiosk: KioskApplication) -> str:
    found = zxingcpp.read_barcodes(pixels_of(kiosk.window.grabWindow()), formats=zxingcpp.BarcodeFormat.QRCode)
    return found[0].text if found else ""


PAGES = ["service:cnie", "service:accident", "emergency:police", "demonstration:k9_show", "organisation:dgsn"]


@pytest.mark.parametrize("settings", [{"wifi_name": "Jusur; visitors", "wifi_password": 'p"a:s,s'}])
@pytest.mark.parametrize("tag", ["ar", "fr", "en"])
def test_every_rung_of_the_ladder_is_read_off_the_screen(kiosk: KioskApplication, qtbot: QtBot, tag: str) -> None:
    kiosk.shell.enter(tag)
    seen: dict[str, set[str]] = {}
    for item in PAGES:
        kiosk.shell.open(item)
        kiosk.visitor.screens.takeaway.openCodes()
        for number, code in enumerate(kiosk.visitor.screens.takeaway.codes):
            kiosk.visitor.screens.takeaway.select(number)
            qtbot.waitUntil(
                lambda wanted=code: on_screen(kiosk).replace("\r", "") == wanted.payload.replace("\r", ""), timeout=5000
            )
            seen.setdefault(code.icon, set()).add(code.payload)
    assert seen.keys() == set(ICONS.values())
    assert seen["map-pin"] == {"geo:33.59120,-7.60360"}
    assert seen["wifi-high"] == {'WIFI:T:WPA;S:Jusur\\; visitors;P:p\\"a\\:s\\,s;;'}
