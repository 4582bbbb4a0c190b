"""The Strict form of Open XML: the ordinary elements, under other names of their namespaces.

ISO/IEC 29500-1 names them `http://purl.oclc.org/ooxml/FAMILY/NAME`; the Transitional form
(29500-4), which Word writes unless told otherwise,
`http://schemas.openxmlformats.org/FAMILY/2006/NAME`.
Our code knows the second: a part of a Strict file is renamed when it is parsed, and renamed back
when it is written.
"""

from __future__ import annotations

import re

from lxml import etree

from clausetrack.ooxml.names import W_NS, Element
from clausetrack.xmlio import parse_xml

STRICT = "http://purl.oclc.org/ooxml/"

_TAG = re.compile(rb"<[A-Za-z_][^<>]*>")  # as lxml writes tags: no value holds < or >
_DECLARED = re.compile(
    rb'(?<=\s)(xmlns(?::[^\s=]+)?=")http://purl\.oclc\.org/ooxml/(\w+)/(\w+)(?=")'
)
_ORDINARY = re.compile(
    rb'(?<=\s)(xmlns(?::[^\s=]+)?=")http://schemas\.openxmlformats\.org/'
    rb'(wordprocessingml|officeDocument|drawingml|schemaLibrary)/2006/([\w-]+)(?=")'
)
#: The only names that are written in two ways.
_HYPHENS = {b"extendedProperties": b"extended-properties",
            b"customProperties": b"custom-properties"}  # fmt: skip
_JOINED = {ordinary: strict for strict, ordinary in _HYPHENS.items()}


def forms_in(root: Element) -> set[str]:
    """The names, one of each form, in which a part has elements of a document."""
    names = (W_NS, f"{STRICT}wordprocessingml/main")
    return {name for name in names if next(root.iter(f"{{{name}}}*"), None) is not None}


def to_ordinary(root: Element, what: str) -> Element:
    """The tree of a Strict part, `what` in messages, with the names of the Transitional form."""
    written = etree.tostring(root, encoding="UTF-8")
    form = b"http://schemas.openxmlformats.org/%s/2006/%s"
    changed = _renamed(written, _DECLARED, form, _HYPHENS)
    return root if changed == written else parse_xml(changed, what)


def to_strict(part: bytes) -> bytes:
    """A part that was written from such a tree, with the names of the Strict form again."""
    return _renamed(part, _ORDINARY, STRICT.encode() + b"%s/%s", _JOINED)


def _renamed(
    part: bytes, declared: re.Pattern[bytes], form: bytes, names: dict[bytes, bytes]
) -> bytes:
    def name(found: re.Match[bytes]) -> bytes:
        return found[1] + form % (found[2], names.get(found[3], found[3]))

    return _TAG.sub(lambda tag: declared.sub(name, tag[0]) if b"xmlns" in tag[0] else tag[0], part)
