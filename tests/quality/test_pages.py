"""The pages of the project lead where they say, and the glossary explains each name once."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kiosk.config import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "changelog.d").glob("README.md")])
PATHS = r"`((?:kiosk|assets|docs|script|tests|changelog\.d)/[\w./-]*)`"
BY_NAME = re.compile(r"[A-Z]{3}|Name")
"""In a path: what the reader puts a name of their own for."""


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    folder = ROOT if page.name == "parts.md" else page.parent  # parts.md is read as a page of the top
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        target = folder / path if path else page
        if "://" not in link and not (target.exists() and (not anchor or anchor in anchors(target))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize(
    "name", ["CONTRIBUTING.md", "RELEASING.md", "SECURITY.md", "THIRD-PARTY-NOTICES.md", "docs/where-things-are.md"]
)
def test_files_that_are_named_exist(name: str) -> None:
    named = re.findall(PATHS, (ROOT / name).read_text(encoding="utf-8"))
    assert [path for path in named if not BY_NAME.search(path) and not (ROOT / path).exists()] == []


def test_the_glossary_explains_each_name_once() -> None:
    rows = re.findall(r"^\| (.+?) \| ", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    names = Counter(name for row in rows[1:] for name in re.sub(r" \(.*\)", "", row).split(", "))
    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) > 100


def test_the_map_names_files_that_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+/[\w/]+\.py)`", text)
    assert len(named) > 40
    assert [path for path in named if not (ROOT / "kiosk" / path).exists()] == []
