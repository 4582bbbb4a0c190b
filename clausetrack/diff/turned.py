"""Tables that were turned round: what named the rows names the columns, and the reverse."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.model import Cell, Column, Table


def turned(old: Table, new: Table) -> Table | None:
    """The old table turned as the new one is; None where the new one stands as the old one did."""
    if len(old.rows) < 2 or len(new.rows) < 2 or max(old.header_rows, new.header_rows) > 1:
        return None
    across = [_names(table.rows[0]) for table in (old, new)]
    down = [_names([row[0] for row in table.rows if row]) for table in (old, new)]
    if not (_mostly(across[0], down[1]) and _mostly(down[0], across[1])):
        return None
    if _mostly(across[0], across[1]) or not (_plain(old) and _plain(new)):
        return None
    meant = {" ".join(column.heading.split()).casefold(): column for column in new.columns}
    rows = tuple(zip(*old.rows, strict=True))
    columns = tuple(
        meant.get(" ".join(cell.text.split()).casefold(), Column(cell.text, "other"))
        for cell in rows[0]
    )
    return Table(rows, new.header_rows, columns if new.columns else ())


def _names(cells: Sequence[Cell]) -> set[str]:
    """What a row or a column says behind its first cell."""
    return {said for cell in cells[1:] if (said := " ".join(cell.text.split()).casefold())}


def _mostly(one: set[str], other: set[str]) -> bool:
    return 2 * len(one & other) > max(len(one), len(other))


def _plain(table: Table) -> bool:
    """Has a table as many cells in every row, and none that covers several places?"""
    cells = (cell for row in table.rows for cell in row)
    return len(set(map(len, table.rows))) == 1 and all(
        cell.colspan == cell.rowspan == 1 for cell in cells
    )
