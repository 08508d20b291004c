"""The screens of a kiosk and the ways to them: what is pictured, and what is looked over for those who do not see.

Over 250 lines: the screens and the ways to them are one list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEventLoop

from kiosk.content.store import ContentStore
from kiosk.domain.condition import Answer
from kiosk.domain.guide import cells, walks
from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.domain.picture_game import PICTURES
from kiosk.domain.resume_code import encode
from kiosk.domain.staff import Person, Role
from kiosk.presentation.guide_steps import START, SUMMARY
from kiosk.presentation.route import RESTS, Screen
from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.maintenance.stick_job import STEPS
from kiosk.ui.staff.maintenance.stick_view_model import Stage
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.tools.preview import force

BATCH = 50


@dataclass(frozen=True, slots=True)
class Visit:
    """A screen to look at, and how to get there from the home screen."""

    name: str
    reach: Callable[[KioskApplication], None]


def _items(store: ContentStore, kind: ItemKind) -> Iterator[str]:
    for offset in range(0, store.count(kind), BATCH):
        yield from (card.identifier for card in store.cards(kind, offset, BATCH))


def _show(screen: Screen) -> Callable[[KioskApplication], None]:
    return lambda kiosk: kiosk.shell.show(screen)


def _open(identifier: str) -> Callable[[KioskApplication], None]:
    return lambda kiosk: kiosk.shell.open(identifier)


def _in_mode(mode: str, screen: Screen) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        tag = kiosk.shell.reading.tag
        kiosk.shell.leave()
        choose(kiosk, mode)
        if screen not in RESTS:
            kiosk.shell.enter(tag)
        if screen is Screen.QUIZ:
            kiosk.shell.show(screen)

    return reach


def _third_question(kiosk: KioskApplication) -> None:
    _in_mode("children", Screen.QUIZ)(kiosk)
    kiosk.visitor.screens.quiz.goOn()
    kiosk.visitor.screens.quiz.goOn()


def _sign(kiosk: KioskApplication) -> None:
    _in_mode("children", Screen.QUIZ)(kiosk)
    kiosk.visitor.screens.quiz.chooseLevel(PICTURES)


def choose(kiosk: KioskApplication, mode: str) -> None:
    """Choose a mode as staff do, until somebody chooses again; the kiosk's own one: back to the timetable."""
    if kiosk.content.holder.store is None:
        return
    kiosk.choices.clear(kiosk.modes.day.moment, "", "")
    if mode != kiosk.modes.keeper.rules.default:
        force(kiosk, mode)
    else:
        kiosk.modes.keeper.ask()


def _staff_page(page: PanelPage, *, glass: bool = False) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        tag = kiosk.shell.reading.tag
        kiosk.staff.gate.set_pin("Amal", Role.LEAD, "493827", kiosk.modes.day.moment, "Amal")
        kiosk.staff.people.save(replace(kiosk.staff.gate.roll, rescue_key="ab" * 32, status_key="cd" * 32))
        kiosk.staff.gate.may_begin()
        kiosk.staff.pad.open()
        if page is PanelPage.EVACUATE:
            kiosk.staff.pad.evacuate()
        elif page is not PanelPage.PAD:
            kiosk.staff.staff.enter(Person("Amal", Role.LEAD, ""))
            kiosk.shell.enter(tag)
        if page is PanelPage.UNTIL:
            kiosk.staff.board.chooseMode("pavilion_k9")
        elif page not in {PanelPage.PAD, PanelPage.EVACUATE, PanelPage.BOARD}:
            kiosk.staff.staff.show(page)
        while page is PanelPage.HALL and not (kiosk.staff.maintenance.hall.voices and kiosk.staff.maintenance.light.way):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if glass:
            kiosk.staff.maintenance.check.tryGlass()

    return reach


def _first_code(kiosk: KioskApplication) -> None:
    """Nobody leads yet, and the installer has left a code."""
    kiosk.staff.people.save(replace(kiosk.staff.gate.roll, people=()))
    kiosk.staff.gate.new_first_code()
    kiosk.staff.pad.open()


def _stick(stage: Stage) -> Callable[[KioskApplication], None]:
    """The reader of sticks is told what to answer; none is looked for."""

    def reach(kiosk: KioskApplication) -> None:
        _staff_page(PanelPage.STICK)(kiosk)
        reader = kiosk.staff.maintenance.reader
        reader.close()
        if stage is Stage.REFUSED:
            reader.failed.emit("stick_untrusted")
        else:
            reader.answered.emit(_OFFER)
        if stage is Stage.WORKING:
            kiosk.staff.maintenance.stick.confirm()
            reader.close()
            reader.stepped.emit(STEPS.index("examining"), 0.0)

    return reach


def _take_away(identifier: str) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        kiosk.shell.open(identifier)
        kiosk.visitor.screens.takeaway.openCodes()

    return reach


def _bilingual(identifier: str) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        kiosk.shell.open(identifier)
        kiosk.shell.toggleBilingual()

    return reach


def _listen(identifier: str) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        kiosk.shell.open(identifier)
        kiosk.narration.reader.toggle()

    return reach


def _search(text: str) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        kiosk.shell.show(Screen.SEARCH)
        kiosk.visitor.screens.search.write(f"{text} ")  # a word that is finished

    return reach


