"""Printed rows inside tables -> rows of cells; a table that goes on over a page is one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetrack.ingest.pdf.rows import PrintedPage, PrintedRow, PrintedTable


@dataclass(slots=True)
class FilledCell:
    """A cell with the printed rows in it."""

    rows: list[PrintedRow]
    colspan: int
    rowspan: int


@dataclass(slots=True)
class TableRow:
    """One row of a table: its number in the document, its cells."""

    table: int
    cells: list[FilledCell]

    @property
    def rows(self) -> list[PrintedRow]:
        return [row for cell in self.cells for row in cell.rows]

    @property
    def texts(self) -> list[str]:
        return [" ".join(row.text for row in cell.rows) for cell in self.cells]


@dataclass
class Tables:
    """The tables of a document as they are met: each its number, or that of the one before it."""

    pages: dict[int, PrintedPage]
    count: int = 0
    last: tuple[int, list[float], list[list[str]]] | None = None

    def read(self, rows: Sequence[PrintedRow], *, follows: bool) -> list[TableRow]:
        """The rows of one table of one page. `follows`: nothing stands between it and the last."""
        page, cell = rows[0].page, rows[0].cell
        assert cell is not None
        table = self.pages[page].tables[cell[0]]
        columns = _columns(table, {row.cell[1] for row in rows if row.cell is not None})
        edges = [table.edges[column] for column in columns]
        goes_on = follows and self.last is not None and _alike(self.last, page, edges)
        if not goes_on:
            self.count += 1
        found = list(self._rows(table, rows, columns))
        heading = [row.texts for row in found[: _head(found)]]
        if goes_on and self.last is not None:
            for known in self.last[2]:
                if not found or found[0].texts != known:
                    break
                for row in found.pop(0).rows:
                    row.aside = "a table heading that the next page repeats"
            heading = self.last[2]
        self.last = page, edges, heading
        return found

    def _rows(
        self, table: PrintedTable, rows: Sequence[PrintedRow], columns: Sequence[int]
    ) -> Iterator[TableRow]:
        inside: dict[int, list[PrintedRow]] = {}
        for row in rows:
            assert row.cell is not None
            inside.setdefault(row.cell[1], []).append(row)
        current, cells = -1, list[FilledCell]()
        for number, (at, column, width, rowspan) in enumerate(table.cells):
            if at != current and any(cell.rows for cell in cells):
                yield TableRow(self.count, cells)
            if at != current:
                current, cells = at, []
            colspan = max(sum(column <= one < column + width for one in columns), 1)
            cells.append(FilledCell(inside.get(number, []), colspan, rowspan))
        if any(cell.rows for cell in cells):
            yield TableRow(self.count, cells)


def _head(rows: Sequence[TableRow]) -> int:
    """How many rows the heading of a table has: those that a cell of the first of them spans."""
    return max((cell.rowspan for row in rows[:1] for cell in row.cells), default=1)


def _columns(table: PrintedTable, filled: set[int]) -> list[int]:
    """The columns of the grid in which a cell of a row that holds text begins.

    What a tracked change takes away may leave a grid that is finer than any row that stays.
    """
    lines = {table.cells[number][0] for number in filled}
    return sorted({column for at, column, _, _ in table.cells if at in lines})


def _alike(last: tuple[int, list[float], list[list[str]]], page: int, edges: list[float]) -> bool:
    """Is a table the rest of the one on the page before: the same columns in the same places?"""
    before, other, _ = last
    return (
        page == before + 1
        and len(edges) == len(other)
        and all(abs(a - b) <= 4 for a, b in zip(edges, other, strict=True))
    )
