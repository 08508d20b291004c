"""Makes the take-aways: telephone, official address, place, calendar event, note and checklist."""

from datetime import UTC, datetime, timedelta

from kiosk.domain.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE
from kiosk.domain.exhibition import Demonstration
from kiosk.domain.formatting import Words, amount, format_date, format_hours, localized
from kiosk.domain.ladder import fits, fitting_codes
from kiosk.domain.language import LanguageTag, LocalizedText
from kiosk.domain.page import CONFIRM_MARK, Page
from kiosk.domain.public_service import ChannelType, EvidenceType, PublicService, Situation, WebAddress
from kiosk.domain.takeaway import Takeaway, TakeawayKind, dialled
from kiosk.domain.timetable import Showing, Today, next_showing

_WITHOUT_ISOLATES = str.maketrans("", "", FIRST_STRONG_ISOLATE + POP_ISOLATE)


def _same(text: str, like: LocalizedText) -> dict[LanguageTag, tuple[str, ...]]:
    return dict.fromkeys(like.shown, (text,))


def telephone_takeaway(number: str, name: LocalizedText, words: Words) -> Takeaway:
    """A number the telephone offers to call (RFC 3966).

    Raises:
        ValueError: it is no number.
    """
    caption = localized(tuple(name.shown), lambda tag: f"{number} · {name.in_language(tag)}")
    return Takeaway(TakeawayKind.TELEPHONE, words["take_telephone"], caption, _same(f"tel:{dialled(number)}", name))


def website_takeaway(site: WebAddress, words: Words) -> Takeaway:
    """The official address of a site on the allow-list.

    Raises:
        ValueError: the site is not on the allow-list.
    """
    if not site.qr_allowed:
        message = f"{site.identifier}: {site.url} is not on the allow-list for codes"
        raise ValueError(message)
    caption = localized(tuple(site.name.shown), lambda tag: f"{site.name.in_language(tag)} · {site.url}")
    return Takeaway(TakeawayKind.WEBSITE, words["take_website"], caption, _same(site.url, site.name))


def place_takeaway(latitude: float, longitude: float, name: LocalizedText, words: Words) -> Takeaway:
    """A place on the telephone's map (RFC 5870): WGS 84, degrees, five decimals (about a metre)."""
    return Takeaway(TakeawayKind.PLACE, words["take_place"], name, _same(f"geo:{latitude:.5f},{longitude:.5f}", name))


def event_takeaway(demonstration: Demonstration, today: Today, words: Words) -> Takeaway | None:
    """The next showing as a bare VEVENT in UTC: telephones refuse the calendar around it.

    Args:
        demonstration: the show.
        today: the moment, and what staff changed.
        words: the interface's words.

    Returns:
        None for a show without a timetable.
    """
    midnight = datetime.combine(today.now.date() + timedelta(days=1), datetime.min.time(), tzinfo=today.now.tzinfo)
    showing = next_showing(demonstration, today) or next_showing(demonstration, today._replace(now=midnight))
    if showing is None:
        return None
    tags = tuple(demonstration.head.card.name.shown)
    caption = localized(
        tags,
        lambda tag: (
            f"{demonstration.head.card.name.in_language(tag)} · {format_date(showing.start.date(), tag)} · "
            f"{format_hours(showing.slot.start, showing.slot.end)} · {showing.slot.place.in_language(tag)}"
        ),
    )
    codes = {tag: fitting_codes(_vevent(showing, tag, words), caption.in_language(tag)) for tag in tags}
    return Takeaway(TakeawayKind.EVENT, words["take_event"], caption, codes)


def _vevent(showing: Showing, tag: LanguageTag, words: Words) -> str:
    from icalendar import Event  # a twentieth of a second to load: not before the first event is asked for

    event = Event()
    event.add("uid", f"{showing.slot.identifier}-{showing.day:%Y%m%d}@jusur")
    event.add("dtstamp", showing.start.astimezone(UTC))
    event.add("dtstart", showing.start.astimezone(UTC))
    event.add("dtend", showing.end.astimezone(UTC))
    event.add("summary", showing.demonstration.head.card.name.in_language(tag))
    event.add("location", showing.slot.place.in_language(tag))
    if showing.slot.sample:
        event.add("description", words["sample_timetable"].in_language(tag))
    payload: bytes = event.to_ical()
    return payload.decode().strip().replace("\r\n ", "")  # not folded: simple readers do not join the lines


def note_takeaway(kind: TakeawayKind, title: LocalizedText, name: LocalizedText, note: LocalizedText) -> Takeaway:
    """Plain text, readable without internet, over as many numbered codes as it needs."""
    return Takeaway(kind, title, name, {tag: fitting_codes(text) for tag, text in note.shown.items()})


def page_note(page: Page, words: Words) -> Takeaway:
    """A page's name, summary and first sentences as a note of one code."""
    name = page.head.card.name

    def text(tag: LanguageTag) -> str:
        lines = [name.in_language(tag), page.head.card.summary.in_language(tag)]
        for block in page.blocks:
            label = f"{block.label.in_language(tag)}: " if block.label else ""
            line = f"• {label}{block.text.in_language(tag)}".translate(_WITHOUT_ISOLATES)
            if not block.target and block.kind != "heading" and fits("\n".join([*lines, line])):
                lines.append(line)
        return "\n".join(lines)

    return note_takeaway(TakeawayKind.TEXT, words["take_text"], name, localized(tuple(name.shown), text))


def checklist_takeaway(service: PublicService, situation: Situation, words: Words) -> Takeaway:
    """Papers, cost and place for one situation: each paper with its rule where a code has room, else by name alone."""
    name = service.head.card.name
    title = localized(tuple(name.shown), lambda tag: f"{name.in_language(tag)} · {situation.name.in_language(tag)}")
    codes = {
        tag: fitting_codes(*("\n".join(_checklist(service, situation, words, tag, rules=rules)) for rules in (True, False)))
        for tag in name.shown
    }
    return Takeaway(TakeawayKind.CHECKLIST, words["take_checklist"], title, codes)


def _checklist(service: PublicService, situation: Situation, words: Words, tag: LanguageTag, *, rules: bool) -> list[str]:
    def confirm(flag: bool) -> str:  # noqa: FBT001 - read at the call as what it is
        return CONFIRM_MARK if flag else ""

    def paper_line(paper: EvidenceType) -> str:
        rule = f" – {paper.description.in_language(tag)}" if rules else ""
        return f"☐ {paper.name.in_language(tag)}{rule}"

    lines = [f"{service.head.card.name.in_language(tag)} – {situation.name.in_language(tag)}"]
    papers = service.evidence_for(situation)
    if papers:
        lines.append(f"{words['papers'].in_language(tag)}{confirm(situation.confirm)}")
    lines += [paper_line(paper) for paper in papers]
    costs, desks = service.costs_for(situation), [c for c in service.channels if c.type is ChannelType.DESK]
    for cost in costs:
        sum_of_money = amount(cost.amount, words).in_language(tag).translate(_WITHOUT_ISOLATES)
        lines.append(f"• {cost.condition.in_language(tag)}: {sum_of_money}{confirm(cost.confirm)}")
    lines += [f"→ {c.text.in_language(tag)}{confirm(c.confirm)}" for c in desks]
    if situation.confirm or any(cost.confirm for cost in costs) or any(desk.confirm for desk in desks):
        lines.append(words["to_confirm_how"].in_language(tag))
    return lines
