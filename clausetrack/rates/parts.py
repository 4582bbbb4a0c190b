"""A table whose headings come again: the parts that they begin, and how one ends the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clausetrack import values
from clausetrack.grids import written_days
from clausetrack.model import Cell, Table
from clausetrack.rates import days, table_days
from clausetrack.rates.model import Rate
from clausetrack.segment.tables import headings_below, meanings


@dataclass(frozen=True, slots=True)
class Found:
    """A figure of one part of a table, and why it gives no rate, if it does not."""

    rate: Rate
    part: int
    quote: str
    why: str = ""
    old: bool = False


def of(table: Table) -> list[Table]:
    """The parts of a table; headings that only say the same again begin none."""
    if under := _under_titles(table):
        return under
    again = headings_below(table.rows, table.header_rows)
    if not again:
        return [table]
    width = max(sum(cell.colspan for cell in row) for row in table.rows)
    parts: list[tuple[list[tuple[Cell, ...]], list[tuple[Cell, ...]]]] = [
        (list(table.rows[: table.header_rows]), [])
    ]
    for heads, rows in _runs(table, again):
        if heads and not _said(heads, parts[-1][0]):
            over = _sections(parts[-1][1])
            parts.append((heads, over))
        parts[-1][1].extend(rows)
    out = []
    for heads, rows in parts:
        columns = meanings([*heads, *rows], len(heads), width)
        out.append(Table((*heads, *rows), len(heads), columns))
    return out


def _under_titles(table: Table) -> list[Table]:
    """The parts of a table that each begin with a row of their day over the same headings."""
    rows, heads = table.rows, table.rows[1 : table.header_rows]
    first = _title(rows[0]) if rows else ""
    titles = [at for at, row in enumerate(rows) if first and _title(row) == first]
    if not heads or len(titles) < 2 or titles[1] < table.header_rows:
        return []
    width = max(sum(cell.colspan for cell in row) for row in rows)
    out = []
    for begin, end in pairwise([*titles, len(rows)]):
        body = rows[begin + 1 : end]
        if _texts(body[: len(heads)]) == _texts(heads):
            body = body[len(heads) :]
        part = (rows[begin], *heads, *body)
        columns = meanings(part, table.header_rows, width)
        out.append(Table(part, table.header_rows, columns))
    return out


def _title(row: Sequence[Cell]) -> str:
    """The words of a row of one text that names a day, without the day."""
    text = " ".join(row[0].text.split()) if len(row) == 1 else ""
    days = written_days(text)
    for start, end in reversed(days):
        text = f"{text[:start]}\n{text[end:]}"
    return text.casefold() if days else ""


def _texts(rows: Sequence[Sequence[Cell]]) -> list[list[list[str]]]:
    return [[cell.text.split() for cell in row] for row in rows]


def _runs(
    table: Table, again: Sequence[int]
) -> Iterator[tuple[list[tuple[Cell, ...]], list[tuple[Cell, ...]]]]:
    """The rows of headings and those below them, time after time; the first has no headings."""
    heads: list[tuple[Cell, ...]] = []
    rows: list[tuple[Cell, ...]] = []
    for at in range(table.header_rows, len(table.rows)):
        if at in again and rows:
            yield heads, rows
            heads, rows = [], []
        (heads if at in again else rows).append(table.rows[at])
    yield heads, rows


def _said(heads: Sequence[Sequence[Cell]], before: Sequence[Sequence[Cell]]) -> bool:
    """Do headings say the same as the last ones of those before?"""
    return _texts(heads) == _texts(before[-len(heads) :])


def _sections(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The names of sections that end some rows, taken from them: they are of what comes next."""
    over: list[tuple[Cell, ...]] = []
    while rows and len({cell.text.strip() for cell in rows[-1]} - {""}) == 1:
        over.insert(0, rows.pop())
    return over


def settled(found: Sequence[Found]) -> list[Found]:
    """The figures with their last days: what comes later for the same step ends what was before.

    That is a figure of another part, or of another row where rows name days.
    """
    by_key = values.grouped(found, lambda one: (one.rate.step, one.rate.group, one.rate.unit))
    beside = {key: _Beside(alike) for key, alike in by_key.items()}
    return [
        _settled(one, beside[one.rate.step, one.rate.group, one.rate.unit]) for one in found
    ]


class _Figures:
    """What figures for one step say together: is one unsure, and which begins when?"""

    def __init__(self, found: Sequence[Found]) -> None:
        self.count = len(found)
        self.unsure = any(each.why for each in found)
        self.amounts: dict[date, list[Decimal]] = {}
        for each in found:
            if each.rate.start:
                self.amounts.setdefault(each.rate.start, []).append(each.rate.amount)
        self.starts = sorted(self.amounts)


class _Beside:
    """The figures for one step, each of which may be ended by others of them."""

    def __init__(self, alike: Sequence[Found]) -> None:
        self.alike = alike
        self.of_part: dict[int, _Figures] = {}
        self.every = _Figures(alike)

    def others(self, one: Found) -> _Figures:
        """The figures that may end this one; where its row names a day it is among them."""
        if _by_row(one):
            return self.every
        if one.part not in self.of_part:
            others = [each for each in self.alike if each.part != one.part or _by_row(each)]
            self.of_part[one.part] = _Figures(others)
        return self.of_part[one.part]


def _settled(one: Found, beside: _Beside) -> Found:
    rate, others, itself = one.rate, beside.others(one), int(_by_row(one))
    if one.why or others.count == itself:
        return one
    if others.unsure and rate.end is None:
        return replace(one, why=table_days.OTHER)
    starts = others.starts
    if rate.start is None and rate.end is None:
        if not starts:
            return one
        if one.old:
            return replace(one, rate=replace(rate, end=days.before(starts[0])))
        return replace(one, why="a figure stands under a heading that has lost its day")
    same = others.amounts.get(rate.start, []) if rate.start else []
    if len(same) > itself:
        return one if set(same) == {rate.amount} else replace(
            one, why="two figures are given for one day"
        )  # fmt: skip
    at = bisect_right(starts, rate.start) if rate.start else 0
    later = starts[at] if at < len(starts) else None
    if rate.end is None and later:
        return replace(one, rate=replace(rate, end=days.before(later)))
    if rate.end and later and later <= rate.end:
        return replace(one, why=OVERLAP)
    return one


OVERLAP = "the days of two figures for it overlap"


def _by_row(found: Found) -> bool:
    return found.rate.dated_by == "row"
