"""What the quick reading of a stored document hands to the parser: text in more than one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clausetrack.model import Cell, Run, Runs, Source
from clausetrack.xmlio import NAMESPACE, parse_xml
from clausetrack.xmlio.written import expect, number

if TYPE_CHECKING:
    from lxml import etree

_NOWHERE = Source()


def leaf(line: str, name: str) -> Any:
    """What a line of an element says of which some is emphasised, revised, or stood elsewhere."""
    holder = parse_xml(f'<x xmlns="{NAMESPACE}">{line}</x>'.encode(), "", comments=False)
    (element,) = holder
    expect(element.tag == _tag(name) and not element.tail)
    _no_text(holder.text)
    if name == "num":
        label = _runs(element)
        return number(element.get("value"), label), label
    if name == "heading":
        return _runs(element)
    if name == "content":
        (paragraph,) = element
        expect(paragraph.tag == _tag("p"))
        _no_text(element.text)
        _no_text(paragraph.tail)
        return _runs(paragraph)
    expect(name == "tr")
    _no_text(element.text)
    return tuple(map(_cell, element))


def _cell(element: etree._Element) -> Cell:
    expect(element.tag in {_tag("th"), _tag("td")})
    _no_text(element.tail)
    return Cell(_runs(element), int(element.get("colspan", 1)), int(element.get("rowspan", 1)))


def _runs(holder: etree._Element) -> Runs:
    from clausetrack.xmlio.read import RUNS, Reader

    marks = {_tag(name) for name in ("ref", "to", "quantity", "date")}
    expect(all(child.tag in RUNS or child.tag in marks for child in holder.iterdescendants()))
    read_ = Reader(_NOWHERE).runs(holder, _NOWHERE)
    return tuple(Run(run.text, run.emphasis, run.revision) for run in read_)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _no_text(text: str | None) -> None:
    """Between the elements of a document stands no text."""
    expect(not text or text.isspace())
