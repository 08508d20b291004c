"""What the doctor says about the voices: which link of the chain speaks each language."""

from pathlib import Path

import numpy as np

from kiosk.cli.examination import examine_voices
from kiosk.config import KioskConfig
from kiosk.content.build import build
from kiosk.domain.narration import Sentence
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.making import Raw, store
from tests.helpers.sources import Folder, write


def test_each_language_has_its_line(tmp_path: Path) -> None:
    sound = Raw(np.sin(np.linspace(0, 2000, 32_000)) / 4, 16_000)
    for number in range(2):
        store(SoundLibrary(tmp_path), Sentence(f"جملة {number}", "ar"), RECORDED, sound, (), {"voice": "recorded"})
    found = {
        row.name: row for row in examine_voices(KioskConfig(narration=tmp_path, voices=tmp_path / "none", shipped_sounds=False))
    }
    assert found["voice ar"].found.startswith("recorded 2, rendered 0, live: espeak sem/ar; the sounds that come with the program")
    assert "ar.zip" in found["voice ar"].mend
    assert found["voice fr"].found == "recorded 0, rendered 0, live: pico fr-FR"
    assert found["voice en"].found == "recorded 0, rendered 0, live: pico en-GB"
    assert {row.name for row in found.values()} == {"voice ar", "voice en", "voice fr"}
    assert all(row.green for row in found.values())


def test_a_language_without_a_voice_is_named(tmp_path: Path) -> None:
    """The content is written in it, and no engine speaks it."""

    def fourth(folder: Folder) -> None:
        exhibition = folder["exhibition.yaml"]
        language = {"tag": "es", "direction": "ltr", "endonym": "Español", "invitation": "Toque", "rank": 4}
        exhibition["languages"].append(language)
        for field in ("title", "subtitle"):
            exhibition[field]["es"] = "Jornadas"

    build(write(tmp_path / "sources", fourth), tmp_path / "content.db")
    config = KioskConfig(content=tmp_path / "content.db", state=tmp_path, narration=tmp_path, voices=tmp_path / "none")
    found = {row.name: row for row in examine_voices(config)}
    assert found["voice fr"].green
    assert (found["voice es"].green, found["voice es"].found) == (False, "recorded 0, rendered 0, live: no engine speaks it")
    assert "kiosk narration script" in found["voice es"].mend
