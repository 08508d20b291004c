"""The commands of `kiosk`: where each is, and what `kiosk --help` says of it."""

from kiosk.cli.lazy import Lazy

COMMANDS = {
    "bench": Lazy(
        "kiosk.cli.bench:bench",
        "Measure the kiosk beside the same content in Chromium's kiosk mode; exit status 1 when a goal is missed.",
    ),
    "completion": Lazy("kiosk.cli.completion:completion", "Print what makes SHELL complete the words of this command."),
    "config": Lazy("kiosk.cli.config:config", "Look at this kiosk's settings, check a file of them, write an example."),
    "content": Lazy(
        "kiosk.cli.content:content",
        "Build, check, count, compare, export and import content.",
    ),
    "counters": Lazy(
        "kiosk.cli.counters:counters",
        "See what was counted of visits, and take it away; figures under the threshold are counted together.",
    ),
    "doctor": Lazy(
        "kiosk.cli.doctor:doctor",
        "Examine this kiosk: voices, sound, display, fonts, disk, clock, content; each is green or comes with its mend.",
    ),
    "guide": Lazy(
        "kiosk.cli.guide:guide",
        "Draw and follow the guides that lead visitors to their own list.",
    ),
    "install": Lazy(
        "kiosk.cli.install:install",
        "Write the units that start the kiosk with the machine, watch it, and fall back to a resting screen.",
    ),
    "lan": Lazy(
        "kiosk.cli.lan:lan",
        "Hand on what this kiosk holds to its neighbours; see who else does.",
    ),
    "man": Lazy("kiosk.cli.man:man", "Write a manual page for each command, such as kiosk-content-build.1."),
    "mode": Lazy(
        "kiosk.cli.mode:mode",
        "Show which content mode is in force and why; choose another, or go back to the timetable.",
    ),
    "narration": Lazy(
        "kiosk.cli.narration:narration",
        "Prepare how texts are said, render and record them, and see what is there.",
    ),
    "preview": Lazy(
        "kiosk.cli.preview:preview",
        "Open the real kiosk on a draft, marked as a preview; it keeps nothing, and touches nothing of this machine's kiosk.",
    ),
    "repo": Lazy(
        "kiosk.cli.repo:repo",
        "Publish content for kiosks: signed, checked, with a way back.",
    ),
    "screenshots": Lazy(
        "kiosk.cli.screenshots:screenshots",
        "Visit every screen; save each as a picture, and what assistive technology is told as text beside it.",
    ),
    "search": Lazy(
        "kiosk.cli.search:search",
        "Search the content for QUERY in any language and spelling, as the kiosk's search screen does.",
    ),
    "staff": Lazy(
        "kiosk.cli.staff:staff",
        "Say whom a kiosk trusts; set its keys; read its log; help someone who forgot their PIN.",
    ),
    "status": Lazy(
        "kiosk.cli.status:status",
        "Know how the kiosks are without a network: each shows a signed code to staff.",
    ),
    "sync": Lazy(
        "kiosk.cli.sync:sync",
        "Bring the content of this kiosk up to date from SOURCE: an http address or a folder such as a stick.",
    ),
}
