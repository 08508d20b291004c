"""The rings hold, the domain is pure, the console command needs no Qt, the repository holds what it should."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from kiosk.config import ROOT

DOMAIN = sorted((ROOT / "kiosk" / "domain").rglob("*.py"))
IMPURE_MODULES = {
    "os",
    "pathlib",
    "random",
    "subprocess",
    "socket",
    "logging",
    "sqlite3",
    "time",
    "tempfile",
    "shutil",
    "threading",
}
IMPURE_CALLS = {"now", "today", "utcnow", "open", "getenv", "print", "input"}


def test_imports_point_inwards() -> None:
    answer = subprocess.run([str(ROOT / ".venv/bin/lint-imports")], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert f"{len(contracts)} kept, 0 broken" in answer.stdout


@pytest.mark.parametrize("path", DOMAIN, ids=lambda path: str(path.relative_to(ROOT / "kiosk" / "domain")))
def test_the_domain_asks_nothing_of_the_machine(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not {alias.name.partition(".")[0] for alias in node.names} & IMPURE_MODULES
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in IMPURE_MODULES
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in IMPURE_CALLS


def test_no_test_takes_anything_from_another() -> None:
    named = re.compile(r"^from tests\.[\w.]*(?:test_\w+|conftest) import|^import tests\.[\w.]*test_", re.MULTILINE)
    taking = [path for path in (ROOT / "tests").rglob("*.py") if named.search(path.read_text(encoding="utf-8"))]
    assert taking == []


def test_a_class_has_a_name_that_no_other_has() -> None:
    """One word has one meaning: whoever reads a name in one file finds the same thing by it in another."""
    named = Counter(
        node.name
        for path in (ROOT / "kiosk").rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in named.items() if count > 1] == []


def test_the_domain_was_found() -> None:
    folders = {path.parent.name for path in DOMAIN}
    assert folders == {"domain", "speech", "arabic_sounds", "venue"}


def test_the_console_command_loads_no_qt() -> None:
    code = "import sys, kiosk.cli; print([m for m in sys.modules if m.startswith(('PySide6', 'kiosk.ui'))])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert answer.stdout.strip() == "[]"


def test_the_kiosk_loads_no_synthesiser_and_no_sound_server() -> None:
    kept_out = ("pyttsx3", "py_nanotts", "espeakng", "numpy", "scipy", "soundfile", "pulsectl", "PySide6.QtMultimedia")
    loaded = "import kiosk.app, kiosk.narration.synthesizer, kiosk.ui.serving, kiosk.ui.machine.player_process"
    code = f"import sys; {loaded}; print([m for m in sys.modules if m.startswith({kept_out})])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert answer.stdout.strip() == "[]"


def tracked() -> list[Path]:
    answer = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=True)
    return [ROOT / line for line in answer.stdout.splitlines()]


PROGRAM = {"kiosk", "assets", "content.db", "main.py", "pyproject.toml", "tests", "README.md", "docs", "script", ".ci"}
PROJECT = {
    *("LICENSE", "LICENSES", "REUSE.toml", "THIRD-PARTY-NOTICES.md", "CHANGELOG.md", "changelog.d", "CONTRIBUTING.md"),
    *("CODE_OF_CONDUCT.md", "SECURITY.md", "RELEASING.md", ".github", ".editorconfig", ".pre-commit-config.yaml"),
    *(".gitignore", "requirements.lock", "requirements-author.lock", "requirements-dev.lock"),
}
"""The pages by which the project is adopted, and what its tools look for at the top."""


def test_the_top_level_is_the_agreed_one() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} == PROGRAM | PROJECT


def test_no_tracked_file_names_a_registry_or_a_machine() -> None:
    signs = ("index" + "-url", "file" + "s.pythonhosted", "pypi" + ".org", "/ro" + "ot/", "/wo" + "rk/")
    for path in tracked():
        if path.suffix in {".db", ".jpg", ".png", ".zip"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        assert not [sign for sign in signs if sign in text], path


FIRST_PICTURE = """
import json, linecache, sys, tempfile
from pathlib import Path
import PySide6.QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
import kiosk.app
from kiosk.config import KioskConfig
from kiosk.ui.application import KioskApplication
application = QGuiApplication([])
with tempfile.TemporaryDirectory() as folder:
    kiosk = KioskApplication(KioskConfig(state=Path(folder)), QSize(540, 960))
    kiosk.window.frameSwapped.disconnect()
    kiosk.window.frameSwapped.connect(application.quit)
    kiosk.show(full_screen=False)
    application.exec()
    print(json.dumps([sorted(sys.modules), sorted(vars(PySide6.QtCore)), list(linecache.cache)]))
    kiosk.close()
"""
LATER = (
    "dataclasses",
    "kiosk.cli",
    "kiosk.content.checking",
    "kiosk.content.reading.guides",
    "kiosk.content.reading.services",
    "kiosk.content.search",
    "kiosk.counters",
    "kiosk.domain.cues",
    "kiosk.domain.guide",
    "kiosk.domain.handoff",
    "kiosk.domain.narration",
    "kiosk.domain.public_service",
    "kiosk.domain.search",
    "kiosk.narration",
    "kiosk.presentation.guide_steps",
    "kiosk.presentation.pages",
    "kiosk.presentation.scripts",
    "kiosk.presentation.serving_rows",
    "kiosk.staff.pin_gate",
    "kiosk.ui.machine.command",
    "kiosk.ui.machine.lockdown",
    "kiosk.ui.modes.quiz_view_model",
    "kiosk.ui.narration.spoken_mark",
    "kiosk.ui.serving",
    "kiosk.ui.shell.serving_rows",
    "kiosk.ui.shell.touch_watch",
    "kiosk.ui.staff",
    "kiosk.ui.takeaway",
    "kiosk.ui.visitor",
)
"""What the first picture shows nothing of; made after it, or by the first touch."""
MOST_MODULES = 91
"""Of our own, before the first picture."""


def test_before_the_first_picture_only_what_it_shows_is_loaded() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    answer = subprocess.run([sys.executable, "-c", FIRST_PICTURE], cwd=ROOT, capture_output=True, text=True, env=environment)
    assert answer.returncode == 0, answer.stderr
    loaded, types, sources = json.loads(answer.stdout)
    assert [name for name in loaded if name.startswith(LATER)] == []
    assert len([name for name in loaded if name.startswith("kiosk")]) <= MOST_MODULES
    assert "Qt" not in types  # made with all its enumerations when it is first asked for, which takes 16 ms
    assert [name for name in sources if Path(name).parent.name == "shell"] == []  # PySide would read, and keep, all of them


def test_the_first_picture_waits_for_nothing_it_does_not_need() -> None:
    heavy = "pydantic yaml babel numpy scipy qrcode icalendar rdflib openpyxl tuf cryptography argon2 PIL zxingcpp urllib3 click"
    code = f"import sys, kiosk.app; print(*sorted(set('{heavy}'.split()) & sys.modules.keys()))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []
