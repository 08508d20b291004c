"""Content modes and their timetable as rows of content.db."""

from collections.abc import Iterable
from typing import Any

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.sources.items import PavilionSource
from kiosk.content.sources.modes import ModeSource, RuleSource

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def write_modes(rows: TableRows, modes: Iterable[ModeSource], pavilions: Iterable[PavilionSource]) -> None:
    """All modes; one written for each pavilion becomes as many."""
    themes = sorted(pavilions, key=lambda pavilion: (pavilion.rank, pavilion.id))
    for mode in modes:
        for each in [_themed(mode, pavilion) for pavilion in themes] if mode.for_each else [mode]:
            _write_mode(rows, each)


def _themed(mode: ModeSource, pavilion: PavilionSource) -> ModeSource:
    """The mode of one pavilion: its name, its sign, its page as the home."""
    own = {
        "id": f"{mode.id}_{pavilion.id}",
        "rank": mode.rank + pavilion.rank,
        "icon": pavilion.icon,
        "name": pavilion.name,
        "summary": mode.summary,
        "picture_alt": pavilion.picture_alt,
        "home_item": f"pavilion:{pavilion.id}",
        "for_each": None,
    }
    return mode.model_copy(update=own)


def _write_mode(rows: TableRows, mode: ModeSource) -> None:
    identifier, day = rows.head("mode", mode), mode.checked_on
    rows.tables["mode"].append(
        {
            "id": identifier,
            "service": mode.service.value,
            "home": mode.home.value,
            "home_item": mode.home_item,
            "stage": mode.stage.value,
            "look": mode.look.value,
            "sound": int(mode.sound),
            "aloud": int(mode.aloud),
            "inactivity_seconds": mode.inactivity_seconds,
            "prompt_seconds": mode.prompt_seconds,
            "codes_listed": int(mode.codes is not None),
        }
    )
    rows.tables["mode_language"] += [
        {"mode": identifier, "position": position, "language": tag} for position, tag in enumerate(mode.languages)
    ]
    rows.relate(identifier, "items", mode.items)
    rows.relate(identifier, "loop", mode.loop)
    rows.relate(identifier, "codes", [f"site:{site}" for site in mode.codes or ()])
    rows.statements(identifier, "statements", mode.statements, day)
    for rank, note in enumerate(mode.notes, 1):
        note_id = rows.item("note", f"{mode.id}/{rank}", day, rank=rank, parent=identifier, text=note.text)
        rows.relate(note_id, "items", [note.item])
    for place in mode.places:
        name, shown = f"{mode.id}/{place.id}", place.picture
        rows.item("place", name, day, parent=identifier, picture=shown, text=place.text, picture_alt=place.picture_alt)
    _write_questions(rows, mode, identifier)


def _write_questions(rows: TableRows, mode: ModeSource, owner: str) -> None:
    for rank, question in enumerate(mode.questions, 1):
        choices: dict[str, Any] = {f"choice_{n}": choice for n, choice in enumerate(question.choices, 1)}
        name = f"{mode.id}/{question.id}"
        identifier = rows.item(
            "quiz_question", name, mode.checked_on, rank=rank, parent=owner, question=question.question, **choices
        )
        rows.tables["quiz_question"].append(
            {"id": identifier, "level": question.level, "right": question.right, "choices": len(question.choices)}
        )
        rows.statements(identifier, "statements", [question.because], mode.checked_on)


def write_schedule(rows: TableRows, rules: Iterable[RuleSource]) -> None:
    """The rules that say when a mode is shown; one row for each kiosk a rule names, or one for all."""
    for rule in rules:
        days = "".join(str(number) for number, name in enumerate(WEEKDAYS) if name in rule.weekdays)
        rows.tables["mode_rule"] += [
            {
                "id": rule.id,
                "mode": f"mode:{rule.mode}",
                "kiosk": kiosk,
                "weekdays": days or None,
                "first": rule.first.isoformat() if rule.first else None,
                "last": rule.last.isoformat() if rule.last else None,
                "start": rule.start.strftime("%H:%M"),
                "end": rule.end.strftime("%H:%M"),
            }
            for kiosk in rule.kiosks or ("",)
        ]
