"""The words of the interface that the program asks for: each stands in `interface.yaml`, in every language.

The test for them says which word is missing there, which is asked for here and nowhere used, and which family is not complete.
"""

from collections.abc import Mapping

from kiosk.domain.formatting import blanks_of
from kiosk.domain.language import LocalizedText
from kiosk.errors import ContentError

FAMILIES: dict[str, tuple[str, ...]] = {
    # what the doctor examines, and what staff look at beside it
    "check_": (
        "clock",
        "code",
        "content",
        "disk",
        "display",
        "fonts",
        "group",
        "lan",
        "mode",
        "other",
        "people",
        "printer",
        "program",
        "publishers",
        "service",
        "sound",
        "state",
        "voice",
    ),
    "ear_key_": (
        "previous",
        "next",
        "ok",
        "back",
        "home",
        "help",
        "repeat",
        "pause",
        "louder",
        "quieter",
        "speed",
        "language",
    ),  # what each key of a pad does
    "end_": ("day", "stay"),  # how long a mode is chosen for
    "feedback_": ("1", "2", "3", "4", "5"),  # the five faces
    "spot_": ("exit", "first_aid", "lost_child", "prayer_room", "toilets"),  # facilities on the map
    "step_": ("asking", "fetching", "unpacking", "examining", "switching", "reading"),  # what is done with a stick
    "stick_": ("looking", "offered", "working", "shown", "refused"),  # how far a stick has come
    "why_": ("default", "weekly", "dated", "override", "emergency"),  # the layer of the timetable that decides
}
"""Words that are put together while the program runs: what they begin with, and all they end with."""

_PLAIN = """
    about about_show act_close act_now act_show act_sleep aid_calm aid_contrast aid_easy aid_large aid_reach aids
    aids_title all amount asks_papers back back_to_schedule bilingual brighter by_audience by_life_event call
    call_shown call_staff call_staff_child call_staff_how check_glass check_glass_how check_glass_left check_green
    check_hear check_heard check_how check_not_yet check_open check_red checked_on choices_count chosen city
    clock_before_content clock_before_last clock_confirmed clock_enter clock_jumped clock_parts clock_plausible
    clock_set_by_staff clock_synchronised close code_of colours_by_hour colours_day colours_evening content_version
    cost counted_items counted_least counted_none counted_others counted_quiet counted_visits country darker
    date_range dates delay demonstrations demonstrations_summary do_it ear_choose ear_help ear_help_over
    ear_how_corners ear_how_keys ear_join ear_lift ear_off ear_seconds ear_still_here editions editions_summary emergency
    emergency_summary end_at end_next ends_in enter erase evacuate_now evacuate_pin feedback_how feedback_question
    feedback_ready feedback_skip feedback_thanks figures find_my_list find_my_list_summary finished first_code
    first_lead forgot_pin found_count glossary glossary_summary good_to_know group_followed group_to_schedule
    group_unreached guide_change_answers guide_continue guide_gives guide_length guide_length_fixed guide_not_asked
    guide_private guide_progress guide_show_list guide_start guide_summary guide_summary_how guide_to_answer
    hall_brightness hall_volume have_code home home_question how_to_reach i_am_here i_do_not_know key_clear key_erase
    key_letters key_space language leave_quickly legal light_backlight light_monitor light_veil listen louder map
    map_sample map_touch maybe_danger new_pin next next_mode next_none next_up no no_first_code no_more_shows
    no_rescue no_service no_stairs no_voice not_done nothing_next nothing_now now number_less number_more of_count
    officer officer_here official_source one_moment opens_at opens_on pad_shut page_of papers pause pavilion pavilions
    pavilions_summary penalties pin_again pin_differs pin_plain pin_short practical preparing previous previous_about
    previous_how previous_none previous_version print print_failed printed printing quieter quiz quiz_again quiz_older
    quiz_place quiz_right quiz_younger read_less read_more related_demonstrations related_services repeat reported
    rescue_how restart_about restart_app resume resume_code resume_how resume_open resume_title resume_unknown sample
    sample_timetable scope_alone scope_group scope_this scroll_down scroll_up search search_elsewhere search_hint
    search_instead search_nearest search_nothing search_prompt seconds services services_summary show_as_planned
    show_cancelled show_delayed show_full show_later show_move show_moved show_the_way shown_now shows_over sign_language
    slogan sources
    speaker_notes speed spot_closed staff_board staff_check staff_clock staff_clock_about staff_first staff_hall
    staff_lead staff_new_pin staff_pad staff_previous staff_previous_about staff_report staff_report_about
    staff_rescue staff_shows staff_spots staff_spots_about staff_status staff_status_about staff_stick
    staff_stick_about staff_tools staff_until staff_voices staff_who starts_in state_fault status_how status_release
    status_roll status_shipped steps stick_again stick_busy stick_changes stick_damaged stick_disk stick_expired
    stick_failed stick_first stick_from_to stick_given_up stick_looking_how stick_many stick_next stick_no_receipt
    stick_none stick_offered_how stick_older stick_read_back stick_receipt stick_same stick_signed stick_size
    stick_take stick_unread stick_untrusted stick_working_how still_here still_here_how stop switched switching_soon
    take_away take_away_how take_away_site take_checklist take_contact take_event take_place take_telephone take_text
    take_website take_wifi time_range timetable to_confirm to_confirm_how today trouble_content trouble_other
    trouble_slow trouble_sound trouble_touch units unpublished unpublished_there until_always until_changed until_day
    until_time validity venue visitor_called visitors visitors_chart voice_links voice_none volume waits_for_visitor
    warning way_ahead way_arrive way_behind way_from_left way_from_right way_left way_left_at way_minute way_minutes
    way_none way_on way_right way_right_at way_through welcome what_it_does what_it_is what_to_see what_you_get where
    who_can_ask wrong_pin yes you_are_here your_answers your_case your_list
"""

