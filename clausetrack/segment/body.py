"""The body of an agreement: divisions, numbered clauses and what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausetrack import numbering
from clausetrack.model import plain
from clausetrack.segment.labels import (
    BEGINS,
    TERMINAL,
    Piece,
    labels_ahead,
    plain_piece,
)
from clausetrack.segment.lettered import lettered_in
from clausetrack.segment.signing import SIGNING
from clausetrack.segment.te_reo import is_te_reo
from clausetrack.segment.tree import OWN_NUMBERS, Branch

_NUMBERED = BEGINS | {"letter"}


def build(pieces: Sequence[Piece]) -> Branch:
    """The clause tree of an agreement."""
    settling = _Settling(pieces)
    pieces = _listed([settling.settled(at, piece) for at, piece in enumerate(pieces)])
    ahead = labels_ahead(pieces)
    following, openings = _next_numbers(pieces), _openings(pieces)
    branch = Branch(restarting=_restarts(pieces), bilingual=_is_bilingual(pieces))
    last_number = max(
        (at for at, piece in enumerate(pieces) if piece.kind in _NUMBERED),
        default=-1,
    )
    started = False
    for at, piece in enumerate(pieces):
        if at > last_number and SIGNING.match(_words(piece)):
            branch.signing = True
        if piece.kind == "plain" and piece.heading and not branch.signing:
            branch.add_heading(piece, following[at], opens=openings[at])
            if not started:
                branch.unit = None
        else:
            branch.add(piece, ahead[at])
            started = started or piece.kind in BEGINS
    return branch


def _is_bilingual(pieces: Sequence[Piece]) -> bool:
    """Are headings in te reo Māori on one line and in English on the other, more than once?"""
    pairs = sum(
        is_te_reo(first.text) != is_te_reo(second.text)
        for first, second in pairwise(pieces)
        if second.kind == "plain" and second.heading and first.kind == "decimal" and first.heading
    )
    return pairs > 1


def _words(piece: Piece) -> str:
    if piece.table is not None:
        return " ".join(" ".join(row) for row in piece.table.texts).strip()
    return piece.text


def _next_numbers(pieces: Sequence[Piece], *, whole: bool = False) -> list[str]:
    """For each piece the number of the clause that comes next, "" at a division's end.

    With `whole`, a whole number counts as well, be it a clause's or an item's.
    """
    out: list[str] = []
    following = ""
    for piece in reversed(pieces):
        out.append(following)
        if piece.kind in {"division", "section"}:
            following = ""
        elif piece.kind == "decimal" or (whole and piece.kind == "integer"):
            following = piece.id
    return out[::-1]


def _openings(pieces: Sequence[Piece]) -> list[bool]:
    """Does each piece stand before a number, with nothing but headings between?"""
    out: list[bool] = []
    opens = False
    for piece in reversed(pieces):
        out.append(opens)
        if not (piece.kind == "plain" and piece.heading):
            opens = piece.kind == "decimal"
    return out[::-1]


_CLOSED = (".", "!", "?", ";", ")", "”", '"')  # ends of what a number does not go on


class _Settling:
    """Each whole number as what its neighbours make it: a clause, an item of a list, or plain text.

    It is a clause where it counts on from the clauses before it; "1." inside clause 4.3 is a list.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.sections = _with_sections(pieces)
        self.dotted = _dotted_titles(pieces)
        self.upcoming = _next_numbers(pieces)
        self.nearest = _next_numbers(pieces, whole=True)
        self.sentences = _sentences(pieces, self.nearest)
        self.pieces = pieces
        self.headed = _headed(pieces)
        # What the format counts and is no row of clauses; a series with 1.1 is one of clauses.
        self.lists: set[tuple[int, int]] = set()
        self.clauses = {piece.line.series for piece in pieces if piece.kind == "decimal"} | {0}
        self.top = self.resumed = 0  # the last clause, and the last one before this division
        self.item = 0  # the last item of a list that goes on
        self.listed = 0  # and the last one in the last clause, and in all under it
        self.titled = False  # is the last clause a heading?
        self.letter = ""  # of the Appendix that is open
        self.divisions: dict[str, str] = {}  # the last number of each kind
        self.decimals = False  # is a clause of this row "4.3"?
        self.counted = self.typed = False  # were whole numbers computed; is the last one typed?
        self.inside = False  # a section: a whole number there is an item of a list
        self.bare = False  # is a clause numbered "2 Term", without a full stop?

    def settled(self, at: int, piece: Piece) -> Piece:
        """The piece at a place; those before it have been settled."""
        whole = piece.kind == "integer"
        if whole and piece.heading and not piece.dotted and piece.id in self.dotted[at]:
            return plain_piece(piece)._replace(heading=True)
        if whole:
            return self._whole(at, piece)
        if piece.kind != "letter":
            self.item = 0
        if piece.kind == "plain":
            opening = _opening(piece, self.upcoming[at]) if piece.heading else None
            return lettered_in(piece, self.letter) or opening or piece
        if piece.kind == "decimal":
            first = int("".join(filter(str.isdigit, piece.id.split(".")[0])))
            self.listed = self.listed if first == self.top else 0  # a list may go on in 1.3
            self.top, self.decimals, self.typed = first, True, not piece.line.label
        elif piece.kind in {"division", "section"}:
            piece = self._lettered(piece)
            # below a sentence with the number of an Article, too
            self.inside = piece.kind == "section" or not piece.heading
            if piece.kind == "division":
                self._divide(piece)
        return piece

    def _lettered(self, division: Piece) -> Piece:
        """ "Part I" behind "Part H" is no Part 1."""
        name, _, number = division.id.rpartition(" ")
        before, self.divisions[name] = self.divisions.get(name, ""), number
        lettered = numbering.lettered_division(division.id)
        letter = lettered.rpartition(" ")[2]
        printed = re.search(rf"\b{letter}\b", plain(division.label)) if letter else None
        if printed is None or not before or ord(before[-1]) + 1 != ord(letter):
            return division
        self.divisions[name] = letter
        return division._replace(id=lettered)

    def _divide(self, division: Piece) -> None:
        """Begin a division; an Appendix counts by itself, whatever stands before it."""
        own = division.id.startswith(OWN_NUMBERS)
        self.letter = division.id.rpartition(" ")[2] if own else ""
        self.listed, self.titled = 0, False
        if own:
            self.top, self.resumed, self.decimals, self.typed = 0, 0, False, False
        elif not self.decimals:
            self.top, self.resumed, self.typed = 0, max(self.top, self.resumed), False

    def _whole(self, at: int, piece: Piece) -> Piece:
        value = int("".join(filter(str.isdigit, piece.id)))
        if value == self.top + 1 and self.nearest[at] == f"{piece.id}.1" and _may_be_title(piece):
            piece = piece._replace(heading=True)  # "14 When work ends", before 14.1
        opens = piece.heading and self.upcoming[at].split(".")[0] == piece.id
        if (opens or self._counts_on(at, piece, value) or self._is_sentence(at, piece, value)
                or self._leads_on(at, piece, value)):  # fmt: skip
            self.top, self.typed, self.item, self.listed = value, not piece.line.label, 0, 0
            self.counted = self.counted or not self.typed
            self.titled = piece.heading
            self.bare = self.bare or (self.typed and piece.heading and not piece.dotted)
            return piece._replace(kind="decimal")
        if piece.line.series not in self.clauses:
            self.lists.add((piece.line.series, piece.line.level))
        self.item = self.listed = value
        listed = piece.dotted and (piece.bulleted or bool(piece.text))
        return piece._replace(kind="letter") if listed else plain_piece(piece)

    def _counts_on(self, at: int, piece: Piece, value: int) -> bool:
        """Does a whole number count on from the clauses before it?"""
        line = piece.line
        if line.label and line.style == "heading" and value > self.top:
            return True  # a heading that the format numbers is no item of a list
        # It may count on from the last division too, as well as begin at one.
        follows = value == self.top + 1 or (self.top == 0 and value == self.resumed + 1)
        follows = follows or self._opens_appendix(at, piece)
        # Where clauses have their numbers in the text, a list that goes on from 7 is a list.
        apart = self.typed and not self.counted and line.series not in self.clauses
        if not follows or apart or self.inside or (line.series, line.level) in self.lists:
            return False
        # A number that the format computes on the outermost level counts on by itself.
        computed = bool(line.label) and line.level == 0
        if piece.heading or computed:
            return True
        # Below "1. Scope" sentences with numbers are a list, if "2. Pay" is the next of these.
        listed = self.titled and (piece.id in self.headed[at] or value - 1 == self.listed > 0)
        return not (listed or self.decimals or self.sections[at])

    def _opens_appendix(self, at: int, piece: Piece) -> bool:
        """Is it the first heading of an Appendix that has only some clauses, as "2 Hours"?

        Headings without a full stop have to be clauses elsewhere, too.
        """
        above = self.pieces[at - 1] if at else piece
        below = above.kind == "division" and above.id.startswith(OWN_NUMBERS)
        return below and self.bare and piece.heading and not (piece.dotted or piece.line.label)

    def _is_sentence(self, at: int, piece: Piece, value: int) -> bool:
        """Is it a clause of one sentence: "2. The hours are 40." after clause 1.2, before 2.1?"""
        said = at in self.sentences or (len(self.sentences) > 1 and piece.dotted and piece.text)
        next_clause = value == self.top + 1 != self.item + 1
        return bool(said) and next_clause and not (self.inside or piece.line.label)

    def _leads_on(self, at: int, piece: Piece, value: int) -> bool:
        """Is it a clause without others under it, behind one that has some: 2 between 1.2 and 3?

        No list of clause 1.2 leads up to it, nothing else is headed by its number, and the next
        number is that of the next clause, or begins a list. A letter says that it was put between
        two clauses: 2A behind 2.
        """
        leads = value == (self.top if piece.id[-1].isalpha() else self.top + 1) != self.listed + 1
        if not leads or self.inside or piece.line.label or not piece.text[:1].isupper():
            return False
        above = self.pieces[at - 1] if at else piece
        open_ = above.table is None and not above.heading
        if (open_ and not above.text.rstrip().endswith(_CLOSED)) or piece.id in self.headed[at]:
            return False
        if piece.id[-1].isalpha():
            return (piece.heading or piece.dotted) and value != self.listed
        following = re.match(r"\d+", self.nearest[at])
        expected = {value + 1, *([value, 1] if piece.dotted else [])}
        return int(following[0]) in expected if following else piece.dotted


