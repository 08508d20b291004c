"""What espeak-ng makes of texts: lines of JSON [language, text] in, lines of phonemes out. Run in a process of its own."""

import ctypes
import json
import subprocess
import sys

import espeakng_loader


def phonemes_of(texts: list[tuple[str, str]]) -> list[str]:
    """Phonemes of texts, each in its language."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    command = [sys.executable, "-m", "tests.helpers.phonemes"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def phoneme_errors(said: str, expected: str) -> tuple[int, int]:
    """Least number of phonemes to change, and how many are expected."""
    a, b = said.replace(" ", "").replace("\n", ""), expected.replace(" ", "").replace("\n", "")
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1], len(b)


def _phonemes(library: ctypes.CDLL, language: str, text: str) -> str:
    assert library.espeak_SetVoiceByName(language.encode()) == 0, language
    place = ctypes.c_char_p(text.encode())
    parts = []
    while place.value:
        parts.append(library.espeak_TextToPhonemes(ctypes.byref(place), 1, 0x02) or b"")
    return " ".join(part.decode() for part in parts)


def main() -> None:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
    for line in sys.stdin:
        language, text = json.loads(line)
        sys.stdout.write(json.dumps(_phonemes(library, language, text)) + "\n")


if __name__ == "__main__":
    main()
