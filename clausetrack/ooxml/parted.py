"""A run parted at places of its text, each part in a run of its own that looks the same."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from lxml import etree

from clausetrack.ooxml.names import XML_SPACE, Element, child


def holds(run: Element, node: Element, text: str) -> bool:
    """Does a text element that stands right in a run hold a text just as it reads?"""
    return node.getparent() is run and not len(node) and node.text == text


def _bare(element: Element) -> Element:
    """An element of that name with nothing in it; in an equation it is not Word's own."""
    return etree.Element(element.tag)


def part(run: Element, node: Element, places: Sequence[int]) -> Iterator[tuple[Element, Element]]:
    """Part a run inside one of its text elements; the runs behind the first, each with its text.

    `places` are in that text, in order, and not at its ends. What stood behind the element stands
    in the last run.
    """
    text, behind = node.text or "", list(node.itersiblings())
    alike = _bare(run)
    alike.attrib.update(run.attrib)
    if (settings := child(run, "rPr")) is not None:
        alike.append(copy.deepcopy(settings))
    node.text = text[: places[0]]
    node.set(XML_SPACE, "preserve")
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        other, rest = copy.copy(alike), _bare(node)
        rest.text = text[start:end]
        rest.set(XML_SPACE, "preserve")
        other.append(rest)
        run.addnext(other)
        run = other
        yield run, rest
    run.extend(behind)
