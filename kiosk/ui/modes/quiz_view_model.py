"""The quiz of a mode: one question at a time of the level chosen, without a clock; a wrong choice may be tried again."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.content_mode import QuizQuestion
from kiosk.domain.formatting import Words, filled
from kiosk.domain.item import Card
from kiosk.domain.picture_game import choices_of, picture_questions
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.steps import NONE, quiz_menu
from kiosk.presentation.pictures import address
from kiosk.ui.modes.mode_keeper import ModeKeeper
from kiosk.ui.shell.rows import QVariantList
from kiosk.ui.shell.shell_view_model import ShellViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

YOUNGER = 1


@QmlElement
@QmlUncreatable("made by the application")
class QuizViewModel(QObject):
    """The question, its choices, and what came of the one touched."""

    quizChanged = Signal()
    moved = Signal()
    """Something else is to be read aloud: another question, or an answer."""

    def __init__(self, keeper: ModeKeeper, shell: ShellViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper, self._shell = keeper, shell
        self._level, self._at, self._chosen = YOUNGER, 0, NONE
        shell.visitorLeft.connect(self._begin_again)
        shell.readingChanged.connect(self.quizChanged)

    @Slot()
    def _begin_again(self) -> None:
        self._level, self._at, self._chosen = YOUNGER, 0, NONE
        self.quizChanged.emit()

    @Slot(int)
    def chooseLevel(self, level: int) -> None:
        """Ask the questions of another level from the first on."""
        self._level, self._at, self._chosen = level, 0, NONE
        self.quizChanged.emit()
        self.moved.emit()

    @property
    def _questions(self) -> tuple[QuizQuestion, ...]:
        return tuple(question for question in self._all if question.level == self._level)

    @property
    def _all(self) -> tuple[QuizQuestion, ...]:
        mode = self._keeper.mode
        return (*picture_questions(mode.items), *mode.questions) if mode and mode.questions else ()

    @property
    def _cards(self) -> tuple[Card, ...]:
        mode = self._keeper.mode
        return choices_of(mode.items, self._question) if mode and self._question else ()

    @property
    def _levels(self) -> tuple[int, ...]:
        return tuple(sorted({question.level for question in self._all}))

    @property
    def _question(self) -> QuizQuestion | None:
        return self._questions[self._at] if self._at < len(self._questions) else None

    @property
    def _right(self) -> bool:
        return self._question is not None and self._chosen == self._question.right

    @Slot(int)
    def choose(self, choice: int) -> None:
        """Try a choice; after the right one nothing is left to try."""
        if self._question is not None and not self._right and 0 <= choice < len(self._question.choices):
            self._chosen = choice
            self.quizChanged.emit()
            self.moved.emit()

    @Slot()
    def goOn(self) -> None:
        """The next question; after the last the first again."""
        if self._questions:
            self._at, self._chosen = (self._at + 1) % len(self._questions), NONE
            self.quizChanged.emit()
            self.moved.emit()

    def menu(self, words: Words) -> Menu:
        """The question and its choices, and what came of the one touched."""
        place = (self._at + 1, len(self._questions))
        return quiz_menu(self._question, place, self._chosen, self._levels, self._level, words)

    # properties --------------------------------------------------------------------------------------------------

    @Property(str, notify=quizChanged)
    def place(self) -> str:
        words, count = self._shell.source_words, str(len(self._questions))
        if "quiz_place" not in words:
            return ""
        return self._shell.reading.plain(filled(words["quiz_place"], lambda _tag: {"number": str(self._at + 1), "count": count}))

    @Property(QVariantList, notify=quizChanged)
    def levels(self) -> list[int]:
        return list(self._levels)

    @Property(int, notify=quizChanged)
    def level(self) -> int:
        return self._level

    @Property(str, notify=quizChanged)
    def question(self) -> str:
        return self._shell.reading.plain(self._question.text) if self._question and self._shell.languages else ""

    @Property(QVariantList, notify=quizChanged)
    def choices(self) -> list[str]:
        return [self._shell.reading.plain(choice) for choice in self._question.choices] if self._question else []

    @Property(QVariantList, notify=quizChanged)
    def pictures(self) -> list[str]:
        """Where the pictures to choose from are found; nothing for a question of words."""
        return [address(card.picture) for card in self._cards]

    @Property(str, notify=quizChanged)
    def sign(self) -> str:
        """The icon that one of the pictures belongs to."""
        return next((card.icon for card in self._cards if self._question and card.name == self._question.text), "")

    @Property(int, notify=quizChanged)
    def chosen(self) -> int:
        return self._chosen

    @Property(bool, notify=quizChanged)
    def solved(self) -> bool:
        return self._right

    @Property(str, notify=quizChanged)
    def because(self) -> str:
        return self._shell.reading.plain(self._question.because.text) if self._question and self._right else ""