def _headed(pieces: Sequence[Piece]) -> list[frozenset[str]]:
    """For each piece the whole numbers of the headings behind it, up to the next division."""
    out: list[frozenset[str]] = []
    found: frozenset[str] = frozenset()
    for piece in reversed(pieces):
        out.append(found)
        if piece.kind == "division":
            found = frozenset()
        elif piece.kind == "integer" and piece.heading and piece.id not in found:
            found |= {piece.id}
    return out[::-1]


def _listed(pieces: Sequence[Piece]) -> list[Piece]:
    """Short lines below words that end in a colon are what these list, and no headings.

    The last of them is the heading of a number that follows it.
    """
    out = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.heading or not piece.text.rstrip().endswith(":"):
            continue
        end = at + 1
        while end < len(pieces) and _may_be_listed(pieces[end]):
            end += 1
        end -= end == len(pieces) or pieces[end].kind in _NUMBERED | {"integer"}
        if end - at > 2:
            out[at + 1 : end] = [one._replace(heading=False) for one in pieces[at + 1 : end]]
    return out


def _may_be_listed(piece: Piece) -> bool:
    plain = piece.kind == "plain" and piece.heading and piece.line.style == ""
    text = piece.text.rstrip()
    return plain and not (
        text.isupper() or text.endswith(":") or any(run.emphasis for run in piece.runs)
    )


