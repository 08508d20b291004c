"""What is told to authors: where something is wrong, what, and how it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the content: where, what, and how to mend it."""

    file: str
    field: str
    message: str
    mend: str
    level: str = "error"
    """"error", or "note" for what does not keep the content from being published."""

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.message}; {self.mend}"


def yaml_finding(name: str, error: yaml.YAMLError | RecursionError) -> Finding:
    """A file that is not YAML, with the line where it stops being so."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Finding(name, "file", f"is not YAML: {' '.join(str(error).split())}", "mend it")
    place = f"line {error.problem_mark.line + 1}, column {error.problem_mark.column + 1}"
    return Finding(name, place, f"is not YAML: {error.problem}", "mend that line")


def form_findings(name: str, error: ValidationError) -> Iterator[Finding]:
    """The fields of a file that have not the form they need."""
    for problem in error.errors():
        where = ".".join(str(part) for part in problem["loc"]) or "file"
        yield Finding(name, where, problem["msg"], "write the field as docs/content-authoring.md says")
