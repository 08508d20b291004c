"""In which language everything is read, or in which two, and what the kiosk says of itself in it."""

from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.store import ContentStore
from kiosk.domain.interface_words import missing_words
from kiosk.domain.language import Language, LocalizedText
from kiosk.errors import ContentError
from kiosk.presentation.kiosk_texts import KioskTexts, in_order
from kiosk.presentation.reading import Reading, word_in
from kiosk.ui.shell.rows import QVariantList, Row, Rows
from kiosk.ui.shell.words import Words

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


def _texts(store: ContentStore) -> KioskTexts:
    words = store.words()
    if missing := missing_words(words):
        message = f"the content lacks words of the interface ({missing}); build and publish it again with this program"
        raise ContentError(message)
    return KioskTexts(words, store.title, store.subtitle)


@QmlElement
@QmlUncreatable("a part of the shell")
class ReadingViewModel(QObject):
    """The languages of the open content, and the one in use."""

    readingChanged = Signal()
    _language_rows = cached_property(Rows)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._order: tuple[str, ...] = ()
        self._texts: KioskTexts | None = None
        self._reading: Reading | None = None
        self._words_shown = Words(self)

    @property
    def reading(self) -> Reading:
        """How texts are read now; only asked for while in service."""
        if self._reading is None:
            message = "no content is open"
            raise RuntimeError(message)
        return self._reading

    @property
    def source_words(self) -> dict[str, LocalizedText]:
        """The interface's words in all languages."""
        return self._texts.words if self._texts else {}

    @property
    def source_title(self) -> LocalizedText:
        """The exhibition's title in all languages; only asked for while in service."""
        return self._texts.title if self._texts else LocalizedText({})

    def read_content(self, store: ContentStore) -> None:
        """Take the languages and the kiosk's own texts from a content database.

        Raises:
            ContentError: it cannot be read, or lacks a word of the interface.
        """
        languages = in_order(store.languages, self._order)
        self._texts = _texts(store)
        self._set_reading(Reading(languages, languages[0]))

    def offer_first(self, order: tuple[str, ...]) -> None:
        """Offer some languages before the others, from the next visit on."""
        self._order = order
        if self._reading is not None:
            self._reading = self._reading._replace(languages=in_order(self._reading.languages, order))

    def read_in_the_first(self) -> None:
        """Read everything in the language that is offered first, and in no second one."""
        if self._reading is not None:
            self._set_reading(Reading(self._reading.languages, self._reading.languages[0]))

    def _set_reading(self, reading: Reading) -> None:
        self._reading = reading
        words = self.source_words
        self._words_shown.show(lambda word: word_in(words[word], reading))
        self.readingChanged.emit()

    def _language(self, tag: str) -> Language:
        return next((lang for lang in self.reading.languages if lang.tag == tag), self.reading.current)

    @Slot(str)
    def chooseLanguage(self, tag: str) -> None:
        """Read everything in another language, on the same page."""
        self._set_reading(self.reading._replace(current=self._language(tag)))

    @Slot()
    def toggleBilingual(self) -> None:
        """Read two languages side by side, or one again."""
        self._set_reading(self.reading._replace(bilingual=not self.reading.bilingual))

    @Property(bool, notify=readingChanged)
    def rightToLeft(self) -> bool:
        return self._reading is not None and self._reading.right_to_left

    @Property(bool, notify=readingChanged)
    def bilingual(self) -> bool:
        return self._reading is not None and self._reading.bilingual

    @Property(str, notify=readingChanged)
    def language(self) -> str:
        return self._reading.tag if self._reading else ""

    @Property(QVariantList, notify=readingChanged)
    def languages(self) -> list[Row]:
        if self._reading is None or self._texts is None:
            return []
        return self._language_rows.of(map(self._texts.offered, self._reading.languages))

    @Property(Words, constant=True)
    def words(self) -> Words:
        return self._words_shown

    @Property(str, notify=readingChanged)
    def title(self) -> str:
        return self._reading.plain(self._texts.title) if self._texts and self._reading else ""

    @Property(str, notify=readingChanged)
    def subtitle(self) -> str:
        return self._reading.plain(self._texts.subtitle) if self._texts and self._reading else ""
