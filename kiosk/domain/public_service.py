"""A public service and its parts, in the words of CPSV-AP 3.2.0."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.item import Card, Head, PictureFile, Statement
from kiosk.domain.language import LocalizedText


class Competence(StrEnum):
    """Who answers for the service."""

    POLICE = "police"
    SHARED = "shared"
    OTHER = "other"


class Inapplicable(StrEnum):
    """What a service may have nothing of because there is nothing of it to have."""

    PAPERS = "papers"
    COST = "cost"
    DELAY = "delay"


class ChannelType(StrEnum):
    """How a service is reached (cv:Channel, dct:type)."""

    DESK = "desk"
    WEBSITE = "website"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An official site; only those on the allow-list may become a code."""

    identifier: str
    url: str
    name: LocalizedText
    purpose: LocalizedText
    qr_allowed: bool


@dataclass(frozen=True, slots=True)
class EvidenceType:
    """A paper to bring (cv:EvidenceType)."""

    identifier: str
    icon: str
    name: LocalizedText
    description: LocalizedText
    picture: PictureFile | None = None
    """A specimen of it."""
    picture_alternative: LocalizedText | None = None
    """What the specimen shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A case of the service, with the papers it asks for (cv:Requirement with its evidence type list)."""

    identifier: str
    name: LocalizedText
    applies_to: LocalizedText
    evidence: tuple[EvidenceType, ...]
    adds_to: str | None
    """Identifier of the situation whose papers these are added to."""
    notes: tuple[Statement, ...]
    sources: tuple[str, ...]
    confirm: bool
    urgent: bool = False
    """Somebody may be in danger, or has just come to harm."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the service costs (cv:Cost)."""

    identifier: str
    amount: int
    currency: str
    """ISO 4217."""
    condition: LocalizedText
    situations: tuple[str, ...]
    """Identifiers of the situations it applies to; empty: all."""
    sources: tuple[str, ...]
    confirm: bool


@dataclass(frozen=True, slots=True)
class Channel:
    """Where or how to ask (cv:Channel)."""

    identifier: str
    type: ChannelType
    text: LocalizedText
    telephone: str | None
    site: WebAddress | None
    sources: tuple[str, ...]
    confirm: bool
    place: tuple[float, float] | None = None
    """Latitude and longitude (WGS 84, degrees)."""


@dataclass(frozen=True, slots=True)
class ProcessingTime:
    """How long it takes (cpsv:processingTime)."""

    duration: str | None
    """ISO 8601 duration; None: not published."""
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class PublicService:
    """An administrative procedure as visitors meet it (cpsv:PublicService)."""

    head: Head
    competence: Competence
    life_events: tuple[Card, ...]
    audiences: tuple[Card, ...]
    output: Statement
    requirements: tuple[Statement, ...]
    situations: tuple[Situation, ...]
    costs: tuple[Cost, ...]
    processing_time: ProcessingTime
    validity: tuple[Statement, ...]
    channels: tuple[Channel, ...]
    legal_resources: tuple[Statement, ...]
    steps: tuple[Statement, ...]
    penalties: tuple[Statement, ...]
    good_to_know: tuple[Statement, ...]
    not_applicable: frozenset[Inapplicable] = frozenset()
    """Where the service gives none of these, there is none: elsewhere nothing has been published."""

    def situation(self, identifier: str) -> Situation:
        """The situation with an identifier of the dossier.

        Raises:
            KeyError: the service has no such situation.
        """
        for situation in self.situations:
            if situation.identifier == identifier:
                return situation
        raise KeyError(identifier)

    def evidence_for(self, situation: Situation) -> tuple[EvidenceType, ...]:
        """All papers of a situation: those it adds to, then its own, each once."""
        base = self.evidence_for(self.situation(situation.adds_to)) if situation.adds_to else ()
        return tuple({e.identifier: e for e in (*base, *situation.evidence)}.values())

    def costs_for(self, situation: Situation) -> tuple[Cost, ...]:
        """The costs that apply to a situation."""
        return tuple(c for c in self.costs if not c.situations or situation.identifier in c.situations)
