"""`kiosk search`: what a visitor would find."""

from pathlib import Path

import click

from kiosk.cli.completion import offer_languages
from kiosk.cli.options import chosen_language, content_option, json_option
from kiosk.cli.output import in_words, print_json, print_line, print_table
from kiosk.content.store import ContentStore
from kiosk.domain.search import SearchHit, SearchResult


def _rows(result: SearchResult, tag: str) -> list[dict[str, object]]:
    return [_row(hit, tag) for hit in result.hits]


def _row(hit: SearchHit, tag: str) -> dict[str, object]:
    card = hit.card
    return {
        "item": card.identifier,
        "kind": card.kind.value,
        "name": card.name.in_language(tag),
        "summary": card.summary.in_language(tag),
        "score": round(hit.score, 3),
    }


def _help(result: SearchResult) -> dict[str, object] | None:
    """The help that stands before or above everything else; None where there is none."""
    helped = result.crisis or result.maybe
    if helped is None:
        return None
    return {
        "danger": helped.crisis,
        "shown": "first" if result.crisis else "strip",
        "numbers": [card.identifier for card in helped.numbers],
        "page": helped.page.identifier if helped.page else None,
    }


@click.command()
@click.argument("query")
@click.option("--lang", shell_complete=offer_languages, help="Language to answer in. Default: the content's first.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 100), help="Most items to show.")
@content_option
@json_option
def search(query: str, lang: str | None, limit: int, content: Path, *, as_json: bool) -> None:
    """Search the content for QUERY in any language and spelling, as the kiosk's search screen does."""
    with ContentStore.open(content) as store:
        tag = chosen_language(store, lang, "--lang").tag
        result = store.search(query, limit)
    if as_json:
        found = {"query": query, "hits": _rows(result, tag), "instead": result.instead, "nearest": result.nearest}
        print_json(found | {"help": _help(result)})
        return
    if helped := _help(result):
        print_line(": ".join(in_words(value) for value in ("help", *helped.values()) if value))
    if result.hits:
        print_table(
            f"{len(result.hits)} found", ("item", "kind", "name", "summary", "score"), (r.values() for r in _rows(result, tag))
        )
    else:
        print_line(f"nothing found; nearest words: {', '.join(result.nearest) or 'none'}")
