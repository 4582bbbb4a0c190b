"""What a Word file says of its makers, taken out: comments, names, times, properties, save IDs."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lxml import etree

from clausetrack.ooxml.marks import NO_DAY
from clausetrack.ooxml.names import RELATIONSHIPS_NS, Element, elements, local, remove, w
from clausetrack.ooxml.package import (
    Package,
    relationships,
    relationships_part,
    to_bytes,
    without_parts,
)

#: Who made a change in a file that is not to tell: Word's own word for it.
NOBODY = "Author"

_COMMENT_KINDS = frozenset(
    ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
)
_COMMENT_ROOTS = frozenset(("comments", "people"))
_ABOUT_KINDS = frozenset(("custom-properties", "thumbnail"))
_COMMENT_MARKS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))

_DC = "http://purl.org/dc/elements/1.1/"
#: The properties of a document that are about its wording, not about who wrote it and when.
_KEPT = frozenset(f"{{{_DC}}}{name}" for name in ("title", "language"))
_MAKERS = frozenset(("Template", "Manager", "Company", "TotalTime", "HyperlinkBase"))
_SETTINGS = tuple(map(w, ("rsids", "attachedTemplate", "docVars")))
_SIGNED = (w("author"), w("initials"))
_SIGNATURE = frozenset(("date", "dateUtc", "initials"))
_MOVED = (w("moveFromRangeStart"), w("moveToRangeStart"))


def without_comments(package: Package) -> Package:
    """The package without comments: their parts, and their anchors in every part with text."""
    changed = {}
    for part in package.stories():
        root = package.xml(part)
        marks = list(root.iter(*_COMMENT_MARKS))
        for mark in marks:
            _drop(mark)
        if marks:
            changed[part] = to_bytes(root)
    return without_parts(package.changed(changed), lambda _, kind: kind in _COMMENT_KINDS)


def _drop(mark: Element) -> None:
    """Take an anchor out, with the run and the insertion that held nothing else."""
    here: Element | None = mark
    while here is not None:
        holder = here.getparent()
        remove(here)
        empty = holder is not None and all(local(node) == "rPr" for node in elements(holder))
        here = holder if holder is not None and empty and local(holder) in {"r", "ins"} else None


def scrubbed(package: Package) -> Package:
    """The package without what tells of people and times; its text and look are as they were.

    Tracked changes stay, made by nobody at no time.
    """
    changed: dict[str, Element] = {}
    bound: set[str] = set()
    for part in package.parts:
        if part.startswith("word/") and part.endswith(".xml"):
            root = package.xml(part)
            bindings = root.iter(w("dataBinding"))
            bound |= {node.get(w("storeItemID"), "").lower() for node in bindings}
            if _scrub(root):
                changed[part] = root
    for link in relationships(package, ""):
        kind = link.type.rpartition("/")[2]
        if kind in {"core-properties", "extended-properties"} and link.target in package.parts:
            root = package.xml(link.target)
            for node in elements(root):
                name = etree.QName(node).localname
                if name in _MAKERS if kind == "extended-properties" else node.tag not in _KEPT:
                    remove(node)
            changed[link.target] = root
    package = package.changed({part: to_bytes(root) for part, root in changed.items()})
    stores = _stores(package, bound)
    package = without_parts(
        package, lambda part, kind: kind in _ABOUT_KINDS or (kind == "customXml" and part in stores)
    )
    return _without_template(package)


def traces(package: Package) -> Iterator[str]:
    """What a scrubbed package should not hold any more, in words; nothing where it is clean."""
    for part in package.parts:
        if not (part.startswith("word/") and part.endswith(".xml")):
            continue
        root = package.xml(part)
        if local(root) in _COMMENT_ROOTS or next(root.iter(*_COMMENT_MARKS), None) is not None:
            yield f"comments in {part}"
        if _scrub(root):
            yield f"who made it or when, in {part}"
    for link in relationships(package, ""):
        if link.type.rpartition("/")[2] in _ABOUT_KINDS:
            yield f"the part {link.target}"
        core = link.type.endswith("/core-properties") and link.target in package.parts
        if core and any(node.tag not in _KEPT for node in elements(package.xml(link.target))):
            yield f"who made it or when, in {link.target}"


def _scrub(root: Element) -> bool:
    """Take save IDs and settings of the maker out, and authors and dates of changes; were any?"""
    found = False
    for node in [node for node in root.iter() if isinstance(node.tag, str)]:
        if node.tag == w("rsid") or (node.tag in _SETTINGS and local(root) == "settings"):
            remove(node)
            found = True
            continue
        signed = any(name in node.attrib for name in _SIGNED)
        if node.tag in _MOVED:
            found |= node.get(w("date")) != NO_DAY
            node.set(w("date"), NO_DAY)
        for name in list(map(str, node.attrib)):
            last = etree.QName(name).localname
            if last.startswith("rsid") or (
                signed and last in _SIGNATURE and not (node.tag in _MOVED and last == "date")
            ):
                del node.attrib[name]
                found = True
        if signed and node.get(w("author")) != NOBODY:
            node.set(w("author"), NOBODY)
            found = True
    return found


def _stores(package: Package, bound: Set[str]) -> frozenset[str]:
    """The custom XML parts that no content control shows: properties that a server added."""
    found = set()
    for link in relationships(package, package.document):
        if link.type.endswith("/customXml") and link.target in package.parts:
            names = {
                str(value).lower()
                for below in relationships(package, link.target)
                if below.target in package.parts
                for key, value in package.xml(below.target).attrib.items()
                if etree.QName(str(key)).localname == "itemID"
            }
            if not names & bound:
                found.add(link.target)
    return frozenset(found)


def _without_template(package: Package) -> Package:
    """The package without the address of the template on its maker's machine."""
    changed = {}
    for part in [part for part in package.parts if part.endswith("settings.xml")]:
        where = relationships_part(part)
        if where not in package.parts:
            continue
        root = package.xml(where)
        links = [node for node in root.iter(f"{{{RELATIONSHIPS_NS}}}Relationship")
                 if node.get("Type", "").endswith("/attachedTemplate")]  # fmt: skip
        for node in links:
            remove(node)
        if links:
            changed[where] = to_bytes(root)
    return package.changed(changed)
