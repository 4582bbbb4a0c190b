"""The tracked changes that a Word file holds: whose they are, when, and in which paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetrack.ooxml.names import Element, local, paragraphs, w
from clausetrack.ooxml.package import Package
from clausetrack.ooxml.text import node_text, pieces

_KINDS = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Text of one paragraph that one revision holds; author and date as written, "" without."""

    kind: str
    author: str
    date: str
    text: str
    part: str
    paragraph: int


def tracked_changes(package: Package) -> Iterator[TrackedChange]:
    """Every tracked insertion and deletion of text, a move as one of each, in document order.

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
            for box, text in texts.items():
                author, date = box.get(w("author"), ""), box.get(w("date"), "")
                yield TrackedChange(_KINDS[local(box)], author, date, text, part, at)
