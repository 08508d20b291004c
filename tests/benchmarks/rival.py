"""The rival: the same content as one static page in Chromium's kiosk mode."""

from html import escape
from pathlib import Path

from kiosk.content.store import ContentStore
from kiosk.domain.item import ItemKind
from kiosk.ui.drawing.fonts import PLEX

CHROMIUM = [
    "chromium",
    "--kiosk",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate",
    "--window-position=0,0",
    "--window-size=1080,1920",
]

STYLE = """
@font-face {{ font-family: Plex; src: url("{font}"); }}
body {{ margin: 0; font: 28px/1.5 Plex; background: #f7f3ea; color: #12262b; }}
section {{ display: none; min-height: 100vh; }}
section:target {{ display: block; }}
h1 {{ margin: 0; padding: 60px 40px; background: #0d3338; color: #fbf7ec; font-size: 42px; }}
main {{ display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 30px; }}
a {{ display: block; padding: 40px 24px; background: #fffdf8; border: 1px solid #dcd5c4; border-radius: 14px; color: inherit;
    text-decoration: none; }}
nav {{ position: fixed; bottom: 0; left: 0; right: 0; height: 100px; background: #0d3338; }}
nav a {{ display: inline-block; width: 200px; height: 100px; padding: 0; color: white; background: #0d3338; border: 0; }}
"""

PAVILIONS_LINK = (270, 320)
FIRST_CARD = (270, 320)
HOME_LINK = (100, 1880)
"""Where the rival's links are, in pixels."""


def _section(identifier: str, title: str, body: str) -> str:
    return f'<section id="{identifier}"><h1>{escape(title)}</h1>{body}</section>'


def _paragraphs(store: ContentStore, identifier: str, tag: str) -> str:
    pavilion = store.pavilion(identifier)
    parts = (*pavilion.what_it_is, *pavilion.what_it_does, *pavilion.what_to_see, *pavilion.how_to_reach)
    return "<div style='padding:40px'>" + "".join(f"<p>{escape(s.text.in_language(tag))}</p>" for s in parts) + "</div>"


def write_page(store: ContentStore, path: Path, tag: str = "fr") -> None:
    """All pavilions with their texts, on one page whose sections are shown by its address."""
    cards = store.cards(ItemKind.PAVILION, 0, 24)
    links = "".join(f'<a href="#p{n}">{escape(c.name.in_language(tag))}</a>' for n, c in enumerate(cards))
    sections = [
        _section("home", store.title.in_language(tag), '<main><a href="#list">Pavillons</a><a href="#list">Démarches</a></main>'),
        _section("list", "Pavillons", f"<main>{links}</main>"),
        *(_section(f"p{n}", c.name.in_language(tag), _paragraphs(store, c.identifier, tag)) for n, c in enumerate(cards)),
    ]
    font = (PLEX / "files" / "IBMPlexSansArabic-Regular.ttf").as_uri()
    style = STYLE.format(font=font)
    nav = '<nav><a href="#home">Accueil</a></nav>'
    path.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(sections)}{nav}", encoding="utf-8")
