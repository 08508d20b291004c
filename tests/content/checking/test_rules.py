"""Rules that keep a visitor from a broken page: what cannot be built or shown is found before."""

import sqlite3
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.store import ContentStore
from kiosk.errors import SourceError
from tests.helpers.films import CAPTIONS, film
from tests.helpers.sources import Folder, speech_of, words, write

K9 = "pavilions/k9.yaml"
CNIE = "services/cnie.yaml"
EDITION = "editions/edition_1.yaml"
SHOW = "demonstrations/k9_show.yaml"
Change = Callable[[Folder], Any]


def second_edition(folder: Folder) -> None:
    folder["editions/edition_2.yaml"] = {**deepcopy(folder[EDITION]), "id": "edition_2", "rank": 2}


def again(name: str, key: str) -> Change:
    """Write the first entry of a list twice."""
    return lambda folder: folder[name][key].append(deepcopy(folder[name][key][0]))


def hearsay(folder: Folder) -> None:
    folder["publishers.yaml"]["publishers"][0] = {"id": "state", "standing": "other", "note": "a blog"}


def out_of_breath() -> list[dict[str, Any]]:
    text = {"ar": "نَصٌّ", "fr": "texte", "en": "so " * 16}
    return [{"text": text, "sources": ["S1"]} for _ in range(20)]


