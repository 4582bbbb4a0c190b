"""Wording of several paragraphs, each with an opening quotation mark of its own.

Printers close such a quotation once, at its end. The marks in between are none of its words:
without them it is wording like any other between one mark and another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.model import Source
from clausetrack.segment.labels import Piece, classify, cut, strip

_PAIRS = {"“": "”", '"': '"', "‘": "’"}
_MOST = 200  # paragraphs of one quotation; texts are hostile
_STOPS = ".;,"


def without_marks(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Source]]:
    """The pieces without the marks by which a quotation only goes on, and where those stood."""
    out, marks = list(pieces), list[Source]()
    at = 0
    while at < len(out):
        end = _end(out, at)
        for place in range(at + 1, end):
            piece, mark = _bare(out[place])
            out[place] = piece
            marks += mark
        at = max(end, at + 1)
    return out, marks


def _end(pieces: Sequence[Piece], at: int) -> int:
    """The place behind the last paragraph of the quotation that opens at a place; 0 for none."""
    for opening, closing in _PAIRS.items():
        first = pieces[at].text
        begins = first.startswith(opening) or re.search(rf":\s*{opening}", first)
        if not (begins and _is_open(first, opening, closing)):
            continue
        for place in range(at + 1, min(len(pieces), at + _MOST)):
            text = pieces[place].text
            if pieces[place].kind == "table" or not text.startswith(opening):
                break
            if _is_open(text, opening, closing):
                continue
            return place + 1 if text.rstrip(_STOPS).endswith(closing) else 0
    return 0


def _is_open(text: str, opening: str, closing: str) -> bool:
    """Does a text open one quotation more than it closes?"""
    if opening == closing:
        return text.count(opening) % 2 == 1
    closed = len(re.findall(r"’(?!\w)", text)) if closing == "’" else text.count(closing)
    return text.count(opening) - closed == 1


def _bare(piece: Piece) -> tuple[Piece, list[Source]]:
    """A piece without the mark it begins with, read again where that stood before its label."""
    mark, runs = cut(piece.runs, 0, 1), strip(cut(piece.runs, 1))
    marks = [run.source for run in mark if run.source is not None]
    if piece.kind == "plain":
        return classify(replace(piece.line, runs=runs)), marks
    return piece._replace(runs=runs), marks
