"""What the subjects of counts are called, in every language of the content."""

from collections.abc import Callable

from kiosk.content.store import ContentStore
from kiosk.domain.bidi import isolate
from kiosk.domain.counters import Bucket, Counted
from kiosk.domain.interface_words import whole_words
from kiosk.domain.language import LocalizedText
from kiosk.errors import UnknownItemError

_GUIDE = "guide:"


class SubjectNames:
    """Reads names from one content database; what it does not have keeps its identifier."""

    def __init__(self, store: ContentStore) -> None:
        self._store, self._words = store, whole_words(store.words())
        self.languages = tuple(language.tag for language in store.languages)

    def of(self, bucket: Bucket) -> LocalizedText:
        """What a subject is called; that of everything that is counted together, where the bucket names none."""
        subject, counted = bucket.subject, bucket.counted
        if not subject:
            return self._word("counted_others") if counted is not Counted.VISIT else self._same("")
        if counted is Counted.OPINION:
            return self._word(f"feedback_{subject}")
        if counted is Counted.TAKEN:
            return self._word(subject if subject == "print" else f"take_{subject}")
        if counted is Counted.ABANDONED:
            return self._read(lambda: self._step(subject), subject)
        return self._read(lambda: self._item(subject), subject)

    def _same(self, text: str) -> LocalizedText:
        return LocalizedText(dict.fromkeys(self.languages, text))

    def _word(self, key: str) -> LocalizedText:
        return self._words.get(key) or self._same(key)

    def _read(self, read: Callable[[], LocalizedText], subject: str) -> LocalizedText:
        try:
            return read()
        except UnknownItemError:
            return self._same(subject)

    def _item(self, identifier: str) -> LocalizedText:
        if identifier.startswith(_GUIDE):
            service = self._store.card(self._store.guide(identifier).service).name
            return self._joined(self._word("your_list"), service)
        return self._store.card(identifier).name

    def _step(self, subject: str) -> LocalizedText:
        identifier, _, step = subject.partition("/")
        guide = self._store.guide(identifier)
        questions = {question.identifier: question.text for question in guide.questions}
        asked = questions.get(step, self._word("guide_summary" if step == "summary" else "guide_start"))
        return self._joined(self._store.card(guide.service).name, asked)

    def _joined(self, first: LocalizedText, second: LocalizedText) -> LocalizedText:
        both = {tag: f"{isolate(first.in_language(tag))} · {isolate(second.in_language(tag))}" for tag in self.languages}
        return LocalizedText(both)
