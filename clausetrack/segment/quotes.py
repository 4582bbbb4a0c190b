"""The quotation marks around wording that terms print for a clause: they are not its words."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from clausetrack.model import Source, plain
from clausetrack.segment.labels import TERMINAL, Piece, classify, cut

_QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'"}
_STOPS = frozenset(".;,")
OPENING = tuple(_QUOTES)


@dataclass
class Quotes:
    """The mark that will close the wording that is being read, and where such marks stood.

    `at` is the place of the piece that is being read, `until` that of the one that has the mark.
    """

    closing: str = ""
    at: int = 0
    until: int = 0
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
        if self.closing and self.at >= self.until and (end := _closed(text, self.closing)):
            marks.append(cut(runs, end))
            runs = cut(runs, 0, end)
            self.closing, self.closed = "", True
        self.found += [run.source for mark in marks for run in mark if run.source is not None]
        if not marks:
            return piece
        heading = piece.heading and not plain(runs).rstrip().endswith(TERMINAL)
        return piece._replace(runs=runs, heading=heading)  # “7.2 Fees end.” is no heading


    def look_ahead(self, closings: Mapping[str, Sequence[int]], end: int) -> None:
        """See where the wording that a mark has opened is closed; a mark that none closes by the
        place `end`, where the next item begins, encloses nothing."""
        if self.closing and self.until <= self.at:
            places = closings[self.closing]
            at = bisect(places, self.at)
            found = at < len(places) and places[at] < end
            self.closing, self.until = (self.closing, places[at]) if found else ("", self.at)


def closings(pieces: Sequence[Piece]) -> dict[str, list[int]]:
    """The places of the pieces that end with a mark which closes one opened before them."""
    out: dict[str, list[int]] = {}
    for opening, closing in _QUOTES.items():
        out[closing] = [
            at for at, piece in enumerate(pieces)
            if _closed(text := piece.text, closing) and not _is_paired(text, opening, closing)
        ]  # fmt: skip
    return out


def _is_paired(text: str, opening: str, closing: str) -> bool:
    """Has each mark in `text` its partner there? A straight single one is an apostrophe, too."""
    if closing == "'":
        return False
    times = text.count(closing)
    return times % 2 == 0 if opening == closing else times <= text.count(opening)


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
    opening = next(mark for mark, end in _QUOTES.items() if end == closing)
    if text.endswith(closing):
        own = _is_paired(text, opening, closing) and not text.startswith(opening)
        return 0 if own else len(text) - 1
    if text[-2:-1] != closing or text[-1] not in _STOPS:
        return 0
    return 0 if _is_paired(text, opening, closing) else len(text) - 2


def _encloses(text: str, *, opens: bool) -> bool:
    """Does the mark that opens `text` enclose the wording, rather than a defined term in it?"""
    closing = _QUOTES[text[0]]
    inside = text[1:]
    if closing not in inside or _is_paired(inside, text[0], closing):
        return opens
    return inside.count(closing) == 1 and bool(_closed(inside, closing))
