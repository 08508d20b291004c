"""A page told in sign language: the film as pictures for QML, and the captions beside it.

The decoder is loaded by the first visitor who asks for a film. Pictures reach QML through a provider, a new address for each:
that works with every way of drawing, and QML makes no item of ours.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QSize, QUrl, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickImageProvider

from kiosk.domain.item import SignFilm
from kiosk.domain.sign_film import caption_at

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
PROVIDER = "film"


class FilmProvider(QQuickImageProvider):
    """Gives QML the picture of the moment."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.image = QImage()

    def requestImage(self, _identifier: str, _size: QSize, _wanted: QSize) -> QImage:
        return QImage(1, 1, QImage.Format.Format_ARGB32) if self.image.isNull() else self.image


@QmlElement
@QmlUncreatable("made by the application")
class FilmViewModel(QObject):
    """The film of the open page; none where nobody has signed it."""

    filmChanged = Signal()
    playingChanged = Signal(bool)
    frameChanged = Signal()
    captionChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.provider = FilmProvider()
        self.folder: Callable[[], Path] = Path
        """Where the files of the content stand now."""
        self._film: SignFilm | None = None
        self._tag = self._caption = ""
        self._playing, self._frame = False, 0
        self._player: QMediaPlayer | None = None

    def show(self, film: SignFilm | None, tag: str) -> None:
        """Offer the film of a page, with its captions in a language."""
        if (film, tag) != (self._film, self._tag):
            self.stop()
            self._film, self._tag = film, tag
            self.filmChanged.emit()

    @Slot()
    def toggle(self) -> None:
        """Play it from its beginning, or put it away."""
        if self._playing:
            self.stop()
        elif self._film is not None:
            self._playing = True
            self._made().setSource(QUrl.fromLocalFile(str(self.folder() / self._film.name)))
            self._made().play()
            self.playingChanged.emit(self._playing)

    @Slot()
    def stop(self) -> None:
        """Put it away."""
        if self._playing:
            self._playing, self.provider.image = False, QImage()
            self._made().stop()
            self._say("")
            self.playingChanged.emit(self._playing)

    def _made(self) -> "QMediaPlayer":
        """The player; without sound, for a film in sign language has none."""
        if self._player is None:
            from PySide6.QtMultimedia import QMediaPlayer, QVideoSink  # large, and asked for by few

            self._player = QMediaPlayer(self)
            sink = QVideoSink(self)
            self._player.setVideoSink(sink)
            sink.videoFrameChanged.connect(self._take)
            self._player.mediaStatusChanged.connect(self._follow)
            self._player.errorOccurred.connect(self.stop)
        return self._player

    def _take(self, frame: "QVideoFrame") -> None:
        if self._playing and frame.isValid():
            self.provider.image = frame.toImage()
            self._frame += 1
            self.frameChanged.emit()
            captions = self._film.captions.get(self._tag, ()) if self._film is not None else ()
            self._say(caption_at(captions, self._made().position() / 1000))

    def _follow(self, status: "QMediaPlayer.MediaStatus") -> None:
        if status.name in {"EndOfMedia", "InvalidMedia"}:
            self.stop()

    def _say(self, caption: str) -> None:
        if caption != self._caption:
            self._caption = caption
            self.captionChanged.emit()

    @property
    def provided(self) -> tuple[str, FilmProvider]:
        """What QML finds the pictures by."""
        return PROVIDER, self.provider

    @Property(bool, notify=filmChanged)
    def there(self) -> bool:
        return self._film is not None

    @Property(str, notify=filmChanged)
    def credit(self) -> str:
        return self._film.credit if self._film is not None else ""

    @Property(bool, notify=playingChanged)
    def playing(self) -> bool:
        return self._playing

    @Property(str, notify=frameChanged)
    def frame(self) -> str:
        return f"image://{PROVIDER}/{self._frame}" if self._frame else ""

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        return self._caption
