"""`kiosk completion`, and what a shell is offered in the place of a value: modes, languages, guides, items, channels."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from kiosk.cli.places import DATABASE
from kiosk.errors import KioskError

if TYPE_CHECKING:  # loaded where a value of the content is asked for
    from kiosk.content.store import ContentStore

Found = Iterator[tuple[str, str]]
"""Values and what each means."""
Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
SHELLS = {
    "bash": 'put this into ~/.bashrc: eval "$(kiosk completion bash)"',
    "zsh": 'put this into ~/.zshrc: eval "$(kiosk completion zsh)"',
    "fish": "write it once: kiosk completion fish > ~/.config/fish/completions/kiosk.fish",
}
CHANNELS = ("draft", "canary", "stable")
MOST = 500
"""Items offered at most."""
BATCH = 100
_WHOLE_WORDS = "COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}  # identifiers such as service:cnie are one word\n"


@click.command(epilog="\b\n" + "\n".join(f"{shell}: {how}" for shell, how in SHELLS.items()))
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
def completion(shell: str) -> None:
    """Print what makes SHELL complete the words of this command."""
    kind = get_completion_class(shell)
    if kind is None:
        message = f"{shell}: is not completed by this version of click; choose another shell"
        raise click.UsageError(message)
    root = click.get_current_context().find_root().command
    text = kind(root, {}, "kiosk", "_KIOSK_COMPLETE").source()
    click.echo(text + (_WHOLE_WORDS if shell == "bash" else ""))


def offer_channels(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The channels that content is published on."""
    return [CompletionItem(channel) for channel in CHANNELS if channel.startswith(begun)]


def _of_content(read: "Callable[[ContentStore, click.Context], Found]") -> Offer:
    """Offers what is read from the content that the line names, else from the program's own; nothing where there is none."""

    def offer(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        from kiosk.content.store import ContentStore  # a tenth of a second, for values of the content alone

        try:
            with ContentStore.open(context.params.get("content") or DATABASE) as store:
                found = ((value, help_text) for value, help_text in read(store, context) if value.startswith(begun))
                return [CompletionItem(value, help=help_text) for value, help_text in islice(found, MOST)]
        except (KioskError, OSError):
            return []

    return offer


def _modes(store: "ContentStore", _context: click.Context) -> Found:
    for name, mode in store.modes().items():
        yield name, mode.head.card.name.in_language("en")


def _languages(store: "ContentStore", _context: click.Context) -> Found:
    for language in store.languages:
        yield language.tag, language.endonym


def _guides(store: "ContentStore", _context: click.Context) -> Found:
    for guide in store.guides():
        yield guide.identifier.partition(":")[2], store.card(guide.service).name.in_language("en")


def _situations(store: "ContentStore", context: click.Context) -> Found:
    named = context.params.get("service") or next(iter(context.args), "")  # the rest of a line whose last option has no value yet
    for situation in store.public_service(f"service:{named}").situations:
        yield situation.identifier, situation.name.in_language("en")


def _items(store: "ContentStore", _context: click.Context) -> Found:
    from kiosk.domain.kinds import PAGE_KINDS  # loaded for items alone

    for kind in sorted(PAGE_KINDS):
        for offset in range(0, store.count(kind), BATCH):
            for card in store.cards(kind, offset, BATCH):
                yield card.identifier, card.name.in_language("en")


offer_modes, offer_languages, offer_guides = _of_content(_modes), _of_content(_languages), _of_content(_guides)
offer_situations, offer_items = _of_content(_situations), _of_content(_items)