WORDS: tuple[str, ...] = (*_PLAIN.split(), *(first + last for first, lasts in FAMILIES.items() for last in lasts))
"""Every word that is asked for."""
DOORS = ("services", "pavilions", "demonstrations", "editions", "emergency", "glossary")
HOME_CHOICES = (*(word for door in DOORS for word in (door, f"{door}_summary")), "search_prompt")
"""What can be chosen on home, in the order it stands there."""
BLANKS: dict[str, frozenset[str]] = {
    word: frozenset(blanks.split())
    for blanks, words in {
        "added changed removed": "stick_changes",
        "after before": "stick_from_to",
        "amount": "amount",
        "count": "check_glass_left choices_count found_count of_count",
        "count keys": "stick_signed",
        "count number": "code_of page_of quiz_place",
        "date": "checked_on",
        "date time": "opens_on until_day",
        "day number": "previous_about",
        "day size": "stick_size",
        "end start": "date_range time_range",
        "hash number": "status_roll",
        "hash number software version": "status_release",
        "hash software version": "status_shipped",
        "language": "key_letters",
        "least": "counted_least",
        "least most": "guide_length",
        "live recorded rendered": "voice_links",
        "mode time": "next_mode switching_soon",
        "most": "guide_length_fixed",
        "most number": "guide_progress",
        "minutes": "way_minutes",
        "name": "official_source way_arrive way_left_at way_right_at way_through",
        "number": "counted_quiet",
        "pavilions services version": "stick_read_back",
        "person time": "why_emergency why_override",
        "place": "show_moved",
        "rule": "why_dated why_weekly",
        "screens": "group_followed",
        "seconds": "ear_seconds",
        "service": "asks_papers",
        "time": "end_at end_next ends_in opens_at pad_shut show_delayed starts_in until_time visitor_called",
        "version": "content_version previous_version",
        "words": "search_instead",
    }.items()
    for word in words.split()
}
"""What is filled into a word; the others hold no {blanks}."""


def missing_words(words: Mapping[str, LocalizedText]) -> str:
    """Those that are missing, or cannot be filled in as the program does, as a list to be read; empty where all is well."""
    return ", ".join(word if word not in words else f"{word} (other blanks)" for word in WORDS if not _fits(word, words.get(word)))


def _fits(word: str, text: LocalizedText | None) -> bool:
    blanks = BLANKS.get(word, frozenset())
    return text is not None and all(blanks_of(said) == blanks for said in (*text.shown.values(), *text.speech.values()))


def whole_words(words: dict[str, LocalizedText]) -> dict[str, LocalizedText]:
    """The words of a content database, when all that the program asks for are there and can be filled in.

    Raises:
        ContentError: one is not.
    """
    if missing := missing_words(words):
        message = f"the content lacks words of the interface ({missing}); build and publish it again with this program"
        raise ContentError(message)
    return words
