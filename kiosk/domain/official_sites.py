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
_ADDRESS = re.compile(r"https://[a-z0-9.-]+(/[\w./~%?=&,+-]*)?", re.ASCII)
_NAMED = re.compile(r"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+[a-z]{2,24})(?![\w-])", re.ASCII | re.IGNORECASE)
_BESIDE = r"[\s/\\_()\[\]«»“”‘’.-]{0,3}"
_SPELLED = re.compile(rf"[\w-]+{_BESIDE}(?:dot|point|نقطة|دوت){_BESIDE}(?:ma|com|net|org|gov|كوم|نت)(?![\w-])", re.IGNORECASE)
"""An address in words: `epolice dot ma`. Where "point" is a word of the text, another word follows it."""
_MAIL = re.compile(r"[\w.+-]+ ?@ ?[\w-]+\.[\w.-]+")


def is_official(url: str) -> bool:
    """Whether an address is a secure one on a site of the list, with nothing in it that hides where it leads."""
    return bool(_ADDRESS.fullmatch(url)) and _listed(urlsplit(url).hostname or "")


def unofficial_hosts(words: str) -> list[str]:
    """Sites that a text names and the list does not hold, mail addresses, and sites that are spelled, whichever they are."""
    spelled = [found[0] for pattern in (_SPELLED, _MAIL) for found in pattern.finditer(words)]
    return spelled + [host for host in _NAMED.findall(words) if not _listed(host.lower())]


def _listed(host: str) -> bool:
    return host.removeprefix("www.") in HOSTS
