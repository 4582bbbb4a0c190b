"""Which columns name the rows of a table, where the columns' roles leave it open.

A column of plain numbers looks like steps and may as well be hours. It is what its rows go by where
its heading says so, or where it counts 1, 2, 3; but not where the words to the left of it tell each
row from every other.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.grids import fill
from clausetrack.model import Cell, Column, Table
from clausetrack.segment.tables import says_key

#: A figure and nothing else: a code such as "G3" names its row by itself.
_PLAIN = re.compile(r"\d+")
#: What opens a measure and no name: "2 hours", "$40".
_MEASURE = re.compile(r"[\d$€£(+–-]")

Columns = tuple[Column, ...]


def meant(old: Table, new: Table) -> tuple[Columns, Columns]:
    """The columns of two versions of a table; what does not name their rows has no role of a key.

    Both have to agree: what names the rows of one version alone is known by neither.
    """
    sides = [(table, fill(table.rows)[table.header_rows :]) for table in (old, new)]
    named = all(_named_before_key(table.columns, rows) for table, rows in sides)
    keys = all(_has_key(table.columns, rows) for table, rows in sides)
    first, second = (
        tuple(
            column
            if column.role != "key" or (keys and not named and _is_key(column, _column(rows, at)))
            else replace(column, role="other")
            for at, column in enumerate(table.columns)
        )
        for table, rows in sides
    )
    return first, second


def labels(old: Table, new: Table, columns: tuple[Columns, Columns]) -> list[tuple[int, ...]]:
    """The places of the columns by which each version tells rows of one key apart.

    With a key, they are the groups, what stands before it, and the keys right after it. Without
    one, they are the first columns that tell the rows apart, as far as any do, and as many in both
    versions.
    """
    own = [found for side in columns if (found := _keyed(side))]
    if len(own) == 2:
        return own
    both = zip((old, new), columns, strict=True)
    return [max((_naming(table, side) for table, side in both), key=len)] * 2


def _keyed(columns: Columns) -> tuple[int, ...]:
    """The columns by which the rows of a table with a key go; () where it has none."""
    last = next((at for at, column in enumerate(columns) if column.role == "key"), None)
    if last is None:
        return ()
    while last + 1 < len(columns) and columns[last + 1].role == "key":
        last += 1
    return tuple(at for at, column in enumerate(columns)
                 if column.role == "group" or (at <= last and column.role != "rate"))  # fmt: skip


def _naming(table: Table, columns: Columns) -> tuple[int, ...]:
    """The first columns of words that tell the rows apart; the last says what is said of a row."""
    rows = fill(table.rows)[table.header_rows :]
    best: tuple[int, ...] = (0,)
    most = 0
    for at in range(max((len(row) for row in rows), default=0) - 1):
        if at and not _words(columns, rows, at):
            break
        told = len({tuple(_text(row, one) for one in range(at + 1)) for row in rows})
        if told > most:
            best, most = tuple(range(at + 1)), told
    return best


def _named_before_key(columns: Columns, rows: Sequence[Sequence[Cell]]) -> bool:
    """Do the words left of the first column with the role of a key tell each row apart?"""
    key = next((at for at, column in enumerate(columns) if column.role == "key"), 0)
    left = [at for at in range(key) if _words(columns, rows, at)]
    names = [tuple(_text(row, at) for at in left) for row in rows]
    return bool(left) and all(map(any, names)) and len(set(names)) == len(names)


def _has_key(columns: Columns, rows: Sequence[Sequence[Cell]]) -> bool:
    return any(
        column.role == "key" and _is_key(column, _column(rows, at))
        for at, column in enumerate(columns)
    )


def _is_key(column: Column, body: Sequence[str]) -> bool:
    """Is a column with the role of a key one by its heading, by its codes, or by its counting?

    Under each heading of a group the count may begin again.
    """
    if says_key(column.heading) or not all(map(_PLAIN.fullmatch, body)):
        return True
    figures = [int(text) for text in body]
    return figures[:1] in ([0], [1]) and all(
        after == before + 1 or after == figures[0] for before, after in itertools.pairwise(figures)
    )


def _column(rows: Sequence[Sequence[Cell]], at: int) -> list[str]:
    return [text for row in rows if (text := _text(row, at))]


def _text(row: Sequence[Cell], at: int) -> str:
    return " ".join(row[at].text.split()) if at < len(row) else ""


def _words(columns: Columns, rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Does a column hold words, and neither amounts nor measures?"""
    if at < len(columns) and columns[at].role in {"rate", "key"}:
        return False
    body = _column(rows, at)
    return bool(body) and not any(map(_MEASURE.match, body))
