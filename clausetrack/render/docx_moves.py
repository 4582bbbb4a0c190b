"""Moved paragraphs in Word: the place that a paragraph left and the one that it came to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from clausetrack.diff.words import WordEdit, words
from clausetrack.ooxml.marks import NO_DAY, Stamp, text_of
from clausetrack.ooxml.names import Element, child, make, w
from clausetrack.ooxml.text import paragraph_text, pieces
from clausetrack.ooxml.whole import delete_paragraph, insert_paragraph

_WORD = re.compile(r"[^\W\d_]{2,}")  # a number or the letter of an item is no word
_FEW = 3
_ENDS = {"moveFrom": "delete", "moveTo": "insert"}


@dataclass
class Moves:
    """The paragraphs of one text that moved, by their old place: as they were, and their copies."""

    by: Stamp
    gone: dict[int, Element] = field(default_factory=dict)
    come: dict[int, Element] = field(default_factory=dict)

    def mark(self) -> None:
        """Mark both ends of each move; where little of the wording stayed, a deletion and an
        insertion."""
        for place, paragraph in self.gone.items():
            copy = self.come.pop(place, None)
            if copy is None or not _as_move(paragraph, copy, self.by):
                delete_paragraph(paragraph, self.by)
                self.come |= {} if copy is None else {place: copy}
        for copy in self.come.values():
            insert_paragraph(copy, self.by)


def _as_move(gone: Element, come: Element, by: Stamp) -> bool:
    """Mark two paragraphs as the ends of a move, if they share wording.

    What was edited on the way is deleted in the old place and inserted in the new one.
    """
    edits = words(paragraph_text(gone), paragraph_text(come))
    if not _share(edits):
        return False
    _edited(gone, edits, "moveFrom", by)
    delete_paragraph(gone, by, "moveFrom")
    _edited(come, edits, "moveTo", by)
    insert_paragraph(come, by, "moveTo")
    name = f"move{by.last}"
    for paragraph, end in ((gone, "moveFrom"), (come, "moveTo")):
        start = by.mark(f"{end}RangeStart")
        start.set(w("name"), name)
        start.set(w("date"), start.get(w("date"), NO_DAY))
        settings = child(paragraph, "pPr")
        if settings is not None:
            settings.addnext(start)
        else:
            paragraph.insert(0, start)
        paragraph.append(make(f"{end}RangeEnd", id=start.get(w("id"), "")))
    return True


def _share(edits: tuple[WordEdit, ...]) -> bool:
    """Is what stayed enough to call it the same paragraph?

    All its words but for the number, or three of them and half of the longer side: "3.5 On-call
    allowance" did not move to where "3.5 Tool allowance" now stands.
    """
    if all(edit.op == "equal" for edit in edits):
        return True
    count = Counter[str]()
    for edit in edits:
        count[edit.op] += len(_WORD.findall(edit.text))
    stayed, other = count["equal"], max(count["delete"], count["insert"])
    return stayed > 0 and (other == 0 or (stayed >= _FEW and stayed >= other))


def _edited(paragraph: Element, edits: tuple[WordEdit, ...], end: str, by: Stamp) -> None:
    """Mark what is on this side only."""
    text, at = text_of(paragraph, pieces(paragraph)), 0
    for edit in edits:
        if edit.op == _ENDS[end]:
            text.mark(at, at + len(edit.text), "del" if end == "moveFrom" else "ins", by)
        if edit.op in {"equal", _ENDS[end]}:
            at += len(edit.text)