def _guide_step(guide: str, answers: dict[str, Answer], step: str) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        kiosk.shell.openGuide(guide)
        store = kiosk.content.holder.store
        if store is not None:
            kiosk.visitor.screens.guide.take_up(store.guide(guide), answers)
            kiosk.shell.follow_guide(guide, [step])

    return reach


_SEARCHES = {
    "found": "carte",
    "slip": "gendarmrie",
    "nothing": "zzxxq",
    "elsewhere": "visa schengen",
    "maybe": "vol de sac à main",
    "danger": "mon mari me frappe",
}
"""A picture of each way a search can end."""


def _list(guide: str, answers: dict[str, Answer], *, take_away: bool = False) -> Callable[[KioskApplication], None]:
    def reach(kiosk: KioskApplication) -> None:
        store = kiosk.content.holder.store
        if store is not None:
            kiosk.shell.open_list(guide, encode(store.guide(guide), answers))
        if take_away:
            kiosk.visitor.screens.takeaway.openCodes()

    return reach


def _guide_visits(store: ContentStore) -> Iterator[Visit]:
    """The start of the first guide with every kind of question, a question of each kind, its summary, a list and its codes."""
    guide = max(store.guides(), key=lambda one: len({question.kind for question in one.questions}))
    ways = list(walks(guide))
    answers: dict[str, Answer] = dict(ways[-1].answers)
    yield Visit("guide-start", _guide_step(guide.identifier, {}, START))
    for kind, question in {question.kind: question for question in guide.questions}.items():
        way = next(way for way in ways if question in way.asked)
        yield Visit(f"guide-{kind.value}", _guide_step(guide.identifier, dict(way.answers), question.identifier))
    dropped = next(question for question in guide.questions if question.identifier not in answers)
    stale: dict[str, Answer] = answers | {dropped.identifier: cells(guide, dropped)[0].answer}
    yield Visit("guide-summary", _guide_step(guide.identifier, stale, SUMMARY))
    yield Visit("guide-list", _list(guide.identifier, answers))
    yield Visit("guide-list-codes", _list(guide.identifier, answers, take_away=True))


def visits(store: ContentStore, *, every_item: bool) -> Iterator[Visit]:
    """The screens of a content database: all kinds, and each item's page or one of each kind."""
    yield from (Visit(screen.value.lower(), _show(screen)) for screen in Screen if screen not in _APART | _OF_MODES)
    if store.venue():
        yield Visit("map-way", lambda kiosk: kiosk.shell.showWay("kind:toilets"))
    yield from (Visit(f"search-{name}", _search(text)) for name, text in _SEARCHES.items())
    yield from _guide_visits(store)
    yield from (Visit(f"mode-{mode}-{screen}".lower(), _in_mode(mode, screen)) for mode, screen in _MODES)
    yield Visit("mode-children-quiz-third", _third_question)
    yield Visit("mode-children-quiz-pictures", _sign)
    yield from (Visit(f"staff-{page}".lower(), _staff_page(page)) for page in _STAFF_PAGES)
    yield Visit("staff-first", _first_code)
    yield Visit("staff-glass", _staff_page(PanelPage.CHECK, glass=True))
    yield from (Visit(f"staff-stick-{stage}", _stick(stage)) for stage in (Stage.OFFERED, Stage.WORKING, Stage.REFUSED))
    firsts: dict[ItemKind, str] = {}
    for kind in sorted(PAGE_KINDS):
        for identifier in _items(store, kind):
            if every_item or kind not in firsts:
                firsts.setdefault(kind, identifier)
                yield Visit(identifier.replace(":", "-").replace("/", "-"), _open(identifier))
    for identifier in firsts.values():
        name = identifier.replace(":", "-").replace("/", "-")
        yield Visit(f"takeaway-{name}", _take_away(identifier))
        yield Visit(f"bilingual-{name}", _bilingual(identifier))
    yield from (Visit("listening", _listen(first)) for kind, first in firsts.items() if kind is ItemKind.PAVILION)


_APART = frozenset({Screen.ATTRACT, Screen.PAGE, Screen.GUIDE, Screen.OUT_OF_SERVICE, Screen.CLOSED, Screen.EVACUATION})
_OF_MODES = frozenset({Screen.TILES, Screen.SLIDES, Screen.QUIZ})
_STAFF_PAGES = tuple(
    page
    for page in PanelPage
    if page not in {PanelPage.SHUT, PanelPage.FIRST, PanelPage.RESCUE, PanelPage.WHO, PanelPage.NEW_PIN, PanelPage.STICK}
)
_OFFER: dict[str, object] = {
    "standing": "new",
    "number": 7,
    "version": "2027.01.01",
    "changes": {"added": 3, "changed": 12, "removed": 1},
    "signed_by": ["amina", "youssef"],
    "bytes": 48_300_000,
    "published": "2026-12-30T09:00:00+00:00",
}
"""What `kiosk sync --stick --offer` says of a stick with new content."""
_MODES = (
    ("children", Screen.TILES),
    ("children", Screen.QUIZ),
    ("presenter", Screen.SLIDES),
    ("pavilion_k9", Screen.PAGE),
    ("demonstrations", Screen.ATTRACT),
    ("showcase", Screen.ATTRACT),
    ("closed", Screen.CLOSED),
    ("emergency", Screen.EVACUATION),
)
