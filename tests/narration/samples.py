"""Sentences vocalised by hand, and those the kiosk says."""

from pathlib import Path

import yaml

from kiosk.config import ROOT
from kiosk.content.reading.connection import open_content
from kiosk.domain.narration import split_sentences
from kiosk.domain.speech.arabic_marks import stored

HERE = Path(__file__).parent


def sample(name: str) -> dict[str, str]:
    pairs = yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {shown: stored(said) for shown, said in pairs}


GOLD = sample("der_gold.yaml")


def shipped() -> dict[str, str]:
    """Each sentence the kiosk shows in Arabic, to the one it says."""
    connection = open_content(ROOT / "content.db")
    rows = connection.execute("SELECT shown, speech FROM text WHERE language = 'ar' AND speech IS NOT NULL").fetchall()
    connection.close()
    found: dict[str, str] = {}
    for shown, said in rows:
        sentences = split_sentences(str(shown)), split_sentences(str(said))
        if len(sentences[0]) == len(sentences[1]):
            found |= dict(zip(*sentences, strict=True))
    return found
