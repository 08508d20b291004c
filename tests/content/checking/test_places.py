"""What is wrong is told with its line, in words for authors, once."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from kiosk.content.checking.check import check
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.lines import SourceLines
from tests.helpers.sources import Folder, speech_of, write

K9, CNIE = "pavilions/k9.yaml", "services/cnie.yaml"
LONG = "x" * 60


def broken(folder: Path, change: Callable[[Folder], None]) -> list[Finding]:
    return check(write(folder, change))


def line_with(folder: Path, file: str, words: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


@pytest.mark.parametrize(
    ("change", "file", "words"),
    [
        (lambda f: f[K9]["name"].update(fr=LONG), K9, LONG),
        (lambda f: f[K9]["what_it_is"][0]["text"].update(fr="odd 1999 fr"), K9, "odd 1999"),
        (lambda f: f[CNIE]["situations"][0]["name"].update(fr=LONG), CNIE, LONG),
        (
            lambda f: f["interface.yaml"]["words"].update(slogan={"ar": "x", "fr": "odd {more}", "en": "x"}),
            "interface.yaml",
            "odd {more}",
        ),
        (lambda f: f[K9].update(checked_on="28/11/2026"), K9, "28/11/2026"),
        (lambda f: f[K9].update(sumary={"ar": "x"}), K9, "sumary"),
    ],
)
def test_a_finding_names_the_line(tmp_path: Path, change: Callable[[Folder], None], file: str, words: str) -> None:
    found = broken(tmp_path, change)
    assert (file, line_with(tmp_path, file, words)) in {(finding.file, finding.line) for finding in found}, found
    assert f"{file}:{line_with(tmp_path, file, words)}: " in " | ".join(map(str, found))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: f[K9].update(sumary=f[K9].pop("summary")), "sumary: is no field here; did you mean summary?"),
        (lambda f: f[K9].update(flavour="red"), "flavour: is no field here; take it away, or correct its name"),
        (lambda f: f[K9].update(checked_on="28/11/2026"), "checked_on: is no day; write year-month-day, such as 2026-11-28"),
        (lambda f: f[K9]["name"].update(fr=12), "name.fr: is no text; write a text, in quotes"),
        (lambda f: f.update({K9: None}), "file: is empty, or no fields with names; write name: value, a line for each"),
        (lambda f: f[K9].update(what_it_is=[]), "what_it_is: is empty; write at least one"),
        (lambda f: f[K9].update(rank="first"), "rank: is no whole number; write a number without quotes"),
    ],
)
def test_what_is_wrong_with_a_form_is_said_in_words_of_authors(tmp_path: Path, change: Callable[[Folder], None], said: str) -> None:
    assert any(said in str(finding) for finding in broken(tmp_path, change)), broken(tmp_path, change)


def test_a_fault_of_a_pavilion_is_told_once(tmp_path: Path) -> None:
    found = broken(tmp_path, lambda f: f[K9]["name"].update(fr=LONG))
    assert [(finding.file, finding.field) for finding in found if "room for" in finding.message] == [(K9, "pavilion:k9 name.fr")]


def test_a_copy_that_lies_beside_is_one_fault(tmp_path: Path) -> None:
    found = broken(tmp_path, lambda f: f.update({"pavilions/k9 - Copie.yaml": f[K9]}))
    assert [(finding.file, finding.mend) for finding in found] == [
        ("pavilions/k9 - Copie.yaml", "name the file k9.yaml, or take it away where it is a copy")
    ]


def test_a_word_the_model_cannot_vocalise_leads_to_the_lexicon(tmp_path: Path) -> None:
    """Not round in a circle: it has been proposed, and stays without vowels."""
    change = {"name": {"ar": "سيبراني", "fr": "Cyber", "en": "Cyber"}}
    first = [f.mend for f in broken(tmp_path / "a", lambda f: f[K9].update(change)) if "vocalised" in f.message]
    assert first and all(mend.startswith("run `kiosk narration propose`") for mend in first)

    def proposed(folder: Folder) -> None:
        folder[K9].update(change)
        folder.update(speech_of("pavilion:k9", "name", "سيبراني", "سيبراني"))

    second = [f.mend for f in broken(tmp_path / "b", proposed) if f.field == "pavilion:k9 name.ar" and "vocalised" in f.message]
    assert second == ["write how they are said in pronunciation.yaml, then run `kiosk narration propose --again`"]


def test_the_deepest_part_that_is_there_is_meant(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        dedent("""\
            name: x
            parts:
              - id: first
                text:
                  fr: y
              - id: second
            words: {close: z}
            """),
        encoding="utf-8",
    )
    lines = SourceLines(tmp_path)
    places = [["name"], ["parts", "first", "text", "fr"], ["second"], ["parts", "2", "lost"], ["close"], ["lost"], []]
    assert [lines.line("a.yaml", place) for place in places] == [1, 5, 6, 6, 7, 1, 1]
    (tmp_path / "b.yaml").write_bytes(b"\xff{")
    assert lines.line("b.yaml", ["name"]) == lines.line("none.yaml", ["name"]) == 0
