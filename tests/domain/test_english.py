"""Counts of messages agree with their nouns."""

import ast
import re

import pytest

from kiosk.config import ROOT
from kiosk.domain.english import how_many


@pytest.mark.parametrize(
    ("count", "nouns", "said"),
    [
        (0, ("fault",), "0 faults"),
        (1, ("fault",), "1 fault"),
        (2, ("fault",), "2 faults"),
        (1, ("person", "people"), "1 person"),
        (3, ("person", "people"), "3 people"),
    ],
)
def test_a_count_agrees_with_its_noun(count: int, nouns: tuple[str, ...], said: str) -> None:
    assert how_many(count, *nouns) == said


def test_what_is_counted_somewhere_agrees_everywhere() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "kiosk").rglob("*.py"))}
    calls = [n for tree in trees.values() for n in ast.walk(tree) if isinstance(n, ast.Call) and _name(n.func) == "how_many"]
    nouns = {a.value for call in calls for a in call.args[1:] if isinstance(a, ast.Constant)}
    bare = re.compile(rf" ({'|'.join(sorted(nouns))})s\b(?! on\b| a second\b)")
    assert "fault" in nouns
    assert [f"{path}:{line}" for path, tree in trees.items() for line in _bare(tree, bare)] == []


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _bare(tree: ast.AST, noun: re.Pattern[str]) -> list[int]:
    """Lines where a value that is no constant stands before a noun in the plural."""
    return [
        text.lineno
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for value, after in zip(text.values, text.values[1:], strict=False)
        if isinstance(value, ast.FormattedValue)
        and isinstance(after, ast.Constant)
        and not _name(value.value).isupper()
        and noun.match(str(after.value))
    ]
