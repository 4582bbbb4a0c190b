"""Tables that a text rules with dashes: under the headings, around all of it, or as a grid.

So pandoc and docutils print them. What stands above or under the dashes of one column is of that
column, and a cell may go on over lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

#: What a line has of a cell: the line, and from where to where.
Piece = tuple[int, int, int]
Cells = tuple[tuple[Piece, ...], ...]
#: The lines of a table, and those of each of its rows.
_Table = tuple[range, Sequence[range]]
#: Where each column begins, and where it ends; the last one of a line of dashes is open.
_Columns = Sequence[tuple[int, int]]

_DASHES = re.compile(r"-{2,}|={2,}")
_PARTED = re.compile(r" *(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+) *$")
_AROUND = re.compile(r" *-{5,} *$")
_GRID = re.compile(r" *\+(?::?-{2,}:?\+|:?={2,}:?\+)+ *$")
_MOST = 12  # lines of headings
_OPEN = 1_000_000


def rows(physical: Sequence[str]) -> dict[int, tuple[int, Cells | None]]:
    """The lines of tables that are ruled with dashes, each with the number of its table from 1.

    With the first line of a row stand its cells; with its other lines, and with rules, None.
    """
    found: dict[int, tuple[int, Cells | None]] = {}
    number, end = 0, 0
    for at, line in enumerate(physical):
        if at < end or line.lstrip(" ")[:1] not in ("-", "=", "+"):
            continue
        table: _Table | None = None
        columns: _Columns = ()
        if _PARTED.match(line):
            columns = _parts(line)
            table = _dashed(physical, at, end, columns)
        elif _GRID.match(line):
            bars = [place for place, sign in enumerate(line) if sign == "+"]
            columns = [(a + 1, b) for a, b in pairwise(bars)]
            table = _grid(physical, at, bars)
        if table is None:
            continue
        lines, parts = table
        end = lines.stop
        if parts:
            number += 1
            found.update(dict.fromkeys(lines, (number, None)))
            for row in parts:
                found[row.start] = number, _cells(physical, row, columns)
    return found


def _parts(line: str) -> _Columns:
    *before, last = (found.span() for found in _DASHES.finditer(line))
    return [*before, (last[0], _OPEN)]


def _dashed(physical: Sequence[str], at: int, end: int, columns: _Columns) -> _Table | None:
    """The table whose columns line `at` shows; what is above line `end` is none of it.

    Its headings stand above that line, or below it and above another; what ends it is one more
    line of dashes, or where it has none an empty line. Empty lines part rows of several lines.
    """
    head = _head(physical, at, end, columns)
    first = min(head.start, at)
    if head and first > end and _AROUND.match(physical[first - 1]):
        first -= 1
    rules = [at, *islice(_rules(physical, at, columns), 2)]
    if not head and len(rules) > 2:
        head, rules = range(at + 1, rules[1]), rules[1:]
    if len(rules) > 1:
        last = rules[1] + 1
        body = list(_blocks(physical, range(rules[0] + 1, rules[1])))
    else:
        last = at + 1
        while last < len(physical) and physical[last].strip():
            last += 1
        body = [range(n, n + 1) for n in range(at + 1, last)]
        if not head or not all(_is_under(physical[n], columns) for n in range(at + 1, last)):
            return None
    parts = [head, *body] if head else body
    return (range(first, last), parts) if len(parts) > 1 else None


def _head(physical: Sequence[str], at: int, end: int, columns: _Columns) -> range:
    """The lines of headings above line `at`: those below a line of dashes, or one that is alone."""
    first = at
    while first > max(end, at - _MOST) and _is_heading(physical[first - 1], columns):
        first -= 1
    around = first > end and _AROUND.match(physical[first - 1])
    alone = first == at - 1 and (first == end or not physical[first - 1].strip())
    return range(first if around or alone else at, at)


def _is_heading(line: str, columns: _Columns) -> bool:
    rule = _AROUND.match(line) or _PARTED.match(line)
    return bool(line.strip()) and not rule and _is_under(line, columns)


def _rules(physical: Sequence[str], at: int, columns: _Columns) -> Iterator[int]:
    """The lines of dashes below line `at` with nothing but cells between them."""
    for n in range(at + 1, len(physical)):
        line = physical[n]
        if _PARTED.match(line) or _AROUND.match(line):
            if not _AROUND.match(line) and _parts(line) != columns:
                return
            yield n
            if n + 1 == len(physical) or not physical[n + 1].strip():
                return
        elif not _is_under(line, columns):
            return


def _is_under(line: str, columns: _Columns) -> bool:
    """Is what a line holds under the dashes of its columns?"""
    ends = [0, *(end for _, end in columns)]
    starts = [start for start, _ in columns]
    return not any(line[end:start].strip() for end, start in zip(ends, starts, strict=False))


def _blocks(physical: Sequence[str], lines: range) -> Iterator[range]:
    """Each row: a line, or where empty lines part the rows all up to the next of those."""
    filled = [n for n in lines if physical[n].strip()]
    if len(filled) == len(lines):
        yield from (range(n, n + 1) for n in filled)
        return
    first = -1
    for n, after in pairwise([*filled, lines.stop + 1]):
        first = n if first < 0 else first
        if after != n + 1:
            yield range(first, n + 1)
            first = -1


def _grid(physical: Sequence[str], at: int, bars: Sequence[int]) -> _Table:
    """The table that begins with the rule at line `at`; without rows where a cell spans others."""
    rules = [at]
    for n in range(at + 1, len(physical)):
        line = physical[n]
        if _GRID.match(line) and all(line[bar : bar + 1] == "+" for bar in bars):
            rules.append(n)
        elif line.lstrip(" ")[:1] not in ("|", "+"):
            break
        elif not all(line[bar : bar + 1] == "|" for bar in bars):
            return range(at, n), ()
    parts = [range(a + 1, b) for a, b in pairwise(rules) if b > a + 1]
    return range(at, rules[-1] + 1), parts


def _cells(physical: Sequence[str], row: range, columns: _Columns) -> Cells:
    """What the lines of a row have of each cell."""
    return tuple(
        tuple(
            (n, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
            for n in row
            if (text := physical[n][start:end]).strip()
        )
        for start, end in columns
    )
