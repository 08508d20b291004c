"""What is shipped is said with its licence, and nothing is loaded whose terms are not met."""

import re
import subprocess
import sys
from pathlib import Path

from kiosk.config import ROOT

QT_UNDER_THE_LGPL = {
    "QtCore",
    "QtGui",
    "QtMultimedia",
    "QtNetwork",
    "QtQml",
    "QtQuick",
    "QtQuick.Templates",
    "QtQuick.Window",
    "QtSvg",
}
"""Some of the others, such as QtCharts and QtVirtualKeyboard, are under the GPL alone: look each new one up in Qt's list."""

LOCKS = ("requirements.lock", "requirements-author.lock")


def files(folder: str, pattern: str) -> str:
    found = sorted((ROOT / folder).rglob(pattern))
    assert len(found) > 20
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


def test_the_notices_are_those_of_what_is_locked() -> None:
    answer = subprocess.run([sys.executable, "script/notices", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr


def test_every_locked_package_and_version_has_its_line() -> None:
    locked = re.findall(r"^(\S+)==([^ ;\\]+)", "".join((ROOT / lock).read_text(encoding="utf-8") for lock in LOCKS), re.MULTILINE)
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| ([\d., ]+) \|", (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {(name, version) for name, versions in rows for version in versions.split(", ")} == set(locked)
    assert len(locked) > 50


def test_no_module_of_qt_is_loaded_that_is_under_the_gpl_alone() -> None:
    python = files("kiosk", "*.py")
    named = set(re.findall(r"(?:from|import) PySide6\.(Qt\w+)", python))
    for line in re.findall(r"from PySide6 import (.+)", python):
        named |= set(re.findall(r"Qt\w+", line))
    named |= set(re.findall(r"^import (Qt[\w.]*)", files("kiosk", "*.qml"), re.MULTILINE))
    assert {"QtCore", "QtQuick"} <= named <= QT_UNDER_THE_LGPL


def test_the_repository_holds_no_font_sound_or_model_of_others() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    carried = {".ttf", ".otf", ".woff", ".woff2", ".onnx", ".ogg", ".wav", ".flac", ".mp3", ".so", ".whl", ".jar"}
    assert [name for name in tracked if Path(name).suffix in carried] == []
    own = {
        ".conf",
        ".css",
        ".html",
        ".js",
        ".json",
        ".path",
        ".rules",
        ".service",
        ".sh",
        ".svg",
        ".timer",
        ".txt",
        ".yaml",
        ".zip",
    }
    assert {Path(name).suffix for name in tracked if name.startswith("assets/")} == own
    assert [name for name in tracked if name.endswith(".zip")] == ["assets/sounds/ar.zip"]


def test_every_file_says_whose_it_is_and_under_which_licence() -> None:
    answer = subprocess.run([sys.executable, "-m", "reuse", "lint", "--quiet"], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "Apache-2.0.txt").read_bytes()
