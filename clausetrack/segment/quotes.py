"""The quotation marks around wording that terms print for a clause: they are not its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from clausetrack.model import Source
from clausetrack.segment.labels import Piece, classify, cut

_QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'"}
_STOPS = frozenset(".;,")
OPENING = tuple(_QUOTES)


@dataclass
class Quotes:
    """The mark that will close the wording that is being read, and where such marks stood."""

    closing: str = ""
    #: Has the wording that is open come to its closing mark?
    closed: bool = False
    found: list[Source] = field(default_factory=list)

    def unwrapped(self, piece: Piece, *, opens: bool) -> Piece:
        """A piece that opens quoted wording with a quotation mark, read again without the mark."""
        if not opens or piece.kind not in {"plain", "bullet"}:
            return piece
        given = self.unquoted(piece, opens=opens)
        if given is piece:
            return piece
        again = classify(replace(given.line, runs=given.runs, style=""))
        return given if again.kind == "plain" else again

    def unquoted(self, piece: Piece, *, opens: bool) -> Piece:
        """The piece without the quotation marks in which the terms print the whole wording.

        `opens` says that the words before the piece announce such wording.
        """
        text = piece.text
        runs, marks = piece.runs, []
        if not self.closing and text[:1] in _QUOTES and _encloses(text, opens=opens):
            self.closing, self.closed = _QUOTES[text[0]], False
            marks.append(cut(runs, 0, 1))
            runs = cut(runs, 1)
            text = text[1:]
        if self.closing and (end := _closed(text, self.closing)):
            marks.append(cut(runs, end))
            runs = cut(runs, 0, end)
            self.closing, self.closed = "", True
        self.found += [run.source for mark in marks for run in mark if run.source is not None]
        return piece._replace(runs=runs) if marks else piece


def begins_wording(text: str) -> bool:
    """Do double marks enclose a paragraph, or open in it to close in a later one?"""
    return text[:1] in {"“", '"'} and len(text) > 1 and _encloses(text, opens=True)


def ends_within(text: str) -> int:
    """Where the first words behind wording in quotation marks stand, in its own line; 0 for none.

    The mark stands behind the end of a sentence, or before one: a defined term has none.
    """
    closing = _QUOTES.get(text[:1], "")
    at = text.find(closing, 1) if closing else -1
    if at < 0 or not (text[at - 1] in ".;" or text[at + 1 : at + 2] in {".", ";"}):
        return 0
    end = at + 1 + (text[at + 1 : at + 2] in _STOPS)
    return end if text[end:].strip() else 0


def _closed(text: str, closing: str) -> int:
    """Where the mark stands that ends the wording at the end of `text`; 0 where none does.

    A stop behind it ends the sentence of the terms: “amend 4.2 to read “paid monthly”.”
    """
    if text.endswith(closing):
        return len(text) - 1
    if text[-2:-1] != closing or text[-1] not in _STOPS:
        return 0
    opening = next(mark for mark, end in _QUOTES.items() if end == closing)
    times = text.count(closing)
    alone = times % 2 == 1 if opening == closing else times > text.count(opening)
    return len(text) - 2 if alone else 0


def _encloses(text: str, *, opens: bool) -> bool:
    """Does the mark that opens `text` enclose the wording, rather than a defined term in it?"""
    closing = _QUOTES[text[0]]
    inside = text[1:]
    if closing not in inside:
        return opens
    return inside.count(closing) == 1 and bool(_closed(inside, closing))
