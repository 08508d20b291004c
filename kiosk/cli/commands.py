"""The commands of `kiosk`: where each is, and what `--help` says of it and of their groups.

Over 250 lines: all commands are found in one place.
"""

from kiosk.cli.lazy import Lazy

COMMANDS: dict[str, Lazy] = {
    "bench": Lazy(
        "kiosk.cli.bench:bench",
        "Measure the kiosk beside the same content in Chromium's kiosk mode; exit status 1 when a goal is missed.",
    ),
    "completion": Lazy("kiosk.cli.completion:completion", "Print what makes SHELL complete the words of this command."),
    "config": Lazy(
        "",
        "Look at this kiosk's settings, check a file of them, write an example.",
        {
            "check": Lazy(
                "kiosk.cli.config:check",
                "Say everything that is wrong with a settings FILE; without FILE, with the one JUSUR_CONFIG names.",
            ),
            "example": Lazy(
                "kiosk.cli.config:example",
                "Write a settings file with every setting, its meaning and its default, all commented out.",
            ),
            "show": Lazy("kiosk.cli.config:show", "Show each setting's value, and where it comes from."),
        },
    ),
    "content": Lazy(
        "",
        "Build, check, count, compare, export and import content.",
        {
            "build": Lazy("kiosk.cli.content:build", "Build the database from its SOURCES: the same bytes on every machine."),
            "check": Lazy(
                "kiosk.cli.content:check",
                "Check a database FILE or a folder of sources; exit status 0 only when nothing is wrong; notes are no faults.",
            ),
            "diff": Lazy("kiosk.cli.content:diff", "Show in words what changes from the database OLD to NEW."),
            "export": Lazy(
                "kiosk.cli.exchange:export", "Write the content of SOURCES for other programs (cpsv-ap) or for translators (xlsx)."
            ),
            "import": Lazy(
                "kiosk.cli.exchange:import_", "Take a FILE into the sources: all of it, or nothing when anything in it is wrong."
            ),
            "overlay": Lazy(
                "kiosk.cli.overlay:overlay",
                "Show what the overlay in FOLDER says in the base's place, and where the base has changed since; "
                "exit status 4 then.",
            ),
            "stats": Lazy(
                "kiosk.cli.content:stats",
                "Count what a database FILE holds, and the words of its pages: in sight and in all, the median and the most.",
            ),
        },
    ),
    "counters": Lazy(
        "",
        "See what was counted of visits, and take it away; figures under the threshold are counted together.",
        {
            "export": Lazy(
                "kiosk.cli.counters:export", "Write what was counted: tables with the names in every language, and a picture."
            ),
            "show": Lazy("kiosk.cli.counters:show", "Show what was counted, the most frequent first."),
        },
    ),
    "doctor": Lazy(
        "kiosk.cli.doctor:doctor",
        "Examine this kiosk: content, state, disk, clock, voices, sound, display, fonts; each is green or comes with its mend.",
    ),
    "guide": Lazy(
        "",
        "Draw and follow the guides that lead visitors to their own list.",
        {
            "draw": Lazy("kiosk.cli.guide:draw", "Draw the guide of a SERVICE as an SVG graph."),
            "run": Lazy("kiosk.cli.guide:run", "Follow the guide of a SERVICE with answers, and print the list it leads to."),
            "show": Lazy("kiosk.cli.guide:show", "Print what the dossier says of one situation of a SERVICE."),
        },
    ),
    "install": Lazy(
        "kiosk.cli.install:install",
        "Make a kiosk of this Debian: account, folders, settings, packages, units, rules for sticks; what is there already stays.",
    ),
    "keypad": Lazy(
        "",
        "Learn the keys of a tactile pad.",
        {"learn": Lazy("kiosk.cli.keypad:learn", "Ask for each key in turn, and print the setting that this pad needs.")},
    ),
    "lan": Lazy(
        "",
        "Hand on what this kiosk holds to its neighbours; see who else does.",
        {
            "list": Lazy("kiosk.cli.lan:list_neighbours", "List the neighbours that serve what they hold."),
            "serve": Lazy(
                "kiosk.cli.lan:serve",
                "Serve what this kiosk holds, read-only, and announce it on the networks this machine is on; until interrupted.",
            ),
        },
    ),
    "man": Lazy("kiosk.cli.man:man", "Write a manual page for each command, such as kiosk-content-build.1."),
    "mode": Lazy(
        "",
        "Show which content mode is in force and why; choose another, or go back to the timetable.",
        {
            "clear": Lazy("kiosk.cli.mode:clear", "Go back to the timetable."),
            "list": Lazy("kiosk.cli.mode:list_modes", "List the modes the content has."),
            "set": Lazy(
                "kiosk.cli.mode:set_mode", "Choose MODE for this kiosk: it comes when no visitor is there, an emergency at once."
            ),
            "show": Lazy(
                "kiosk.cli.mode:show",
                "Show the mode in force, why, until when, what comes next, and whether the clock is believed.",
            ),
        },
    ),
    "narration": Lazy(
        "",
        "Prepare how texts are said, render and record them, and see what is there.",
        {
            "approve": Lazy(
                "kiosk.cli.speech:approve",
                "Mark proposed speech texts approved: those of the ITEMS, such as service:cnie, else all.",
            ),
            "booth": Lazy(
                "kiosk.cli.booth:booth",
                "Serve a page on this machine where a speaker records sentence by sentence, and judges golden words; "
                "until interrupted.",
            ),
            "import": Lazy(
                "kiosk.cli.narration:import_",
                "Check the RECORDINGS of a folder and put the good ones into the narration folder; "
                "exit status 5 when one was refused.",
            ),
            "propose": Lazy(
                "kiosk.cli.speech:propose",
                "Propose how texts are said, where they are new or have changed; nothing approved is touched.",
            ),
            "render": Lazy(
                "kiosk.cli.narration:render",
                "Render every sentence that has no sound yet; exit status 5 when one could not be. "
                "May be stopped and started again.",
            ),
            "report": Lazy(
                "kiosk.cli.narration:report",
                "Say for each language how many sentences are recorded, rendered, said live or missing, "
                "and which recordings are stale.",
            ),
            "script": Lazy(
                "kiosk.cli.narration:script",
                "Write the numbered script a speaker reads: a PDF, and the table that goes with the recordings.",
            ),
            "ship": Lazy(
                "kiosk.cli.sounds:ship",
                "Render the sentences whose sound does not come with the program yet, and drop those nobody says any more.",
            ),
        },
    ),
    "preview": Lazy(
        "kiosk.cli.preview:preview",
        "Open the real kiosk on a draft, marked as a preview; it keeps nothing, and touches nothing of this machine's kiosk.",
    ),
    "repo": Lazy(
        "",
        "Publish content for kiosks: signed, checked, with a way back.",
        {
            "delegate": Lazy("kiosk.cli.repo_offices:delegate", "Let a pavilion GROUP sign releases of its own, with a new key."),
            "init": Lazy("kiosk.cli.repo_offices:init", "Make a REPOSITORY and its keys; kiosks are given its first root."),
            "pending": Lazy(
                "kiosk.cli.repo_pending:pending",
                "Say who has signed what waits in FILE, content, people or keys, who has not, and until when they can.",
            ),
            "publish-app": Lazy(
                "kiosk.cli.repo_app:publish_app",
                "Sign the program itself for a channel, made of FOLDERS by script/make-installer, one for each system.",
            ),
            "publish": Lazy(
                "kiosk.cli.repo:publish", "Check a database, show what changes in words, ask, and sign it for a channel."
            ),
            "publish-roll": Lazy(
                "kiosk.cli.repo_roll:publish",
                "Check the ROLL of the fleet's people, show who comes and who goes, ask, and sign it for all kiosks.",
            ),
            "receipts": Lazy(
                "kiosk.cli.sync_stick:receipts",
                "Read the receipts on the sticks in FOLDERS into the ledger, and show the fleet; "
                "exit status 12 if one cannot be trusted.",
            ),
            "renew": Lazy(
                "kiosk.cli.repo_offices:renew",
                "Say anew that what is published still is: for a daily task, with the timestamp's key alone.",
            ),
            "rollback": Lazy(
                "kiosk.cli.repo:rollback", "Show again on a channel what an earlier release showed, under a new number."
            ),
            "rotate-key": Lazy(
                "kiosk.cli.repo_offices:rotate_key",
                "Give a ROLE a new key for one that is lost, stolen or old; a new root also renews its term.",
            ),
            "serve": Lazy(
                "kiosk.cli.repo_offices:serve",
                "Serve a REPOSITORY for trying, until interrupted; a real web server is in assets/deploy.",
            ),
            "sign": Lazy(
                "kiosk.cli.repo_pending:sign",
                "Check what waits in FILE, show what changes, ask, and sign it; "
                "once enough have signed, the server puts it in force.",
            ),
            "status": Lazy(
                "kiosk.cli.repo_status:status",
                "Show what each channel shows, and when each role ends; exit status 11: renew one; 12: one is not as signed.",
            ),
        },
    ),
    "screenshots": Lazy(
        "kiosk.cli.screenshots:screenshots",
        "Visit every screen; save each as a picture, and what assistive technology is told as text beside it.",
    ),
    "search": Lazy(
        "kiosk.cli.search:search", "Search the content for QUERY in any language and spelling, as the kiosk's search screen does."
    ),
    "sheet": Lazy(
        "kiosk.cli.sheet:sheet",
        "Draw the installation sheet in Arabic and French: the kiosk's data, how its panel is reached and read, its first code.",
    ),
    "staff": Lazy(
        "",
        "Say whom a kiosk trusts; set its keys; read its log; help someone who forgot their PIN.",
        {
            "add": Lazy(
                "kiosk.cli.staff:add", "Add a person, or give one a new PIN or role: on this kiosk, or on the fleet's roll."
            ),
            "first-code": Lazy(
                "kiosk.cli.staff:first_code",
                "Make the code by which a kiosk that nobody leads takes its first lead, in the place of the one before; "
                "it is printed once.",
            ),
            "init": Lazy(
                "kiosk.cli.staff:init",
                "Give this kiosk its keys, made from the fleet's KEY for its name; the file is made where there is none.",
            ),
            "list": Lazy(
                "kiosk.cli.staff:list_people",
                "List the people this kiosk trusts, its own and those of the fleet's roll; or those of a roll.",
            ),
            "log": Lazy(
                "",
                "Read what staff did.",
                {
                    "export": Lazy("kiosk.cli.staff:export", "Print the whole log, the oldest line first."),
                },
            ),
            "remove": Lazy("kiosk.cli.staff:remove", "Trust a person no longer: on this kiosk, or on the fleet's roll."),
            "rescue": Lazy(
                "kiosk.cli.staff:rescue",
                "Answer the eight figures CODE that a kiosk shows someone who forgot their PIN; no network is needed.",
            ),
        },
    ),
    "status": Lazy(
        "",
        "Know how the kiosks are without a network: each shows a signed code to staff.",
        {
            "read": Lazy(
                "kiosk.cli.status:read",
                "Collect the status codes on IMAGES (photographs, or frames of a camera) into a list; "
                "exit status 1 where one is refused.",
            ),
        },
    ),
    "sync": Lazy(
        "kiosk.cli.sync:sync",
        "Bring the content of this kiosk up to date from SOURCE: an http address or a folder such as a stick.",
    ),
    "update": Lazy(
        "",
        "See which program this kiosk runs; lay another down, try it, go back.",
        {
            "back": Lazy(
                "kiosk.cli.update:back",
                "Go back to the program before, as root; the present one is not taken again. In force with the next start.",
            ),
            "lay": Lazy(
                "kiosk.cli.update:lay",
                "Lay down the program that was fetched, as root: signatures are looked at again; nothing is started by it.",
            ),
            "status": Lazy(
                "kiosk.cli.update:status",
                "Say which program runs, which was laid down and fetched, and which are not taken again.",
            ),
            "try": Lazy(
                "kiosk.cli.update:try_",
                "Examine the program that runs this command: content opens, a first picture is drawn, the doctor finds nothing "
                "new.",
            ),
        },
    ),
    "venue": Lazy(
        "",
        "Look at the plan of the venue before visitors follow it.",
        {
            "check": Lazy(
                "kiosk.cli.venue:check",
                "Check the plan in a folder of sources or a database FILE: spots that nobody reaches, or not without stairs.",
            ),
            "draw": Lazy("kiosk.cli.venue:draw", "Draw the plan with all spots and their names as an SVG picture."),
        },
    ),
}
