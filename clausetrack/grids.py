"""The grid that a table's merged cells cover, and the headings that say what names its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.model import Cell

KEY = re.compile(r"\b(?:step|grade|level|year|point|scale|years of service)s?\b", re.I)
_RATE = re.compile(
    r"\brates?\b|\bvalue\b|\bsalary\b|\bamount\b|\bcurrent\b|\ballowance\b|\bpay\b", re.I
)
_WIDEST = 1000  # grid columns; no honest cell covers more


def fill(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with every grid column filled: a cell that spans stands in each place it covers."""
    out = []
    carried: dict[int, tuple[Cell, int]] = {}
    for cells in rows:
        row: list[Cell] = []
        waiting = list(reversed(cells))
        following: dict[int, tuple[Cell, int]] = {}
        while waiting or len(row) in carried:
            if len(row) in carried:
                cell, left = carried[len(row)]
                width = 1
            else:
                cell = waiting.pop()
                left, width = cell.rowspan, min(cell.colspan, _WIDEST)
            for _ in range(width):
                if left > 1:
                    following[len(row)] = (cell, left - 1)
                row.append(cell)
        carried = following
        out.append(tuple(row))
    return tuple(out)


def says_key(heading: str) -> bool:
    """Does a heading say that its column names the rows?"""
    return bool(KEY.search(heading)) and not _RATE.search(heading)
