"""Public services in a file of the Core Public Service Vocabulary: JSON-LD or Turtle."""

import json
import logging
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, SKOS, XSD
from rdflib.term import bind

from kiosk.content.exchange.form_graph import BASE, OURS, read_fields
from kiosk.content.exchange.public_services import CPSV, CV, ELI, add_lists, add_services, item_iri
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.loading import Sources
from kiosk.content.sources.services import ServiceSource
from kiosk.disk.files import contents_of
from kiosk.errors import SourceError

logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # what is odd in a file is told as a finding
for _costly in (RDF.HTML, RDF.XMLLiteral, XSD.decimal, XSD.duration, XSD.dayTimeDuration, XSD.yearMonthDuration):
    bind(_costly, str)  # else each is parsed as a document, however deep, or written out, however many figures 1e999999999 has
FORMATS = {".jsonld": "json-ld", ".ttl": "turtle"}
_WRITE = "write it as docs/content-authoring.md says"
_PREFIXES = {"jusur": OURS, "cv": CV, "cpsv": CPSV, "eli": ELI, "dct": DCTERMS, "foaf": FOAF, "skos": SKOS}


def _format(path: Path) -> str:
    try:
        return FORMATS[path.suffix]
    except KeyError as error:
        message = f"{path}: the name tells no format; end it in {' or '.join(FORMATS)}"
        raise SourceError(message) from error


def services_graph(loaded: Sources) -> Graph:
    """All public services of a folder of sources, and everything they name."""
    graph = Graph()
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    add_services(graph, loaded.of(ServiceSource), loaded.organisation.id if loaded.organisation else "")
    add_lists(graph, loaded)
    return graph


def serialized(loaded: Sources, path: Path) -> bytes:
    """The file's bytes, the same on every machine, in the format its name tells.

    Raises:
        SourceError: its name tells no format.
    """
    graph, kind = services_graph(loaded), _format(path)
    if kind == "turtle":
        return graph.serialize(format=kind, encoding="utf-8")
    context = {prefix: str(namespace) for prefix, namespace in _PREFIXES.items()}
    document = json.loads(graph.serialize(format=kind, context=context, auto_compact=False, sort_keys=True))
    document["@graph"].sort(key=lambda node: node["@id"])
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def read_services(path: Path) -> tuple[list[ServiceSource], list[Finding]]:
    """The services of a file, and what is wrong with it; a file with findings must not be used.

    Raises:
        SourceError: the file cannot be read at all.
    """
    graph, services, findings = _parsed(path), list[ServiceSource](), list[Finding]()
    for node in sorted(map(str, graph.subjects(RDF.type, CPSV.PublicService))):
        try:
            service = ServiceSource.model_validate(read_fields(graph, URIRef(node), ServiceSource))
        except ValidationError as error:
            findings += [Finding(path.name, _where(node, problem["loc"]), problem["msg"], _WRITE) for problem in error.errors()]
            continue
        services.append(service)
        if node != str(item_iri("service", service.id)):
            findings.append(
                Finding(path.name, node, f"is not named {item_iri('service', service.id)}", "name it after its identifier")
            )
    if not services and not findings:
        findings.append(Finding(path.name, "file", "holds no public service", "export one with `kiosk content export`"))
    return services, findings or list(_lost(path, graph, services))


def _where(node: str, field: tuple[int | str, ...]) -> str:
    return f"{node.removeprefix(BASE)} {'.'.join(map(str, field))}"


def _parsed(path: Path) -> Graph:
    kind = _format(path)
    try:
        text = contents_of(path).decode("utf-8-sig")
        fetches = kind == "json-ld" and _asks_elsewhere(json.loads(text))
        graph = Graph() if fetches else Graph().parse(data=text, format=kind)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); name a file that exists"
        raise SourceError(message) from error
    except Exception as error:  # the parsers raise whatever they stumble on
        message = f"{path}: is not {kind} ({' '.join(str(error).split())[:200]}); export it again"
        raise SourceError(message) from error
    if fetches:
        message = f"{path}: names a context that stands elsewhere; write the context into the file"
        raise SourceError(message)
    return graph


def _asks_elsewhere(value: Any) -> bool:
    """Whether JSON-LD would have the parser fetch a context from the network or the disk."""
    if isinstance(value, list):
        return any(map(_asks_elsewhere, value))
    if not isinstance(value, Mapping):
        return False
    contexts = value.get("@context", [])
    listed = contexts if isinstance(contexts, list) else [contexts]
    return "@import" in value or any(isinstance(each, str) for each in listed) or any(map(_asks_elsewhere, value.values()))


def _lost(path: Path, graph: Graph, services: list[ServiceSource]) -> list[Finding]:
    """Whatever the file says of its services that our sources have no place for."""
    kept = Graph()
    authorities = Counter(str(node).rpartition(":")[2] for node in graph.objects(None, CV.hasCompetentAuthority))
    del authorities["state"]
    add_services(kept, services, authorities.most_common(1)[0][0] if authorities else "")
    known = {_comparable(triple) for triple in kept}
    said = [triple for triple in graph if str(triple[0]).startswith(item_iri("service", "")) and not isinstance(triple[2], BNode)]
    unknown = sorted(triple for triple in map(_comparable, said) if triple not in known)
    mend = "remove it, or write it into the sources by hand"
    return [Finding(path.name, s.removeprefix(BASE), f"{p} {o[:60]!r} has no place in the sources", mend) for s, p, o in unknown]


def _comparable(triple: tuple[Any, ...]) -> tuple[str, str, str]:
    subject, prop, value = triple
    if isinstance(value, Literal):
        return str(subject), str(prop), f"{value.toPython() if value.language is None else value!s}@{value.language or ''}"
    return str(subject), str(prop), str(value)
