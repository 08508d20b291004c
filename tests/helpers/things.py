"""Small domain objects for tests of pure logic."""

from datetime import date, time

from kiosk.domain.exhibition import Demonstration, TimetableSlot
from kiosk.domain.item import Card, Head, ItemKind, Statement
from kiosk.domain.language import Direction, Language, LocalizedText
from kiosk.domain.public_service import (
    Channel,
    ChannelType,
    Competence,
    Cost,
    EvidenceType,
    ProcessingTime,
    PublicService,
    Situation,
)

TAGS = ("ar", "fr", "en")
DAY = date(2026, 11, 24)


def text(words: str) -> LocalizedText:
    """The same words in all languages, marked by language; the Arabic one in Arabic letters."""
    return LocalizedText({"ar": f"نص {words}", "fr": f"{words} fr", "en": f"{words} en"})


WORDS = {
    key: text(key)
    for key in (
        "papers",
        "unpublished",
        "unpublished_there",
        "cost",
        "act_now",
        "delay",
        "officer_here",
        "call_staff_how",
        "where",
        "steps",
        "what_you_get",
        "validity",
        "who_can_ask",
        "good_to_know",
        "penalties",
        "legal",
        "to_confirm",
        "to_confirm_how",
        "sample_timetable",
        "take_text",
        "take_checklist",
        "take_event",
        "take_website",
        "take_telephone",
        "take_place",
        "take_contact",
        "take_wifi",
        "warning",
        "about_show",
        "timetable",
        "pavilion",
        "units",
        "related_services",
        "related_demonstrations",
        "what_it_is",
        "what_it_does",
        "what_to_see",
        "how_to_reach",
        "home",
        "your_list",
        "your_answers",
    )
} | {
    "amount": LocalizedText({"ar": "{amount} درهم", "fr": "{amount} DH", "en": "{amount} DH"}),
    "time_range": LocalizedText({"ar": "من {start} إلى {end}", "fr": "de {start} à {end}", "en": "{start} to {end}"}),
    "date_range": LocalizedText({"ar": "من {start} إلى {end}", "fr": "du {start} au {end}", "en": "{start} to {end}"}),
    "checked_on": LocalizedText({"ar": "في {date}", "fr": "le {date}", "en": "on {date}"}),
}


ARABIC, FRENCH, ENGLISH = LANGUAGES = (
    Language("ar", Direction.RIGHT_TO_LEFT, "العربية", "المسوا"),
    Language("fr", Direction.LEFT_TO_RIGHT, "Français", "Touchez"),
    Language("en", Direction.LEFT_TO_RIGHT, "English", "Touch"),
)


def template(words: str) -> LocalizedText:
    """The same words, with the same blanks, in all languages."""
    return LocalizedText(dict.fromkeys(TAGS, words))


def visible(words: str) -> str:
    """A text without the characters that isolate foreign runs in it."""
    return words.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))


def head(identifier: str, kind: ItemKind) -> Head:
    return Head(Card(identifier, kind, text(identifier), text("summary"), "star"), text("picture"), DAY)


def statement(words: str, *, confirm: bool = False, source: str = "S1") -> Statement:
    return Statement(text(words), (source,), DAY, confirm)


def slot(identifier: str, start: str, end: str, day: date | None = None, *, sample: bool = True) -> TimetableSlot:
    return TimetableSlot(identifier, day, time.fromisoformat(start), time.fromisoformat(end), text("arena"), sample)


def demonstration(name: str, *slots: TimetableSlot) -> Demonstration:
    return Demonstration(head(f"demonstration:{name}", ItemKind.DEMONSTRATION), (statement("show"),), None, None, slots)


def evidence(identifier: str) -> EvidenceType:
    return EvidenceType(f"document:{identifier}", "file", text(identifier), text(f"rule of {identifier}"))


def situation(identifier: str, *papers: str, adds_to: str | None = None) -> Situation:
    return Situation(
        identifier, text(identifier), text("anyone"), tuple(map(evidence, papers)), adds_to, (), ("S1",), confirm=False
    )


def service(*situations: Situation, costs: tuple[Cost, ...] = (), duration: str | None = None) -> PublicService:
    return PublicService(
        head=head("service:cnie", ItemKind.PUBLIC_SERVICE),
        competence=Competence.POLICE,
        life_events=(),
        audiences=(),
        output=statement("card"),
        requirements=(statement("everyone"),),
        situations=situations,
        costs=costs,
        processing_time=ProcessingTime(duration, ()),
        validity=(),
        channels=(Channel("centre", ChannelType.DESK, text("centre"), None, None, ("S1",), confirm=False),),
        legal_resources=(statement("law"),),
        steps=(),
        penalties=(),
        good_to_know=(),
    )


def cost(amount: int, *situations: str, confirm: bool = False) -> Cost:
    return Cost(f"c{amount}", amount, "MAD", text("adult"), situations, ("S1",), confirm)
