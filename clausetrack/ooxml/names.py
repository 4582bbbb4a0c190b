"""The XML names of WordprocessingML, and the few element operations that all here need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute: w("p")."""
    return f"{{{W_NS}}}{name}"


def local(element: Element) -> str:
    """The local name of a WordprocessingML element; "" for any other node."""
    return _local(element.tag)


@cache
def _local(tag: object) -> str:
    return tag[len(W_NS) + 2 :] if isinstance(tag, str) and tag.startswith(w("")) else ""


def make(name: str, *children: Element, **attributes: str) -> Element:
    """A new element w:NAME with attributes w:ATTRIBUTE, and what stands in it."""
    element = etree.Element(w(name), nsmap={"w": W_NS})
    for key, value in attributes.items():
        element.set(w(key), value)
    element.extend(children)
    return element


def child(element: Element, *path: str) -> Element | None:
    """The first element down a path of w: names, or None."""
    here: Element | None = element
    for name in path:
        if here is None:
            return None
        tag = w(name)
        for node in here:  # most have few children: a walk is faster than a search
            if node.tag == tag:
                here = node
                break
        else:
            return None
    return here


def value(element: Element, *path: str) -> str | None:
    """The attribute w:val of the element down `path`, or None."""
    found = child(element, *path)
    return None if found is None else found.get(w("val"))


def says_on(setting: Element | None) -> bool | None:
    """Does an element that is a switch say "on"? None where there is none."""
    return None if setting is None else setting.get(w("val"), "1") not in {"0", "false", "off"}


def elements(parent: Element) -> list[Element]:
    """The child elements, comments and processing instructions left out."""
    return [node for node in parent if isinstance(node.tag, str)]


def own_text(element: Element) -> str:
    """The characters of a text element such as w:t."""
    text = element.text or ""
    return text + "".join(node.tail or "" for node in element) if len(element) else text


def paragraphs(root: Element) -> Iterator[Element]:
    """Every w:p under `root` in document order, those of tables and text boxes included.

    A `model.Source` counts paragraphs in this order.
    """
    return root.iter(w("p"))


def remove(element: Element) -> None:
    """Take an element out of its parent; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for node in list(element):
        element.addprevious(node)
    remove(element)


#: Marks of places, which outlive the wording around them.
PLACES = frozenset(
    ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
)

_PPR_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
#: The order that the schema asks of the children of w:pPr.
PPR_ORDER = {name: place for place, name in enumerate(_PPR_ORDER.split())}


def properties(element: Element, name: str) -> Element:
    """The properties of a paragraph, run or row (`pPr`, `rPr`, `trPr`), made where missing."""
    found = child(element, name)
    if found is not None:
        return found
    made = make(name)
    if local(element) == "pPr":
        place = PPR_ORDER[name]
        after = [n for n in elements(element) if PPR_ORDER.get(local(n), 99) > place]
        if after:
            after[0].addprevious(made)
        else:
            element.append(made)
    else:
        # a row's exceptions to the table's properties stand before its own
        at = 1 if name == "trPr" and child(element, "tblPrEx") is not None else 0
        element.insert(at, made)
    return made
