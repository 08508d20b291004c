"""Source forms as statements of a graph and back: every field, whatever fields a form comes to have."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from kiosk.content.sources import services as src
from kiosk.content.sources.forms import Form, StatementSource, Text
from kiosk.errors import SourceError

BASE = "urn:jusur:"
"""What identifiers begin with: the exhibition owns no internet name that would outlive it."""
OURS = Namespace(f"{BASE}term:")
_STANDARD: Mapping[tuple[type[Form], str], URIRef] = {
    (src.ServiceSource, "name"): DCTERMS.title,
    (src.ServiceSource, "summary"): DCTERMS.description,
    (StatementSource, "text"): DCTERMS.title,
    (src.SituationSource, "name"): DCTERMS.title,
    (src.SituationSource, "applies_to"): DCTERMS.description,
    (src.CostSource, "condition"): DCTERMS.description,
    (src.ChannelSource, "text"): DCTERMS.description,
}
"""Texts with a place in the standard; every other field stands under our own term of its name."""


def term(model: type[Form], field: str) -> URIRef:
    """The property a field is written as."""
    return DCTERMS.identifier if field == "id" else _STANDARD.get((model, field), OURS[field])


def children(node: URIRef, field: str, forms: tuple[Form, ...]) -> list[URIRef]:
    """The names of the forms in a list of a form: by their identifiers, else their numbers."""
    return [URIRef(f"{node}/{field}/{getattr(form, 'id', number)}") for number, form in enumerate(forms, 1)]


def describe(graph: Graph, node: URIRef, form: Form) -> None:
    """Say everything a form holds."""
    for name, info in type(form).model_fields.items():
        value, prop = getattr(form, name), term(type(form), name)
        if name == "id":
            graph.add((node, prop, Literal(str(node).removeprefix(BASE))))
        elif isinstance(value, Text):
            _add_text(graph, node, prop, value)
        elif isinstance(value, Form):
            graph.add((node, prop, URIRef(f"{node}/{name}")))
            describe(graph, URIRef(f"{node}/{name}"), value)
        elif isinstance(value, tuple):
            if value or info.is_required():
                _add_list(graph, node, name, value)
        elif value is not None:
            graph.add((node, prop, _literal(value)))


def _add_text(graph: Graph, node: URIRef, prop: URIRef, text: Text) -> None:
    for tag, words in text.shown.items():
        graph.add((node, prop, Literal(words, lang=tag)))


def _add_list(graph: Graph, node: URIRef, name: str, values: tuple[Any, ...]) -> None:
    """A list keeps the order, which the standard's own properties do not."""
    forms = all(isinstance(value, Form) for value in values)
    members: list[Node] = [*children(node, name, values)] if forms else [_literal(value) for value in values]
    head = BNode() if members else RDF.nil
    Collection(graph, head, members)
    graph.add((node, OURS[name], head))
    if forms:
        for child, form in zip(members, values, strict=True):
            describe(graph, URIRef(str(child)), form)


def _literal(value: object) -> Literal:
    if isinstance(value, Mapping):
        return Literal(json.dumps(value, ensure_ascii=False, sort_keys=True), datatype=RDF.JSON)
    return Literal(str(value) if isinstance(value, str) else value)


def form_in(annotation: Any) -> type[Form] | None:
    """The form that the values of a field are, or are lists of."""
    if isinstance(annotation, type) and issubclass(annotation, Form):
        return annotation
    return next((form for part in get_args(annotation) if (form := form_in(part))), None)


def read_fields(graph: Graph, node: URIRef, model: type[Form]) -> dict[str, Any]:
    """What a graph says about a form, for the form itself to judge.

    Raises:
        SourceError: a field is there twice, or a list is broken.
    """
    found = {}
    for name, info in model.model_fields.items():
        value = _read(graph, node, name, term(model, name), form_in(info.annotation))
        if value is not None:
            found[name] = value
    return found


def _read(graph: Graph, node: URIRef, name: str, prop: URIRef, form: type[Form] | None) -> Any:
    if form is Text:
        return _read_text(graph, node, name, prop)
    values = list(graph.objects(node, prop))
    if len(values) > 1:
        message = f"{node}: {name} is there {len(values)} times; leave one"
        raise SourceError(message)
    for value in values:
        if name == "id":
            return str(value).replace(":", "/").rpartition("/")[2]
        if value == RDF.nil or (value, RDF.first, None) in graph:
            return [_read_value(graph, member, form) for member in _members(graph, node, name, value)]
        return _read_value(graph, value, form)
    return None


def _read_text(graph: Graph, node: URIRef, name: str, prop: URIRef) -> dict[str, Any] | None:
    return dict(_words(graph, node, name, prop)) or None


def _words(graph: Graph, node: URIRef, name: str, prop: URIRef) -> Iterator[tuple[str, str]]:
    seen = set[str]()
    for value in graph.objects(node, prop):
        tag = getattr(value, "language", None)
        if tag is None or tag in seen:
            message = f"{node}: {name} needs one text in each language, {str(value)[:40]!r} is one too many; mark or remove it"
            raise SourceError(message)
        seen.add(tag)
        yield _written(tag), str(value)


def _written(tag: str) -> str:
    """A language tag in its usual letters (RFC 5646, 2.1.1): a graph has them all small."""
    first, *rest = tag.split("-")
    usual = {2: str.upper, 4: str.title}
    return "-".join((first, *(usual.get(len(part), str)(part) for part in rest)))


def _members(graph: Graph, node: URIRef, name: str, head: Node) -> list[Node]:
    try:
        return list(graph.items(head))
    except ValueError as error:
        message = f"{node}: {name} is a list that leads back into itself; export it again"
        raise SourceError(message) from error


def _read_value(graph: Graph, value: Node, form: type[Form] | None) -> Any:
    if form is not None:
        return read_fields(graph, URIRef(str(value)), form)
    if isinstance(value, Literal) and value.datatype == RDF.JSON:
        return json.loads(str(value))
    return value.toPython() if isinstance(value, Literal) else str(value)
