"""A member of staff at the kiosk, made of touches."""

from PySide6.QtCore import QPoint

from kiosk.domain.staff import HOLD, TAPS
from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.staff_pages import PanelPage, mode_tile
from tests.helpers.fakes import ManualClock
from tests.helpers.robot import Robot

PIN = "493827"
CORNER = QPoint(20, 20)
LANGUAGES = {"ar": "العربية", "fr": "Français"}


class StaffRobot:
    """A member of staff: the gesture, the pad, and a count of touches after the PIN."""

    def __init__(self, robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
        self.robot, self.kiosk, self.clock = robot, kiosk, clock
        self.touches = 0

    def word(self, key: str) -> str:
        return self.kiosk.shell.words[key]

    def gesture(self, taps: int = TAPS, hold: float = HOLD) -> None:
        for _ in range(taps):
            self.robot.press_at(CORNER)
            self.clock.advance(0.1)
            self.robot.release_at(CORNER)
            self.clock.advance(0.2)
        self.robot.press_at(CORNER)
        self.clock.advance(hold)
        self.kiosk.gesture.held()
        self.robot.release_at(CORNER)

    def enter(self, figures: str) -> None:
        for figure in figures:
            self.robot.touch(figure)
        self.robot.touch(self.word("enter"))

    def begin(self) -> None:
        """As the first lead: the gesture, and the code of the installation sheet."""
        code = self.kiosk.staff.gate.new_first_code()
        self.gesture()
        self.robot.sees(self.word("first_code"))
        self.enter(code)
        self.robot.until(lambda: self.kiosk.staff.staff.page == PanelPage.NEW_PIN)
        self.robot.sees(self.word("first_lead"))

    def come_in(self, pin: str = PIN) -> None:
        self.gesture()
        self.enter(pin)
        self.robot.until(lambda: self.kiosk.staff.staff.page == PanelPage.BOARD)
        self.robot.picture()

    def touch(self, name: str) -> None:
        self.touches += 1
        self.robot.touch(name)
        self.robot.picture()

    def mode(self, name: str) -> str:
        """What its tile says: a name, or what is done."""
        mode, reading, words = self.kiosk.modes.keeper.modes[name], self.kiosk.shell.reading, self.kiosk.shell.source_words
        return mode_tile(name, mode, reading, words).card.name
