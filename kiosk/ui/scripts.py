"""What is read aloud on each screen."""

from collections.abc import Iterable

from kiosk.domain.language import LocalizedText
from kiosk.domain.narration import NarrationScript, speakable
from kiosk.domain.page import Page
from kiosk.ui.reading import Reading


def script_of(texts: Iterable[LocalizedText], reading: Reading) -> NarrationScript:
    """Texts as sentences in the language in use."""
    spoken = (speakable(text.spoken(reading.tag), reading.current, reading.languages) for text in texts)
    return NarrationScript(tuple(sentence for sentences in spoken for sentence in sentences))


def page_texts(page: Page) -> list[LocalizedText]:
    """A page in the order of the screen: name, summary, then every block with its label."""
    texts = [page.head.card.name, page.head.card.summary]
    for block in page.blocks:
        texts += [block.label, block.text] if block.label else [block.text]
    return texts
