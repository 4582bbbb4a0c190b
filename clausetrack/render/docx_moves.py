"""Moved paragraphs in Word: a deletion and an insertion made the two ends of one move."""

from __future__ import annotations

from clausetrack.ooxml.marks import NO_DAY, Stamp
from clausetrack.ooxml.names import Element, child, make, w

_ENDS = {"moveFrom": "del", "moveTo": "ins"}


def as_move(paragraph: Element, end: str, name: str, by: Stamp) -> None:
    """Make a paragraph, deleted or inserted as a whole, one end of the move of that name.

    `end` is moveFrom or moveTo.
    """
    kind = _ENDS[end]
    for mark in list(paragraph.iter(w(kind))):
        mark.tag = w(end)
    if end == "moveFrom":  # what moves away is text still, not deleted text
        for old, new in (("delText", "t"), ("delInstrText", "instrText")):
            for node in paragraph.iter(w(old)):
                node.tag = w(new)
    start = by.mark(f"{end}RangeStart")
    start.set(w("date"), start.get(w("date"), NO_DAY))
    start.set(w("name"), name)
    settings = child(paragraph, "pPr")
    if settings is not None:
        settings.addnext(start)
    else:
        paragraph.insert(0, start)
    paragraph.append(make(f"{end}RangeEnd", id=start.get(w("id"), "")))
