"""The four documents side by side, and which clause of one is which clause of the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from clausetrack.diff.changes import Comparison
from clausetrack.diff.compare import compare
from clausetrack.diff.moves import moved, renumbered
from clausetrack.diff.sides import Side
from clausetrack.model import Clause, Document, Table
from clausetrack.reconcile.orders import Orders
from clausetrack.settlement import Applied


@dataclass(frozen=True)
class Sides:
    """Base, ours, theirs rejected and theirs accepted; clauses by their place in each.

    `pairs` are our clauses and theirs that are one; `silent` compares the base with theirs
    rejected, `tracked` theirs rejected with theirs accepted, `result` ours with theirs accepted.
    """

    silent: Comparison
    tracked: Comparison
    result: Comparison
    pairs: dict[int, int]
    moved: frozenset[int]
    renumbered: frozenset[int]

    @classmethod
    def of(
        cls,
        base: Document,
        applied: Applied,
        rejected: Document,
        accepted: Document,
        orders: Orders,
    ) -> Sides:
        """The documents aligned with each other; rows without a word are no part of a table."""
        base, rejected, accepted = map(_worded, (base, rejected, accepted))
        made = _worded(applied.document)
        silent, tracked = compare(base, rejected), compare(rejected, accepted)
        result = compare(made, accepted)
        pairs = _pairs(silent, tracked, result, orders)
        ours, theirs = result.old, result.new
        return cls(
            silent,
            tracked,
            result,
            pairs,
            frozenset(moved(ours, theirs, pairs)),
            frozenset(renumbered(ours, theirs, pairs)),
        )

    @property
    def base(self) -> Side:
        return self.silent.old

    @property
    def rejected(self) -> Side:
        return self.silent.new

    @property
    def ours(self) -> Side:
        return self.result.old

    @property
    def theirs(self) -> Side:
        return self.result.new

    @cached_property
    def back_in_rejected(self) -> dict[int, int]:
        """The places in theirs accepted -> those in theirs rejected."""
        return {j: i for i, j in self.tracked.forth.items()}

    @cached_property
    def back_in_base(self) -> dict[int, int]:
        """The places in theirs rejected -> those in the base."""
        return {j: i for i, j in self.silent.forth.items()}

    def in_rejected(self, clause: Clause | None) -> Clause | None:
        """What a clause of the base is in theirs with all changes rejected."""
        if clause is None:
            return None
        at = self.base.at.get(clause.id)
        found = None if at is None else self.silent.forth.get(at)
        return None if found is None else self.rejected.clauses[found]


def _worded(document: Document) -> Document:
    """The document with the rows of its tables that hold a word, and the tables that have any.

    A word processor may keep a row of which it struck out every word, and LibreOffice the grid of
    a table that it put in, when that is taken back.
    """
    clauses = (
        clause._replace(table=_without_empty(clause.table)) if clause.table else clause
        for clause in document.clauses
    )
    kept = tuple(one for one in clauses if one.table is None or one.table.rows or one.heading)
    return replace(document, clauses=kept)


def _without_empty(table: Table) -> Table:
    kept = [at for at, row in enumerate(table.rows) if any(cell.text.strip() for cell in row)]
    if len(kept) == len(table.rows):
        return table
    return replace(
        table,
        rows=tuple(table.rows[at] for at in kept),
        header_rows=sum(at < table.header_rows for at in kept),
    )


def path(side: Side, place: int) -> list[str]:
    """The ID of a clause and those above it, nearest first."""
    out = []
    while place >= 0:
        out.append(side.clauses[place].id)
        place = side.parents[place]
    return out


def _pairs(
    silent: Comparison, tracked: Comparison, result: Comparison, orders: Orders
) -> dict[int, int]:
    """Our clauses and theirs: those that read alike under one ID, then as each came from the base.

    What is left is paired as it reads, wherever it stands, and then by its ID.
    """
    ours, theirs = result.old, result.new
    pairs: dict[int, int] = {}
    taken: set[int] = set()

    def pair(i: int, j: int | None) -> None:
        if j is not None and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)

    for i, j in result.forth.items():
        if ours.clauses[i].id == theirs.clauses[j].id:
            pair(i, j)
    for i, clause in enumerate(ours.clauses):
        old = orders.came[clause.id].old
        at = None if old is None else silent.old.at.get(old.id)
        here = None if at is None else silent.forth.get(at)
        pair(i, None if here is None else tracked.forth.get(here))
    for i, j in result.forth.items():
        pair(i, j)
    for i, clause in enumerate(ours.clauses):
        own = theirs.at.get(clause.id)
        if orders.came[clause.id].old is None and own is not None:
            pair(i, own if clause.kind == theirs.clauses[own].kind else None)
    return pairs
