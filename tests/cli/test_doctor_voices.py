"""What the doctor says about the voices: which link of the chain speaks each language."""

from pathlib import Path

import numpy as np

from kiosk.cli.examination import examine_voices
from kiosk.config import KioskConfig
from kiosk.domain.narration import Sentence
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.making import Raw, store


def test_each_language_has_its_line(tmp_path: Path) -> None:
    sound = Raw(np.sin(np.linspace(0, 2000, 32_000)) / 4, 16_000)
    for number in range(2):
        store(SoundLibrary(tmp_path), Sentence(f"جملة {number}", "ar"), RECORDED, sound, (), {"voice": "recorded"})
    found = {row.name: row for row in examine_voices(KioskConfig(narration=tmp_path, voices=tmp_path / "none"))}
    assert found["voice ar"].found == "recorded 2, rendered 0, live: espeak sem/ar"
    assert found["voice fr"].found == "recorded 0, rendered 0, live: pico fr-FR"
    assert found["voice en"].found == "recorded 0, rendered 0, live: pico en-GB"
    assert all(row.green for row in found.values())
