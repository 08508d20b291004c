"""Each kind is declared once, and the guide for a new one names every file that an old one stands in."""

import re

import yaml

from kiosk.config import ROOT
from kiosk.domain.item import GUIDE, ItemKind
from kiosk.domain.kinds import GROUP_KINDS, KINDS, PAGE_KINDS, SEARCHED_KINDS

MOST_FILES = 10


def test_the_guide_names_the_files_a_kind_stands_in() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## Adding a kind of item")[2].partition("\n## ")[0]
    steps = re.findall(r"^\d+\. `(kiosk/[^`]+)`", section, re.MULTILINE)
    named = set(re.findall(r"`(kiosk/[^`]+\.py)`", section))
    example = re.compile(r"(?<![a-z])editions?(?![a-z])", re.IGNORECASE)
    written = {path: path.read_text(encoding="utf-8") for path in (ROOT / "kiosk").rglob("*.py")}
    stands = {str(path.relative_to(ROOT)) for path, text in written.items() if example.search(text) or "EditionSource" in text}
    assert stands == named
    assert len(steps) <= MOST_FILES


def test_every_kind_is_declared_once() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert {*ItemKind, GUIDE} <= set(names)
    assert {kind.whole for kind in KINDS} <= {"", *names}
    assert {kind.name for kind in KINDS if kind.page and not {"name", "summary", "picture_alt"} <= set(kind.texts)} == set()
    assert not PAGE_KINDS & GROUP_KINDS


def test_what_is_searched_for_has_a_place_and_a_heading() -> None:
    places = sorted(kind.searched for kind in KINDS if kind.searched)
    assert places == list(range(1, len(SEARCHED_KINDS) + 1))
    words = yaml.load((ROOT / "assets" / "content" / "interface.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[
        "words"
    ]
    headings = {kind.name: kind.heading for kind in KINDS if kind.searched and kind.name != "situation"}  # shown as its service
    assert set(headings.values()) <= set(words)
