"""What `kiosk guide run` and `kiosk guide show` print."""

from typing import Any

from kiosk.cli.output import print_json, print_table
from kiosk.content.reading.guide_assembly import local
from kiosk.domain.language import LanguageTag
from kiosk.domain.page import sources_of
from kiosk.domain.public_service import PublicService, Situation


def described(service: PublicService, case: Situation, tag: LanguageTag) -> dict[str, Any]:
    """What a service says of one situation, by the dossier's identifiers, in a language."""
    costs, channels, notes = service.costs_for(case), service.channels, case.notes
    sources = (*case.sources, *sources_of(notes), *(s for c in costs for s in c.sources), *(s for c in channels for s in c.sources))
    return {
        "service": local(service.head.card.identifier),
        "language": tag,
        "name": case.name.in_language(tag),
        "papers": [
            {"id": local(p.identifier), "name": p.name.in_language(tag), "description": p.description.in_language(tag)}
            for p in service.evidence_for(case)
        ],
        "fees": [
            {
                "id": cost.identifier,
                "amount": cost.amount,
                "currency": cost.currency,
                "condition": cost.condition.in_language(tag),
                "confirm": cost.confirm,
            }
            for cost in costs
        ],
        "processing_time": service.processing_time.duration,
        "channels": [
            {
                "id": channel.identifier,
                "type": channel.type.value,
                "text": channel.text.in_language(tag),
                "telephone": channel.telephone,
                "url": channel.site.url if channel.site else None,
            }
            for channel in channels
        ],
        "notes": [note.text.in_language(tag) for note in notes],
        "validity": [statement.text.in_language(tag) for statement in service.validity],
        "law": [statement.text.in_language(tag) for statement in service.legal_resources],
        "sources": list(dict.fromkeys(sources)),
        "confirm": case.confirm,
        "checked_on": service.head.checked_on.isoformat(),
    }


def print_report(told: dict[str, Any], *, as_json: bool) -> None:
    """Print it for a program, or for people."""
    if as_json:
        print_json(told)
        return
    rows = [("paper", paper["name"]) for paper in told["papers"]]
    rows += [("fee", f"{fee['amount']} {fee['currency']}: {fee['condition']}") for fee in told["fees"]]
    rows += [("delay", told["processing_time"] or "not published")]
    rows += [("where", channel["text"]) for channel in told["channels"]]
    rows += [("note", note) for note in told["notes"]]
    rows += [("resume code", told["resume_code"])] if "resume_code" in told else []
    print_table(f"{told['service']}: {told['name']}", ("what", ""), rows)
