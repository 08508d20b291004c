"""Follows the visitor through a guide: from step to step, and back to a list by its code."""

from PySide6.QtCore import QObject, Slot

from kiosk.content.store import ContentStore
from kiosk.domain.resume_code import decode, encode
from kiosk.errors import ResumeCodeError
from kiosk.presentation.guide_steps import SUMMARY, trail
from kiosk.ui.content.content_holder import ContentHolder
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.visitor.guide_view_model import GuideViewModel
from kiosk.ui.visitor.resume_view_model import ResumeViewModel


class GuidePresenter(QObject):
    """Turns answers and codes into steps on the way."""

    def __init__(
        self, content: ContentHolder, shell: ShellViewModel, guide: GuideViewModel, resume: ResumeViewModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._content, self._shell, self._guide, self._resume = content, shell, guide, resume
        guide.stepRequested.connect(self._go_to_step)
        guide.listRequested.connect(lambda code: shell.open_list(shell.route.identifier, code))
        resume.submitted.connect(self._open_code)

    def show(self, store: ContentStore) -> None:
        """Show the step the route names.

        Raises:
            ContentError: the content cannot be read.
        """
        route = self._shell.route
        guide = store.guide(route.identifier)
        self._guide.show(guide, store.card(guide.service), route.choice, self._shell.reading, self._shell.source_words)

    @Slot(str)
    def _go_to_step(self, step: str) -> None:
        identifier = self._shell.route.identifier
        guide = self._content.read(lambda store: store.guide(identifier), None)
        if guide is not None:
            self._shell.follow_guide(identifier, trail(guide, self._guide.answers_to(guide), step))

    @Slot(str)
    def _open_code(self, code: str) -> None:
        guides = self._content.read(lambda store: store.guides(), None)
        if guides is None:
            return
        try:
            guide, answers = decode(code, guides)
        except ResumeCodeError:
            self._resume.refuse()
            return
        self._guide.take_up(guide, answers)
        self._shell.follow_guide(guide.identifier, [SUMMARY])
        self._shell.open_list(guide.identifier, encode(guide, answers))
