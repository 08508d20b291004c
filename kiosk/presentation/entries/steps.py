"""Screens that ask something: a guide's steps, a resume code, the quiz, the one question at the end, an officer."""

from kiosk.domain.content_mode import QuizQuestion
from kiosk.domain.formatting import Words, filled
from kiosk.domain.guide import Question, QuestionKind, walk
from kiosk.domain.language import LocalizedText
from kiosk.domain.personal_list import answer_text
from kiosk.domain.picture_game import PICTURES
from kiosk.domain.resume_code import ALPHABET, LENGTH
from kiosk.presentation.entries.entry import Act, Entry, Menu, Verb, aside, entry, same, untitled
from kiosk.presentation.guide_steps import START, SUMMARY, GuideStep, place_of_question, start_texts
from kiosk.presentation.route import Screen

FACES = ("1", "2", "3", "4", "5")
FIGURES = "1234567890"
NONE = -1
"""No choice of the quiz has been touched."""


def guide_menu(at: GuideStep, typed: str, words: Words) -> Menu:
    """A step of a guide.

    Args:
        at: the step.
        typed: the number that is being entered.
        words: the interface's.
    """
    key = f"{at.guide.identifier} {at.step}"
    if at.question is not None:
        number, most = place_of_question(at, at.question)
        progress = filled(words["guide_progress"], lambda _tag: {"number": str(number), "most": str(most)})
        hint = [at.question.hint] if at.question.hint else []
        title = untitled(at.service.name, progress, at.question.text, *hint)
        if at.question.kind is QuestionKind.NUMBER:
            unit = [at.question.unit] if at.question.unit else []
            status = (same(typed, words), *unit) if typed else ()
            return Menu(key, title, _number_entries(words), status)
        chosen = at.answers.get(at.step)
        options = (
            entry(one.name, act=Act(Verb.OPTION, one.identifier), chosen=one.identifier == chosen, among="options")
            for one in at.question.options
        )
        return Menu(key, title, tuple(options))
    if at.step == SUMMARY:
        title = untitled(at.service.name, words["guide_summary"], words["guide_summary_how"])
        return Menu(key, title, _summary_entries(at, words))
    title = untitled(words["find_my_list"], at.service.name, *start_texts(at.guide, words))
    return Menu(f"{key}{START}", title, (entry(words["guide_start"], act=Act(Verb.START)),))


def _number_entries(words: Words) -> tuple[Entry, ...]:
    steps = (
        entry(words["number_more"], act=Act(Verb.ADD, "1")),
        entry(words["number_less"], act=Act(Verb.ADD, "-1")),
        entry(words["guide_continue"], act=Act(Verb.CONFIRM_NUMBER)),
    )
    figures = (entry(same(figure, words), act=Act(Verb.FIGURE, figure)) for figure in FIGURES)
    return (*steps, *aside(figures), *aside([entry(words["erase"], act=Act(Verb.ERASE_FIGURE))]))


def _summary_entries(at: GuideStep, words: Words) -> tuple[Entry, ...]:
    way = walk(at.guide, at.answers)
    rows: list[tuple[Question, tuple[LocalizedText, ...]]] = [(q, (answer_text(q, at.answers),)) for q in way.asked]
    if way.following is not None:
        rows.append((way.following, (words["guide_to_answer"],)))
    stale = [question for question in at.guide.questions if question.identifier in at.answers and question not in way.asked]
    rows += [(question, (answer_text(question, at.answers), words["guide_not_asked"])) for question in stale]
    found = [entry(q.text, *told, act=Act(Verb.CHANGE, q.identifier), among="answers") for q, told in rows]
    whole = way.following is None
    return (*found, *([entry(words["guide_show_list"], act=Act(Verb.LIST))] if whole else []))


def resume_menu(typed: str, words: Words, *, refused: bool) -> Menu:
    """Where a resume code is entered, sign by sign; what has been entered is told sign by sign."""
    told = (words["resume_unknown"],) if refused else ()
    status = (*(same(sign, words) for sign in typed), *told)
    signs = aside(entry(same(sign, words), act=Act(Verb.SIGN, sign)) for sign in ALPHABET)
    erase = aside([entry(words["erase"], act=Act(Verb.ERASE_SIGN))])
    opens = (entry(words["resume_open"], act=Act(Verb.SUBMIT)),) if len(typed) == LENGTH else ()
    return Menu("resume", untitled(words["resume_title"], words["resume_how"]), (*opens, *signs, *erase), status)


def quiz_menu(
    question: QuizQuestion | None, place: tuple[int, int], chosen: int, levels: tuple[int, ...], level: int, words: Words
) -> Menu:
    """One question of the quiz, or what came of a choice.

    Args:
        question: the one asked; None where there is none.
        place: which it is, counted from 1, and how many there are.
        chosen: the choice touched, from 0; `NONE` for none.
        levels: for which ages there are questions.
        level: the age it is asked of.
        words: the interface's.
    """
    if question is None:
        return Menu("quiz", untitled(words["quiz"]), ())
    right = chosen == question.right
    told = filled(words["quiz_place"], lambda _tag: {"number": str(place[0]), "count": str(place[1])})
    status = () if chosen == NONE else (words["quiz_right"], question.because.text) if right else (words["quiz_again"],)
    title = () if status else untitled(question.text, *([] if question.level == PICTURES else [told]))
    ages = {PICTURES: words["pavilions"], 1: words["quiz_younger"]}
    choices = (
        entry(name, act=None if right else Act(Verb.ANSWER, str(number)), chosen=number == chosen, among="choices")
        for number, name in enumerate(question.choices)
    )
    onward = (entry(words["next"], act=Act(Verb.NEXT_QUESTION)),) if right else ()
    others = (
        entry(ages.get(one, words["quiz_older"]), act=Act(Verb.LEVEL, str(one)), chosen=one == level, among="levels")
        for one in (levels if len(levels) > 1 and not right else ())
    )
    return Menu(f"quiz {question.identifier}", title, (*onward, *choices, *aside(others)), status)


def feedback_menu(words: Words, *, thanks: bool) -> Menu:
    """The one question asked of those who have finished, or thanks."""
    if thanks:
        return Menu("thanks", untitled(words["feedback_thanks"], words["feedback_ready"]), ())
    faces = (entry(words[f"feedback_{face}"], act=Act(Verb.FACE, face), among="faces") for face in FACES)
    skip = entry(words["feedback_skip"], act=Act(Verb.LEAVE))
    return Menu("feedback", untitled(words["feedback_question"], words["feedback_how"]), (*faces, skip))


def officer_menu(words: Words) -> Menu:
    """An officer has been asked for."""
    told: tuple[LocalizedText, ...] = (words["call_shown"], words["call_staff_how"], words["call_staff_child"])
    numbers = entry(words["emergency"], act=Act(Verb.SHOW, Screen.EMERGENCY))
    return Menu("officer", untitled(*told), (numbers, entry(words["leave_quickly"], act=Act(Verb.LEAVE))))
