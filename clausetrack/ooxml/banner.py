"""A banner over every page: a paragraph at the top of every header, which is made where missing."""

from __future__ import annotations

from lxml import etree

from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import R_NS, W_NS, Element, local, make, w
from clausetrack.ooxml.package import Package, add_part, relationships, to_bytes
from clausetrack.ooxml.running import tells_even
from clausetrack.ooxml.text import is_on

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_KIND = f"{R_NS}/header"
_COLOUR = "C00000"


def with_banner(package: Package, text: str) -> Package:
    """The package with `text` over every page, whatever header its sections show."""
    headers = [link.target for link in relationships(package, package.document)
               if link.type == _KIND and link.target in package.parts]  # fmt: skip
    changed = {}
    for part in dict.fromkeys(headers):
        root = package.xml(part)
        root.insert(0, _paragraph(text))
        changed[part] = to_bytes(root)
    package = package.changed(changed)
    root = package.xml(package.document)
    sections = [node for node in root.iter(w("sectPr")) if not _is_recorded(node)]
    body = root.find(w("body"))
    if not sections and body is not None:
        sections = [make("sectPr")]
        body.append(sections[0])
    if not sections:
        return package
    first = sections[0]
    has = {node.get(w("type")) for node in first.findall(w("headerReference"))}
    missing = [kind for kind in _shown(package, sections) if kind not in has]
    for kind in missing:
        header = etree.Element(w("hdr"), nsmap={"w": W_NS, "r": R_NS})
        header.append(_paragraph(text))
        part = next(name for name in (f"word/header{n}.xml" for n in range(1, 999))
                    if name not in package.parts)  # fmt: skip
        package = add_part(package, package.document, part, to_bytes(header), _TYPE, _KIND)
        identity = next(link.id for link in relationships(package, package.document)
                        if link.target == part)  # fmt: skip
        reference = make("headerReference", type=kind)
        reference.set(f"{{{R_NS}}}id", identity)
        first.insert(0, reference)  # references open a section's settings
    return package.changed({package.document: to_bytes(root)}) if missing else package


def _is_recorded(section: Element) -> bool:
    """Is it the former state of a tracked change?"""
    parent = section.getparent()
    return parent is not None and local(parent) == "sectPrChange"


def _shown(package: Package, sections: list[Element]) -> list[str]:
    """The types of header that some page shows."""
    shown = ["default"]
    if any(is_on(section, "titlePg") for section in sections):
        shown.append("first")
    return [*shown, "even"] if tells_even(package) else shown


def _paragraph(text: str) -> Element:
    sides = (make(side, val="single", sz="8", space="1", color=_COLOUR)
             for side in ("top", "left", "bottom", "right"))  # fmt: skip
    settings = make("pPr", make("pBdr", *sides), make("jc", val="center"))
    look = make("rPr", make("b"), make("color", val=_COLOUR), make("sz", val="16"))
    return make("p", settings, new_run(text, look))
