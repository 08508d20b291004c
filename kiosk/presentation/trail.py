"""The way a visitor went, as routes: the last is where they are."""

from itertools import takewhile

from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.presentation.route import MAP, SCREEN, Route, Screen

Trail = tuple[Route, ...]
"""Never empty."""


def to_screen(trail: Trail, screen: Screen) -> Trail:
    """On to a screen; one already on the way is gone back to."""
    route = Route(screen)
    return (*trail[: trail.index(route)], route) if route in trail else (*trail, route)


def to_item(trail: Trail, identifier: str) -> Trail:
    """On to an item's page; of a situation, its service's for that situation; or to a screen, named `screen:CallStaff`.

    What has no page, or is open already, leads nowhere.
    """
    kind, _, name = identifier.partition(":")
    if kind == "situation":
        service, _, choice = name.partition("/")
        return (*trail, Route(Screen.PAGE, f"{ItemKind.PUBLIC_SERVICE}:{service}", choice))
    if kind == MAP:
        return to_way(trail, name, "")
    if kind == SCREEN:
        return to_screen(trail, Screen(name))
    if kind in PAGE_KINDS and identifier != trail[-1].identifier:
        return (*trail, Route(Screen.PAGE, identifier))
    return trail


def to_way(trail: Trail, goal: str, choice: str) -> Trail:
    """On to the map with the way to an item or a spot; on the map already, another way there."""
    before = trail[:-1] if trail[-1].screen is Screen.MAP else trail
    return (*before, Route(Screen.MAP, goal, choice))


def to_choice(trail: Trail, choice: str) -> Trail:
    """The open page, read for another situation."""
    return (*trail[:-1], trail[-1]._replace(choice=choice))


def to_steps(trail: Trail, guide: str, steps: list[str]) -> Trail:
    """On to the last of some steps of a guide; the way back leads through the others."""
    before = takewhile(lambda route: route.screen is not Screen.GUIDE, trail)
    return (*before, *(Route(Screen.GUIDE, guide, step) for step in steps))
