"""Content modes and their timetable as authors write them (docs/content-authoring.md)."""

from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kiosk.content.sources.forms import Clock, ClockEnd, Count, DatedHead, Form, Identifier, PictureFile, StatementSource, Text
from kiosk.domain.content_mode import ModeHome, ModeLook, ModeService, ModeStage

Reference = Annotated[str, Field(pattern=r"^[a-z_]+:[a-z0-9_/]+$")]
"""An item's identifier, such as `pavilion:k9`."""
MIDNIGHT = time(0)


class QuizQuestionSource(Form):
    """A question of the quiz."""

    id: Identifier
    level: Literal[1, 2] = 1
    """For which age: 1 for the younger, 2 for the older."""
    question: Text
    choices: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    right: Annotated[Count, Field(ge=1)]
    because: StatementSource

    @model_validator(mode="after")
    def _has_the_right_choice(self) -> Self:
        if self.right > len(self.choices):
            message = f"right is {self.right}, there are {len(self.choices)} choices"
            raise ValueError(message)
        return self


class KioskPlaceSource(Form):
    """What only the kiosks of a place say, with the way out as a picture where there is one."""

    id: Identifier
    text: Text
    picture: PictureFile | None = None
    picture_alt: Text | None = None
    """What the picture shows, for those who do not see it."""

    @model_validator(mode="after")
    def _tells_what_it_shows(self) -> Self:
        if (self.picture is None) != (self.picture_alt is None):
            message = "picture and picture_alt must be written together"
            raise ValueError(message)
        return self


class NoteSource(Form):
    """What the speaker says to an item."""

    item: Reference
    text: Text


class ModeSource(DatedHead):
    """A content mode."""

    for_each: Literal["pavilion"] | None = None
    service: ModeService = ModeService.OPEN
    home: ModeHome = ModeHome.ALL
    home_item: Reference | None = None
    stage: ModeStage = ModeStage.TITLE
    look: ModeLook = ModeLook.STANDARD
    sound: bool = True
    aloud: bool = False
    languages: tuple[str, ...] = ()
    inactivity_seconds: Annotated[int, Field(ge=20, le=3600)] | None = None
    prompt_seconds: Annotated[int, Field(ge=20, le=600)] | None = None
    items: tuple[Reference, ...] = ()
    notes: tuple[NoteSource, ...] = ()
    loop: tuple[Reference, ...] = ()
    codes: tuple[Identifier, ...] | None = None
    statements: tuple[StatementSource, ...] = ()
    places: tuple[KioskPlaceSource, ...] = ()
    questions: tuple[QuizQuestionSource, ...] = ()

    @model_validator(mode="after")
    def _has_what_it_shows(self) -> Self:
        wanting = {
            "home_item": self.home is ModeHome.ITEM and not self.home_item and not self.for_each,
            "items": self.home in {ModeHome.TILES, ModeHome.SLIDES} and not self.items,
            "loop": self.stage is ModeStage.SLIDES and not self.loop,
            "sound: true": self.aloud and not self.sound,
            "statements": self.service is not ModeService.OPEN and not self.statements,
        }
        missing = [name for name, lacks in wanting.items() if lacks]
        if missing:
            message = f"{' and '.join(missing)} must be written for what this mode shows"
            raise ValueError(message)
        return self


class RuleSource(Form):
    """When a mode is shown: on days of the week, or on each day of a period."""

    id: Identifier
    mode: Identifier
    weekdays: tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], ...] = ()
    first: date | None = None
    last: date | None = None
    start: Clock = MIDNIGHT
    end: ClockEnd = MIDNIGHT
    kiosks: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if bool(self.weekdays) == bool(self.first and self.last) or bool(self.first) != bool(self.last):
            message = "write either weekdays, or first and last"
            raise ValueError(message)
        if self.first and self.last and self.last < self.first:
            message = "last comes before first"
            raise ValueError(message)
        return self
