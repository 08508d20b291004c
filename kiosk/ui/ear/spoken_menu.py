"""Where somebody who goes by ear is, what is said to them, and what their keys do there."""

from collections.abc import Callable, Iterable
from itertools import takewhile

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.keypad import KeyCommand
from kiosk.domain.language import LocalizedText
from kiosk.presentation.entries.common import Foot, foot_entries, percent, welcome
from kiosk.presentation.entries.entry import Act, Menu, Verb, entry, said, same, untitled
from kiosk.presentation.route import RESTS, Screen
from kiosk.presentation.scripts import Placed, narration_script
from kiosk.ui.ear.acts import Acts
from kiosk.ui.ear.told import Told
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel

PATIENCE = 180.0
"""Seconds without a key before somebody who goes by ear is asked whether they are there."""
NOWHERE = -1
Part = tuple[int, Iterable[Placed]]
"""Texts, and the entry they belong to; `NOWHERE` for those that belong to none."""


class SpokenMenu(QObject):
    """The entries of the open screen, one of them the one that is spoken of."""

    turned = Signal()
    """Somebody goes by ear now, or does not any more."""
    spoke = Signal(str)
    """An entry is spoken of, by the name the screen shows."""

    def __init__(
        self, shell: ShellViewModel, compose: Callable[[], Menu], acts: Acts, reader: NarrationViewModel, parent: QObject
    ) -> None:
        """Nobody goes by ear yet.

        Args:
            shell: where the visitor is.
            compose: what the open screen says and offers.
            acts: does what entries ask for.
            reader: says it.
            parent: owns the menu.
        """
        super().__init__(parent)
        self._shell, self._compose, self._acts, self._reader = shell, compose, acts, reader
        self.on = self.by_finger = False
        self._helping = False
        self._first: tuple[LocalizedText, ...] = ()
        self._menu, self._at, self._tag, self._depth = Menu("", (), ()), 0, "", 0
        self._places: dict[str, int] = {}
        self._told = Told[int](reader)
        self._looks = QTimer(self, singleShot=True, interval=0)
        self._looks.timeout.connect(self.look)

    # beginning and end -------------------------------------------------------------------------------------------

    def begin(self, *, by_finger: bool) -> None:
        """Go by ear from here on; how that is done is said first."""
        self.on, self.by_finger, self._helping = True, by_finger, False
        self._shell.session.least_wait = PATIENCE
        self._first = welcome(self._shell.source_words, by_finger=by_finger)
        self._menu, self._tag = Menu("", (), ()), ""
        self.turned.emit()
        self.changed()

    def end(self) -> None:
        """Go on by sight, or not at all."""
        if self.on:
            self.on = self._helping = False
            self._shell.session.least_wait = 0.0
            self._looks.stop()
            self._places.clear()
            self._reader.stop()
            self.turned.emit()

    def say_farewell(self) -> None:
        """Say, in the language that was heard, that the kiosk is ready for somebody else; once all else has ended."""
        script = narration_script(untitled(self._shell.source_words["feedback_ready"]), self._shell.reading)
        QTimer.singleShot(0, self, lambda: self._reader.say_this(script))

    @Slot()
    def changed(self) -> None:
        """Something of what is shown may be another; looked at when all of it has changed."""
        if self.on:
            self._looks.start()

    # what is said ------------------------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Say where one is now; on the same screen, what has come of the last key."""
        if not self.on or self._shell.route.screen in RESTS:
            return
        before, self._menu = self._menu, self.whole()
        depth, tag = len(self._shell.trail), self._shell.reading.tag
        here = self._menu.key == before.key
        if here and tag == self._tag:
            self._stay(before)
        else:
            self._places[before.key] = self._at
            back = here or depth < self._depth
            self._at = min(self._places.get(self._menu.key, 0), len(self._menu.entries) - 1) if back else 0
            first, self._first = untitled(*self._first), ()
            title: Part = (NOWHERE, (*first, *self._menu.title, *untitled(*self._menu.status)))
            self._say([title, *self._from_here()])
        self._depth, self._tag = depth, tag

    def whole(self) -> Menu:
        """The entries of the open screen, then those at its foot, then the way out of going by ear."""
        menu, shell, words = self._compose(), self._shell, self._shell.source_words
        screen = shell.route.screen
        on_page = screen is Screen.PAGE or (screen is Screen.MAP and bool(shell.route.identifier))
        reading = shell.reading
        foot = Foot(
            screen,
            reading.languages,
            reading.tag,
            len(shell.trail) > 1,
            on_page,
            reading.bilingual,
            menu.key.startswith("takeaway"),
        )
        off = entry(words["ear_off"], act=Act(Verb.EAR_OFF))
        return menu._replace(entries=(*menu.entries, *foot_entries(foot, words), off))

    def _stay(self, before: Menu) -> None:
        was = before.entries[self._at] if self._at < len(before.entries) else None
        acts = [one.act for one in self._menu.entries]
        if was is not None and was.act in acts:
            self._at = acts.index(was.act)
        self._at = min(self._at, len(self._menu.entries) - 1)
        if self._menu.status != before.status:
            self._say([(NOWHERE, untitled(*self._menu.status)), *self._from_here()])
        elif was != self._menu.entries[self._at]:
            self._say(self._from_here())

    def _from_here(self) -> list[Part]:
        """The entry one is at; what can only be heard goes on to the next that can be pressed."""
        entries, words = self._menu.entries, self._shell.source_words
        heard = [place for place, one in takewhile(lambda pair: pair[1].act is None, enumerate(entries[self._at :], self._at))]
        last = heard[-1] + 1 if heard else self._at
        return [(place, said(self._menu, place, words)) for place in range(self._at, min(last + 1, len(entries)))]

    def _say(self, parts: Iterable[Part]) -> None:
        self._told.say((place, narration_script(texts, self._shell.reading)) for place, texts in parts)
        if self._at < len(self._menu.entries):
            self.spoke.emit(self._shell.reading.plain(self._menu.entries[self._at].name))

    def say_words(self, *texts: LocalizedText) -> None:
        """Say something beside the menu; the place in it stays."""
        self._keep_place()
        self._say([(NOWHERE, untitled(*texts))])

    def name(self, shown: str, *more: LocalizedText) -> None:
        """Say what has the focus, by the name it has on the screen, to somebody who has not begun to go by ear."""
        reading, words = self._shell.reading, self._shell.source_words
        named = (one.name for one in self.whole().entries if reading.plain(one.name) == shown)
        texts = (next(named, same(shown, words)), *more) if shown else more
        self._reader.say_this(narration_script(untitled(*texts), reading), brief=True)

    def _keep_place(self) -> None:
        """The entry that was heard last is where one is."""
        heard = self._told.heard
        self._at = self._at if heard is None or heard == NOWHERE else heard

    # keys --------------------------------------------------------------------------------------------------------

    def press(self, command: KeyCommand) -> None:
        """Do what a key, or a corner of the panel, asks for."""
        words = self._shell.source_words
        if command is KeyCommand.HELP:
            self._helping = not self._helping
            self._keep_place()
            after = [] if self._helping else self._from_here()
            self._say([(NOWHERE, untitled(words["ear_help" if self._helping else "ear_help_over"])), *after])
        elif self._helping:
            self.say_words(words[f"ear_key_{command}"])
        else:
            self._keep_place()
            self._do(command)

    def _do(self, command: KeyCommand) -> None:
        match command:
            case KeyCommand.NEXT | KeyCommand.PREVIOUS:
                step = 1 if command is KeyCommand.NEXT else -1
                self._at = (self._at + step) % max(1, len(self._menu.entries))
                self._say(self._from_here())
            case KeyCommand.OK:
                self._press_entry()
            case KeyCommand.BACK:
                self._acts.back()
                self._repeat_where_nothing_changes()
            case KeyCommand.HOME:
                self._acts.do(Act(Verb.HOME))
                self._at = 0
                self._repeat_where_nothing_changes()
            case KeyCommand.REPEAT:
                self._say(self._from_here())
            case KeyCommand.PAUSE:
                self._pause()
            case _:
                self._set_voice(command)

    def _press_entry(self) -> None:
        act = self._menu.entries[self._at].act
        match act:
            case None:
                self._say(self._from_here())
            case Act(Verb.EAR_OFF):
                self.end()
            case Act(Verb.LISTEN):
                self._read_all()
            case Act(Verb.VOLUME):
                self._acts.do(act)
                self.say_words(*percent("volume", self._reader.recital.speakers.volume, self._shell.source_words))
            case _:
                self._acts.do(act)
                self.changed()

    def _read_all(self) -> None:
        words = self._shell.source_words
        told = [(n, said(self._menu, n, words)) for n, one in enumerate(self._menu.entries) if not one.aside]
        self._say([(NOWHERE, self._menu.title), *told])

    def _repeat_where_nothing_changes(self) -> None:
        """A key that led nowhere is answered all the same."""
        if self._compose().key == self._menu.key:
            self._say([(NOWHERE, self._menu.title), *self._from_here()])
        self.changed()

    def _pause(self) -> None:
        if self._reader.silent:
            self._say(self._from_here())
        else:
            self._reader.pauseOrResume()

    def _set_voice(self, command: KeyCommand) -> None:
        reader, words = self._reader, self._shell.source_words
        match command:
            case KeyCommand.LANGUAGE:
                self._acts.turn_language()
            case KeyCommand.SPEED:
                reader.changeSpeed()
                self.say_words(*percent("speed", reader.recital.speakers.speed, words))
            case _:
                (reader.louder if command is KeyCommand.LOUDER else reader.quieter)()
                self.say_words(*percent("volume", reader.recital.speakers.volume, words))
