"""Why a content mode is in force and what comes next, in words."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.content_mode import ContentMode
from kiosk.domain.formatting import Words, filled, format_date, format_time
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import Layer, Resolution

_CHOSEN = (Layer.EMERGENCY, Layer.OVERRIDE)


def why_words(resolution: Resolution, words: Words) -> LocalizedText:
    """What put the mode in force: a person, a rule, or the kiosk's own settings."""
    if resolution.layer in _CHOSEN:
        template = words["why_emergency" if resolution.layer is Layer.EMERGENCY else "why_override"]
        since = format_time(resolution.since.time()) if resolution.since else ""
        return filled(template, lambda _tag: {"person": resolution.reason, "time": since})
    if resolution.layer is Layer.DEFAULT:
        return words["why_default"]
    template = words[f"why_{resolution.layer}"]
    return filled(template, lambda _tag: {"rule": resolution.reason})


def until_words(resolution: Resolution, now: datetime, words: Words) -> LocalizedText:
    """How long what put the mode in force lasts."""
    if resolution.until is None:
        return words["until_changed" if resolution.layer in _CHOSEN else "until_always"]
    return _moment(words["until_time"], words["until_day"], resolution.until, now)


def next_words(resolution: Resolution, modes: Mapping[str, ContentMode], now: datetime, words: Words) -> LocalizedText:
    """The next change, and to which mode."""
    change = resolution.change
    if change is None:
        return words["next_none"]
    name = modes[change.mode].head.card.name
    clock, today = format_time(change.at.time()), change.at.date() == now.date()
    return filled(
        words["next_mode"],
        lambda tag: {
            "mode": name.in_language(tag),
            "time": clock if today else f"{format_date(change.at.date(), tag)}, {clock}",
        },
    )


def _moment(today: LocalizedText, later: LocalizedText, moment: datetime, now: datetime) -> LocalizedText:
    template = today if moment.date() == now.date() else later
    return filled(template, lambda tag: {"time": format_time(moment.time()), "date": format_date(moment.date(), tag)})
