"""`kiosk narration booth`: a speaker records sentence by sentence, in a browser on this machine."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

import click
import yaml

from kiosk.cli.completion import offer_languages
from kiosk.cli.narration import spoken_texts
from kiosk.cli.options import PATH, content_option
from kiosk.cli.output import print_line, progress
from kiosk.config import DATA, OWN, ROOT
from kiosk.disk.files import contents_of, make_folder
from kiosk.errors import NarrationError, StorageError

GOLDEN = ROOT / "tests" / "domain" / "golden" / "arabic_words.yaml"


@click.command()
@click.option("--lang", "language", shell_complete=offer_languages, required=True, help="Language tag.")
@click.option("--studio", type=PATH, default=OWN / "studio", show_default="studio", help="Folder for takes and marks.")
@click.option("--out", "folder", type=PATH, default=OWN / "narration", show_default="narration", help="The narration folder.")
@click.option("--port", type=click.IntRange(0, 65535), default=8737, show_default=True, help="0 for any free one.")
@click.option("--voices", type=PATH, default=OWN / "voices", show_default="voices", help="Voices that say golden words.")
@click.option("--golden", type=PATH, default=GOLDEN, show_default="those of the tests", help="Words for a native speaker to judge.")
@content_option
def booth(*, language: str, studio: Path, folder: Path, port: int, voices: Path, golden: Path, content: Path) -> None:
    """Serve a page on this machine where a speaker records sentence by sentence, and judges golden words; until interrupted."""
    from kiosk.narration.booth import Booth, BoothFiles  # these load numpy and scipy
    from kiosk.narration.booth_server import BoothServer
    from kiosk.narration.studio import ScriptLine

    words = list(golden_words(golden))
    for place in (studio, folder):
        _need_folder(place)
    with progress() as line:
        line.add_task("reading the content")
        said = spoken_texts(content, (language,))
    lines = [ScriptLine(number, item, utterance.sentence) for number, (item, utterance) in enumerate(said, 1)]
    speaker = Booth(language, lines, [group_of(item) for item, _ in said], BoothFiles(studio, folder))
    try:
        server = BoothServer(speaker, words, _says(language, voices), DATA / "assets" / "booth", port)
    except OSError as error:
        message = f"port {port} cannot be used ({error.strerror}); choose another with --port"
        raise NarrationError(message) from error
    print_line(f"{len(lines)} sentences: open {server.address} in a browser on this machine; Ctrl+C ends it")
    with suppress(KeyboardInterrupt), server:
        server.serve_forever()
    speaker.close()


def group_of(item: str) -> str:
    """The pavilion an item is, or what kind of thing it is."""
    kind, _, name = item.partition(":")
    return f"{kind} {name}" if kind == "pavilion" else kind


def _need_folder(place: Path) -> None:
    """Make a folder in which takes are kept, before anybody speaks.

    Raises:
        StorageError: it cannot be made, or nothing can be written in it.
    """
    try:
        make_folder(place)
        with TemporaryFile(dir=place):
            pass
    except OSError as error:
        reason = "not a folder" if isinstance(error, FileExistsError) else error.strerror
        message = f"{place}: cannot be written ({reason}); name a folder of your own"
        raise StorageError(message) from error


def golden_words(path: Path) -> Iterator[dict[str, str]]:
    """Words with how they sound and the rule each shows; nothing where a program that is installed has none with it.

    Raises:
        NarrationError: it is not such a list.
    """
    if path == GOLDEN and not path.is_file():
        return
    try:
        rules: list[dict[str, Any]] = yaml.safe_load(contents_of(path).decode("utf-8"))
        for rule in rules:
            for word, sounds in rule["words"].items():
                yield {"word": str(word), "sounds": str(sounds), "rule": f"{rule['rule']} ({rule['source']})"}
    except (yaml.YAMLError, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else " ".join(str(error).split())
        message = f"{path}: not a list of golden words ({reason}); see tests/domain/golden/arabic_words.yaml"
        raise NarrationError(message) from error


def _says(language: str, voices: Path) -> Any:
    """What says a golden word: the first voice of the language here."""
    from kiosk.narration.process import EngineProcess
    from kiosk.narration.voices import voices_here

    def say(word: str) -> bytes | None:
        for voice in voices_here(voices).get(language, ()):
            engine = EngineProcess(voice.engine)
            try:
                with TemporaryDirectory() as made:
                    path = Path(made) / "word.wav"
                    engine.render(word, voice.name, voice.words_per_minute, path)
                    return path.read_bytes()
            except NarrationError:
                continue
            finally:
                engine.close()
        return None

    return say
