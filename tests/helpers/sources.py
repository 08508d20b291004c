"""A minimal valid folder of sources, for tests that break one thing in it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from kiosk.cli.places import SOURCES
from kiosk.domain.interface_words import BLANKS, WORDS
from kiosk.domain.speech import text_fingerprint

DAY = "2026-11-24"
Folder = dict[str, Any]


def words(text: str) -> dict[str, str]:
    """A text of three languages with the same figures; the Arabic one tells how long the others are, a letter for each figure."""
    plain = text.replace("_", " ")
    counted = "".join("ا بَتَثَجَحَخَدَذَرَ"[2 * int(figure) :][:2].strip() for figure in str(len(text)))
    figures = " ".join(["", *re.findall(r"(?<![a-z])\d+", text)])
    return {"ar": f"نَصٌّ {counted}{figures}", "fr": f"{plain} fr", "en": f"{plain} en"}


def committed(folder: Path) -> Path:
    """A copy of the committed sources in `folder`, without what people say: built in a second, it finds by names alone."""
    said = shutil.ignore_patterns("sayings", "dangers", "elsewhere")
    return Path(shutil.copytree(SOURCES, folder, ignore=said))


def fact(text: str) -> dict[str, Any]:
    return {"text": words(text), "sources": ["S1"]}


def speech_of(item: str, field: str, shown: str, said: str, **more: Any) -> Folder:
    """A file with one speech text, in Arabic."""
    return {"speech/ar.yaml": {"texts": {item: {field: {"of": text_fingerprint(shown), "said": said, **more}}}}}


def head(identifier: str, rank: int = 1) -> dict[str, Any]:
    return {
        "id": identifier,
        "rank": rank,
        "icon": "star",
        "checked_on": DAY,
        "name": words(identifier),
        "summary": words(f"about {identifier}"),
        "picture_alt": words("a star"),
    }


def mode(name: str, rank: int) -> dict[str, Any]:
    service = "open" if name == "whole" else name
    return {**head(name, rank), "service": service, "statements": [] if service == "open" else [fact(name)]}


def minimal() -> Folder:
    """File names to what stands in them."""
    sections = ("what_it_is", "what_it_does", "what_to_see", "how_to_reach")
    languages = [
        {"tag": "ar", "direction": "rtl", "endonym": "العربية", "invitation": "المسوا", "rank": 1},
        {"tag": "fr", "direction": "ltr", "endonym": "Français", "invitation": "Touchez", "rank": 2},
        {"tag": "en", "direction": "ltr", "endonym": "English", "invitation": "Touch", "rank": 3},
    ]
    return {
        "exhibition.yaml": {
            "content_version": "2026.11.24",
            "timezone": "Africa/Casablanca",
            "languages": languages,
            "title": words("title"),
            "subtitle": words("subtitle"),
        },
        "organisation.yaml": {**head("dgsn"), "statements": [fact("founded")]},
        "documents.yaml": {
            "documents": [{"id": "photos4", "icon": "camera", "name": words("photos"), "description": words("four photos")}]
        },
        "emergency.yaml": {
            "checked_on": DAY,
            "numbers": [
                {k: v for k, v in head("police").items() if k != "checked_on"}
                | {"number": "19", "where": words("towns"), "sources": ["S1"]}
            ],
        },
        "sites.yaml": {
            "sites": [
                {"id": "cnie", "url": "https://www.cnie.ma", "name": words("portal"), "purpose": words("card"), "qr_allowed": True},
                {"id": "old", "url": "https://www.epolice.ma", "name": words("old"), "purpose": words("old"), "qr_allowed": False},
            ]
        },
        "life_events.yaml": {
            "life_events": [{"id": "identity", "rank": 1, "icon": "star", "name": words("papers"), "summary": words("all papers")}]
        },
        "audiences.yaml": {
            "audiences": [{"id": "citizen", "rank": 1, "icon": "user", "name": words("citizen"), "summary": words("citizens")}]
        },
        "glossary.yaml": {"terms": [{"id": "police", "name": words("police"), "sources": ["S1"]}]},
        "sources.yaml": {"sources": [{"id": "S1", "title": "A law", "publisher": "state", "date": "2020", "grade": "O"}]},
        "publishers.yaml": {"publishers": [{"id": "state", "standing": "official", "name": words("state")}]},
        "synonyms.yaml": {"fillers": ["the"], "synonyms": {"service:cnie": ["lacarte"]}},
        "practical.yaml": {
            "practical": [{"id": "wifi", "rank": 1, "icon": "star", "name": words("wireless"), "summary": words("ask at the desk")}]
        },
        "notions.yaml": {"notions": {"cook": {"fr": ["cuisine"], "en": ["kitchen"]}}},
        "crisis.yaml": {"crises": [{"id": "fire", "numbers": ["police"], "words": {"en": ["ablaze"]}}]},
        "pronunciation.yaml": {"said": {}},
        "interface.yaml": {"words": {key: words(key) for key in ("home", "yes", "no", "i_do_not_know")}},
        "schedule.yaml": {"rules": []},
        **{f"modes/{name}.yaml": mode(name, rank) for rank, name in enumerate(("whole", "closed", "emergency"), 1)},
        "pavilions/k9.yaml": {
            "colour": "saddle",
            **head("k9"),
            **{section: [fact(section)] for section in sections},
            "units": [{**{k: v for k, v in head("dogs").items() if k not in {"rank", "checked_on"}}, "statements": [fact("unit")]}],
            "services": ["cnie"],
            "demonstrations": ["k9_show"],
            "takeaways": [{"kind": "telephone", "number": "19"}, {"kind": "website", "site": "cnie"}],
        },
        "demonstrations/k9_show.yaml": {
            **head("k9_show"),
            "statements": [fact("show")],
            "pavilion": "k9",
            "slots": [{"id": "a", "start": "10:30", "end": "11:00", "place": words("arena"), "sample": True}],
        },
        "editions/edition_1.yaml": {
            **head("edition_1"),
            "number": 1,
            "city": words("city"),
            "start": "2017-09-14",
            "end": "2017-09-16",
            "slogan": words("slogan"),
            "visitors": 80000,
            "visitors_sources": ["S1"],
            "sources": ["S1"],
            "statements": [fact("stands")],
        },
        "services/cnie.yaml": {
            **head("cnie"),
            "competence": "police",
            "life_events": ["identity"],
            "audiences": ["citizen"],
            "output": fact("card"),
            "requirements": [fact("everyone")],
            "situations": [
                {"id": "first", "name": words("first"), "applies_to": words("all"), "evidence": ["photos4"], "sources": ["S1"]},
            ],
            "costs": [{"id": "adult", "amount": 75, "currency": "MAD", "condition": words("adult"), "sources": ["S1"]}],
            "processing_time": {"duration": None, "statements": []},
            "channels": [
                {"id": "web", "type": "website", "site": "cnie", "text": words("online"), "sources": ["S1"]},
                {"id": "old", "type": "website", "site": "old", "text": words("formerly"), "sources": ["S1"]},
            ],
        },
        "guides/cnie.yaml": {
            "id": "cnie",
            "checked_on": DAY,
            "questions": [
                {"id": "age", "kind": "number", "least": 0, "most": 120, "unit": words("years"), "text": words("how old")},
                {"id": "lost", "kind": "yes_no", "unknown": True, "text": words("is it lost")},
            ],
            "outcomes": [{"id": "first", "situation": "first"}],
            "amendments": [{"id": "child", "when": {"age": {"under": 12}}, "statements": [fact("children")]}],
            "costs": {"adult": {"age": {"at_least": 12}}},
        },
    }


def write(folder: Path, change: Callable[[Folder], None] = lambda _folder: None) -> Path:
    """Write the folder, after a change."""
    files = minimal()
    change(files)
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def interface_word(key: str) -> dict[str, str]:
    """A word of the interface, with what is filled into it."""
    blanks = "".join(f" {{{blank}}}" for blank in sorted(BLANKS.get(key, ())))
    return {tag: f"{text}{blanks}" for tag, text in words(key).items()}


def for_kiosks(change: Callable[[Folder], None] = lambda _folder: None) -> Callable[[Folder], None]:
    """A change with every word before it that the interface asks for: only such content may be published."""

    def complete(folder: Folder) -> None:
        folder["interface.yaml"]["words"] = {key: interface_word(key) for key in WORDS}
        change(folder)

    return complete
