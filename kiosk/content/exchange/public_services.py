"""What CPSV-AP 3.2.0 says of a public service, beside what our own forms say."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from rdflib import RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF

from kiosk.content.exchange.form_graph import BASE, OURS, children, describe
from kiosk.content.sources import services as src
from kiosk.content.sources.forms import Form, StatementSource, Text
from kiosk.content.sources.loading import Sources
from kiosk.domain.public_service import Competence

CV = Namespace("http://data.europa.eu/m8g/")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
COUNTRY = URIRef(f"{_AUTHORITY}country/MAR")
_LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"
_STATE = URIRef(f"{BASE}organisation:state")
"""Who answers for what the police does not, or not alone."""
_PARTS: Mapping[str, tuple[URIRef, URIRef]] = {
    "requirements": (CV.holdsRequirement, CV.Requirement),
    "situations": (CV.holdsRequirement, CV.Requirement),
    "costs": (CV.hasCost, CV.Cost),
    "channels": (CV.hasChannel, CV.Channel),
    "legal": (CV.hasLegalResource, ELI.LegalResource),
    "steps": (CPSV.follows, CPSV.Rule),
}
"""Fields of a service that are parts of their own in the standard: the property and the class."""


def item_iri(kind: str, identifier: str) -> URIRef:
    """The name of an item in the graph."""
    return URIRef(f"{BASE}{kind}:{quote(identifier)}")


def _texts(graph: Graph, node: URIRef, prop: URIRef, text: Text) -> None:
    for tag, words in text.shown.items():
        graph.add((node, prop, Literal(words, lang=tag)))


def _typed(graph: Graph, node: URIRef, *classes: URIRef) -> URIRef:
    for kind in classes:
        graph.add((node, RDF.type, kind))
    graph.set((node, DCTERMS.identifier, Literal(str(node).removeprefix(BASE))))
    return node


def add_services(graph: Graph, services: Iterable[src.ServiceSource], organisation: str) -> None:
    """Public services with their parts; whatever they name besides themselves is described by `add_lists`."""
    for service in services:
        node = _typed(graph, item_iri("service", service.id), CPSV.PublicService)
        describe(graph, node, service)
        _add_ties(graph, node, service, organisation)
        for field, (prop, kind) in _PARTS.items():
            forms = getattr(service, field)
            for child, form in zip(children(node, field, forms), forms, strict=True):
                graph.add((node, prop, _typed(graph, child, kind)))
                _add_part(graph, node, child, form, service)


def _add_ties(graph: Graph, node: URIRef, service: src.ServiceSource, organisation: str) -> None:
    graph.add((node, CPSV.produces, _typed(graph, URIRef(f"{node}/output"), CV.Output)))
    graph.add((node, DCTERMS.spatial, COUNTRY))
    if service.competence is not Competence.OTHER:
        graph.add((node, CV.hasCompetentAuthority, item_iri("organisation", organisation)))
    if service.competence is not Competence.POLICE:
        graph.add((node, CV.hasCompetentAuthority, _STATE))
    for life_event in service.life_events:
        graph.add((node, CV.isGroupedBy, item_iri("life_event", life_event)))
    for audience in service.audiences:
        graph.add((node, DCTERMS.audience, item_iri("audience", audience)))
    for paper in dict.fromkeys(paper for case in service.situations for paper in case.evidence):
        graph.add((node, CV.hasInputType, item_iri("document", paper)))
    for tag in service.name.shown:
        graph.add((node, DCTERMS.language, URIRef(_LANGUAGES + tag.partition("-")[0])))
    if service.processing_time.duration:
        graph.add((node, CV.processingTime, Literal(service.processing_time.duration, datatype=XSD.duration)))


def _add_part(graph: Graph, node: URIRef, child: URIRef, form: Form, service: src.ServiceSource) -> None:
    for source in getattr(form, "sources", ()):
        graph.add((child, DCTERMS.source, item_iri("source", source)))
    match form:
        case StatementSource():
            _texts(graph, child, DCTERMS.description, form.text)
        case src.SituationSource():
            papers = _typed(graph, URIRef(f"{child}/papers"), CV.EvidenceTypeList)
            graph.add((child, CV.hasEvidenceTypeList, papers))
            for paper in _papers(service, form.id):
                graph.add((papers, CV.specifiesEvidenceType, item_iri("document", paper)))
        case src.CostSource():
            graph.add((child, CV.hasValue, Literal(float(form.amount))))
            graph.add((child, CV.currency, URIRef(f"{_AUTHORITY}currency/{form.currency}")))
        case src.ChannelSource():
            graph.add((child, DCTERMS.type, item_iri("channel_type", form.type)))
            _add_contact(graph, node, child, form)


def _papers(service: src.ServiceSource, case: str | None) -> dict[str, None]:
    """The papers of a situation with those of the situations it adds to, each once."""
    found: dict[str, None] = {}
    cases, seen = {each.id: each for each in service.situations}, set[str]()
    while case in cases and case not in seen:
        seen.add(case)
        found = dict.fromkeys((*cases[case].evidence, *found))
        case = cases[case].adds_to
    return found


def _add_contact(graph: Graph, node: URIRef, child: URIRef, channel: src.ChannelSource) -> None:
    if channel.number is None and channel.site is None:
        return
    contact = _typed(graph, URIRef(f"{child}/contact"), CV.ContactPoint)
    graph.add((node, CV.contactPoint, contact))
    if channel.number is not None:
        graph.add((contact, CV.telephone, Literal(channel.number)))
    if channel.site is not None:
        graph.add((contact, CV.contactPage, item_iri("site", channel.site)))


def add_lists(graph: Graph, loaded: Sources) -> None:
    """What services name: authorities, papers, life events, audiences, sites, sources and codes of the standard."""
    _add_authorities(graph, loaded)
    for document in loaded.documents:
        node = _typed(graph, item_iri("document", document.id), CV.EvidenceType)
        _texts(graph, node, DCTERMS.title, document.name)
        _texts(graph, node, DCTERMS.description, document.description)
    for event in loaded.life_events:
        node = _typed(graph, item_iri("life_event", event.id), CV.LifeEvent, CV.Event)
        _texts(graph, node, DCTERMS.title, event.name)
        _texts(graph, node, DCTERMS.description, event.summary)
    for audience in loaded.audiences:
        _texts(graph, _typed(graph, item_iri("audience", audience.id), SKOS.Concept), SKOS.prefLabel, audience.name)
    for site in loaded.sites:
        node = _typed(graph, item_iri("site", site.id), FOAF.Document)
        _texts(graph, node, DCTERMS.title, site.name)
        graph.add((node, OURS.url, Literal(site.url, datatype=XSD.anyURI)))
    for source in loaded.sources:
        node = _typed(graph, item_iri("source", source.id), FOAF.Document)
        graph.add((node, DCTERMS.title, Literal(source.title)))
        graph.add((node, OURS.publisher, Literal(source.publisher)))
    _add_codes(graph)


def _add_authorities(graph: Graph, loaded: Sources) -> None:
    if loaded.organisation is not None:
        node = _typed(graph, item_iri("organisation", loaded.organisation.id), CV.PublicOrganisation)
        _texts(graph, node, SKOS.prefLabel, loaded.organisation.name)
        graph.add((node, DCTERMS.spatial, COUNTRY))
    if "country" in loaded.words:
        _texts(graph, _typed(graph, _STATE, CV.PublicOrganisation), SKOS.prefLabel, loaded.words["country"])
        graph.add((_STATE, DCTERMS.spatial, COUNTRY))


def _add_codes(graph: Graph) -> None:
    """The codes of the standard's lists that were named, each with its class."""
    classes = ((DCTERMS.spatial, DCTERMS.Location), (DCTERMS.language, DCTERMS.LinguisticSystem))
    for prop, kind in (*classes, (CV.currency, SKOS.Concept), (DCTERMS.type, SKOS.Concept)):
        for code in list(dict.fromkeys(graph.objects(None, prop))):
            graph.add((code, RDF.type, kind))
