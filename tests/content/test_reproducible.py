"""Any text goes through the database unchanged, and the same sources make the same bytes."""

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.build import build, sources_sha256
from kiosk.content.store import ContentStore
from tests.helpers.sources import minimal, speech_of, write

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_neither_the_order_of_files_nor_of_keys_shows_in_the_bytes(chance: object) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        plain, shuffled = write(folder / "plain"), folder / "shuffled"
        files = list(minimal().items())
        chance.shuffle(files)
        for file, value in files:
            path = shuffled / file
            path.parent.mkdir(parents=True, exist_ok=True)
            keys = list(value.items())
            chance.shuffle(keys)
            path.write_text(yaml.safe_dump(dict(keys), allow_unicode=True, sort_keys=False), encoding="utf-8")
        build(plain, folder / "a.db")
        build(shuffled, folder / "b.db")
        first, second = (folder / "a.db").read_bytes(), (folder / "b.db").read_bytes()
        digests = [sources_sha256(path).encode() for path in (plain, shuffled)]
        assert first.replace(digests[0], b"") == second.replace(digests[1], b"")


@settings(max_examples=15, deadline=None)
@given(st.fixed_dictionaries({"ar": TEXTS, "fr": TEXTS, "en": TEXTS}), st.fixed_dictionaries({"ar": TEXTS}))
def test_words_come_back_as_they_were_written(shown: dict[str, str], speech: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        build(
            write(
                folder / "sources",
                lambda f: (
                    f["pavilions/k9.yaml"].update(name=shown),
                    f.update(speech_of("pavilion:k9", "name", shown["ar"], speech["ar"])),
                ),
            ),
            folder / "content.db",
        )
        with ContentStore.open(folder / "content.db") as store:
            read = store.pavilion("pavilion:k9").head.card.name
        assert dict(read.shown) == shown
        assert read.speech["ar"] == speech["ar"]


def test_the_digest_knows_names_and_bytes(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources")
    before = sources_sha256(folder)
    (folder / "glossary.yaml").write_bytes((folder / "glossary.yaml").read_bytes() + b"\n")
    changed = sources_sha256(folder)
    (folder / "notes.txt").write_text("not a source", encoding="utf-8")
    assert before != changed == sources_sha256(folder)
