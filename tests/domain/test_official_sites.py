"""Where a kiosk may send somebody: secure addresses of listed sites, whatever tricks an address plays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.official_sites import HOSTS, is_official, unofficial_hosts


@pytest.mark.parametrize(
    "url",
    ["https://www.cnie.ma", "https://cnie.ma/", "https://watiqa.ma/index.php?page=a&b=c", "https://plaintes.pmp.ma/fr/depot"],
)
def test_listed_addresses_are_official(url: str) -> None:
    assert is_official(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://www.cnie.ma",
        "https://www.dgsn.gov.ma",
        "https://dgsn.gov.ma",
        "https://www.service-public.ma",
        "https://cnie.ma.example.com",
        "https://example.com/cnie.ma",
        "https://cnie.ma@example.com",
        "https://example.com#cnie.ma",
        "https://example.com\\@cnie.ma",
        "https://cnie.ma:8443/",
        "https://user:pass@cnie.ma",
        "https://сnie.ma",
        "https://cnie.ma\r\nTEL:19",
        "https://cnie.ma/\n",
        "https://cnie.ma/\u202e",
        "javascript:alert(1)//cnie.ma",
        "HTTPS://cnie.ma",
        "https://",
        "",
    ],
)
def test_tricks_are_not(url: str) -> None:
    assert not is_official(url)


@given(st.text())
def test_whatever_follows_an_official_address_stays_on_the_site_and_in_one_line(rest: str) -> None:
    url = f"https://www.cnie.ma{rest}"
    assert not is_official(url) or (url.isprintable() and " " not in url and (not rest or rest[0] == "/"))


@pytest.mark.parametrize(
    ("words", "hosts"),
    [
        ("Sur cnie.ma, plaintes.pmp.ma et www.passeport.ma.", []),
        ("Law 55.19 of 8.30 am, 1.09.213. M. Alami", []),
        ("الأمن الوطني.. شرطة مواطنة على idarati.ma،", []),
        ("@DGSN_MAROC", []),
        ("see example.com/cnie.ma", ["example.com"]),
        ("على dgsn.gov.ma.", ["dgsn.gov.ma"]),
        ("https://WWW.EXAMPLE.COM", ["WWW.EXAMPLE.COM"]),
        ("sur 59/dot/ma", ["59/dot/ma"]),
        ("epolice dot ma, cnie (point) ma", ["epolice dot ma", "cnie (point) ma"]),
        ("على موقع نقطة كوم", ["موقع نقطة كوم"]),
        ("write to police@example.com", ["police@example.com"]),
        ("Au point de contrôle. On that point, come. في نقطة ما", []),
        ("not-cnie.ma, cnie.ma.example.org", ["not-cnie.ma", "cnie.ma.example.org"]),
    ],
)
def test_sites_named_in_words_are_found(words: str, hosts: list[str]) -> None:
    assert unofficial_hosts(words) == hosts


@given(st.sampled_from(sorted(HOSTS)), st.sampled_from(["", "www."]))
def test_every_listed_site_is_official(host: str, prefix: str) -> None:
    assert is_official(f"https://{prefix}{host}") and unofficial_hosts(f"sur {prefix}{host}.") == []
