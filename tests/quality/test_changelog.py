"""The fragments of the changelog are ones that the next release will find."""

import re
import subprocess
import sys

from kiosk import __version__
from kiosk.config import ROOT


def test_every_fragment_stands_in_the_next_release() -> None:
    fragments = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.name not in {"README.md", ".gitignore"})
    names = r"(\d+|\+[a-z0-9-]+)\.(security|added|changed|fixed|removed)\.md"
    assert [path.name for path in fragments if not re.fullmatch(names, path.name)] == []
    command = [sys.executable, "-m", "towncrier", "build", "--draft"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert f"## {__version__} " in answer.stdout
    assert [path.name for path in fragments if path.read_text(encoding="utf-8").strip() not in answer.stdout] == []
