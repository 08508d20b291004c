"""The names of letters, for whoever writes by ear."""

from collections.abc import Iterable

from kiosk.domain.language import LanguageTag, LocalizedText

_ARABIC = {
    "ا": "أَلِفٌ", "ب": "بَاءٌ", "ت": "تَاءٌ", "ث": "ثَاءٌ", "ج": "جِيمٌ", "ح": "حَاءٌ", "خ": "خَاءٌ",
    "د": "دَالٌ", "ذ": "ذَالٌ", "ر": "رَاءٌ", "ز": "زَايٌ", "س": "سِينٌ", "ش": "شِينٌ", "ص": "صَادٌ",
    "ض": "ضَادٌ", "ط": "طَاءٌ", "ظ": "ظَاءٌ", "ع": "عَيْنٌ", "غ": "غَيْنٌ", "ف": "فَاءٌ", "ق": "قَافٌ",
    "ك": "كَافٌ", "ل": "لَامٌ", "م": "مِيمٌ", "ن": "نُونٌ", "ه": "هَاءٌ", "و": "وَاوٌ", "ي": "يَاءٌ",
    "ء": "هَمْزَةٌ", "ؤ": "هَمْزَةٌ عَلَى الْوَاوِ", "ئ": "هَمْزَةٌ عَلَى الْيَاءِ",
    "ى": "أَلِفٌ مَقْصُورَةٌ", "ة": "تَاءٌ مَرْبُوطَةٌ",
}  # fmt: skip
_SIGNS = {
    "’": {"ar": "فَاصِلَةٌ عُلْيَا", "fr": "apostrophe", "en": "apostrophe"},
    "-": {"ar": "شَرْطَةٌ", "fr": "tiret", "en": "hyphen"},
    " ": {"ar": "مَسَافَةٌ", "fr": "espace", "en": "space"},
}


_LANGUAGES = {"العربية": "الْعَرَبِيَّةُ"}
"""Names of languages in themselves that are shown without their vowels."""


def own_name(endonym: str, tags: Iterable[LanguageTag]) -> LocalizedText:
    """A language's own name, as it is said whatever language is read."""
    spoken = _LANGUAGES.get(endonym)
    return LocalizedText(dict.fromkeys(tags, endonym), dict.fromkeys(tags, spoken) if spoken else {})


def letter(sign: str, tags: Iterable[LanguageTag]) -> LocalizedText:
    """A key of a keyboard as it is named; a letter of another script is named by that script's own voice."""
    names = _SIGNS.get(sign, {"ar": _ARABIC[sign]} if sign in _ARABIC else {})
    told = dict(names) if sign in _SIGNS else dict.fromkeys(tags, names.get("ar", "")) if names else {}
    return LocalizedText(dict.fromkeys(tags, sign), {tag: told[tag] for tag in tags if told.get(tag)})
