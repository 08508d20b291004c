"""How French and English say what is written in figures; numbers by num2words."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.speech.replacements import figure_by_figure, part_said, telephone_pairs

_FEMININE = (
    "heure|minute|seconde|semaine|année|journée|nuit|fois|personne|question|copie|photo|photographie|page|pièce|démarche|demande"
    "|place|visite|voiture|ville|unité|école|infraction|amende|étape|lettre|main|femme|fille"
)
"""French things that are counted, and are feminine."""
MAX_DIGITS = 12
"""Figures of the longest number said as one."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language says what is written in figures."""

    tag: str
    decimal: str
    """The mark before decimals."""
    group: str
    """The mark between thousands, besides blanks."""
    point: str
    decimal_word: str
    dash: str
    percent: str
    by: str
    to: str
    labels: str
    """Words after which two numbers joined by a mark are a code, as an alternation."""
    currency: tuple[str, str]
    clock: Callable[[int, int], str]
    date: Callable[[int, str], str]
    telephone: Callable[[str], str]
    one: tuple[str, str]
    """What a last one is said as, as a pattern with the feminine things that are counted behind it; what it becomes."""
    abbreviations: tuple[tuple[str, str], ...]
    """Patterns, to the words said, in order."""
    number: Callable[[str], str]
    """A whole number of at most `MAX_DIGITS` figures."""
    decimals: Callable[[str], str]

    @property
    def months(self) -> list[str]:
        """Names of the months, January first."""
        from babel.dates import get_month_names  # loaded when something is first said

        return [str(name) for name in get_month_names("wide", locale=self.tag).values()]


def cardinal(number: int, tag: str) -> str:
    """A whole number in words."""
    from num2words import num2words  # loaded when something is first said

    return str(num2words(number, lang=tag))


def ordinal(number: int, tag: str) -> str:
    """A whole number's ordinal in words."""
    from num2words import num2words

    return str(num2words(number, lang=tag, to="ordinal"))


def figures_said(figures: str, tag: str) -> str:
    """A part of a code."""
    return part_said(figures, lambda number: cardinal(number, tag), MAX_DIGITS)


def _french_clock(hour: int, minute: int) -> str:
    hours = f"{cardinal(hour, 'fr')} heure{'s' * (hour > 1)}"
    return f"{hours} {cardinal(minute, 'fr')}" if minute else hours


def _english_clock(hour: int, minute: int) -> str:
    if hour == 12 and minute == 0:
        return "twelve noon"
    of_day = "in the morning" if hour < 12 else "in the afternoon" if hour < 18 else "in the evening"
    past = "" if not minute else f" oh {cardinal(minute, 'en')}" if minute < 10 else f" {cardinal(minute, 'en')}"
    return f"{cardinal((hour - 1) % 12 + 1, 'en')}{past} {of_day}"


def _english_figures(figures: str) -> str:
    return figure_by_figure(figures, lambda figure: cardinal(figure, "en"))


def _english_year_or_number(figures: str) -> str:
    """Four figures without a comma are a year or a code: said in pairs, as years are."""
    from num2words import num2words

    number = int(figures)
    return str(num2words(number, lang="en", to="year")) if len(figures) == 4 and number % 1000 else cardinal(number, "en")


GRAMMARS = {
    "fr": Grammar(
        tag="fr",
        decimal=",",
        group=".",
        point="point",
        decimal_word="virgule",
        dash="tiret",
        percent="pour cent",
        by="par",
        to="à",
        labels="n°|[Ll]oi|[Dd]écret|[Dd]ahir|[Aa]rrêté|d’application n°",
        currency=("dirham", "dirhams"),
        clock=_french_clock,
        date=lambda day, month: f"{'premier' if day == 1 else cardinal(day, 'fr')} {month}",
        number=lambda figures: cardinal(int(figures), "fr"),
        decimals=lambda figures: figures_said(figures, "fr"),
        telephone=lambda number: ", ".join(figures_said(pair, "fr") for pair in telephone_pairs(number)),
        one=(rf"\bun(?= (?:{_FEMININE})s?\b)", "une"),
        abbreviations=(
            (r"\b1er\b", "premier"),
            (r"\b1re\b", "première"),
            (r"\b(\d+)es?\b(?!-)", "{ordinal}"),
            (r"\bn°\s?", "numéro "),
            (r"\bart\. ", "article "),
            (r" m²", " mètres carrés"),
            (r" km/h\b", " kilomètres à l’heure"),
            (r" km\b", " kilomètres"),
            (r" mm\b", " millimètres"),
            (r"°(?=\W|$)", " degrés"),
        ),
    ),
    "en": Grammar(
        tag="en",
        decimal=".",
        group=",",
        point="dot",
        decimal_word="point",
        dash="dash",
        percent="per cent",
        by="by",
        to="to",
        labels="no\\.|[Ll]aw|[Dd]ecree|[Dd]ahir|[Oo]rder",
        currency=("dirham", "dirhams"),
        clock=_english_clock,
        date=lambda day, month: f"the {ordinal(day, 'en')} of {month}",
        number=_english_year_or_number,
        decimals=_english_figures,
        telephone=lambda number: ", ".join(map(_english_figures, telephone_pairs(number))),
        one=(r"(?!)", ""),
        abbreviations=(
            (r"\b(\d+)(?:st|nd|rd|th)\b", "{ordinal}"),
            (r"\bno\. ?(?=\d)", "number "),
            (r" m²", " square metres"),
            (r" km/h\b", " kilometres an hour"),
            (r" km\b", " kilometres"),
            (r" mm\b", " millimetres"),
            (r"°(?=\W|$)", " degree"),
        ),
    ),
}
