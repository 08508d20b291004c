"""The words of the interface are a checked set: each one asked for is there in every language, and each one there is asked for."""

import re
from pathlib import Path

import pytest
import yaml

from kiosk.cli.places import SOURCES
from kiosk.config import ROOT
from kiosk.domain.formatting import blanks_of
from kiosk.domain.interface_words import BLANKS, FAMILIES, WORDS
from kiosk.domain.mode_resolver import Layer
from kiosk.ui.staff.maintenance.stick_job import STEPS
from kiosk.ui.staff.maintenance.stick_view_model import Stage
from kiosk.ui.visitor.feedback_view_model import FACES
from tests.helpers.qml_types import QML

LOOKED_UP = {
    "modelData.key", "modelData.summary", "modelData.word", "modelData.about", "modelData", "key.modelData",
    "bar.narration.label", "panel.takeaway.printing", '"stick_" + page.stage', '"feedback_" + mood',
}  # fmt: skip
"""How QML looks a word up while it runs: by a key that stands in a list of the same file, or in Python, or by a family."""


def written(folder: Path, ending: str) -> str:
    return "".join(
        path.read_text(encoding="utf-8")
        for path in folder.rglob(f"*{ending}")
        if path.name != "words.py" and "speech" not in path.parts
    )


@pytest.fixture(scope="module")
def words() -> dict[str, dict[str, str]]:
    return yaml.load((SOURCES / "interface.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["words"]


def test_each_word_asked_for_is_there_in_every_language(words: dict[str, dict[str, str]]) -> None:
    assert len(WORDS) == len(set(WORDS)) > 300
    assert set(WORDS) == words.keys()
    assert {frozenset(texts) for texts in words.values()} == {frozenset({"ar", "fr", "en"})}
    assert all(text for texts in words.values() for text in texts.values())


def test_no_word_is_there_that_nobody_asks_for() -> None:
    code = written(QML, ".qml") + written(ROOT / "kiosk", ".py")
    asked = set(re.findall(r"words\.(\w+)", code)) | set(re.findall(r'"(\w+)"', code))
    composed = {first + last for first, lasts in FAMILIES.items() for last in lasts}
    assert set(WORDS) - composed <= asked


def test_each_literal_word_of_python_is_known() -> None:
    code = "".join(written(ROOT / "kiosk" / room, ".py") for room in ("domain", "presentation", "ui"))
    assert set(re.findall(r'words\["(\w+)"', code)) | set(re.findall(r'\.(?:word|sentence)\("(\w+)"', code)) <= set(WORDS)
    assert set(re.findall(r'(?:words\[|word\()f"([a-z]+_)\{', code)) <= FAMILIES.keys()


def test_qml_looks_words_up_in_known_ways_only() -> None:
    code = written(QML, ".qml")
    assert set(re.findall(r"words\[([^\]]+)\]", code)) == LOOKED_UP
    assert set(re.findall(r'\b(?:key|summary|word|about): "(\w+)"', code)) <= set(WORDS)
    assert not re.search(r"words(?:\.\w+|\[[^\]]+\])\)? \?\?", code), "a word is never missing"


def test_each_family_is_whole() -> None:
    assert FAMILIES["step_"] == STEPS
    assert set(FAMILIES["stick_"]) == {stage.value for stage in Stage}
    assert FAMILIES["feedback_"] == tuple(str(face) for face in range(1, FACES + 1))
    assert set(FAMILIES["why_"]) >= {layer.value for layer in Layer}


def test_each_kind_of_examination_has_a_word() -> None:
    code = written(ROOT / "kiosk", ".py")
    kinds = set(re.findall(r'Examination\(\s*f?"(\w+)', code))
    kinds |= set(re.findall(r'"name": "(\w+)"', (ROOT / "kiosk" / "ui" / "tools" / "probe.py").read_text(encoding="utf-8")))
    assert {"lan", "group", "voice", "fonts"} <= kinds
    assert kinds <= set(FAMILIES["check_"])


def test_the_blanks_of_each_word_are_known(words: dict[str, dict[str, str]]) -> None:
    found = {word: blanks_of(text) for word, texts in words.items() for text in texts.values()}
    assert {word: blanks for word, blanks in found.items() if blanks} == BLANKS