UNBUILDABLE: list[tuple[str, Change, str, str]] = [
    ("an edition that ends before it starts", lambda f: f[EDITION].update(end="2017-09-10"), EDITION, "end comes before start"),
    ("a show that ends before it starts", lambda f: f[SHOW]["slots"][0].update(end="10:00"), SHOW, "does not come after start"),
    ("a show of the night that ends by day", lambda f: f[SHOW]["slots"][0].update(start="23:00", end="07:00"), SHOW, "by 06:00"),
    ("nobody came", lambda f: f[EDITION].update(visitors=0), EDITION, "greater than"),
    ("a rank beyond all numbers", lambda f: f[K9].update(rank=2**63), K9, "less than or equal to"),
    ("a fee beyond all money", lambda f: f[CNIE]["costs"][0].update(amount=10**3000), CNIE, "less than or equal to"),
    ("a duration without end", lambda f: f[CNIE]["processing_time"].update(duration="P99999D"), CNIE, "pattern"),
    ("two editions of one number", second_edition, EDITION, "number of two editions"),
    ("a document twice", again("documents.yaml", "documents"), "documents.yaml", "there twice"),
    ("a source twice", again("sources.yaml", "sources"), "sources.yaml", "there twice"),
    ("a unit twice", again(K9, "units"), K9, "there twice"),
    ("a language twice", again("exhibition.yaml", "languages"), "exhibition.yaml", "tag ar is there twice"),
    ("a negative fee", lambda f: f[CNIE]["costs"][0].update(amount=-1), CNIE, "greater than or equal to 0"),
    ("a currency the kiosk does not write", lambda f: f[CNIE]["costs"][0].update(currency="EUR"), CNIE, "MAD"),
    ("a duration in words", lambda f: f[CNIE]["processing_time"].update(duration="2 days"), CNIE, "pattern"),
    ("a duration in weeks", lambda f: f[CNIE]["processing_time"].update(duration="P1W"), CNIE, "pattern"),
    ("an address that runs code", lambda f: f["sites.yaml"]["sites"][0].update(url="javascript:alert(1)"), "sites.yaml", "pattern"),
    ("a service without situations", lambda f: f[CNIE].update(situations=[]), CNIE, "is empty"),
    ("a heading with nothing under it", lambda f: f[K9].update(what_it_is=[]), K9, "is empty"),
    ("nothing to take home", lambda f: f[K9].update(takeaways=[]), K9, "is empty"),
    ("a text in no language", lambda f: f[K9]["what_it_is"][0].update(text={}), K9, "is empty"),
    ("speech beside the words shown", lambda f: f[K9]["name"].update(speech={"ar": "y"}), K9, "is no text"),
    ("empty speech", lambda f: f.update(speech_of("pavilion:k9", "name", "x", "")), "speech/ar.yaml", "is empty"),
    (
        "speech that is neither proposed nor approved",
        lambda f: f.update(speech_of("pavilion:k9", "name", "x", "y", status="done")),
        "speech/ar.yaml",
        "'proposed' or",
    ),
    (
        "speech made from nothing",
        lambda f: f.update({"speech/ar.yaml": {"texts": {"a": {"b": {"said": "x"}}}}}),
        "speech/ar.yaml",
        "is missing",
    ),
    (
        "an empty pronunciation",
        lambda f: f["pronunciation.yaml"].update(said={"fr": {"K9": ""}}),
        "pronunciation.yaml",
        "is empty",
    ),
    ("a website channel without site", lambda f: f[CNIE]["channels"][0].pop("site"), CNIE, "needs a site"),
    ("a checklist of no situation", lambda f: f[K9]["takeaways"].append({"kind": "checklist", "service": "cnie"}), K9, "situation"),
    ("a telephone that is a site", lambda f: f[K9]["takeaways"].append({"kind": "telephone", "site": "cnie"}), K9, "needs number"),
    ("a place without coordinates", lambda f: f[K9]["takeaways"].append({"kind": "place"}), K9, "coordinates"),
    ("a publisher without a name", lambda f: f["publishers.yaml"]["publishers"][0].pop("name"), "publishers.yaml", "need a name"),
    ("a source without date", lambda f: f["sources.yaml"]["sources"][0].update(date=None), "sources.yaml", "is no text"),
    ("no languages", lambda f: f["exhibition.yaml"].update(languages=[]), "exhibition.yaml", "is empty"),
]
UNSHOWABLE: list[tuple[str, Change, str, str]] = [
    ("a time zone nobody knows", lambda f: f["exhibition.yaml"].update(timezone="Mars/Base"), "timezone", "no time zone"),
    ("a version without a day", lambda f: f["exhibition.yaml"].update(content_version="1.0"), "content_version", "no version"),
    ("a day that is none", lambda f: f["exhibition.yaml"].update(content_version="2026.02.30"), "content_version", "no version"),
    ("papers that add to themselves", lambda f: f[CNIE]["situations"][0].update(adds_to="first"), "adds_to", "back to itself"),
    ("a service named twice", lambda f: f[K9]["services"].append("cnie"), "services", "twice"),
    (
        "a blank lost in translation",
        lambda f: f["interface.yaml"]["words"].update(sum={"ar": "{amount} درهم", "fr": "{amount} DH", "en": "DH"}),
        "name.en",
        "blanks",
    ),
    (
        "a blank that reaches into the program",
        lambda f: f["interface.yaml"]["words"].update(sum=dict.fromkeys(("ar", "fr", "en"), "{amount.__class__}")),
        "name.fr",
        "no {blank}",
    ),
    ("an odd brace", lambda f: f["interface.yaml"]["words"]["home"].update(fr="accueil {"), "name.fr", "no {blank}"),
    ("a long paper", lambda f: f["documents.yaml"]["documents"][0].update(name=words("x" * 80)), "name.fr", "room for 80"),
    (
        "a long note",
        lambda f: f[K9]["takeaways"].append({"kind": "text", "text": {"ar": "ن" * 301, "fr": "x" * 300, "en": "x"}}),
        "text.ar",
        "room for 300",
    ),
    ("a number nobody proves", lambda f: f["emergency.yaml"]["numbers"][0].update(sources=[]), "sources", "is empty"),
    (
        "a blog told to visitors",
        lambda f: f["publishers.yaml"]["publishers"][0]["name"].update(fr="Le blog de Ali"),
        "name.fr",
        "says 'blog'",
    ),
    (
        "an address told as a publisher",
        lambda f: f["publishers.yaml"]["publishers"][0]["name"].update(en="site at 18.193.228.73"),
        "name.en",
        "says '18.193.228.73'",
    ),
    ("a fact that a blog alone tells", hearsay, "sources", "visitors are never told"),
    ("a mark that parts from its word", lambda f: f[K9]["name"].update(fr="Des chiens !"), "name.fr", "can part from its words"),
    ("a number that parts from its article", lambda f: f[K9]["name"].update(fr="Le 19"), "name.fr", "can part from its words"),
    ("a guillemet that parts from its word", lambda f: f[K9]["name"].update(fr="Le «\u00a0chien »"), "name.fr", "can part"),
    ("a typewriter's apostrophe", lambda f: f[K9]["name"].update(fr="L'appel"), "name.fr", "straight apostrophe"),
    ("a lead that is no lead", lambda f: f[K9]["summary"].update(en="to be " * 22), "summary.en", "40 at most"),
    (
        "a sentence without breath",
        lambda f: f[K9]["what_it_is"][0]["text"].update(en="go " * 26),
        "text.en",
        "sentence of 26 words",
    ),
    ("too many long sentences", lambda f: f[K9]["what_it_is"].extend(out_of_breath()), "languages", "more than 15 words"),
    ("an easy text that is not", lambda f: f[CNIE].update(easy=[words("to " * 13)]), "easy_1.en", "easy ones have 12 at most"),
    ("an easy text that says more", lambda f: f[CNIE].update(easy=[words("it takes 44 days")]), "easy_1.fr", "says 44"),
    ("a site no one is led to", lambda f: f[CNIE]["channels"].pop(), "url", "no channel"),
    (
        "two numbers of one rank",
        lambda f: f["emergency.yaml"]["numbers"].append({**deepcopy(f["emergency.yaml"]["numbers"][0]), "id": "two"}),
        "rank",
        "also the rank",
    ),
]


@pytest.mark.parametrize(("change", "file", "what"), [case[1:] for case in UNBUILDABLE], ids=[case[0] for case in UNBUILDABLE])
def test_what_cannot_be_built_is_found_by_the_check(tmp_path: Path, change: Change, file: str, what: str) -> None:
    folder = write(tmp_path / "sources", change)
    findings = check(folder)
    assert any(f.file == file and what in f.message and f.mend for f in findings), findings
    with pytest.raises(SourceError):
        build(folder, tmp_path / "content.db")


