"""The map of the venue, turned as the visitor stands, with the way to what they look for."""

from collections.abc import Callable, Collection
from functools import cached_property

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.store import ContentStore
from kiosk.domain.formatting import Words
from kiosk.domain.item import ItemKind
from kiosk.domain.page import Page
from kiosk.domain.venue.labels import label_place, pin_width
from kiosk.domain.venue.plan import Point, Venue
from kiosk.presentation import map_rows
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.pages import map_menu
from kiosk.presentation.map_rows import Stand
from kiosk.presentation.reading import Reading
from kiosk.presentation.route import Route
from kiosk.presentation.serving_rows import Choice, MapDot, MapSpot
from kiosk.ui.shell.rows import QVariantList, Row, Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MANY = 64
"""More pavilions than any exhibition has."""


@QmlElement
@QmlUncreatable("made by the application")
class MapViewModel(QObject):
    """The plan, its spots, and one way."""

    mapChanged = Signal()
    _spot_rows = cached_property(Rows)
    _dot_rows = cached_property(Rows)
    _choice_rows = cached_property(Rows)
    _stand_rows = cached_property(Rows)

    def __init__(self, place: str, facing: float, closed: Callable[[], Collection[str]], parent: QObject) -> None:
        """Show nothing yet.

        Args:
            place: the spot where the kiosk stands, as settings name it.
            facing: where somebody looks who reads the screen, in degrees.
            closed: spots that staff have closed.
            parent: owns the view model.
        """
        super().__init__(parent)
        self._place, self._facing, self._closed = f"spot:{place}", facing, closed
        self._read: tuple[ContentStore | None, Venue | None] = (None, None)
        self._source, self._ratio = "", 1.0
        self._spots: tuple[MapSpot, ...] = ()
        self._dots: tuple[MapDot, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self._stands: tuple[Choice, ...] = ()
        self._page: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self._found = self._step_free = self._sample = False

    def venue(self, store: ContentStore) -> Venue | None:
        """The plan of a content, read once."""
        if self._read[0] is not store:
            self._read = (store, store.venue())
        return self._read[1]

    def items(self, store: ContentStore) -> frozenset[str]:
        """The items that the map shows the way to."""
        venue = self.venue(store)
        return frozenset(item for spot in venue.spots for item in spot.items) if venue else frozenset()

    def minutes(self, store: ContentStore, item: str) -> int:
        """How long the way to an item is on foot, as it is now; 0 where there is none."""
        venue = self.venue(store)
        found = map_rows.way_to(venue, self._stand(venue), item, step_free=False) if venue else None
        return found.minutes if found else 0

    def walks(self, store: ContentStore) -> dict[str, int]:
        """How long the way to each show is on foot; 0 where there is none."""
        return {item: self.minutes(store, item) for item in self.items(store) if item.startswith(f"{ItemKind.DEMONSTRATION}:")}

    def _stand(self, venue: Venue) -> Stand:
        return Stand(self._place if venue.spot(self._place) else "", self._facing, self._closed())

    def show(self, store: ContentStore, route: Route, reading: Reading, words: Words) -> Page | None:
        """Show the plan, and the way that a route asks for; returns what is told of it.

        Raises:
            LookupError: the content has no plan.
        """
        venue = self.venue(store)
        if venue is None:
            message = "the content has no plan of the venue"
            raise LookupError(message)
        stand = self._stand(venue)
        self._step_free = route.choice == "step_free"
        found = map_rows.way_to(venue, stand, route.identifier, step_free=self._step_free) if route.identifier else None
        page = map_rows.page_of(venue, stand, route.identifier, found, words)
        goals = {found.goal.identifier} if found else {spot.identifier for spot in map_rows.goals_of(venue, route.identifier)}
        self._source, self._ratio = map_rows.picture_of(venue, stand)
        colours = {card.identifier: card.colour for card in store.cards(ItemKind.PAVILION, 0, MANY)}
        self._spots = tuple(map_rows.spot_rows(venue, stand, goals, colours, reading))
        self._dots = tuple(map_rows.dot_rows(venue, stand, found))
        self._choices = tuple(map_rows.facilities(venue, words, reading))
        self._stands = tuple(map_rows.stands(venue, colours, reading))
        self._found, self._sample = found is not None, venue.sample
        card = page.head.card if page else None
        lines = tuple(reading.plain(block.text) for block in page.blocks) if page else ()
        self._page = (reading.plain(card.name), reading.plain(card.summary), lines) if card else ("", "", ())
        self.mapChanged.emit()
        return page

    def menu(self, page: Page | None, goal: str, words: Words) -> Menu:
        """What is told of a way, and all places one can ask the way to."""
        venue = self._read[1]
        if venue is None:
            return Menu("", (), ())
        kinds = {spot.kind for spot in venue.spots}
        facilities = [kind for kind in map_rows.FACILITIES if kind in kinds]
        return map_menu(venue, facilities, self._stand(venue).spot, page, goal, words, step_free=self._step_free)

    def forget(self) -> None:
        """Nothing of a way is left."""
        self._spots, self._dots, self._page, self._found = (), (), ("", "", ()), False
        self.mapChanged.emit()

    def _pins(self, width: float, height: float) -> list[Point]:
        return [Point(spot.x * width, spot.y * height) for spot in self._spots if not spot.here]

    @Slot(float, float, float, result=float)
    def pinWidth(self, width: float, height: float, most: float) -> float:
        """How wide pins are on a plan of some pixels, at most so much."""
        return pin_width(self._pins(width, height), most)

    @Slot(float, float, float, float, float, result=QPointF)
    def labelPlace(self, width: float, height: float, across: float, down: float, mark: float) -> QPointF:
        """The middle of "you are here" on a plan of some pixels; across and down are the label's, mark is a pin's width."""
        here = next((spot for spot in self._spots if spot.here), None)
        if here is None:
            return QPointF()
        pins = self._pins(width, height)
        dots = [Point(dot.x * width, dot.y * height) for dot in self._dots]
        label, plan = Point(across, down), Point(width, height)
        return QPointF(*label_place(Point(here.x * width, here.y * height), label, mark, pins, dots, plan))

    @Property(str, notify=mapChanged)
    def source(self) -> str:
        return self._source

    @Property(float, notify=mapChanged)
    def ratio(self) -> float:
        return self._ratio

    @Property(bool, notify=mapChanged)
    def sample(self) -> bool:
        return self._sample

    @Property(QVariantList, notify=mapChanged)
    def spots(self) -> list[Row]:
        return self._spot_rows.of(self._spots)

    @Property(QVariantList, notify=mapChanged)
    def dots(self) -> list[Row]:
        return self._dot_rows.of(self._dots)

    @Property(QVariantList, notify=mapChanged)
    def facilities(self) -> list[Row]:
        return self._choice_rows.of(self._choices)

    @Property(QVariantList, notify=mapChanged)
    def stands(self) -> list[Row]:
        return self._stand_rows.of(self._stands)

    @Property(str, notify=mapChanged)
    def goal(self) -> str:
        return self._page[0]

    @Property(str, notify=mapChanged)
    def lead(self) -> str:
        return self._page[1]

    @Property(QVariantList, notify=mapChanged)
    def steps(self) -> list[str]:
        return list(self._page[2])

    @Property(bool, notify=mapChanged)
    def found(self) -> bool:
        return self._found

    @Property(bool, notify=mapChanged)
    def stepFree(self) -> bool:
        return self._step_free
