"""Moved paragraphs in Word: the place that a paragraph left and the one that it came to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clausetrack.diff.blocks import Block, Step, steps
from clausetrack.diff.words import WordEdit, words
from clausetrack.ooxml.marks import NO_DAY, Stamp, text_of
from clausetrack.ooxml.names import Element, child, make, w
from clausetrack.ooxml.text import paragraph_text, pieces
from clausetrack.ooxml.whole import delete_paragraph, insert_paragraph

_WORD = re.compile(r"[^\W\d_]{2,}")  # a number or the letter of an item is no word
_FEW = 3
_LABEL = re.compile(r"\s*(?:[A-Z]?\d+[A-Z]?(?:\.\d+[A-Z]?)*\.?|\(\w{1,4}\))(?:\s+|$)")
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

    All of it but for the number, or three words and half of the longer side: "3.5 On-call
    allowance" did not move to where "3.5 Tool allowance" now stands.
    """
    sides = ("".join(edit.text for edit in edits if edit.op != op) for op in ("insert", "delete"))
    one, other = map(_bare, sides)
    if one == other:
        return True
    count = Counter[str]()
    for edit in edits:
        count[edit.op] += len(_WORD.findall(edit.text))
    return count["equal"] >= max(_FEW, count["delete"], count["insert"])


def _edited(paragraph: Element, edits: tuple[WordEdit, ...], end: str, by: Stamp) -> None:
    """Mark what is on this side only."""
    text, at = text_of(paragraph, pieces(paragraph)), 0
    for edit in edits:
        if edit.op == _ENDS[end]:
            text.mark(at, at + len(edit.text), "del" if end == "moveFrom" else "ins", by)
        if edit.op in {"equal", _ENDS[end]}:
            at += len(edit.text)


# ------------------------------------------------------------------------------- what is a move


def likely(found: list[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """The steps without the moves of wording that stands in several places.

    Which "Reviewed: 2021" went where nobody can say. Where one seems to have moved, what stands
    once is aligned first, and the rest between what stayed of it; the rest only moved together
    with what stands beside it.
    """
    moved = [(step.moved, step.new) for step in found if step.moved is not None]
    if not moved:
        return found
    counts = [Counter(_bare(block.text) for block in side) for side in (old, new)]

    def once(block: Block) -> bool:
        text = _bare(block.text)
        return block.rows is not None or (counts[0][text] < 2 and counts[1][text] < 2)

    if all(i is None or j is None or (once(old[i]) and once(new[j])) for i, j in moved):
        return found
    back, come = _pairs(old, new, *([at for at, block in enumerate(side) if once(block)]
                                    for side in (old, new)))  # fmt: skip
    gone = set(come.values())
    stayed = sorted((i, j) for j, i in back.items())
    for above, below in pairwise([(-1, -1), *stayed, (len(old), len(new))]):
        olds = [i for i in range(above[0] + 1, below[0]) if i not in gone]
        news = [j for j in range(above[1] + 1, below[1]) if j not in come]
        if olds and news:
            back |= _pairs(old, new, olds, news)[0]
    gone.update(back.values())
    for start in list(come.items()):
        for way in (1, -1):
            j, i = start[0] + way, start[1] + way
            while (0 <= i < len(old) and 0 <= j < len(new) and _alike(old[i], new[j])
                   and i not in gone and j not in back and j not in come):  # fmt: skip
                come[j] = i
                gone.add(i)
                i, j = i + way, j + way
    return _in_order(len(old), len(new), back, come)


def _pairs(
    old: Sequence[Block], new: Sequence[Block], olds: list[int], news: list[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Some places aligned by themselves: those that stayed and those that moved, new to old."""
    back: dict[int, int] = {}
    come: dict[int, int] = {}
    for step in steps([old[i] for i in olds], [new[j] for j in news]):
        if step.new is not None and step.old is not None:
            back[news[step.new]] = olds[step.old]
        elif step.new is not None and step.moved is not None:
            come[news[step.new]] = olds[step.moved]
    return back, come


def _in_order(old: int, new: int, back: Mapping[int, int], come: Mapping[int, int]) -> list[Step]:
    """That many places as steps: `back` has those that stayed, `come` those that moved."""
    gone = set(come.values())
    out: list[Step] = []
    at = 0
    for j in (*range(new), None):
        until = old if j is None else back.get(j, at)
        out += [Step(i, None, i if i in gone else None) for i in range(at, until)]
        at = until
        if j is not None and j in back:
            out.append(Step(at, j))
            at += 1
        elif j is not None:
            out.append(Step(None, j, come.get(j)))
    return out


def _alike(old: Block, new: Block) -> bool:
    return _bare(old.text) == _bare(new.text) and old.rows == new.rows


def _bare(text: str) -> str:
    """A text without its number."""
    label = _LABEL.match(text)
    return text[label.end() if label else 0 :].strip()
