"""The edits of a table: rows by their key, columns by their meaning, and the cells between."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.diff import row_names
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.rises import rise
from clausetrack.diff.table_grid import Grid, headed, line, told_apart
from clausetrack.model import Table

Pairs = dict[int, int]


def table_edits(old: Table, new: Table) -> Iterator[ChangeEdit]:
    """Columns and rows that went, rows that moved, cells that changed, columns and rows that came.

    A heading that stands in more rows in one of them, and says the same, was not edited. What
    names the edits of a table that was turned round is the new one.
    """
    old, new = headed(old, new)
    was, now = _grids(old, new)
    columns, passed = ({at: at for at in range(was.width)}, Pairs())
    rows, moved = ({at: at for at in range(len(was.cells))}, Pairs())
    if not _in_place(was, now):  # most tables are: only some of their figures changed
        from clausetrack.diff.table_columns import matched
        from clausetrack.diff.table_rows import matched_rows
        from clausetrack.diff.turned import turned

        if (other := turned(old, new)) is not None:
            before, after = ("\n".join(map(line, table.rows)) for table in (old, new))
            yield ChangeEdit("move", before, after, "table")
            was, now = _grids(other, new)
        columns, passed = matched(was, now)
        rows, moved = matched_rows(was, now, columns)
    heads = (was.header_rows, now.header_rows) if _one_heading(was, now, columns) else (0, 0)
    rows = {i: j for i, j in rows.items() if i >= heads[0] and j >= heads[1]} | moved
    for place in range(was.width):
        if place not in columns:
            text = "\n".join(was.column(place))
            yield ChangeEdit("delete", text, "", "column", place, column=was.heading(place))
    for i, j in sorted(passed.items(), key=lambda pair: pair[1]):
        both = "\n".join(was.column(i)), "\n".join(now.column(j))
        left = now.heading(j - 1) if j else None
        yield ChangeEdit("move", *both, "column", i, column=now.heading(j), to=j, after=left)
    for place, row in enumerate(was.cells):
        if place >= heads[0] and place not in rows:
            yield ChangeEdit("delete", line(row), "", "row", place, row=was.key(place))
    for i, j in sorted(moved.items(), key=lambda pair: pair[1]):
        lines = line(was.cells[i]), line(now.cells[j])
        above = now.key(j - 1) if j > now.header_rows else None
        yield ChangeEdit("move", *lines, "row", i, row=now.key(j), to=j, after=above)
    yield from _cells(was, now, rows, columns)
    taken = set(columns.values())
    for place in range(now.width):
        if place not in taken:
            text = "\n".join(now.column(place))
            yield ChangeEdit("insert", "", text, "column", place, column=now.heading(place))
    taken = set(rows.values())
    for place, row in enumerate(now.cells):
        if place >= heads[1] and place not in taken:
            yield ChangeEdit("insert", "", line(row), "row", place, row=now.key(place))


def _grids(old: Table, new: Table) -> tuple[Grid, Grid]:
    meant = row_names.meant(old, new)
    return told_apart(*map(Grid.of, (old, new), meant, row_names.labels(old, new, meant)))


def _in_place(was: Grid, now: Grid) -> bool:
    """Do two tables have the same headings and the same names of rows, each in its place?"""
    heads = was.header_rows
    return (
        was.names == now.names
        and all(was.names[heads:])
        and (was.width, was.meanings, was.keys) == (now.width, now.meanings, now.keys)
        and list(map(line, was.cells[:heads])) == list(map(line, now.cells[: now.header_rows]))
    )


def _one_heading(was: Grid, now: Grid, columns: Pairs) -> bool:
    """Do the headings of two tables say the same in another number of rows?

    A cell whose words do not fit is printed in several lines, and a PDF says nothing of cells.
    """
    counts = {was.header_rows, now.header_rows}
    return (
        len(counts) == 2
        and 0 not in counts
        and bool(columns)
        and all(was.headed(i) == now.headed(j) for i, j in columns.items())
    )


def _cells(was: Grid, now: Grid, rows: Pairs, columns: Pairs) -> Iterator[ChangeEdit]:
    seen: set[tuple[int, int]] = set()
    for i, j in sorted(rows.items(), key=lambda pair: pair[1]):
        for left, right in sorted(columns.items(), key=lambda pair: pair[1]):
            one, other = was.cell(i, left), now.cell(j, right)
            pair = (id(one), id(other))
            if one.text == other.text or pair in seen:
                continue
            seen.add(pair)  # a merged cell stands in several places and is one
            op = "replace" if one.text and other.text else "delete" if one.text else "insert"
            difference, percent = rise(one.text.strip(), other.text.strip())
            yield ChangeEdit(op, one.text, other.text, "cell", j, now.key(j), now.heading(right),
                             difference, percent)  # fmt: skip
