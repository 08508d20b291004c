"""A public service as it applies to one person: composed from the dossier's situations, so that no paper is invented."""

from dataclasses import replace

from kiosk.domain.condition import ALWAYS, Answers
from kiosk.domain.formatting import joined, localized
from kiosk.domain.guide import Amendment, Guide, Outcome, Question, walk
from kiosk.domain.language import LocalizedText
from kiosk.domain.public_service import EvidenceType, Inapplicable, PublicService, Situation
from kiosk.errors import AnswerError


def outcomes_for(guide: Guide, answers: Answers) -> tuple[Outcome, ...]:
    """The outcomes whose rule holds; one, in a guide that has been checked."""
    return tuple(outcome for outcome in guide.outcomes if outcome.when.holds(answers))


def amendments_for(guide: Guide, answers: Answers) -> tuple[Amendment, ...]:
    """The amendments whose rule holds, in order."""
    return tuple(amendment for amendment in guide.amendments if amendment.when.holds(answers))


def services_for(guide: Guide, answers: Answers) -> tuple[str, ...]:
    """Identifiers of the public services that the answers are handed over to, each once."""
    return tuple(dict.fromkeys(service for amendment in amendments_for(guide, answers) for service in amendment.services))


def checked_answers(guide: Guide, answers: Answers) -> Answers:
    """Answers that lead to the end, and none besides.

    Raises:
        AnswerError: a question is unknown, not asked or not answered, or an answer is none of its answers.
    """
    questions = {question.identifier: question for question in guide.questions}
    for key, answer in answers.items():
        if key not in questions:
            message = f"{guide.identifier}: there is no question {key!r:.40}; ask {', '.join(questions)}"
            raise AnswerError(message)
        if not questions[key].accepts(answer):
            message = f"{guide.identifier}: {answer!r:.40} is no answer to {key!r}; answer {_allowed(questions[key])}"
            raise AnswerError(message)
    way = walk(guide, answers)
    if way.following is not None:
        message = f"{guide.identifier}: {way.following.identifier!r} is not answered; answer {_allowed(way.following)}"
        raise AnswerError(message)
    superfluous = sorted(answers.keys() - way.answers.keys())
    if superfluous:
        message = f"{guide.identifier}: {', '.join(superfluous)} is not asked after the other answers; leave it out"
        raise AnswerError(message)
    return way.answers


def _allowed(question: Question) -> str:
    names = [option.identifier for option in question.options]
    return f"one of {', '.join(names)}" if names else f"a whole number from {question.least} to {question.most}"


def personal_service(service: PublicService, guide: Guide, answers: Answers) -> PublicService:
    """The service with one situation, and the costs and channels that apply.

    Raises:
        AnswerError: the answers do not lead to one outcome.
    """
    heard = checked_answers(guide, answers)
    found = outcomes_for(guide, heard)
    if len(found) != 1:
        message = f"{guide.identifier}: {dict(heard)} leads to {len(found)} outcomes; run `kiosk content check`"
        raise AnswerError(message)
    amendments = amendments_for(guide, heard)
    base = service.situation(found[0].situation)
    costs = (c for c in service.costs_for(base) if guide.limits.get(f"cost:{c.identifier}", ALWAYS).holds(heard))
    channels = (c for c in service.channels if guide.limits.get(f"channel:{c.identifier}", ALWAYS).holds(heard))
    personal = replace(
        service, situations=(_composed(service, found[0], amendments),), costs=tuple(costs), channels=tuple(channels)
    )
    return replace(personal, not_applicable=service.not_applicable | _taken_away(service, base, personal))


def _taken_away(service: PublicService, base: Situation, personal: PublicService) -> frozenset[Inapplicable]:
    """What the service gives in a situation, and does not ask of this person."""
    (own,) = personal.situations
    given = {
        Inapplicable.PAPERS: (service.evidence_for(base), own.evidence),
        Inapplicable.COST: (service.costs_for(base), personal.costs),
    }
    return frozenset(part for part, (all_of_it, left) in given.items() if all_of_it and not left)


def _composed(service: PublicService, outcome: Outcome, amendments: tuple[Amendment, ...]) -> Situation:
    base = service.situation(outcome.situation)
    proving = tuple(service.situation(a.situation) for a in amendments if a.situation)
    own = (note for note in base.notes if note.sources) if outcome.notes else ()
    notes = (*own, *(s for a in amendments for s in a.statements))
    return replace(
        base,
        name=_joined(tuple(dict.fromkeys((base.identifier, *(s.identifier for s in proving)))), service),
        evidence=_evidence(service, outcome, amendments),
        adds_to=None,
        notes=notes,
        sources=tuple(dict.fromkeys(source for situation in (base, *proving) for source in situation.sources)),
        confirm=base.confirm or any(a.confirm for a in amendments),
    )


def _joined(situations: tuple[str, ...], service: PublicService) -> LocalizedText:
    names = tuple(service.situation(situation).name for situation in situations)
    return joined(*names)


def _evidence(service: PublicService, outcome: Outcome, amendments: tuple[Amendment, ...]) -> tuple[EvidenceType, ...]:
    """Papers in order: a paper that replaces another stands in its place."""
    known = {paper.identifier: paper for situation in service.situations for paper in service.evidence_for(situation)}
    papers = [paper.identifier for paper in service.evidence_for(service.situation(outcome.situation))]
    papers = [paper for paper in papers if paper not in outcome.removes]
    for amendment in amendments:
        place = min((papers.index(paper) for paper in amendment.removes if paper in papers), default=len(papers))
        added = [paper for paper in amendment.adds if paper not in papers]
        papers = [p for p in (*papers[:place], *added, *papers[place:]) if p not in amendment.removes]
    return tuple(known[paper] for paper in papers)


def answer_text(question: Question, answers: Answers) -> LocalizedText:
    """An answer in words: the option's name, or the number with what it counts."""
    answer = answers[question.identifier]
    if not isinstance(answer, int):
        return {option.identifier: option.name for option in question.options}[answer]

    tags, unit = tuple(question.text.shown), question.unit
    if unit is None:
        return localized(tags, lambda _tag: str(answer))
    said = {tag: f"{answer} {unit.spoken(tag, case_vowels=True)}" for tag in tags}
    return LocalizedText({tag: f"{answer} {unit.in_language(tag)}" for tag in tags}, said)


def answers_text(guide: Guide, answers: Answers) -> LocalizedText:
    """All answers in words, as one line."""
    texts = [answer_text(question, answers) for question in walk(guide, answers).asked]
    return joined(*texts)
