"""At nine in the evening a sentence is changed; next morning every kiosk says it, by whichever road it came."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.cli.repo_options import PASSPHRASE as VARIABLE
from tests.helpers.nginx import nginx
from tests.helpers.sources import for_kiosks, write
from tests.helpers.workshop import PASSPHRASE, all_keys, beginning, sentence, version


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "chain.pem"))
    assert main(["repo", "init", str(tmp_path / "repository"), *beginning(tmp_path / "keys")]) == 0
    return tmp_path


def publish(desk: Path, text: str, number: str) -> None:
    database, change = str(desk / f"{text}.db"), for_kiosks(version(number, sentence(text)))
    assert main(["content", "build", str(write(desk / text, change)), "--output", database]) == 0
    options = [*all_keys(desk / "keys"), "--content", database, "--pictures", str(desk / "none"), "--yes"]
    assert main(["repo", "publish", str(desk / "repository"), *options]) == 0


def sync(desk: Path, kiosk: str, *source: str) -> dict:
    """A kiosk's own process, as at a pavilion."""
    root = desk / "repository" / "metadata" / "1.root.json"
    command = [sys.executable, "-m", "kiosk.cli", "sync", *source, "--json", "--state", str(desk / kiosk), "--root", str(root)]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_three_kiosks_by_a_web_server_a_folder_and_a_stick(desk: Path) -> None:
    for number, text in (("2026.11.24", "morning"), ("2026.11.24.2", "evening")):
        publish(desk, text, number)
        shutil.rmtree(desk / "media", ignore_errors=True)
        shutil.copytree(desk / "repository", desk / "media" / "STICK")
        with nginx(desk / "repository", desk, secure=True) as (address, log):
            found = [
                sync(desk, "net", address),
                sync(desk, "path", str(desk / "repository")),
                sync(desk, "stick", "--stick", "--mounts", str(desk / "media")),
            ]
        assert len({result["sha256"] for result in found}) == 1
        assert {result["result"] for result in found} == {"installed"}
        assert found[2]["receipt"] == "left"
    asked = [line.split()[-1] for line in log.read_text().splitlines()]
    assert sum("/blobs/" in path for path in asked) == 2
