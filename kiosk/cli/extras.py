"""The parts of the program that a kiosk does without, and what to say where a command needs one that is not installed."""

import sys

from kiosk.errors import MissingPartError

AUTHOR = frozenset(
    {"onnxruntime", "openpyxl", "pyloudnorm", "rdflib", "ruamel", "ruamel.yaml", "scipy", "soundfile", "text2tashkeel"},
)
"""What the extra `author` of pyproject.toml brings, as it is imported."""
MENDS = {"author": "run script/setup --author, or pip install 'jusur[author]'"}


def missing_part(error: ModuleNotFoundError) -> MissingPartError | None:
    """What to tell the caller of a command whose part is not installed; None where the module is the program's own."""
    name = error.name or ""
    if name in AUTHOR or name.partition(".")[0] in AUTHOR:
        return MissingPartError(f"this command needs {name}, a part for authors that is not installed; {MENDS['author']}")
    if name and name.partition(".")[0] not in {"kiosk", *sys.stdlib_module_names}:
        return MissingPartError(f"the library {name} is not installed; run script/setup, or install the kiosk again")
    return None
