"""The quotation marks around wording that terms print for a clause: they are not its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clausetrack.segment.labels import Piece, classify, cut

if TYPE_CHECKING:
    from clausetrack.segment.quoted import Terms

_QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'"}


def unwrapped(terms: Terms, piece: Piece) -> Piece:
    """A piece that opens quoted wording with a quotation mark, read again without the mark."""
    if not terms.lead.opens or piece.kind not in {"plain", "bullet"}:
        return piece
    given = unquoted(terms, piece)
    if given is piece:
        return piece
    again = classify(replace(given.line, runs=given.runs, style=""))
    return given if again.kind == "plain" else again


def unquoted(terms: Terms, piece: Piece) -> Piece:
    """The piece without the quotation marks in which the terms print the whole wording."""
    text = piece.text
    runs, marks = piece.runs, []
    if not terms.quote and text[:1] in _QUOTES and _encloses(terms, text):
        terms.quote = _QUOTES[text[0]]
        marks.append(cut(runs, 0, 1))
        runs = cut(runs, 1)
        text = text[1:]
    if terms.quote and text.endswith(terms.quote):
        marks.append(cut(runs, len(text) - 1))
        runs = cut(runs, 0, len(text) - 1)
        terms.quote = ""
    terms.markup += [run.source for mark in marks for run in mark if run.source is not None]
    return replace(piece, runs=runs) if marks else piece


def _encloses(terms: Terms, text: str) -> bool:
    """Does the mark that opens `text` enclose the wording, rather than a defined term in it?"""
    closing = _QUOTES[text[0]]
    inside = text[1:]
    if closing not in inside:
        return terms.lead.opens
    return inside.count(closing) == 1 and inside.endswith(closing)