def _sentences(pieces: Sequence[Piece], nearest: Sequence[str]) -> set[int]:
    """The sentences with a whole number and a stop, right before the first number under theirs."""
    return {
        at
        for at, piece in enumerate(pieces)
        if piece.kind == "integer" and piece.dotted and piece.text and not piece.heading
        if nearest[at] == f"{piece.id}.1"
    }


def _with_sections(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece, are the clauses of its division called sections?"""
    out: list[bool] = []
    found = False
    for piece in reversed(pieces):
        found = found or piece.kind == "section"
        out.append(found)
        found = found and not (piece.kind == "division" and piece.id.startswith(OWN_NUMBERS))
    return out[::-1]


def _dotted_titles(pieces: Sequence[Piece]) -> list[frozenset[str]]:
    """For each piece the whole numbers that have a full stop before a heading near it.

    "8. Principles" is clause 8, so that "8 Holidays and leave" is the heading of another series;
    an Appendix has a series of its own.
    """
    out: list[frozenset[str]] = []
    begun = 0
    for at in range(len(pieces) + 1):
        if at == len(pieces) or (
            pieces[at].kind == "division" and pieces[at].id.startswith(OWN_NUMBERS)
        ):
            near = pieces[begun:at]
            found = {p.id for p in near if p.kind == "integer" and p.dotted and p.heading}
            out += [frozenset(found)] * len(near)
            begun = at
    return out


def _may_be_title(piece: Piece) -> bool:
    """May words of any kind be a title: a few of them, in no sentence that ends?"""
    text = piece.text.strip()
    return bool(text) and len(text.split()) <= 12 and not text.endswith((*TERMINAL, ":"))


def _opening(piece: Piece, following: str) -> Piece | None:
    """ "B3 Hours of work" before clause B3.1: what the next clause counts from is its number."""
    opens = following.split(".")[0]
    found = lettered_in(piece, opens[:1]) if opens else None
    return found if found is not None and found.id == opens else None


def _restarts(pieces: Sequence[Piece]) -> bool:
    """Do the clauses of most Parts count from the same number again?"""
    firsts: list[str] = []
    waiting = False
    for piece in pieces:
        if piece.kind == "division":
            waiting = piece.id.startswith(("Part", "Article", "Chapter", "Section"))
        elif piece.kind == "decimal" and waiting:
            firsts.append(piece.id)
            waiting = False
    return len(firsts) > 1 and len(set(firsts)) <= len(firsts) // 2
