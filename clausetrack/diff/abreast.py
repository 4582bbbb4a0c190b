"""Tables of the same rows that stand, or stood, as one table side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausetrack.diff.row_names import labels, meant
from clausetrack.diff.table_grid import Grid, told_apart
from clausetrack.model import Cell, Table

_FEWEST = 2  # figures in common; under another heading one may be the same by chance


def shared_columns(whole: Table, part: Table) -> set[int] | None:
    """The columns of `whole` that say what the columns of `part` say, row by row; None for none.

    Each column of the part has one, in which at least half of its rows stayed as they are.
    """
    one, other = _sides(whole, part)
    rows, found = _rows(one), _rows(other)
    both = rows.keys() & found.keys()
    if not found or 2 * len(both) <= max(len(rows), len(found)):
        return None
    taken: dict[int, int] = {}
    for at in _measures(other):
        best = max(
            (_stayed(one, other, at, place, [(rows[name], found[name]) for name in both]), -place)
            for place in _measures(one)
        )
        kept, same_heading = best[0]
        if 2 * kept < len(both) or kept < (1 if same_heading else _FEWEST):
            return None
        taken[-best[1]] = at
    return set(taken) if len(taken) == len(_measures(other)) > 0 else None


def abreast(tables: Sequence[Table], whole: Table) -> Table | None:
    """The tables as one, in which their columns stand side by side as they do in `whole`.

    None where they are no such parts of it: they must have the same rows, and each columns of its
    own.
    """
    taken: set[int] = set()
    first = tables[0]
    sides = []
    for table in tables:
        columns = shared_columns(whole, table)
        if not columns or columns & taken or table.header_rows != first.header_rows:
            return None
        taken |= columns
        sides.append(_sides(whole, table)[1])
    named = [_rows(side) for side in sides]
    if any(rows.keys() != named[0].keys() for rows in named):
        return None
    out = []
    for row in range(len(sides[0].cells)):
        cells = [sides[0].cell(row, at) for at in range(sides[0].width)]
        for side, rows in zip(sides[1:], named[1:], strict=True):
            there = row if row < first.header_rows else rows[sides[0].key(row).casefold()]
            cells += [side.cell(there, at) for at in _measures(side)]
        out.append(tuple(Cell(cell.runs) for cell in cells))
    meanings = [side.meanings for side in sides]
    if any(len(each) != side.width for each, side in zip(meanings, sides, strict=True)):
        return replace(first, rows=tuple(out), columns=())
    beside = [table.columns[at] for table, side in zip(tables[1:], sides[1:], strict=True)
              for at in _measures(side)]  # fmt: skip
    return replace(first, rows=tuple(out), columns=(*first.columns, *beside))


def _sides(whole: Table, part: Table) -> tuple[Grid, Grid]:
    both = meant(whole, part)
    return told_apart(*map(Grid.of, (whole, part), both, labels(whole, part, both)))


def _rows(side: Grid) -> dict[str, int]:
    """The rows of the body by what they go by; none where two go by one name, or one by none."""
    rows = range(side.header_rows, len(side.cells))
    found = {side.key(row).casefold(): row for row in rows}
    return found if len(found) == len(rows) and "" not in found else {}


def _measures(side: Grid) -> list[int]:
    return [at for at in range(side.width) if at not in side.labels]


def _stayed(
    one: Grid, other: Grid, at: int, place: int, rows: Sequence[tuple[int, int]]
) -> tuple[int, bool]:
    """How many cells of column `at` stand at `place` of the whole, and is the heading the same?"""
    kept = sum(
        bool(said := other.cell(j, at).text.strip()) and said == one.cell(i, place).text.strip()
        for i, j in rows
    )
    heading = other.heading(at).casefold()
    return kept, bool(heading) and heading == one.heading(place).casefold()
