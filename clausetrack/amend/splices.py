"""New wording for stretches of a clause: what an order on a part of it does, and to which words.

Two orders that change different words of one clause are carried out together. Each says which
words it deals with, counted in the base, so that whether they meet is seen from where they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from clausetrack.model import Cell, Clause, Run, Runs, Source

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """What comes in place of a stretch of the base's `clause`.

    `role` says of what: its heading or text, by characters; a cell (`row`, `cell`), by characters;
    or its rows, by rows. Where `start` is `end`, something comes in and nothing goes.
    """

    clause: str
    role: str
    start: int
    end: int
    new: str = ""
    rows: tuple[Row, ...] = ()
    row: int = -1
    cell: int = -1
    source: Source | None = None

    def meets(self, other: Splice) -> bool:
        """Do two splices of one clause deal with the same words, or come in at one place?"""
        if self.role == other.role == "rows" or (
            (self.role, self.row, self.cell) == (other.role, other.row, other.cell)
        ):
            return _meet((self.start, self.end), (other.start, other.end))
        for rows, one in ((self, other), (other, self)):
            if rows.role == "rows" and one.role == "cell":
                return rows.start <= one.row < rows.end
        return False


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    if one == other:
        return True
    return one[0] < other[1] and other[0] < one[1]


def overlap(splices: Iterable[Splice]) -> bool:
    """Do any two of the splices of one clause meet?"""
    return any(one.meets(other) for one, other in combinations(splices, 2))


def spliced(clause: Clause, splices: Iterable[Splice]) -> Clause:
    """`clause` with all of `splices`, none of which meet."""
    begins = clause.own_text
    ordered = sorted(splices, key=lambda one: (one.start, one.end), reverse=True)
    for one in sorted(ordered, key=lambda one: one.role == "rows"):  # cells by the base's rows
        if one.role == "heading":
            clause = clause._replace(heading=put(clause.heading, one))
        elif one.role == "text":
            clause = clause._replace(text=put(clause.text, one))
        else:
            clause = _in_table(clause, one)
    if clause.own_text[:1].isspace() and not begins[:1].isspace():  # what stood first is gone
        space = len(clause.own_text) - len(clause.own_text.lstrip())
        clause = clause._replace(text=put(clause.text, Splice(clause.id, "text", 0, space)))
    return clause


def _in_table(clause: Clause, one: Splice) -> Clause:
    assert clause.table is not None
    rows = list(clause.table.rows)
    if one.role == "rows":
        rows[one.start : one.end] = one.rows
    else:
        row = list(rows[one.row])
        row[one.cell] = replace(row[one.cell], runs=put(row[one.cell].runs, one))
        rows[one.row] = tuple(row)
    return clause._replace(table=replace(clause.table, rows=tuple(rows)))


def put(runs: Runs, one: Splice) -> Runs:
    """`runs` with the new words for the stretch that they replace, in the emphasis found there."""
    out: list[Run] = []
    at = 0
    placed = False
    for run in runs:
        first, last = max(one.start - at, 0), min(one.end - at, len(run.text))
        # what comes in between two runs takes the look of the one before
        comes = one.start == one.end and not placed and first <= len(run.text)
        if first >= last and not comes:
            out.append(run)
        else:
            if first:
                out.append(_cut(run, 0, first))
            if not placed:
                out.append(Run(one.new, run.emphasis, source=one.source))
                placed = True
            if last < len(run.text):
                out.append(_cut(run, max(last, first), len(run.text)))
        at += len(run.text)
    return tuple(run for run in out if run.text)


def _cut(run: Run, first: int, last: int) -> Run:
    """A stretch of a run, with the offsets of that stretch in its source."""
    source = run.source
    if source is not None:
        source = replace(source, start=source.start + first, end=source.start + last)
    return run._replace(text=run.text[first:last], source=source)
