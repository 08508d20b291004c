"""A stick at the kiosk: who signed, from what to what, what changes; taken, shown, read back; or refused with what to do."""

from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.store import ContentStore
from kiosk.domain.formatting import format_number
from kiosk.domain.item import ItemKind
from kiosk.domain.staff import Person
from kiosk.presentation.serving_rows import JobStep
from kiosk.staff.choices import StaffChoices
from kiosk.staff.staff_log import StaffAct
from kiosk.ui.content.content_side import ContentSide
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.staff.maintenance.stick_job import STEPS, StickJob
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class Stage(StrEnum):
    """The steps of taking a release from a stick."""

    LOOKING = "looking"
    OFFERED = "offered"
    WORKING = "working"
    SHOWN = "shown"
    REFUSED = "refused"


def _figures(store: ContentStore) -> dict[str, str]:
    """What a database says of itself."""
    counts = {"pavilions": ItemKind.PAVILION, "services": ItemKind.PUBLIC_SERVICE}
    return {name: str(store.count(kind)) for name, kind in counts.items()} | {"version": store.content_version}


@QmlElement
@QmlUncreatable("made by the application")
class StickViewModel(QObject):
    """One stick, from plugging it in to taking it to the next kiosk."""

    changed = Signal()
    _step_rows = cached_property(Rows)

    def __init__(self, staff: StaffViewModel, choices: StaffChoices, content: ContentSide, job: StickJob, parent: QObject) -> None:
        """Wait for the page to be opened.

        Args:
            staff: the panel.
            choices: takes the line of the log.
            content: what is shown and where it is, read back after the switch.
            job: reads it.
            parent: owns it.
        """
        super().__init__(parent)
        self._staff, self._choices, self._job = staff, choices, job
        self._content, self._place = content.holder, content.place
        self._stage, self._reason, self._step, self._part = Stage.LOOKING, "", 0, 0.0
        self._offer: dict[str, Any] = {}
        self._answer: dict[str, Any] = {}
        self._before, self._opened = "", False
        self._figures: dict[str, str] = {}
        self._person: Person | None = None
        job.stepped.connect(self._follow)
        job.answered.connect(self._take)
        job.failed.connect(self._refuse)
        self._content.opened.connect(self._read_back)
        staff.pageChanged.connect(self._turn)

    @Slot()
    def _turn(self) -> None:
        opened = self._staff.page_now is PanelPage.STICK
        if opened and not self._opened:
            self.look()
        self._opened = opened
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Ask what the stick would change; nothing is changed."""
        if not self._job.running:
            self._offer, self._answer = {}, {}
            self._run(Stage.LOOKING, "--offer")

    @Slot()
    def confirm(self) -> None:
        """Install the release on the stick."""
        if self._stage is Stage.OFFERED and self._staff.person is not None:
            self._person = self._staff.person
            self._step, self._part = 0, 0.0
            self._run(Stage.WORKING)

    def _run(self, stage: Stage, *options: str) -> None:
        self._stage = stage
        self._job.run(*options)
        self.changed.emit()

    @Slot(int, float)
    def _follow(self, step: int, part: float) -> None:
        self._step, self._part = step, part
        self._staff.touched()
        self.changed.emit()

    @Slot(dict)
    def _take(self, answer: dict[str, Any]) -> None:
        if self._stage is Stage.LOOKING:
            self._take_offer(answer)
        else:
            self._take_answer(answer)

    def _take_offer(self, offer: dict[str, Any]) -> None:
        if offer["standing"] != "new":
            self._refuse("stick_same" if offer["standing"] == "current" else "stick_given_up")
            return
        store = self._content.store
        self._offer, self._stage = offer, Stage.OFFERED
        self._before = store.content_version if store else ""
        self.changed.emit()

    def _take_answer(self, answer: dict[str, Any]) -> None:
        """It is installed: now it must be shown."""
        self._answer, self._step = answer, STEPS.index("reading")
        self._content.watch()
        self._read_back()
        self.changed.emit()

    @Slot()
    def _read_back(self) -> None:
        """The version is that of the database that is open, not the one that was promised."""
        store, answer = self._content.store, self._answer
        if self._stage is not Stage.WORKING or not answer or store is None:
            return
        name = f"{answer['number']:08d}-{answer['sha256']}"
        if self._place.database().parent.name == name and store.content_version == answer["version"]:
            self._stage, self._figures = Stage.SHOWN, self._content.read(_figures, {})
            self._log("installed")
            self.changed.emit()

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        working, self._stage, self._reason = self._stage is Stage.WORKING, Stage.REFUSED, reason
        if working:
            self._log(reason)
        self.changed.emit()

    def _log(self, result: str) -> None:
        person, staff = self._person, self._staff
        if person is not None:
            detail = {"number": self._offer.get("number"), "version": self._offer.get("version"), "result": result}
            staff.guarded(lambda: self._choices.log(staff.now(), StaffAct(person.name, person.role, "stick", detail)))

    # properties ----------------------------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage.value

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why it was not taken, and what to do."""
        return self._staff.word(self._reason) if self._stage is Stage.REFUSED else ""

    @Property(bool, notify=changed)
    def harmless(self) -> bool:
        """Whether there is nothing to be done about it."""
        return self._reason == "stick_same"

    @Property(QVariantList, notify=changed)
    def facts(self) -> list[str]:
        """Who signed, from what to what, and what changes."""
        offer = self._offer
        if not offer or self._staff.person is None:
            return []
        changes = {name: str(offer["changes"][name]) for name in ("added", "changed", "removed")}
        keys = {"count": str(len(offer["signed_by"])), "keys": " · ".join(offer["signed_by"])}
        megabytes = format_number(max(0.1, round(offer["bytes"] / 1e6, 1)), self._staff.reading.tag)
        return [
            self._staff.sentence("stick_from_to", {"before": self._before, "after": offer["version"]}),
            self._staff.sentence("stick_changes" if any(offer["changes"].values()) else "stick_first", changes),
            self._staff.sentence("stick_signed", keys),
            self._staff.sentence(
                "stick_size", {"size": megabytes, "day": f"{datetime.fromisoformat(offer['published']):%d/%m/%Y}"}
            ),
        ]

    @Property(QVariantList, notify=changed)
    def steps(self) -> list[Row]:
        """What has been done, is being done, and waits."""
        if self._staff.person is None:
            return []
        return self._step_rows.of(
            JobStep(self._staff.word(f"step_{step}"), done=self._step > number, now=self._step == number)
            for number, step in enumerate(STEPS)
        )

    @Property(float, notify=changed)
    def part(self) -> float:
        """How much of all is done, from 0 to 1."""
        return (self._step + self._part) / len(STEPS)

    @Property(str, notify=changed)
    def readBack(self) -> str:
        """What the open database says of itself."""
        return self._staff.sentence("stick_read_back", self._figures) if self._stage is Stage.SHOWN and self._figures else ""

    @Property(str, notify=changed)
    def receipt(self) -> str:
        """Whether the stick takes the news home."""
        left = self._answer.get("receipt") == "left"
        return self._staff.word("stick_receipt" if left else "stick_no_receipt") if self._stage is Stage.SHOWN else ""