@pytest.mark.parametrize(("change", "field", "what"), [case[1:] for case in UNSHOWABLE], ids=[case[0] for case in UNSHOWABLE])
def test_what_cannot_be_shown_is_found_in_sources_and_in_the_database(
    tmp_path: Path, change: Change, field: str, what: str
) -> None:
    folder = write(tmp_path / "sources", change)
    build(folder, tmp_path / "content.db")
    for findings in (check(folder), check(tmp_path / "content.db")):
        assert [f for f in findings if f.field.endswith(f" {field}") and what in f.message and f.mend], findings


def test_one_broken_file_does_not_make_the_others_look_broken(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", lambda f: f[CNIE]["costs"][0].update(amount=-1))
    (finding,) = check(folder)
    assert (finding.file, finding.field) == (CNIE, "costs.0.amount")


@pytest.mark.parametrize(
    ("text", "field", "what"),
    [
        ("id: k9\nicon: dog\nicon: star\n", "line 3, column 1", "'icon' is written twice"),
        ("id: k9\n  icon: [\n", "line 2, column 7", "not YAML"),
        ("[" * 5000, "line 1, column 1001", "not YAML"),
        ("\x07", "file", "not YAML"),
        ("", "file", "no fields with names"),
        ("? [a]\n: b\n", "line 1, column 3", "unhashable"),
        ("id: k9\nchecked_on: 2026-02-30\n", "line 2, column 13", "2026-02-30"),
        ("id: k9\nrank: " + "9" * 5000 + "\n", "line 2, column 7", "999"),
    ],
    ids=["key twice", "bad indent", "deep", "control character", "empty", "odd key", "no such day", "endless number"],
)
def test_a_broken_file_is_named_with_line_and_column(tmp_path: Path, text: str, field: str, what: str) -> None:
    folder = write(tmp_path / "sources")
    (folder / K9).write_text(text, encoding="utf-8")
    (finding,) = check(folder)
    assert (finding.file, finding.field) == (K9, field)
    assert what in finding.message


def test_a_file_with_another_ending_is_not_overlooked(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources")
    (folder / K9).rename(folder / "pavilions" / "k9.yml")
    assert any(f.file == "pavilions/k9.yml" for f in check(folder))


def test_what_the_database_lacks_is_found(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    connection = sqlite3.connect(tmp_path / "content.db")
    with connection:
        connection.execute("DELETE FROM text WHERE item = 'pavilion:k9' AND field = 'picture_alt'")
        connection.execute("UPDATE item SET icon = NULL WHERE id = 'service:cnie'")
        connection.execute("UPDATE item SET parent = NULL WHERE id = 'unit:k9/dogs'")
    connection.close()
    found = {finding.field for finding in check(tmp_path / "content.db")}
    assert found == {"pavilion:k9 picture_alt", "service:cnie icon", "unit:k9/dogs parent"}


def test_a_database_that_breaks_its_own_rules_is_found(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    connection = sqlite3.connect(tmp_path / "content.db")
    with connection:
        connection.execute("DELETE FROM source")
    connection.close()
    assert {f.message for f in check(tmp_path / "content.db")} == {"item_source refers to a missing source"}


def test_a_path_to_nothing_is_a_finding(tmp_path: Path) -> None:
    (finding,) = check(tmp_path / "none.db")
    assert "there is no content database" in finding.message


@pytest.mark.parametrize(
    ("version", "wrong"),
    [
        ("2026.11.24.1", False),
        ("2026.11.24.9999", False),
        ("2026.11.24.10000", True),
        ("2026.11.24.00", True),
        ("2026.11.24.02", True),
        ("٢٠٢٦.11.24", True),
    ],
)
def test_a_version_is_a_day_and_a_small_number(tmp_path: Path, version: str, wrong: bool) -> None:
    folder = write(tmp_path, lambda f: f["exhibition.yaml"].update(content_version=version))
    assert any("is no version" in finding.message for finding in check(folder)) == wrong


def test_a_film_in_sign_language_needs_captions_in_each_language(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", lambda f: f[CNIE].update(sign={"file": "card_sign.webm", "credit": "Signer"}))
    assert any("'card_sign.webm' is not there" in f.message for f in check(folder))
    pictures = folder / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / "card_sign.webm").write_bytes(film())
    for tag in ("ar", "fr"):
        (pictures / f"card_sign.{tag}.vtt").write_text(CAPTIONS.format(first=f"one {tag}", second="two"))
    assert any("no captions in 'en'" in f.message for f in check(folder))
    (pictures / "card_sign.en.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:09.000\nlate")
    assert any("ends before its captions" in f.message for f in check(folder))
    (pictures / "card_sign.en.vtt").write_text(CAPTIONS.format(first="one en", second="two"))
    assert not [f for f in check(folder) if "card_sign" in f.file or "sign" in f.field]
    build(folder, tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        sign = store.public_service("service:cnie").head.sign
    assert sign is not None
    assert (sign.name, sign.credit, sign.captions["fr"][0].text) == ("card_sign.webm", "Signer", "one fr")
    assert not [f for f in check(tmp_path / "content.db") if "sign" in f.field]
