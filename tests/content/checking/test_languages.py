"""A text beside its other languages, months, addresses, days: what must not reach a visitor is found in sources and database."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.sources.findings import Finding
from tests.helpers.sources import Folder, write

K9 = "pavilions/k9.yaml"
TODAY = date(2026, 11, 24)
Change = Callable[[Folder], Any]


def found(tmp_path: Path, change: Change) -> list[Finding]:
    """What the check says of sources, which is what it says of the database built from them."""
    folder = write(tmp_path / "sources", change)
    build(folder, tmp_path / "content.db")
    told = [finding for finding in check(folder, TODAY) if "vocalised" not in finding.message]
    of_database = [finding for finding in check(tmp_path / "content.db", TODAY) if "vocalised" not in finding.message]
    assert {(f.field, f.message) for f in told} == {(f.field, f.message) for f in of_database}
    return told


def summary(**texts: str) -> Change:
    return lambda folder: folder[K9]["summary"].update(texts)


def word(ar: str, others: str) -> Change:
    return lambda folder: folder["interface.yaml"]["words"].update(x={"ar": ar, "fr": others, "en": others})


@pytest.mark.parametrize(
    ("change", "field", "what"),
    [
        (summary(fr="Same words", en="Same words"), "pavilion:k9 summary.en", "same in"),
        (word("خُذْ {n}", "Go {n}"), "word:x name.en", "same in"),
        (summary(ar="قبل 1 أغسطس", fr="avant le 1er août", en="before 1 August"), "pavilion:k9 summary.ar", "أغسطس"),
        (summary(ar="في كانون الثاني"), "pavilion:k9 summary.ar", "كانون الثاني"),
        (summary(ar="من شباط إلى"), "pavilion:k9 summary.ar", "شباط"),
        (summary(ar="وحزيران"), "pavilion:k9 summary.ar", "حزيران"),
        (summary(en="See www.example.com/phish"), "pavilion:k9 summary.en", "www.example.com"),
        (summary(en="Write to @dgsn_marocc"), "pavilion:k9 summary.en", "@dgsn_marocc"),
        (summary(en="See 192.168.1.10"), "pavilion:k9 summary.en", "192.168.1.10"),
        (summary(ar="في جويلية"), "pavilion:k9 summary.ar", "جويلية"),
        (summary(en="See dgsn.gov.ma"), "pavilion:k9 summary.en", "dgsn.gov.ma"),
        (summary(ar="على www.service-public.ma"), "pavilion:k9 summary.ar", "service-public.ma"),
        (lambda f: f["sites.yaml"]["sites"][0].update(url="https://www.dgsn.gov.ma"), "site:cnie url", "official"),
        (lambda f: f["sites.yaml"]["sites"][1].update(url="https://cnie.ma.example.com"), "site:old url", "official"),
        (lambda f: f[K9].update(checked_on="2031-01-01"), "pavilion:k9 checked_on", "2031-01-01 is after"),
        (lambda f: f["pavilions/k9.yaml"].update(checked_on=date(1, 1, 1)), "pavilion:k9 checked_on", "before the first day"),
        (lambda f: f["exhibition.yaml"].update(content_version="2099.01.01"), "exhibition:exhibition content_version", "to come"),
    ],
)  # fmt: skip
def test_it_is_named(tmp_path: Path, change: Change, field: str, what: str) -> None:
    told = [finding for finding in found(tmp_path, change) if what in finding.message]
    assert field in {finding.field for finding in told} and all(finding.mend for finding in told), told


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f["editions/edition_1.yaml"].update(city={"ar": "أَكَادِيرُ", "fr": "Agadir", "en": "Agadir"}),
        word("نُسْخَةُ {n}", "Version {n}"),
        word("نَارْسَا", "NARSA"),
        summary(en="Book on cnie.ma or www.passeport.ma, at 8.30 am, law 55.19."),
        summary(en="On concours.dgsn.gov.ma."),
        lambda f: f["exhibition.yaml"].update(content_version="2026.11.25"),
    ],
)
def test_names_shared_words_and_the_day_elsewhere_are_no_faults(tmp_path: Path, change: Change) -> None:
    assert [finding for finding in found(tmp_path, change) if "which is" not in finding.message] == []


def test_a_clock_that_may_be_wrong_accuses_nobody(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", lambda f: f["exhibition.yaml"].update(content_version="2099.01.01"))
    assert check(folder) == []
