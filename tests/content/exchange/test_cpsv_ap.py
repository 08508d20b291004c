"""Public services go out as CPSV-AP, valid by its shapes, and come back as they were."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from kiosk.cli.places import SOURCES
from kiosk.config import ROOT
from kiosk.content.exchange.cpsv_ap import read_services, serialized, services_graph
from kiosk.content.exchange.intake import import_services
from kiosk.content.exchange.public_services import CPSV, CV
from kiosk.content.rows.all_rows import all_rows
from kiosk.content.sources.loading import load_valid_sources
from kiosk.content.sources.services import ServiceSource
from kiosk.errors import SourceError
from tests.helpers.sources import fact, words, write

SHAPES = Path(__file__).parent / "cpsv_ap_shapes.ttl"
OFFICIAL = os.environ.get("JUSUR_CPSV_AP_SHAPES")
FILES = ["services.ttl", "services.jsonld"]
SERVICE = URIRef("urn:jusur:service:cnie")


def rich(folder: dict) -> None:
    """A service that makes use of every field."""
    service = folder["services/cnie.yaml"]
    service["situations"] += [
        {"id": "loss", "name": words("loss"), "applies_to": words("all"), "evidence": [], "adds_to": "first", "confirm": True,
         "urgent": True,
         "notes": [{**fact("note"), "confirm": True, "checked_on": "2025-01-02"}, {"text": words("come"), "guidance": True}]}
    ]  # fmt: skip
    service["costs"] += [{**service["costs"][0], "id": "child", "situations": ["loss", "first"], "confirm": True}]
    service["processing_time"] = {"duration": "PT24H", "statements": [fact("quick")]}
    service["channels"] += [{"id": "phone", "type": "telephone", "number": "19", "text": words("call"), "sources": ["S1"]}]
    service["channels"] += [
        {"id": "desk", "type": "desk", "place": {"latitude": 33.5912, "longitude": -7.60361}, "text": words("go")}
    ]
    service["not_applicable"] = ["cost", "delay"]
    service["summary"]["zgh-Tfng-MA"] = "ⵜⴰⴽⴰⵕⴹⴰ"
    service |= {name: [fact(name), fact(f"{name} two")] for name in ("validity", "legal", "steps", "penalties", "good_to_know")}


def exported(folder: Path, name: str, change=lambda text: text) -> Path:
    path = folder / name
    path.write_text(change(serialized(load_valid_sources(folder / "sources"), path).decode()), encoding="utf-8")
    return path


@cache
def rules(shapes: str) -> Graph:
    """The shapes of a file, read once."""
    return Graph().parse(shapes)


def violations(graph: Graph, shapes: str) -> str:
    conforms, _, report = pyshacl.validate(graph, shacl_graph=rules(shapes))
    return "" if conforms else report


@pytest.mark.parametrize("shapes", [str(SHAPES), *filter(None, [OFFICIAL])])
def test_the_committed_services_break_no_rule_of_the_standard(tmp_path: Path, shapes: str) -> None:
    for name in FILES:
        path = tmp_path / name
        path.write_bytes(serialized(load_valid_sources(SOURCES), path))
        graph = Graph().parse(path)
        assert violations(graph, shapes) == ""
        assert len(set(graph.subjects(RDF.type, CPSV.PublicService))) == 16
        for kind in ("PublicOrganisation", "Requirement", "EvidenceType", "Cost", "Channel", "ContactPoint", "Output", "LifeEvent"):
            nodes = set(graph.subjects(RDF.type, CV[kind]))
            assert nodes, kind
        assert {o.language for o in graph.objects(SERVICE, DCTERMS.title)} == {"ar", "fr", "en"}


@pytest.mark.parametrize("shapes", [str(SHAPES), *filter(None, [OFFICIAL])])
@pytest.mark.parametrize(
    ("prop", "value"),
    [
        (DCTERMS.title, None),
        (DCTERMS.description, Literal("no language")),
        (CV.hasCompetentAuthority, None),
        (DCTERMS.identifier, Literal("a second one")),
        (CV.hasCost, URIRef("urn:jusur:nothing")),
    ],
)
def test_the_shapes_notice_what_is_missing(tmp_path: Path, shapes: str, prop: URIRef, value: Literal | None) -> None:
    graph = services_graph(load_valid_sources(write(tmp_path)))
    graph.remove((SERVICE, prop, None)) if value is None else graph.add((SERVICE, prop, value))
    assert str(SERVICE) in violations(graph, shapes)


@pytest.mark.by_hand
def test_the_committed_services_come_back_as_the_same_rows(tmp_path: Path) -> None:
    path, fresh = tmp_path / "services.jsonld", tmp_path / "fresh"
    path.write_bytes(serialized(load_valid_sources(SOURCES), path))
    for source in filter(Path.is_file, SOURCES.rglob("*")):
        if source.parent.name != "services":
            copy = fresh / source.relative_to(SOURCES)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
    changed, findings = import_services(path, fresh, dry_run=False)
    assert (len(changed), findings) == (16, [])
    assert all_rows(load_valid_sources(fresh), "").tables == all_rows(load_valid_sources(SOURCES), "").tables


@pytest.mark.parametrize("name", FILES)
def test_every_field_comes_back(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "sources", rich)
    services, findings = read_services(exported(tmp_path, name))
    assert findings == []
    assert services == load_valid_sources(folder).of(ServiceSource)
    assert import_services(tmp_path / name, folder, dry_run=False) == ([], [])


@pytest.mark.parametrize("name", FILES)
def test_the_same_sources_make_the_same_bytes(tmp_path: Path, name: str) -> None:
    write(tmp_path / "sources", rich)
    code = "import sys; from kiosk.cli import main; sys.exit(main())"
    made = []
    for seed in ("1", "2"):
        command = ["content", "export", str(tmp_path / "sources"), "--format", "cpsv-ap", "--out", str(tmp_path / name)]
        environment = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, *command], env=environment, check=True, capture_output=True)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_an_authority_is_named_for_services_of_others(tmp_path: Path) -> None:
    def authorities(competence: str) -> set[str]:
        folder = write(tmp_path / competence, lambda f: f["services/cnie.yaml"].update(competence=competence))
        graph = services_graph(load_valid_sources(folder))
        return {str(node).rpartition(":")[2] for node in graph.objects(SERVICE, CV.hasCompetentAuthority)}

    assert authorities("police") == {"dgsn"}
    assert authorities("shared") == {"dgsn", "state"}
    assert authorities("other") == {"state"}


def test_papers_of_a_situation_hold_those_it_adds_to(tmp_path: Path) -> None:
    graph = services_graph(load_valid_sources(write(tmp_path, rich)))
    papers = URIRef(f"{SERVICE}/situations/loss/papers")
    assert set(graph.objects(papers, CV.specifiesEvidenceType)) == {URIRef("urn:jusur:document:photos4")}


@settings(max_examples=10, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip), st.sampled_from(FILES))
def test_any_words_come_back(words: str, name: str) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder) / "sources", lambda f: f["services/cnie.yaml"]["name"].update(fr=words))
        services, findings = read_services(exported(Path(folder), name))
    assert (findings, services[0].name.shown["fr"]) == ([], words)


BAD_TURTLE = {
    "a second authority": (
        lambda t: re.sub("(cv:hasCompetentAuthority) <", r"\1 <urn:jusur:organisation:other>, <", t),
        "no place in",
    ),
    "an unknown property": (
        lambda t: t.replace("a cpsv:PublicService ;", 'a cpsv:PublicService ; dct:subject "x" ;'),
        "no place in",
    ),
    "a language twice": (
        lambda t: t.replace('"cnie fr"@fr', '"cnie fr"@fr, "encore"@fr'),
        "'encore' is one too many|'cnie fr' is one",
    ),
    "a text without language": (lambda t: t.replace('"cnie fr"@fr', '"cnie fr"'), "'cnie fr' is one too many"),
    "no rank": (lambda t: t.replace("jusur:rank 1", "jusur:rang 1"), "Field required"),
    "a rank twice": (lambda t: t.replace("jusur:rank 1", "jusur:rank 1, 2"), "rank is there 2 times"),
    "a rank in words": (lambda t: t.replace("jusur:rank 1", 'jusur:rank "first"'), "valid integer"),
    "another name": (lambda t: t.replace("urn:jusur:service:cnie> a", "urn:x:cnie> a"), "is not named urn:jusur:service:cnie"),
    "nothing in it": (lambda _: "", "holds no public service"),
    "no Turtle": (lambda _: "id: cnie", "is not turtle"),
    "two truths": (lambda t: t.replace('"identity"', '"party"'), "life_event:identity' has no place"),
    "an unknown life event": (lambda t: t.replace('"identity"', '"party"').replace(":identity>", ":party>"), "does not exist"),
}


@pytest.mark.parametrize(("change", "what"), BAD_TURTLE.values(), ids=BAD_TURTLE)
def test_a_file_that_would_lose_something_is_refused_and_nothing_is_written(tmp_path: Path, change, what: str) -> None:
    folder = write(tmp_path / "sources", lambda f: f["services/cnie.yaml"].update(rank=1))
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    path = exported(tmp_path, "services.ttl", change)
    try:
        _, findings = import_services(path, folder, dry_run=False)
        said = "\n".join(map(str, findings))
    except SourceError as error:
        said = str(error)
    assert re.search(what, said), said
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update({"@context": "https://example.org/context.jsonld"}),
        lambda d: d.update({"@context": [d["@context"], "/etc/passwd"]}),
        lambda d: d["@context"].update(x={"@id": "urn:x", "@context": "https://example.org/y"}),
        lambda d: d["@context"].update({"@import": "https://example.org/y"}),
    ],
)
def test_a_file_cannot_make_the_program_fetch_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change) -> None:
    def altered(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    write(tmp_path / "sources")
    path = exported(tmp_path, "services.jsonld", altered)
    monkeypatch.setattr("rdflib.plugins.shared.jsonld.context.source_to_json", lambda *_a, **_k: pytest.fail("fetched"))
    with pytest.raises(SourceError, match="stands elsewhere"):
        read_services(path)


@pytest.mark.parametrize(("name", "text"), [("a.jsonld", "{"), ("a.jsonld", "[" * 100_000), ("a.ttl", "\ud800"), ("a.xml", "")])
def test_what_is_no_graph_is_said_in_one_line(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_bytes(text.encode(errors="surrogatepass"))
    with pytest.raises(SourceError, match=r"is not (json-ld|turtle)|tells no format") as caught:
        read_services(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_foreign_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="name a file that exists"):
        read_services(tmp_path / "none.ttl")


@pytest.mark.parametrize("kind", ["HTML", "XMLLiteral"])
def test_markup_in_a_file_is_read_as_words_however_deep_it_goes(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "deep.ttl"
    datatype = f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#{kind}>"
    path.write_text(f'<http://a/x> <http://a/y> "{"<b>" * 200_000}"^^{datatype} .', encoding="utf-8")
    services, findings = read_services(path)
    assert (services, [finding.message for finding in findings]) == ([], ["holds no public service"])


@pytest.mark.parametrize("value", ['"1e999999999"^^xsd:decimal', '"P999999999Y"^^xsd:duration', '"9999-99-99"^^xsd:date'])
def test_a_value_that_stands_for_more_than_memory_holds_is_words(tmp_path: Path, value: str) -> None:
    """Behind a byte order mark, as some editors leave one."""
    path = tmp_path / "large.ttl"
    text = f"@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <http://a/x> <http://a/y> {value} ."
    path.write_text(text, encoding="utf-8-sig")
    services, findings = read_services(path)
    assert (services, [finding.message for finding in findings]) == ([], ["holds no public service"])
