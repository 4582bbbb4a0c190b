"""What a Word file says of its tracked changes: whose, when, in which paragraph, on which page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetrack.ooxml.names import Element, child, local, paragraphs, w
from clausetrack.ooxml.package import Package
from clausetrack.ooxml.text import node_text, paragraph_text, pieces

#: Where Word began a new page when it last laid the document out.
_PAGE_BREAK = w("lastRenderedPageBreak")

_KINDS = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Text of one paragraph that one revision holds; author and date as written, "" without.

    Of the end of a paragraph the text is a line break.
    """

    kind: str
    author: str
    date: str
    text: str
    part: str
    paragraph: int


def tracked_changes(package: Package) -> Iterator[TrackedChange]:
    """Every tracked insertion and deletion, a move as one of each, by paragraph.

    `paragraph` counts as in `model.Source`.
    """
    for part in package.stories():
        for at, paragraph in enumerate(paragraphs(package.xml(part))):
            texts: dict[Element, str] = {}
            for piece in pieces(paragraph):
                for box in piece.node.iterancestors():
                    if local(box) in _KINDS:
                        texts[box] = texts.get(box, "") + (node_text(piece.node) or "")
                    if box is paragraph:
                        break
            if not texts:  # a row may come or go whole, with no mark on its words
                text = paragraph_text(paragraph)
                texts |= {box: text for box in _of_row(paragraph) if text}
            end = child(paragraph, "pPr", "rPr")
            if end is not None:
                texts |= {box: "\n" for box in end if local(box) in _KINDS}
            for box, text in texts.items():
                author, date = box.get(w("author"), ""), box.get(w("date"), "")
                yield TrackedChange(_KINDS[local(box)], author, date, text, part, at)


def _of_row(paragraph: Element) -> list[Element]:
    """The revisions of the row of a table that a paragraph stands in."""
    row = next(paragraph.iterancestors(w("tr")), None)
    settings = None if row is None else child(row, "trPr")
    return [] if settings is None else [one for one in settings if local(one) in _KINDS]


def printed_pages(package: Package) -> dict[int, int]:
    """The page on which each paragraph of the body began when Word last laid it out, from 1.

    Empty where the file does not say, as where another program saved it.
    """
    root = package.xml(package.document)
    if next(root.iter(_PAGE_BREAK), None) is None:
        return {}
    out: dict[int, int] = {}
    page = 1
    for at, paragraph in enumerate(paragraphs(root)):
        breaks = len(list(paragraph.iter(_PAGE_BREAK)))
        first = next(paragraph.iter(_PAGE_BREAK, w("t"), w("delText")), None)
        begins = first is not None and first.tag == _PAGE_BREAK
        out[at] = page + begins
        page += breaks
    return out
