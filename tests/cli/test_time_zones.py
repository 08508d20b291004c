"""Time zones by the newest table of the machine: the system's, or the one that came with the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import time_zones
from kiosk.cli.examination import zone_tables_said
from kiosk.time_zones import ZoneTables, use_newest_zones, zone_tables


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A machine with tables of these versions."""

    def put(system: str, own: str) -> tuple[Path, Path]:
        places = tmp_path / "system", tmp_path / "own"
        for place, version in zip(places, (system, own), strict=True):
            place.mkdir()
            if version:
                (place / "tzdata.zi").write_text(f"# version {version}\n# rest\n", encoding="utf-8")
        monkeypatch.setattr(time_zones, "_SYSTEM", places[:1])
        monkeypatch.setattr(time_zones, "_own", lambda: places[1])
        monkeypatch.delenv("PYTHONTZPATH", raising=False)
        monkeypatch.setattr("zoneinfo.reset_tzpath", lambda: None)
        return places

    return put


@pytest.mark.parametrize(
    ("system", "own", "used", "found"),
    [
        ("2025b", "2026f", "2026f", "2026f; the system's is 2025b, older"),
        ("2027a", "2026f", "2027a", "2027a"),
        ("2026f", "2026f", "2026f", "2026f"),
        ("2026f", "", "2026f", "2026f"),
        ("", "2026f", "2026f", "2026f; the system's is of no version, older"),
    ],
)
def test_the_newer_table_wins_and_the_doctor_says_which(tables, system: str, own: str, used: str, found: str) -> None:
    places = tables(system, own)
    use_newest_zones()
    assert os.environ.get("PYTHONTZPATH", "") == (str(places[1]) if own > system else "")
    assert zone_tables() == ZoneTables(system, own, used)
    assert zone_tables_said(zone_tables()) == f"time zones {found}"


def test_a_place_that_an_administrator_named_stays(tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables("2025b", "2026f")
    monkeypatch.setenv("PYTHONTZPATH", str(tmp_path / "system"))
    use_newest_zones()
    assert zone_tables() == ZoneTables("2025b", "2026f", "2025b")


@pytest.mark.parametrize("noise", [b"", b"\xff\xfe# version", b"# version", b"x" * 1000])
def test_a_table_that_does_not_say_its_version_is_taken_for_the_older(tables, noise: bytes) -> None:
    system, _ = tables("2025b", "2026f")
    (system / "tzdata.zi").write_bytes(noise)
    assert zone_tables() == ZoneTables("", "2026f", "2026f")


def test_without_any_table_the_doctor_says_so(tables) -> None:
    tables("", "")
    assert zone_tables_said(zone_tables()) == "time zones of no version"


def test_what_python_had_loaded_before_follows_too() -> None:
    """In a process of its own: nothing here may change the zones of other tests."""
    program = (
        "import zoneinfo; from kiosk import time_zones; time_zones._SYSTEM = (); time_zones.use_newest_zones();"
        "print(zoneinfo.TZPATH == (str(time_zones._own()),), zoneinfo.ZoneInfo('Africa/Casablanca'))"
    )
    given = {name: value for name, value in os.environ.items() if name != "PYTHONTZPATH"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=given)
    assert done.stdout.split() == ["True", "Africa/Casablanca"]
