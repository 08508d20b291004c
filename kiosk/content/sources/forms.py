"""What all source files are written with: texts, statements, heads, and values with a form of their own."""

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from kiosk.domain.picture_inks import IDENTITIES

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
MOST = 999_999_999
"""No number of the content is larger: a slip of the hand, and more than a database takes."""
Count = Annotated[int, Field(ge=0, le=MOST)]
Rank = Count
Telephone = Annotated[str, Field(pattern=r"^\+?[0-9]{2,15}$")]
Url = Annotated[str, Field(pattern=r"^https://[^\s/]+\S*$")]
Duration = Annotated[str, Field(pattern=r"^P([0-9]{1,4}D|T[0-9]{1,4}H)$")]
"""ISO 8601, in the two forms the kiosk says in words."""
PictureFile = Annotated[str, Field(pattern=r"^[a-z0-9_]+\.(svg|png|jpe?g|webp)$")]
"""A file in the folder `pictures` of the sources."""
PhotographFile = Annotated[str, Field(pattern=r"^[a-z0-9_]+\.(jpe?g|webp)$")]
FilmFile = Annotated[str, Field(pattern=r"^[a-z0-9_]+\.webm$")]
Colour = Annotated[str, Field(pattern=f"^({'|'.join(IDENTITIES)})$")]
"""The name of an identity colour."""
Share = Annotated[float, Field(ge=0, le=1)]
Clock = Annotated[time, BeforeValidator(lambda value: f"{value // 60:02}:{value % 60:02}" if isinstance(value, int) else value)]
"""A time of day; YAML 1.1 reads 10:30 without quotes as a number of minutes."""
ClockEnd = Annotated[Clock, BeforeValidator(lambda value: "00:00" if value in ("24:00", 24 * 60) else value)]
"""A time of day at which something ends: midnight may be written 24:00."""


class Form(BaseModel):
    """A mapping with exactly the fields the guide names."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Form):
    """A text by language; how it is said stands in `speech/`, apart from it."""

    shown: Annotated[dict[str, str], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or "shown" in value:
            return value
        return {"shown": value}


class PointSource(Form):
    """A point on the map (WGS 84, degrees)."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


class StatementSource(Form):
    """A sourced sentence."""

    text: Text
    sources: tuple[str, ...] = ()
    confirm: bool = False
    guidance: bool = False
    rumour: bool = False
    """It sets right what is often said."""
    checked_on: date | None = None


Statements = Annotated[tuple[StatementSource, ...], Field(min_length=1)]
"""A list of statements that is never empty."""


class PhotographSource(Form):
    """A photograph from edge to edge."""

    file: PhotographFile
    credit: Annotated[str, Field(min_length=2, max_length=60)]
    """Who took it, as it is written under it in every language."""
    focus: tuple[Share, Share] = (0.5, 0.5)
    """What is kept when it is cut: from the left and from the top, as parts of the whole."""


class Pictured(Form):
    """What may have a picture, which is then told in words too."""

    picture: PictureFile | None = None
    picture_alt: Text | None = None

    @model_validator(mode="after")
    def _is_told_in_words(self) -> Self:
        if (self.picture is None) != (self.picture_alt is None):
            message = "picture and picture_alt stand together"
            raise ValueError(message)
        return self


class SignSource(Form):
    """What is said of an item in Moroccan Sign Language; captions stand beside the film, a file for each language."""

    file: FilmFile
    credit: Annotated[str, Field(min_length=2, max_length=60)]
    """Who signs, as it is written under it in every language."""


class HeadSource(Form):
    """What everything with a page begins with."""

    id: Identifier
    rank: Rank
    icon: str
    name: Text
    summary: Text
    picture_alt: Text
    easy: tuple[Text, ...] = ()
    """What matters most, each in a sentence of few and plain words: shorter wordings of what the page says, and nothing new."""
    sign: SignSource | None = None


class Dated(Form):
    """What every file of its own begins with."""

    id: Identifier
    checked_on: date


class DatedHead(HeadSource, Dated):
    """The head of a file about something with a page."""

    picture: PictureFile | None = None
    """Shown instead of the sign."""
    photograph: PhotographSource | None = None
    """Shown instead of the picture."""
