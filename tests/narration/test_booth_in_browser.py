"""A speaker's session in a real browser, whose microphone is fed from a file: what was said there is what the kiosk says."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from selenium.webdriver import Chrome, ChromeOptions, ChromeService, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from kiosk.cli.narration import spoken_texts
from kiosk.config import DATA
from kiosk.domain.narration import Sentence
from kiosk.narration.engines.espeak import Espeak
from kiosk.narration.library import RECORDED, SoundLibrary
from tests.helpers.patience import patience

QUIET = 1.5
"""Seconds around what is said, in which the room is heard."""
SPOKEN = """
const tell = arguments[0];
let heard = false, since = null;
const look = () => {
  const level = document.getElementById("level").value, now = performance.now();
  if (level > -40) { heard = true; since = null; } else if (!heard || level > -59) since = null; else since ??= now;
  if (since !== null && now - since > 700) tell(); else setTimeout(look, 20);
};
look();
"""
"""Answers when the page's level has shown somebody who spoke, and ended."""


class Speaker:
    """Somebody in front of the booth's page: reads what it shows, and presses the space bar."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.microphone = folder / "microphone.wav"
        self._voice = Espeak()
        self._say("Bonjour.")
        options = ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("headless=new", "no-sandbox", "use-fake-ui-for-media-stream", "use-fake-device-for-media-stream"):
            options.add_argument(f"--{flag}")
        options.add_argument(f"--use-file-for-fake-audio-capture={self.microphone}%noloop")
        self.browser = Chrome(options, ChromeService("/usr/bin/chromedriver"))
        self.browser.set_script_timeout(patience(30))

    def _say(self, text: str) -> None:
        """What the microphone hears from its next opening on."""
        made = self.folder / "voice.wav"
        self._voice.render(text, "roa/fr", 125, made)
        samples, rate = soundfile.read(made)
        quiet = 0.0002 * np.random.default_rng(1).standard_normal(int(QUIET * rate))
        soundfile.write(self.microphone, np.concatenate([quiet, 0.7 * samples, quiet]), rate, subtype="PCM_16")

    def shown(self, identifier: str) -> str:
        return self.browser.find_element(By.ID, identifier).text

    def _until(self, identifier: str, pattern: str) -> None:
        WebDriverWait(self.browser, patience(20)).until(lambda _: re.search(pattern, self.shown(identifier)))

    def press(self) -> None:
        self.browser.find_element(By.TAG_NAME, "body").send_keys(Keys.SPACE)

    def open(self, address: str) -> None:
        self.browser.get(address)
        self._until("text", r"\w")

    def record(self) -> str:
        """Read the sentence that is shown; what the page says of it."""
        text = self.shown("text")
        self._say(text)
        self.press()
        self._until("record", "Terminer")
        self.browser.execute_async_script(SPOKEN)
        self.press()
        self._until("record", "Enregistrer")
        self._until("told", "^(?!La barre).")
        return self.shown("told")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    words = ["--lang", "fr", "--studio", str(tmp_path / "studio"), "--out", str(tmp_path / "narration"), "--port", "0"]
    command = [sys.executable, "-m", "kiosk.cli", "narration", "booth", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as booth:
        assert booth.stdout
        found = re.search(r"http://\S+", booth.stdout.readline())
        assert found
        yield found[0]
        booth.terminate()


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Speaker]:
    somebody = Speaker(tmp_path)
    yield somebody
    somebody.browser.quit()


@pytest.mark.parametrize("count", [2, pytest.param(30, marks=pytest.mark.by_hand)])
def test_what_is_recorded_in_the_browser_is_what_the_kiosk_says(count: int, address: str, speaker: Speaker, tmp_path: Path) -> None:
    lines = [utterance.sentence for _, utterance in spoken_texts(DATA / "content.db", ("fr",))]
    said = list[Sentence]()
    for number in range(1, count + 1):
        speaker.open(address)
        assert speaker.shown("place").startswith(f"{number} "), "it goes on where it was left"
        said.append(next(line for line in lines if line.full == speaker.shown("text")))
        assert speaker.record() == f"{number}: Enregistrée"
        assert speaker.shown("count") == f"{number} / {len(lines)}"
    for sentence in said:
        sound = SoundLibrary(tmp_path / "narration").find(sentence)
        assert sound is not None and sound.said_by == RECORDED
