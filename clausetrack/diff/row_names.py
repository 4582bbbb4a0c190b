"""Which columns name the rows of a table, where the columns' roles leave it open.

A column of plain numbers looks like steps and may as well be hours. It is what its rows go by where
its heading says so, where it counts 1, 2, 3, or where no words stand to the left of it; but not
where such words tell each row from every other.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.grids import fill, says_key, text_at
from clausetrack.lazily import pattern
from clausetrack.model import Cell, Column, Table

#: A figure and nothing else: a code such as "G3" names its row by itself.
_PLAIN = pattern(r"\d[\d,.]*")
_LONGEST = 4  # digits of a number that counts rows
#: The role of figures that name no row.
MEASURE = "measure"
#: What opens a measure and no name: "2 hours", "$40".
_MEASURE = pattern(r"[\d$€£(+–-]")

Columns = tuple[Column, ...]


def meant(old: Table, new: Table) -> tuple[Columns, Columns]:
    """The columns of two versions of a table; what does not name their rows has no role of a key.

    Both have to agree: what names the rows of one version alone is known by neither.
    """
    sides = [(table.columns, fill(table.rows)[table.header_rows :]) for table in (old, new)]
    found = [_keys(columns, rows) for columns, rows in sides]
    if not all(found) or all(_named_before_key(columns, rows) for columns, rows in sides):
        found = [set(), set()]
    first, second = (
        tuple(
            replace(column, role=MEASURE) if column.role == "key" and at not in keys else column
            for at, column in enumerate(columns)
        )
        for (columns, _), keys in zip(sides, found, strict=True)
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
    while any(one.role == "key" and _says_key(one) for one in columns[last + 1 : last + 2]):
        last += 1
    return tuple(at for at, column in enumerate(columns)
                 if column.role == "group" or (at <= last and column.role != "rate"))  # fmt: skip


def _naming(table: Table, columns: Columns) -> tuple[int, ...]:
    """The first columns of words that tell the rows apart; the last says what is said of a row."""
    rows = fill(table.rows)[table.header_rows :]
    best: tuple[int, ...] = (0,)
    most = 0
    told = [0] * len(rows)  # a number for each row, the same for those not told apart so far
    for at in range(max((len(row) for row in rows), default=0) - 1):
        if at and not _words(columns, rows, at):
            break
        known: dict[tuple[int, str], int] = {}
        told = [
            known.setdefault((number, text_at(row, at)), len(known))
            for number, row in zip(told, rows, strict=True)
        ]
        if len(known) > most:
            best, most = tuple(range(at + 1)), len(known)
    return best


def _named_before_key(columns: Columns, rows: Sequence[Sequence[Cell]]) -> bool:
    """Do the words left of the first column with the role of a key tell each row apart?"""
    key = next((at for at, column in enumerate(columns) if column.role == "key"), 0)
    left = [at for at in range(key) if _words(columns, rows, at)]
    names = [tuple(text_at(row, at) for at in left) for row in rows]
    return bool(left) and all(map(any, names)) and len(set(names)) == len(names)


def _keys(columns: Columns, rows: Sequence[Sequence[Cell]]) -> set[int]:
    """The columns with the role of a key that are one by heading, codes, place or counting."""
    words = next((at for at in range(len(columns)) if _words(columns, rows, at)), len(columns))
    return {
        at
        for at, column in enumerate(columns)
        if column.role == "key"
        and (at < words or _says_key(column) or _names_or_counts(_column(rows, at)))
    }


def _names_or_counts(body: Sequence[str]) -> bool:
    """Does a column hold codes, or count 1, 2, 3? Under each group the count may begin again."""
    if not all(map(_PLAIN.fullmatch, body)):
        return True
    figures = [int(text) for text in body if len(text) <= _LONGEST and text.isdecimal()]
    return (
        len(figures) == len(body)
        and figures[:1] in ([0], [1])
        and all(
            after == before + 1 or after == figures[0]
            for before, after in itertools.pairwise(figures)
        )
    )


def _says_key(column: Column) -> bool:
    """Does a heading call what is under it steps? "Step 1" is one step, and has rates under it."""
    return says_key(column.heading) and not any(map(str.isdigit, column.heading))


def _column(rows: Sequence[Sequence[Cell]], at: int) -> list[str]:
    return [text for row in rows if (text := text_at(row, at))]


def _words(columns: Columns, rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Does a column hold words, and neither amounts nor measures?"""
    if at < len(columns) and columns[at].role in {"rate", "key", MEASURE}:
        return False
    body = _column(rows, at)
    return bool(body) and not any(map(_MEASURE.match, body))
