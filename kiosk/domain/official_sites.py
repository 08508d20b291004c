"""The sites of public bodies that content may name: the kiosk sends nobody anywhere else, whatever a database says."""

import re
from urllib.parse import urlsplit

HOSTS = frozenset(
    {
        "2511.ma",
        "amendes.justice.gov.ma",
        "casierjudiciaire.justice.gov.ma",
        "cnie.ma",
        "concours.dgsn.gov.ma",
        "consulat.ma",
        "e-blagh.ma",
        "epolice.ma",
        "idarati.ma",
        "narsa-securiteroutiere.ma",
        "passeport.ma",
        "plaintes.pmp.ma",
        "watiqa.ma",
    }
)
"""Without `www.`. Neither the DGSN's own site nor service-public.ma is here: the first is not confirmed, the other superseded."""
HANDLES = frozenset({"dgsn_maroc"})
"""Accounts of public bodies on social sites, in small letters."""
_ADDRESS = re.compile(r"https://[a-z0-9.-]+(/[\w./~%?=&,+-]*)?", re.ASCII)
_NAMED = re.compile(r"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+[a-z]{2,24})(?![\w-])", re.ASCII | re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.+-])@(\w{2,})")
_MACHINE = re.compile(r"(?<![\d.])(?!\d{1,3}(?:\.\d{3}){3}(?!\d))(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)")
"""The number of a machine in a network; thousands are in threes."""
_BESIDE = r"[\s/\\_()\[\]«»“”‘’.-]{0,3}"
_SPELLED = re.compile(rf"[\w-]+{_BESIDE}(?:dot|point|نقطة|دوت){_BESIDE}(?:ma|com|net|org|gov|كوم|نت)(?![\w-])", re.IGNORECASE)
"""An address in words: `epolice dot ma`. Where "point" is a word of the text, another word follows it."""
_MAIL = re.compile(r"[\w.+-]+ ?@ ?[\w-]+\.[\w.-]+")


def is_official(url: str) -> bool:
    """Whether an address is a secure one on a site of the list, with nothing in it that hides where it leads."""
    return bool(_ADDRESS.fullmatch(url)) and _listed(urlsplit(url).hostname or "")


def unofficial_hosts(words: str) -> list[str]:
    """Sites and accounts that a text names and the lists do not hold; and mail, machines and sites that are spelled, whichever."""
    spelled = [found[0] for pattern in (_SPELLED, _MAIL, _MACHINE) for found in pattern.finditer(words)]
    spelled += [found[0] for found in _HANDLE.finditer(words) if found[1].lower() not in HANDLES]
    return spelled + [host for host in _NAMED.findall(words) if not _listed(host.lower())]


def _listed(host: str) -> bool:
    return host.removeprefix("www.") in HOSTS
