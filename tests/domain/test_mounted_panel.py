"""Reach and reading of a mounted panel, against the figures of the standard; and the sheet that says so."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import DATA
from kiosk.domain.installation_sheet import LANGUAGES, Identity, installation_sheets
from kiosk.domain.mounted_panel import MountedPanel, farthest_mm, lower_edges, measures
from kiosk.domain.panel import Panel

WORDS = json.loads((DATA / "assets/deploy/installation-sheet.json").read_text(encoding="utf-8"))
KIOSK = Identity("hall-3", "hall", "north", "1.0", "2026.11.25", 7, "a173cf72b33a", 4, "8f3a")
PORTRAIT, LANDSCAPE = Panel(1080, 1920, 32), Panel(1920, 1080, 32)


def verdicts(mount: MountedPanel) -> dict[str, bool]:
    return {measure.name: measure.passes for measure in measures(mount)}


@pytest.mark.parametrize(
    ("mount", "low", "high"),
    [
        (MountedPanel(PORTRAIT, 600, 700), True, False),
        (MountedPanel(PORTRAIT, 600, 511), True, True),
        (MountedPanel(PORTRAIT, 600, 512), True, False),
        (MountedPanel(PORTRAIT, 600, 379), False, True),
        (MountedPanel(LANDSCAPE, 600, 700), True, True),
    ],
)
def test_controls_are_within_reach_between_380_and_1220_mm(mount: MountedPanel, low: bool, high: bool) -> None:
    found = verdicts(mount)
    assert (found["lowest_control"], found["highest_control"]) == (low, high)


def test_glass_that_is_higher_than_the_reach_passes_at_no_height() -> None:
    assert lower_edges(MountedPanel(Panel(1080, 1920, 55), 600, 300)) is None
    assert lower_edges(MountedPanel(PORTRAIT, 600, 700)) == (380, 511)


@given(st.floats(10, 60), st.integers(300, 5000), st.booleans())
def test_the_distance_that_is_named_is_the_farthest_that_passes(diagonal: float, distance: int, upright: bool) -> None:
    panel = Panel(1080, 1920, diagonal) if upright else Panel(1920, 1080, diagonal)
    farthest = farthest_mm(MountedPanel(panel, distance, 700))
    assert verdicts(MountedPanel(panel, farthest, 700))["smallest_letter"]
    assert not verdicts(MountedPanel(panel, farthest + 1, 700))["smallest_letter"]


@given(st.floats(10, 60), st.integers(0, 2500))
def test_the_edges_that_are_named_are_those_that_pass(diagonal: float, edge: int) -> None:
    mount = MountedPanel(Panel(1080, 1920, diagonal), 600, edge)
    edges, found = lower_edges(mount), verdicts(mount)
    assert (found["lowest_control"] and found["highest_control"]) == (edges is not None and edges[0] <= edge <= edges[1])


def test_a_capital_of_7_3_mm_takes_up_0_7_degrees_at_600_mm() -> None:
    """The table of the standard."""
    (angle,) = [m.value for m in measures(MountedPanel(Panel(1080, 1920, 15.6), 600, 700)) if m.name == "body_letter"]
    assert angle == pytest.approx(0.45, abs=0.02)  # a capital of 4.8 mm


@pytest.mark.parametrize("code", ["49382716", ""])
def test_the_sheet_says_the_data_the_verdicts_and_the_code_in_both_languages(code: str) -> None:
    sheets = installation_sheets(KIOSK, MountedPanel(PORTRAIT, 600, 700), code, date(2026, 11, 30), WORDS)
    assert [sheet.right_to_left for sheet in sheets] == [True, False]
    for sheet, tag in zip(sheets, LANGUAGES, strict=True):
        text = "\n".join(f"{line.label} {line.text}" for line in sheet.lines)
        for part in ("hall-3", "hall", "north", "2026.11.25", "a173cf72b33a", "8f3a", "1408", "511", "470", "65", "1015"):
            assert part in text, (tag, part)
        assert text.count(WORDS["fails"][tag]) >= 2
        assert ("49382716" in text) == bool(code)  # in one piece: of two groups, Arabic begins with the right one
        assert sheet.codes[0].payload.split("\n")[:4] == ["JUSUR-KIOSK", "hall-3", "hall", "north"]


def test_a_mount_that_passes_is_told_no_mend() -> None:
    (_, french) = installation_sheets(KIOSK, MountedPanel(PORTRAIT, 400, 450), "", date(2026, 11, 30), WORDS)
    text = "\n".join(line.text for line in french.lines)
    assert "NON CONFORME" not in text
    assert "placez" not in text


def test_every_word_of_the_sheet_is_there_in_both_languages_and_used() -> None:
    assert all(set(said) == set(LANGUAGES) and all(said.values()) for said in WORDS.values())
    source = (DATA / "kiosk/domain/installation_sheet.py").read_text(encoding="utf-8")
    source += (DATA / "kiosk/domain/mounted_panel.py").read_text(encoding="utf-8")
    assert [key for key in WORDS if f'"{key}"' not in source] == []
