"""Tables to print: both versions in one where they can be, or the old one and then the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from clausetrack.diff.cells import table_edits
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.rises import amount
from clausetrack.diff.turned import turned
from clausetrack.grids import fill, shape
from clausetrack.model import Cell, Clause, Table
from clausetrack.render.html_text import CellView, Links, Piece, TableView, pieces

#: The pieces of a cell that stands in both tables: from the old cell, the new one, and its place.
_Marked = Callable[[Cell, Cell, int, int], tuple[Piece, ...]]


def tables(
    old: Clause | None, new: Clause | None, linked: Mapping[tuple[str, str], Links]
) -> tuple[TableView, ...]:
    """The tables of a unit: one that holds both versions, or each by itself.

    One that was turned round stands as it does now, with what changed in it.
    """
    was, now = old.table if old else None, new.table if new else None

    def marked(one: Cell, other: Cell, row: int, cell: int) -> tuple[Piece, ...]:
        spots = linked.get((new.id, f"cell {row + 1},{cell + 1}"), ()) if new else ()
        text = other.text.strip()
        return pieces(one.text.strip(), text, spots, len(other.text) - len(other.text.lstrip()))

    if was and now:
        was = turned(was, now) or was
        if not (_spans(was) or _spans(now)):
            return (_merged(was, now, marked),)
        if shape(was) == shape(now):
            return (TableView(_in_place(was, now, marked)),)
    out = []
    if was:
        out.append(TableView(_in_place(was, was, lambda one, *_: _only("delete", one)), "old"))
    if now:
        out.append(TableView(_in_place(now, now, lambda one, *_: _only("insert", one)), "new"))
    return tuple(out)


def _only(op: str, cell: Cell) -> tuple[Piece, ...]:
    return (Piece(op, cell.text.strip()),) if cell.text.strip() else ()


def _spans(table: Table) -> bool:
    """Does a cell cover several places, or does a row have more or fewer than the others?"""
    widths = {len(row) for row in table.rows}
    return len(widths) > 1 or any(c.colspan > 1 or c.rowspan > 1 for row in table.rows for c in row)


def _in_place(was: Table, now: Table, marked: _Marked) -> tuple[tuple[CellView, ...], ...]:
    """Two tables of one shape, cell by cell."""
    keys = [at for at, column in enumerate(now.columns) if column.role == "key"] or [0]
    filled = fill(now.rows)
    out = []
    for number, (old_row, new_row) in enumerate(zip(was.rows, now.rows, strict=True)):
        key_cells = [filled[number][at] for at in keys if at < len(filled[number])]
        header = number < now.header_rows
        row = []
        for at, (old, new) in enumerate(zip(old_row, new_row, strict=True)):
            key = any(new is cell for cell in key_cells)
            scope = "col" if header else "row" if key and new.text.strip() else ""
            figure = not header and amount(new.text) is not None
            row.append(
                CellView(marked(old, new, number, at), scope, new.colspan, new.rowspan, figure)
            )
        out.append(tuple(row))
    return tuple(out)


def _gone_and_come(edits: Iterable[ChangeEdit], part: str) -> tuple[set[int], set[int]]:
    """The rows or columns that left their place in the old table, and those that came to one."""
    told = [edit for edit in edits if edit.part == part]
    return (
        {e.start for e in told if e.op in {"delete", "move"}},
        {e.to if e.op == "move" else e.start for e in told if e.op in {"insert", "move"}},
    )


def _merged(was: Table, now: Table, marked: _Marked) -> TableView:
    """Two tables without spans as one: rows and columns that went and came stand in their order."""
    edits = list(table_edits(was, now))
    rows = _order(len(was.rows), len(now.rows), *_gone_and_come(edits, "row"))
    columns = _order(_width(was), _width(now), *_gone_and_come(edits, "column"))
    keys = [at for at, column in enumerate(now.columns) if column.role == "key"] or [0]
    old_keys = [at for at, column in enumerate(was.columns) if column.role == "key"] or [0]
    out = []
    for i, j in rows:
        header = j < now.header_rows if j is not None else (i or 0) < was.header_rows
        cells = []
        for left, right in columns:
            old = was.rows[i][left] if i is not None and left is not None else None
            new = now.rows[j][right] if j is not None and right is not None else None
            if old is None and new is None:  # where a row that went meets a column that came
                cells.append(CellView((), side="neither"))
                continue
            text = (new or old or _EMPTY).text.strip()
            key = right in keys if right is not None else left in old_keys
            cells.append(
                CellView(
                    marked(old, new, j or 0, right or 0)
                    if old and new
                    else _only("insert" if new else "delete", new or old or _EMPTY),
                    scope="col" if header else "row" if key and text else "",
                    figure=not header and amount(text) is not None,
                    side="" if old and new else "new" if new else "old",
                )
            )
        out.append(tuple(cells))
    return TableView(tuple(out))


_EMPTY = Cell(())


def _width(table: Table) -> int:
    return len(table.rows[0]) if table.rows else 0


def _order(
    old: int, new: int, gone: set[int], come: set[int]
) -> list[tuple[int | None, int | None]]:
    """The places of both sides in one order; those that neither went nor came stand together."""
    out: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < old or j < new:
        if i < old and i in gone:
            out.append((i, None))
            i += 1
        elif j < new and j in come:
            out.append((None, j))
            j += 1
        else:
            out.append((i, j))
            i, j = i + 1, j + 1
    return out
