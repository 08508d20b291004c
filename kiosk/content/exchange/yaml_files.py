"""Source files written by the program: a changed text changes its own lines and no others."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kiosk.content.sources.forms import Form, Text

Place = tuple[str | int, ...]
"""Keys and numbers that lead from the top of a file to a value in it."""
_NO_WRAPPING = 1 << 20


def _yaml() -> YAML:
    """The layout that the sources are written in."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _NO_WRAPPING
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), lambda writer, _: writer.represent_scalar("tag:yaml.org,2002:null", "null"))
    return yaml


def _dumped(yaml: YAML, value: Any) -> bytes:
    stream = BytesIO()
    yaml.dump(value, stream)
    return stream.getvalue()


def with_texts(content: bytes, texts: Iterable[tuple[Place, str]]) -> bytes:
    """A source file with some of its texts replaced or added; everything else keeps its layout.

    Args:
        content: the file as it is.
        texts: where each text stands, its language last, and the new words.
    """
    yaml = _yaml()
    document = yaml.load(content)
    for (*way, language), words in texts:
        target = document
        for key in way:
            target = target.setdefault(key, CommentedMap()) if isinstance(target, dict) else target[key]
        target[language] = DoubleQuotedScalarString(words)
    return _dumped(yaml, document)


def file_of(form: Form, languages: Sequence[str]) -> bytes:
    """A new source file that says what a form holds; what has its usual value is left out.

    Args:
        form: what stands in the file.
        languages: tags in the order that the texts are written in.
    """
    return _dumped(_yaml(), _plain(form, languages))


def _plain(value: Any, languages: Sequence[str]) -> Any:
    if isinstance(value, Text):
        return _quoted(value.shown, languages)
    if isinstance(value, Form):
        kept = {name: getattr(value, name) for name in type(value).model_fields if _is_said(value, name)}
        return CommentedMap({name: _plain(each, languages) for name, each in kept.items()})
    if isinstance(value, tuple):
        listed = CommentedSeq(_plain(each, languages) for each in value)
        if not any(isinstance(each, Form) for each in value):
            listed.fa.set_flow_style()
        return listed
    return str(value) if isinstance(value, str) else value


def _is_said(form: Form, name: str) -> bool:
    info = type(form).model_fields[name]
    return info.is_required() or getattr(form, name) != info.default


def _quoted(words: Mapping[str, str], languages: Sequence[str]) -> CommentedMap:
    order = {tag: place for place, tag in enumerate(languages)}
    tags = sorted(words, key=lambda tag: (order.get(tag, len(order)), tag))
    return CommentedMap({tag: DoubleQuotedScalarString(words[tag]) for tag in tags})
