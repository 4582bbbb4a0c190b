"""Cells of a table that read the same and stand under another heading: its spans are others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausetrack.diff.edits import ChangeEdit
from clausetrack.grids import fill, shape, text_at
from clausetrack.model import Cell, Table


def heading_edits(old: Table, new: Table) -> Iterator[ChangeEdit]:
    """The headings that became others over columns of two tables whose cells read the same."""
    if shape(old) == shape(new):  # as nearly every table
        return
    was, now = fill(old.rows), fill(new.rows)
    count = max(old.header_rows, new.header_rows, 1)
    sizes = [[len(row) for row in side] for side in (was, now)]
    if sizes[0] != sizes[1]:
        return
    for place in range(max(sizes[0], default=0)):
        heads = [_heading(side[:count], place) for side in (was, now)]
        body = [text_at(side[row], place) for side in (was, now) for row in range(count, len(side))]
        if heads[0] != heads[1] and any(body):
            op = "replace" if all(heads) else "delete" if heads[0] else "insert"
            yield ChangeEdit(op, heads[0], heads[1], "cell", 0, text_at(now[0], 0), heads[1])


def _heading(rows: Sequence[Sequence[Cell]], place: int) -> str:
    """All that the rows of the heading say of a column, a merged cell once."""
    cells = {id(row[place]): row[place].text for row in rows if place < len(row)}
    return " ".join(" ".join(cells.values()).split())
