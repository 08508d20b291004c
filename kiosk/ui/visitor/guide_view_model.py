"""The guide a visitor follows: the step shown, and the answers, which are kept until the visitor leaves."""

from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.condition import Answer, Answers
from kiosk.domain.formatting import Words
from kiosk.domain.guide import Guide
from kiosk.domain.item import Card
from kiosk.domain.language import LocalizedText
from kiosk.domain.resume_code import encode
from kiosk.presentation.entries.entry import Menu
from kiosk.presentation.entries.steps import guide_menu
from kiosk.presentation.guide_steps import GuideProps, GuideStep, derive_guide_props, step_after
from kiosk.presentation.reading import Reading
from kiosk.ui.shell.rows import QVariantList, Row, Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_FIGURES = 3


@QmlElement
@QmlUncreatable("made by the application")
class GuideViewModel(QObject):
    """One step of a guide."""

    guideChanged = Signal()
    numberChanged = Signal()
    stepRequested = Signal(str)
    listRequested = Signal(str)
    _options = cached_property(Rows)
    _given = cached_property(Rows)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: defaultdict[str, dict[str, Answer]] = defaultdict(dict)
        self._at: GuideStep | None = None
        self._props = GuideProps()
        self._typed = ""

    def show(self, guide: Guide, service: Card, step: str, reading: Reading, words: dict[str, LocalizedText]) -> None:
        """Show a step; a number that is being typed stays when only the language changes."""
        at = GuideStep(guide, service, step, dict(self._answers[guide.identifier]))
        elsewhere = self._at is None or (at.guide.identifier, at.step) != (self._at.guide.identifier, self._at.step)
        self._at, self._props = at, derive_guide_props(at, reading, words)
        if elsewhere:
            answer = at.answers.get(step)
            self._type(str(answer) if isinstance(answer, int) else "")
        self.guideChanged.emit()

    def take_up(self, guide: Guide, answers: Answers) -> None:
        """Go on with the answers of a resume code."""
        self._answers[guide.identifier] = dict(answers)

    def forget(self) -> None:
        """A new visitor: nothing has been answered."""
        self._answers.clear()
        self._at, self._props = None, GuideProps()
        self._type("")
        self.guideChanged.emit()

    def answers_to(self, guide: Guide) -> Answers:
        """The answers given so far."""
        return self._answers[guide.identifier]

    def menu(self, words: Words) -> Menu:
        """The step, with what can be answered."""
        return guide_menu(self._at, self._typed, words) if self._at else Menu("", (), ())

    # answering ---------------------------------------------------------------------------------------------------

    def _answer(self, answer: Answer) -> None:
        if self._at is None or self._at.question is None or not self._at.question.accepts(answer):
            return
        answers = self._answers[self._at.guide.identifier]
        answers[self._at.step] = answer
        self._at = replace(self._at, answers=dict(answers))
        self.stepRequested.emit(step_after(self._at.guide, answers))

    @Slot()
    def start(self) -> None:
        """To the first question without an answer."""
        if self._at:
            self.stepRequested.emit(step_after(self._at.guide, self._at.answers))

    @Slot(str)
    def choose(self, option: str) -> None:
        """Answer with an option."""
        self._answer(option)

    @Slot(str)
    def change(self, question: str) -> None:
        """Answer a question again."""
        self.stepRequested.emit(question)

    @Slot()
    def showList(self) -> None:
        """To the list the answers lead to."""
        if self._at and self._props.complete:
            self.listRequested.emit(encode(self._at.guide, self._at.answers))

    # a number ----------------------------------------------------------------------------------------------------

    def _type(self, figures: str) -> None:
        if figures != self._typed:
            self._typed = figures
            self.numberChanged.emit()

    @Slot(int)
    def figure(self, figure: int) -> None:
        """One more figure at the end of the number; those that no answer begins with are passed over."""
        figures = f"{self._typed}{figure}".lstrip("0") or "0"
        if 0 <= figure <= 9 and len(figures) <= MOST_FIGURES and int(figures) <= self._props.most:
            self._type(figures)

    @Slot()
    def erase(self) -> None:
        """Remove the last digit."""
        self._type(self._typed[:-1])

    @Slot(int)
    def add(self, step: int) -> None:
        """Count up or down, from the least number on."""
        number = int(self._typed) + step if self._typed else self._props.least
        self._type(str(max(self._props.least, min(number, self._props.most))))

    @Slot()
    def confirmNumber(self) -> None:
        """Answer with the number typed."""
        if self._typed:
            self._answer(int(self._typed))

    # properties --------------------------------------------------------------------------------------------------

    @Property(str, notify=guideChanged)
    def kind(self) -> str:
        return self._props.kind

    @Property(str, notify=guideChanged)
    def step(self) -> str:
        return self._props.step

    @Property(str, notify=guideChanged)
    def service(self) -> str:
        return self._props.service

    @Property(str, notify=guideChanged)
    def icon(self) -> str:
        return self._props.icon

    @Property(str, notify=guideChanged)
    def picture(self) -> str:
        return self._props.picture

    @Property(str, notify=guideChanged)
    def title(self) -> str:
        return self._props.title

    @Property(QVariantList, notify=guideChanged)
    def lines(self) -> list[str]:
        return list(self._props.lines)

    @Property(str, notify=guideChanged)
    def progress(self) -> str:
        return self._props.progress

    @Property(float, notify=guideChanged)
    def part(self) -> float:
        return self._props.part

    @Property(QVariantList, notify=guideChanged)
    def options(self) -> list[Row]:
        return self._options.of(self._props.options)

    @Property(QVariantList, notify=guideChanged)
    def answers(self) -> list[Row]:
        return self._given.of(self._props.answers)

    @Property(str, notify=guideChanged)
    def unit(self) -> str:
        return self._props.unit

    @Property(bool, notify=guideChanged)
    def complete(self) -> bool:
        return self._props.complete

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self._typed

    @Property(bool, notify=numberChanged)
    def numberFits(self) -> bool:
        return self._typed != "" and self._props.least <= int(self._typed) <= self._props.most
