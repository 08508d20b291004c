"""What is told to authors: where something is wrong, what, and how it is mended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import yaml
from pydantic import ValidationError

from kiosk.content.sources.lines import SourceLines


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the content: where, what, and how to mend it."""

    file: str
    field: str
    message: str
    mend: str
    level: str = "error"
    """"error", or "note" for what does not keep the content from being published."""
    line: int = 0
    """In the file, from 1; 0 where no line is known."""

    @property
    def place(self) -> str:
        """File and line, as editors and people read them."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.message}; {self.mend}"


def yaml_finding(name: str, error: yaml.YAMLError | RecursionError) -> Finding:
    """A file that is not YAML, with the line where it stops being so."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Finding(name, "file", f"is not YAML: {' '.join(str(error).split())}", "mend it")
    line = error.problem_mark.line + 1
    place = f"line {line}, column {error.problem_mark.column + 1}"
    return Finding(name, place, f"is not YAML: {error.problem}", "mend that line", line=line)


_GUIDE = "write it as docs/content-authoring.md says"
_SHOWN = "shown"
"""Where a text's form keeps its words by language; no author writes it."""
_NO_TEXT = "write a text, in quotes"
_WORDS: Mapping[str, tuple[str, str]] = {
    "missing": ("is missing", "write it"),
    "extra_forbidden": ("is no field here", "take it away, or correct its name"),
    "string_type": ("is no text", _NO_TEXT),
    "int_type": ("is no whole number", "write a number without quotes"),
    "int_parsing": ("is no whole number", "write a number without quotes"),
    "bool_type": ("is neither true nor false", "write true or false"),
    "bool_parsing": ("is neither true nor false", "write true or false"),
    "date_type": ("is no day", "write year-month-day, such as 2026-11-28"),
    "date_parsing": ("is no day", "write year-month-day, such as 2026-11-28"),
    "date_from_datetime_parsing": ("is no day", "write year-month-day, such as 2026-11-28"),
    "date_from_datetime_inexact": ("is a moment, and a day is wanted", "write year-month-day, such as 2026-11-28"),
    "tuple_type": ("is no list", "write its members in lines that begin with a hyphen"),
    "list_type": ("is no list", "write its members in lines that begin with a hyphen"),
    "dict_type": ("is empty, or no fields with names", "write name: value, a line for each"),
    "model_type": ("is empty, or no fields with names", "write name: value, a line for each"),
    "model_attributes_type": ("is empty, or no fields with names", "write name: value, a line for each"),
    "too_short": ("is empty", "write at least one"),
    "string_too_short": ("is empty", _NO_TEXT),
}
"""Kinds of problems of a form: what is wrong, and the mend."""


def form_findings(name: str, error: ValidationError, lines: SourceLines) -> Iterator[Finding]:
    """The fields of a file that have not the form they need."""
    problems = error.errors()
    missing = [problem["loc"] for problem in problems if problem["type"] == "missing"]
    for problem in problems:
        place = problem["loc"]
        where = ".".join(str(part) for part in place if part != _SHOWN) or "file"
        wrong, mend = _WORDS.get(problem["type"], (f"cannot be so ({_plain(problem['msg'])})", _GUIDE))
        if problem["type"] == "extra_forbidden":
            beside = [str(other[-1]) for other in missing if other[:-1] == place[:-1]]
            meant = get_close_matches(str(place[-1]), beside, 1)
            mend = f"did you mean {meant[0]}?" if meant else mend
        line = lines.line(name, [str(part + 1) if isinstance(part, int) else part for part in place])
        yield Finding(name, where, wrong, mend, line=line)


def _plain(message: str) -> str:
    return f"{message[:1].lower()}{message[1:]}".removeprefix("value error, ")
