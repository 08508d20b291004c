"""What is read aloud on each screen."""

from kiosk.domain.language import Language, LocalizedText
from kiosk.domain.narration import NarrationScript, Sentence, split_sentences
from kiosk.domain.page import Page


def script_of(texts: list[LocalizedText], language: Language) -> NarrationScript:
    """Texts as sentences of one language."""
    tag = language.tag
    return NarrationScript(tuple(Sentence(s, tag) for text in texts for s in split_sentences(text.spoken(tag), tag)))


def page_texts(page: Page) -> list[LocalizedText]:
    """A page in the order of the screen: name, summary, then every block with its label."""
    texts = [page.head.card.name, page.head.card.summary]
    for block in page.blocks:
        texts += [block.label, block.text] if block.label else [block.text]
    return texts

