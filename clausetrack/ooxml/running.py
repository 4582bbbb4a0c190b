"""Which page headers and footers of a Word file stand on no page."""

from __future__ import annotations

from clausetrack.ooxml.names import R_NS, Element, w
from clausetrack.ooxml.package import Package, part_of, relationships
from clausetrack.ooxml.text import is_on

_KINDS = (w("headerReference"), w("footerReference"))
_ENDS = ("/header", "/footer")


def unprinted(package: Package, root: Element) -> frozenset[str]:
    """The parts of headers and footers that sections name for pages which no section tells apart.

    One for first pages stands on none where no section from there on has a first page of its own,
    and one for even pages where the file does not tell those from odd ones. Where there are
    sections, a part that none of them names stands on none. `root` is the main part, its revisions
    settled.
    """
    related = list(relationships(package, package.document))
    links = {link.id: link.target for link in related}
    sections = list(root.iter(w("sectPr")))
    own_first = [is_on(section, "titlePg") is True for section in sections]
    even = None  # looked up where a section asks for it
    named = {link.target for link in related if link.type.endswith(_ENDS)} if sections else set()
    printed: set[str] = set()
    for at, section in enumerate(sections):
        for node in section.iter(*_KINDS):
            part, pages = links.get(node.get(f"{{{R_NS}}}id", ""), ""), node.get(w("type"))
            named.add(part)
            if pages == "even" and even is None:
                even = tells_even(package)
            if (pages == "first" and not any(own_first[at:])) or (pages == "even" and not even):
                continue
            printed.add(part)
    return frozenset(named - printed)


def tells_even(package: Package) -> bool:
    """Does the file tell even pages from odd ones?"""
    part = part_of(package, "settings")
    return is_on(package.xml(part) if part else None, "evenAndOddHeaders") is True
