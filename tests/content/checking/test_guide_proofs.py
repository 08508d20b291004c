"""A guide that would leave a visitor stranded is found before it is shown, with the answers that lead there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.errors import SourceError
from tests.helpers.sources import Folder, fact, words, write

GUIDE = "guides/cnie.yaml"
Change = Callable[[Folder], Any]


def choice(identifier: str, *options: str, **more: Any) -> dict[str, Any]:
    listed = [{"id": option, "icon": "star", "name": words(option)} for option in options]
    return {"id": identifier, "kind": "choice", "text": words(identifier), "options": listed} | more


def guide(change: Callable[[dict[str, Any]], Any]) -> Change:
    return lambda folder: change(folder[GUIDE])


def circle(g: dict[str, Any]) -> None:
    g["questions"] = [choice("one", "a", "b", ask_when={"two": "a"}), choice("two", "a", "b", ask_when={"one": "a"})]
    g["amendments"], g["costs"] = [], {}


def dead_end(g: dict[str, Any]) -> None:
    g["outcomes"] = [{"id": "first", "situation": "first", "when": {"lost": "yes"}}]


def two_ends(g: dict[str, Any]) -> None:
    g["outcomes"].append({"id": "second", "situation": "first", "when": {"age": {"under": 12}, "lost": "no"}})


def added(**amendment: Any) -> Change:
    return guide(lambda g: g["amendments"].append({"id": "more", **amendment}))


def many_questions(g: dict[str, Any]) -> None:
    g["questions"] += [choice(f"q{n}", "a", "b") for n in range(4)]


def explosion(g: dict[str, Any]) -> None:
    g["questions"] += [choice(f"q{n}", *"abcdefgh") for n in range(6)]


def second_situation(folder: Folder) -> None:
    situations = folder["services/cnie.yaml"]["situations"]
    situations.append({**situations[0], "id": "renewal"})


def foreign_paper(folder: Folder) -> None:
    documents = folder["documents.yaml"]["documents"]
    documents.append({**documents[0], "id": "visa"})
    situations = folder["services/cnie.yaml"]["situations"]
    situations.append({**situations[0], "id": "other", "evidence": ["visa"]})
    folder[GUIDE]["outcomes"] = [
        {"id": "first", "situation": "first", "when": {"lost": ["no", "unknown"]}},
        {"id": "other", "situation": "other", "when": {"lost": "yes"}},
    ]
    folder[GUIDE]["amendments"].append({"id": "more", "situation": "first", "adds": ["visa"]})


UNPROVED: list[tuple[str, Change, str, str]] = [
    ("a circle", guide(circle), "questions one", "a circle without an end"),
    ("a dead end", guide(dead_end), "outcomes", "age=0, lost=no leads to no outcome"),
    ("two outcomes at once", guide(two_ends), "outcomes", "age=0, lost=no leads to first and second"),
    (
        "an outcome no answers lead to",
        guide(
            lambda g: g["outcomes"].append({"id": "x", "situation": "first", "when": [{"lost": "yes", "age": {"at_least": 200}}]})
        ),
        "outcomes x",
        "no answer from 0 to 120 meets",
    ),
    (
        "a question never asked",
        guide(lambda g: g["questions"].append(choice("late", "a", "b", ask_when={"age": {"under": 5}, "lost": "yes"}) | {})),
        "",
        "",
    ),
    (
        "a rule that contradicts itself",
        guide(
            lambda g: g["questions"].extend(
                [choice("a", "x", "y", ask_when={"lost": "yes"}), choice("b", "x", "y", ask_when={"a": "x", "lost": "no"})]
            )
        ),
        "questions b",
        "never asked",
    ),
    ("an amendment nobody meets", added(when={"lost": "yes", "age": {"at_least": 12, "under": 13}}), "", ""),
    ("a number asked of a choice", added(when={"lost": {"under": 3}}), "amendments more", "it is a yes_no"),
    ("too many questions", guide(many_questions), "questions", "a path of 6 questions"),
    ("one question only", guide(lambda g: g["questions"].pop()), "questions", "a path of 1 questions"),
    ("more combinations than can be walked", guide(explosion), "questions", "more than 20000 combinations"),
    (
        "no place to go",
        guide(lambda g: g.update(channels={"web": {"lost": "yes"}, "old": {"lost": "yes"}})),
        "channels",
        "age=0, lost=no",
    ),
    ("a situation no answers lead to", second_situation, "outcomes", "'renewal'"),
    ("a paper the situation does not ask for", foreign_paper, "amendments more", "adds 'document:visa'"),
    (
        "a paper taken away that is not there",
        lambda f: (
            f["documents.yaml"]["documents"].append({**f["documents.yaml"]["documents"][0], "id": "visa"}),
            f["services/cnie.yaml"]["situations"].append(
                {**f["services/cnie.yaml"]["situations"][0], "id": "other", "evidence": ["visa"]}
            ),
            f[GUIDE]["amendments"].append({"id": "more", "situation": "other", "removes": ["visa"], "when": {"lost": "yes"}}),
        ),
        "amendments more",
        "removes 'document:visa'",
    ),
    ("no guide at all", lambda f: f.pop(GUIDE), "service:cnie guide", "has no guide"),
    ("half a translation", guide(lambda g: g["questions"][0]["text"].pop("ar")), "question:cnie/age text.ar", "missing"),
    (
        "a common answer without words",
        lambda f: f["interface.yaml"]["words"]["yes"].pop("fr"),
        "option:cnie/lost/yes name.fr",
        "missing",
    ),
]
PROVED = [case for case in UNPROVED if not case[3]]
UNPROVED = [case for case in UNPROVED if case[3]]


@pytest.mark.parametrize(("change", "part", "what"), [case[1:] for case in UNPROVED], ids=[case[0] for case in UNPROVED])
def test_a_guide_that_strands_a_visitor_is_found_in_sources_and_database(
    tmp_path: Path, change: Change, part: str, what: str
) -> None:
    folder = write(tmp_path / "sources", change)
    build(folder, tmp_path / "content.db")
    for findings in (check(folder), check(tmp_path / "content.db")):
        assert [f for f in findings if f.field.endswith(part) and what in f.message and f.mend], findings


@pytest.mark.parametrize("change", [case[1] for case in PROVED], ids=[case[0] for case in PROVED])
def test_odd_but_sound_rules_are_let_through(tmp_path: Path, change: Change) -> None:
    assert check(write(tmp_path / "sources", change)) == []


UNREADABLE: list[tuple[str, Change, str]] = [
    ("an unknown question", added(when={"colour": "red"}), "question:cnie/colour"),
    ("an unknown option", added(when={"lost": "maybe"}), "option:cnie/lost/maybe"),
    ("an unknown situation", added(situation="none", when={"lost": "yes"}), "situation:cnie/none"),
    ("an unknown cost", guide(lambda g: g["costs"].update(child={"lost": "yes"})), "cost:cnie/child"),
    ("a guide of no service", lambda f: f.update({"guides/x.yaml": {**f[GUIDE], "id": "x"}}), "service:x"),
    ("a rule about nothing", added(when={"lost": {}}), "names options, or bounds"),
    ("bounds the wrong way round", added(when={"age": {"at_least": 9, "under": 3}}), "under does not come after"),
    ("a choice of one", guide(lambda g: g["questions"].append(choice("one", "a"))), "two options or more"),
    ("a number without unit", guide(lambda g: g["questions"][0].pop("unit")), "least, most and unit"),
    ("papers nobody proves", added(adds=["photos4"], when={"lost": "yes"}), "without the situation"),
    ("code in a rule", added(when="age < 12"), "no fields with names"),
]


@pytest.mark.parametrize(("change", "what"), [case[1:] for case in UNREADABLE], ids=[case[0] for case in UNREADABLE])
def test_a_guide_that_cannot_be_read_is_named_and_not_built(tmp_path: Path, change: Change, what: str) -> None:
    folder = write(tmp_path / "sources", change)
    findings = check(folder)
    assert [f for f in findings if f.file.startswith("guides/") and what in f.message and f.mend], findings
    with pytest.raises(SourceError):
        build(folder, tmp_path / "content.db")


def test_many_faults_of_one_kind_are_counted(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        folder[GUIDE]["questions"].append(choice("q", *"abcdefgh"))
        dead_end(folder[GUIDE])

    findings = [f for f in check(write(tmp_path / "sources", change)) if "dead end" in f.message]
    assert len(findings) == 3
    assert "and 29 more like it" in findings[-1].message


def test_an_amendment_says_what_its_sources_prove(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        folder[GUIDE]["amendments"].append({"id": "bare", "statements": [{**fact("x"), "sources": []}]})

    findings = check(write(tmp_path / "sources", change))
    assert [f for f in findings if f.file == GUIDE and f.field == "statement:amendment:cnie/bare/statements/1 sources"], findings
