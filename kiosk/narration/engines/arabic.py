"""What engines that read letters are given for vocalised Arabic."""

from kiosk.domain.arabic_sounds import arabic_sounds
from kiosk.domain.arabic_sounds.spelling import Respelt, respelt
from kiosk.domain.cues import word_spans
from kiosk.domain.language import VowelReading
from kiosk.domain.speech.arabic_marks import WORD, for_espeak, pausal
from kiosk.errors import UnsayableError


def for_espeak_ng(text: str, reading: VowelReading = VowelReading.PAUSAL) -> Respelt:
    """A text as espeak-ng says it right: Arabic in a spelling of its own, else as it is.

    Arabic that cannot be said by rules, as where it has no vowels, is given with the marks it has: better than nothing heard.
    """
    if WORD.search(text):
        try:
            return respelt(arabic_sounds(text, reading))
        except UnsayableError:
            plain = for_espeak(pausal(text))
            starts = [start for start, _ in word_spans(plain)], [start for start, _ in word_spans(text)]
            return Respelt(plain, tuple(zip(*starts, strict=True)))
    return Respelt(text, ())
