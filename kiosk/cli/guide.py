"""`kiosk guide`: draw a guide, follow it, and show what it leads to, without the kiosk."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from kiosk.cli.completion import offer_guides, offer_languages, offer_situations
from kiosk.cli.guide_report import described, print_report
from kiosk.cli.guide_svg import draw_guide
from kiosk.cli.options import PATH, chosen_language, content_option, json_option
from kiosk.cli.output import print_line
from kiosk.cli.output_files import output_file
from kiosk.content.reading.guide_assembly import local
from kiosk.content.store import ContentStore
from kiosk.domain.condition import Answer
from kiosk.domain.guide import Guide, QuestionKind
from kiosk.domain.language import Language
from kiosk.domain.personal_list import amendments_for, outcomes_for, personal_service
from kiosk.domain.public_service import PublicService
from kiosk.domain.resume_code import encode
from kiosk.errors import AnswerError, UnknownItemError

_NUMBER = re.compile(r"[0-9]{1,9}")
_language = click.option(
    "--lang", shell_complete=offer_languages, default="", metavar="TAG", help="Language tag; default: the first of the content."
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a command is about."""

    service: PublicService
    guide: Guide
    language: Language


@contextmanager
def _subject(content: Path, service: str, tag: str) -> Iterator[_Subject]:
    name = local(service)
    with ContentStore.open(content) as store:
        language = chosen_language(store, tag, "--lang")
        try:
            subject = _Subject(store.public_service(f"service:{name}"), store.guide(f"guide:{name}"), language)
        except UnknownItemError as error:
            services = ", ".join(local(guide.identifier) for guide in store.guides())
            message = f"{content}: there is no guide of {service!r}; choose {services}"
            raise UnknownItemError(message) from error
    yield subject


@click.command()
@click.argument("service", shell_complete=offer_guides)
@click.option("--out", type=PATH, metavar="FILE.svg", help="File to write; default: standard output.")
@_language
@content_option
def draw(service: str, out: Path | None, lang: str, content: Path) -> None:
    """Draw the guide of a SERVICE as an SVG graph."""
    with _subject(content, service, lang) as subject:
        drawing = draw_guide(subject.guide, subject.service, subject.language)
    if out is None:
        click.echo(drawing)
        return
    with output_file(out) as fresh:
        fresh.write_text(drawing, encoding="utf-8")
    print_line(f"{out}: {len(drawing.encode())} bytes")


@click.command()
@click.argument("service", shell_complete=offer_guides)
@click.option("--answer", "given", multiple=True, metavar="KEY=VALUE", help="An answer; once for each question asked.")
@_language
@json_option
@content_option
def run(service: str, given: tuple[str, ...], lang: str, content: Path, *, as_json: bool) -> None:
    """Follow the guide of a SERVICE with answers, and print the list it leads to."""
    with _subject(content, service, lang) as subject:
        answers = _answers(subject.guide, given)
        personal = personal_service(subject.service, subject.guide, answers)
        (outcome,) = outcomes_for(subject.guide, answers)
        amendments = amendments_for(subject.guide, answers)
    situations = dict.fromkeys((outcome.situation, *(a.situation for a in amendments if a.situation)))
    case = personal.situations[0]
    head = {"answers": answers, "outcome": outcome.identifier, "situations": list(situations)}
    papers = {"documents": [local(paper.identifier) for paper in case.evidence]}
    told = head | papers | described(personal, case, subject.language.tag)
    print_report(told | {"resume_code": encode(subject.guide, answers)}, as_json=as_json)


@click.command()
@click.argument("service", shell_complete=offer_guides)
@click.option("--situation", shell_complete=offer_situations, required=True, metavar="ID", help="The dossier's identifier.")
@_language
@json_option
@content_option
def show(service: str, situation: str, lang: str, content: Path, *, as_json: bool) -> None:
    """Print what the dossier says of one situation of a SERVICE."""
    with _subject(content, service, lang) as subject:
        whole = subject.service
    try:
        case = whole.situation(situation)
    except KeyError as error:
        known = ", ".join(other.identifier for other in whole.situations)
        message = f"{whole.head.card.identifier}: there is no situation {situation!r}; choose {known}"
        raise UnknownItemError(message) from error
    papers = {
        "situation": case.identifier,
        "documents": [local(paper.identifier) for paper in case.evidence],
        "adds_to": case.adds_to,
        "to_bring": [local(paper.identifier) for paper in whole.evidence_for(case)],
    }
    print_report(papers | described(whole, case, subject.language.tag), as_json=as_json)


def _answers(guide: Guide, given: tuple[str, ...]) -> dict[str, Answer]:
    numbers = {question.identifier for question in guide.questions if question.kind is QuestionKind.NUMBER}
    answers: dict[str, Answer] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            message = f"{pair!r}: write an answer as KEY=VALUE"
            raise AnswerError(message)
        answer: Answer = int(value) if key in numbers and _NUMBER.fullmatch(value) else value
        if answers.setdefault(key, answer) != answer:
            message = f"{guide.identifier}: {key!r} is answered both {answers[key]!r} and {answer!r}; leave one answer out"
            raise AnswerError(message)
    return answers
