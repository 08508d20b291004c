"""The kiosk's own settings: a TOML file the technician writes, with defaults that suit a 32-inch panel.

Each setting is declared here once: its name, type, range or form, default, meaning and unit. `kiosk.settings` reads files by these
declarations and describes them.
Over 250 lines: the declarations belong together, so that a new setting is one entry here.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple

CONFIGURATION_VARIABLE = "JUSUR_CONFIG"
ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds the package `kiosk`: a checkout, or where packages are installed. Only read."""
_SHIPPED = ROOT / "kiosk" / "_data"
INSTALLED = _SHIPPED.is_dir()
MEND = "install the package `jusur` again" if INSTALLED else "run script/setup again"
"""What to do where a part of the program is missing or spoilt."""
"""Whether the program is an installed package instead of a checkout."""
DATA = _SHIPPED if INSTALLED else ROOT
"""Where the folder `assets` and the file `content.db` are that came with the program. Only read."""
OWN = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "jusur" if INSTALLED else ROOT
"""Where a technician puts files beside those of the program: narration, voices, the publisher's first root."""
SOUNDS = DATA / "assets" / "sounds"
"""Narration that came with the program, one file for each language. Only read; the kiosk does without it."""
MOUNTS = (Path("/media"), Path("/run/media"), Path("/mnt"))
"""Where sticks are mounted."""


_KEY = r"\d{1,3} (?:previous|next|ok|back|home|help|repeat|pause|louder|quieter|speed|language|none)"
"""A scan code with its command (`kiosk.domain.keypad`)."""
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
"""A number of an IPv4 address."""


class Meta(NamedTuple):
    """What is said of a setting beside its type and default."""

    description: str
    ge: float = 0
    """The least a number may be."""
    le: float = 0
    """The most it may be."""
    pattern: str = ""
    """The form of words."""
    extra: Mapping[str, str] = MappingProxyType({})


