"""The card before the doors open asks the real doctor."""

from kiosk.ui.machine.examination import run_doctor


def test_the_doctor_examines_voices_code_and_content() -> None:
    rows = {row["name"]: row["green"] for row in run_doctor()}
    assert {"content", "clock", "disk", "voice ar", "voice fr", "display", "fonts", "sound", "code"} <= rows.keys()
    assert rows["code"] and rows["content"]
