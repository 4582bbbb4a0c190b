"""Which whole numbers of terms of settlement number their items.

Wording that the terms quote has numbers of its own: the clauses of a Schedule, the entries of a
list, a clause 5 that is printed in item 4. The items are the row that counts on through all of
them, and each is told from the numbers like it by what it says: an order, or a title over one.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum

from clausetrack import numbering
from clausetrack.model import plain
from clausetrack.segment import inline, wording
from clausetrack.segment.labels import Piece, as_capital

_NEAR = 3  # pieces below a title that say whether the terms or the agreement speak there
_FURTHEST = 4  # what the numbers of items do not jump to


class _Says(IntEnum):
    """What speaks for a number being that of an item: nothing, nothing else, or its words."""

    QUOTED = 0
    ANYTHING = 1
    ITEM = 2


def settled(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], frozenset[int]]:
    """The pieces with the labels of items read as such, and the places where an item begins.

    They are "1.", or in terms without those "1.0", "(1)", "A." or "1.1", each of which has to order
    something: else they are the entries of lists.
    """
    whole = {
        at: int(piece.id)
        for at, piece in enumerate(pieces)
        if piece.kind == "integer" and piece.id.isdigit() and not piece.bulleted
    }
    numbers = _Numbers(pieces, whole)
    if found := numbers.row() or numbers.extract():
        return pieces, found
    zeroed = {
        at: int(piece.id[:-2])
        for at, piece in enumerate(pieces)
        if piece.kind == "decimal" and piece.id.endswith(".0") and piece.id[:-2].isdigit()
    }
    if zeroed and (found := _Numbers(pieces, zeroed).row()) == zeroed.keys():
        return pieces, found
    bracketed = {at: int(piece.id) for at, piece in enumerate(pieces)
                 if piece.kind == "letter" and piece.id.isdigit()}  # fmt: skip
    lettered = [as_capital(piece) or piece for piece in pieces]
    named = {at: piece.id for at, piece in enumerate(lettered)
             if piece.kind == "letter" and piece.id.isupper()}  # fmt: skip
    capitals = {at: ord(name) - ord("@") for at, name in named.items() if len(name) == 1}
    roman = {at: numbering.from_roman(name.lower()) or 0 for at, name in named.items()}
    for read, numbered in ((pieces, bracketed), (lettered, capitals), (lettered, roman)):
        numbers = _Numbers(read, numbered)
        found = numbers.row()
        ordering = numbers.orders or numbers.led()
        if ordering and ordering <= found:
            return read, found
    return pieces, _decimals(pieces)


def _decimals(pieces: Sequence[Piece]) -> frozenset[int]:
    """The places of the decimal numbers that begin an order, or count on from one that does."""
    chosen: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.kind != "decimal" or cites(piece):
            continue
        last = numbering.parse(pieces[chosen[-1]].id) if chosen else None
        counts_on = last is not None and piece.id == str(last.next)
        if wording.is_order(piece.text) or (counts_on and not _opens(pieces[at - 1])):
            chosen.append(at)
    return frozenset(chosen)


def cites(piece: Piece) -> bool:
    """Is a number that of the clause which the words behind it are on: "4.2: delete “x”"?"""
    return plain(piece.label).rstrip().endswith(":") or piece.text.startswith(("–", "—"))


class _Numbers:
    """The numbers of terms of settlement in one form, of their items and of what they quote."""

    def __init__(self, pieces: Sequence[Piece], numbers: Mapping[int, int]) -> None:
        self.pieces = pieces
        self.numbers = numbers
        self.orders = {at for at in numbers if wording.is_order(pieces[at].text)}
        row = [at for at in numbers
               if pieces[at].dotted or pieces[at].heading or at in self.orders
               or pieces[at].kind != "integer"]  # fmt: skip
        self.before = dict(zip(row, [-1, *row], strict=False))  # the number before each
        self.found: dict[int, list[int]] = defaultdict(list)
        for at in row:
            self.found[numbers[at]].append(at)

    def led(self) -> set[int]:
        """The titles that have an order right below them, where none stands before the first.

        Two at least: one alone may be the entry of a list.
        """
        below = [*(wording.is_order(piece.text) for piece in self.pieces), False]
        led = {at for at in self.numbers if is_title(self.pieces[at]) and below[at + 1]}
        return led if len(led) > 1 and not any(below[: min(self.numbers)]) else set()

    def row(self) -> frozenset[int]:
        """The places of the items: each counts on from the one before."""
        return self.row_from(-1)

    def extract(self) -> frozenset[int]:
        """The same of terms of which only later items are there: a title over an order is first."""
        below = [*(wording.is_order(piece.text) for piece in self.pieces), False]
        first = next((at for at in self.before if is_title(self.pieces[at]) and below[at + 1]), -1)
        ordered = any(below[: max(first, 0)])
        return frozenset() if first < 0 or ordered else self.row_from(first) | {first}

    def row_from(self, start: int) -> frozenset[int]:
        """The places that count on from the one at `start`, -1 for what stands before them all."""
        chosen: list[int] = []
        at: int | None = start
        while at is not None:
            number = self.numbers.get(at, 0)
            steps = (self.next(at, number + step, skips=step > 1) for step in range(1, _FURTHEST))
            at = next((found for found in steps if found is not None), None)
            if at is not None:
                chosen.append(at)
        return frozenset(chosen)

    def next(self, last: int, number: int, *, skips: bool) -> int | None:
        """The place of the item with a number, behind that of the item before it."""
        places = self.found.get(number, [])
        likely = places[bisect(places, last) :]
        if not likely:
            return None
        # What stands behind the order with the number after it is none of these.
        after = self.found.get(number + 1, [])
        end = next((at for at in after if at > likely[0] and at in self.orders), likely[-1] + 1)
        says = {at: self.says(at, last) for at in likely if at < end}
        for least in (_Says.ITEM, _Says.ANYTHING)[: 1 if skips else 2]:
            for at, said in says.items():
                if said >= least:
                    return at
        return None

    def says(self, at: int, last: int) -> _Says:
        """How the piece at a place speaks, where `last` is that of the item before it."""
        piece, before = self.pieces[at], self.before[at]
        if at in self.orders:
            return _Says.ITEM
        if at > 1 and self.pieces[at - 1].kind == "division" and _opens(self.pieces[at - 2]):
            return _Says.QUOTED  # below the heading of a Part that is printed
        if at and _opens(above := self.pieces[at - 1]):
            target = wording.target(above.text)
            named = target is not None and numbering.parse(target).numbers == (piece.id,)
            return _Says.QUOTED if named else _Says.ANYTHING
        if before != last and self.numbers[at] == self.numbers[before] + 1:
            # It counts on from a number that is none of an item.
            below = self.pieces[at + 1 : at + 1 + _NEAR]
            theirs = is_title(piece) and any(wording.is_theirs(one.text) for one in below)
            return _Says.ANYTHING if theirs else _Says.QUOTED
        own = is_title(piece) or wording.is_theirs(piece.text)
        return _Says.ITEM if own else _Says.ANYTHING


def _opens(piece: Piece) -> bool:
    """Does wording for the agreement follow a piece at once?"""
    orders = wording.ORDER.search(piece.text)
    return bool(orders) and (piece.text.rstrip().endswith(":") or wording.lead(piece.text).opens)


def is_title(piece: Piece) -> bool:
    """A heading, or a long one: titles of items can be as long as a sentence."""
    if wording.is_order(piece.text) or wording.is_order(inline.behind_title(piece.text)):
        return False
    at = wording.lead(piece.text).inline
    if at and wording.target(piece.text[:at]):
        return False  # "Clause 4.2 shall read: “…”"
    return piece.heading or (
        not piece.text.endswith((".", ";", ":", ",")) and piece.text[:1].isupper()
    )