class KioskConfig(NamedTuple):
    """Settings of one kiosk.

    In `extra`, `form` says which words a setting takes, `unit` what a number counts, `usual` the default where it differs from
    machine to machine, `example` a value where the default is none.
    """

    content: Annotated[Path, Meta(description="The content database.", extra={"usual": "content.db of the program"})] = (
        DATA / "content.db"
    )
    pictures: Annotated[
        Path,
        Meta(description="The picture files that the content names.", extra={"usual": "assets/content/pictures of the program"}),
    ] = DATA / "assets" / "content" / "pictures"
    narration: Annotated[
        Path,
        Meta(
            description="Recorded and rendered sounds.",
            extra={"usual": "narration in the checkout; of an installed package: ~/.local/share/jusur/narration"},
        ),
    ] = OWN / "narration"
    shipped_sounds: Annotated[
        bool, Meta(description="Sentences are said by the sounds that came with the program; else they are said live.")
    ] = True
    voices: Annotated[
        Path,
        Meta(
            description="Voices an organisation has added: files of piper, and mbrola in a folder of its own.",
            extra={"usual": "voices, as for narration"},
        ),
    ] = OWN / "voices"
    cache: Annotated[
        Path,
        Meta(
            description="Where narration made on the spot is kept; may be emptied at any time.", extra={"usual": "~/.cache/jusur"}
        ),
    ] = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "jusur"
    state: Annotated[
        Path,
        Meta(
            description="Where synced content is installed, and what staff chose and did is kept; must not be emptied.",
            extra={"usual": "~/.local/state/jusur"},
        ),
    ] = Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state")) / "jusur"
    name: Annotated[
        str,
        Meta(
            pattern=r"^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,62})\Z",
            description="What the timetable of modes, the status code and the receipts on sticks call this kiosk.",
            extra={"form": "letters, digits, dots, hyphens and underscores, at most 63", "usual": "the machine's host name"},
        ),
    ] = os.uname().nodename
    mode: Annotated[
        str,
        Meta(
            pattern=r"^(?:[\w-]+)\Z",
            description="The content mode shown where no rule and nobody says otherwise.",
            extra={"form": "a word"},
        ),
    ] = "whole"
    group: Annotated[
        str,
        Meta(
            pattern=r"^(?:[a-z][a-z0-9-]{0,39})\Z",
            description="Kiosks of one group on one network follow what staff choose for all of them; none: this kiosk alone.",
            extra={"form": "a word", "example": "hall-1"},
        ),
    ] = ""
    place: Annotated[
        str,
        Meta(
            pattern=r"^(?:[\w-]+)\Z",
            description="Where it stands: a spot of the venue's plan, which the places of the emergency mode are named after.",
            extra={"form": "a word", "example": "north-entrance"},
        ),
    ] = ""
    facing: Annotated[
        float,
        Meta(
            ge=0,
            le=360,
            description="Where somebody looks who reads the screen, clockwise from the top of the venue's plan.",
            extra={"unit": "degrees"},
        ),
    ] = 0.0
    keypad: Annotated[
        str,
        Meta(
            pattern=rf"^(?:{_KEY}(?:, ?{_KEY})*)\Z",
            description="Keys of a tactile pad that are not known by themselves, with the command of each.",
            extra={"form": "scan codes and commands", "example": "191 next, 192 ok"},
        ),
    ] = ""
    dark_by_ear: Annotated[
        bool, Meta(description="Nothing is shown while somebody goes by ear; else it stays for whoever is beside them.")
    ] = False
    shuffle_pad: Annotated[bool, Meta(description="The figures of the staff's pad stand in another order each time.")] = False
    panel_diagonal_inches: Annotated[
        float,
        Meta(ge=7, le=120, description="The panel's diagonal: buttons have their size in millimetres.", extra={"unit": "inches"}),
    ] = 32.0
    viewing_distance_mm: Annotated[
        int,
        Meta(
            ge=300,
            le=5000,
            description="Mount: from a reader's eye to the glass; large letters are so large that they are read from there.",
            extra={"unit": "mm"},
        ),
    ] = 600
    panel_lower_edge_mm: Annotated[
        int,
        Meta(
            ge=0,
            le=2500,
            description="Mount: from the floor to the lower edge of the picture; it tells which part everybody reaches.",
            extra={"unit": "mm"},
        ),
    ] = 700
    full_screen: Annotated[bool, Meta(description="The kiosk fills the screen; else it opens in a window.")] = True
    renderer: Annotated[
        Literal["software", "gpu"],
        Meta(description="What draws: the software renderer starts fastest and needs no driver; gpu suits 4K panels with one."),
    ] = "software"
    motion: Annotated[bool, Meta(description="Screens change with movement.")] = True
    evening_from: Annotated[
        int,
        Meta(
            ge=0,
            le=24,
            description="From this hour on the screens have the colours of the evening, with less light.",
            extra={"unit": "o'clock"},
        ),
    ] = 20
    evening_until: Annotated[
        int,
        Meta(
            ge=0,
            le=24,
            description="Until this hour; the same hour as `evening_from`: by no hour, staff alone choose.",
            extra={"unit": "o'clock"},
        ),
    ] = 7
    inactivity_seconds: Annotated[
        float,
        Meta(
            ge=20,
            le=3600,
            description="How long nobody touches the screen before the kiosk asks whether someone is there.",
            extra={"unit": "seconds"},
        ),
    ] = 90.0
    prompt_seconds: Annotated[
        float,
        Meta(
            ge=20,
            le=600,
            description="How long it waits for an answer before it forgets the visit; WCAG 2.2.1 asks for at least 20.",
            extra={"unit": "seconds"},
        ),
    ] = 30.0
    printer: Annotated[
        str,
        Meta(
            pattern=r"^(?:[A-Za-z0-9_][A-Za-z0-9_.@-]*)\Z",
            description="Name of the print queue (CUPS); none: nothing is printed.",
            extra={"form": "the name of a print queue", "example": "stand"},
        ),
    ] = ""
    wifi_name: Annotated[
        str,
        Meta(
            pattern=r"^(?:[^\x00-\x1f\x7f]{1,32})\Z",
            description="Network that visitors may join; none: none is offered.",
            extra={"form": "a name of 1 to 32 bytes", "example": "Visitors"},
        ),
    ] = ""
    wifi_password: Annotated[
        str,
        Meta(
            pattern=r"^(?:[^\x00-\x1f\x7f]{5,63})\Z",
            description="Its password.",
            extra={"form": "a password of 5 to 63 characters", "example": "a password"},
        ),
    ] = ""
    wifi_security: Annotated[Literal["WPA", "WEP", "nopass"], Meta(description="How it is protected; nopass: by no password.")] = (
        "WPA"
    )
    sync: Annotated[
        str,
        Meta(
            pattern=r"^(?:https?://.+|file:///.+|/.+)\Z",
            description="Where new content comes from. None: from nowhere, as is normal; sticks go by hand.",
            extra={"form": "an http address or a folder", "example": "https://content.example"},
        ),
    ] = ""
    sync_root: Annotated[
        Path,
        Meta(
            description="The publisher's first root, by which this kiosk knows all others.",
            extra={"usual": "root.json, as for narration"},
        ),
    ] = OWN / "root.json"
    sync_channel: Annotated[Literal["draft", "canary", "stable"], Meta(description="Which releases it follows.")] = "stable"
    sync_group: Annotated[
        str,
        Meta(
            pattern=r"^(?:[a-z][a-z0-9-]{0,39})\Z",
            description="The pavilion group this kiosk belongs to; none: the national content.",
            extra={"form": "the name of a pavilion group", "example": "borders"},
        ),
    ] = ""
    sync_minutes: Annotated[float, Meta(ge=1, le=10080, description="Between two looks.", extra={"unit": "minutes"})] = 15.0
    sync_kilobytes: Annotated[
        float,
        Meta(
            ge=0,
            le=1000000,
            description="At most so many are fetched; 0 for as many as there are.",
            extra={"unit": "kilobytes a second"},
        ),
    ] = 0.0
    programs: Annotated[
        str,
        Meta(
            pattern=r"^(?:/[\w./-]*\w)\Z",
            description="Where application releases are laid down; none: the program is not updated.",
            extra={"form": "a whole path", "example": "/opt/jusur"},
        ),
    ] = ""
    lan: Annotated[bool, Meta(description="Whether this kiosk hands on what it holds to its neighbours, and asks them first.")] = (
        False
    )
    lan_address: Annotated[
        str,
        Meta(
            pattern=rf"^(?:{_BYTE}(?:\.{_BYTE}){{3}})\Z",
            description="This kiosk's address on the network they are on; none: all networks of its own.",
            extra={"form": "an IPv4 address", "example": "192.168.8.21"},
        ),
    ] = ""
    lan_port: Annotated[int, Meta(ge=1024, le=65535, description="The port on which it hands on.")] = 8470
    trial_minutes: Annotated[
        float,
        Meta(
            ge=0, le=1440, description="New content must work for so long before it is taken to be good.", extra={"unit": "minutes"}
        ),
    ] = 5.0
    switch_seconds: Annotated[
        float, Meta(ge=10, le=900, description="How long a change of mode waits for a visitor to go.", extra={"unit": "seconds"})
    ] = 120.0
    counter_days: Annotated[
        float, Meta(ge=0, le=400, description="How long counts of visits are kept; 0: nothing is counted.", extra={"unit": "days"})
    ] = 90.0
    counter_least: Annotated[
        float,
        Meta(
            ge=3, le=100, description="Smaller figures leave the kiosk only counted together with others.", extra={"unit": "visits"}
        ),
    ] = 5.0
    word_visits: Annotated[
        float,
        Meta(
            ge=3,
            le=100,
            description="Visits of one day that must look for a word in vain before the word is written down.",
            extra={"unit": "visits"},
        ),
    ] = 5.0
    feedback: Annotated[bool, Meta(description="Visitors who have finished are asked one question, which they may skip.")] = True


def load_config(path: Path | None = None) -> KioskConfig:
    """The settings of a file, else of the file JUSUR_CONFIG names, else the defaults.

    Raises:
        ConfigurationError: the file is missing, is not TOML, or a setting is unknown, out of range or at odds with another.
    """
    chosen = path or named_file()
    if chosen is None:
        return KioskConfig()
    from kiosk.settings import sound_settings  # a kiosk without a file starts sooner without it

    return KioskConfig(**sound_settings(chosen))


def named_file() -> Path | None:
    """The settings file that JUSUR_CONFIG names."""
    named = os.environ.get(CONFIGURATION_VARIABLE)
    return Path(named) if named else None
