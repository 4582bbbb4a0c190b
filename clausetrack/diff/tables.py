"""Two tables compared by what their cells mean: step by step and date by date.

Rows meet by their key and columns by their day, wherever they stand. The opening column of a new
table of rates ("until 27 Jan 2026") stands for the base's latest column before that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from clausetrack import values
from clausetrack.diff.row_names import meant
from clausetrack.grids import fill
from clausetrack.model import Cell, Column, Table

Grid = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of the new table and what it is measured against.

    `kind` is `same` or `changed` where the base has a cell for that step and day, `rate` for a
    new day of a step that was there (`old` is then the rate up to that day), `added` and
    `removed` for steps that one table alone has. `difference` and `percent` are given where both
    cells are amounts.
    """

    kind: str
    old: str
    new: str
    difference: Decimal | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One row: `old_group` is the base's group, where the base has the step."""

    key: str
    group: str
    old_group: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class TableComparison:
    """`columns` are the new table's, but for its key and group; every step has a cell for each.

    `old_columns` has, column by column, the heading in the base that it continues, "" where it
    begins there; `dropped` the headings that the base alone has.
    """

    columns: tuple[Column, ...]
    old_columns: tuple[str, ...]
    steps: tuple[Step, ...]
    dropped: tuple[str, ...]


def compare(old: Table, new: Table) -> TableComparison:
    """The cells of `new` against those of `old`, in the order of `new`; removed steps come last."""
    was, now = map(_Side, (old, new), meant(old, new))
    partners = [_partner(at, was, now) for at in now.measures]
    steps = [_step(key, was, now, partners) for key in now.rows]
    steps += [_step(key, was, now, partners) for key in was.rows if key not in now.rows]
    taken = set(partners)
    return TableComparison(
        columns=tuple(now.columns[at] for at in now.measures),
        old_columns=tuple("" if at is None else was.columns[at].heading for at in partners),
        steps=tuple(steps),
        dropped=tuple(was.columns[at].heading for at in was.measures if at not in taken),
    )


def amount(text: str) -> Decimal | None:
    """The one amount of money that a cell holds and nothing else, or None."""
    found = values.money(text)
    value = found[0].value if found and found[0].text == text.strip() else None
    return value if isinstance(value, Decimal) else None


class _Side:
    """One table made ready: its columns with a role, and its rows by key."""

    def __init__(self, table: Table, meanings: tuple[Column, ...]) -> None:
        cells = fill(table.rows)
        self.columns = meanings or _columns(cells, table.header_rows)
        roles = [column.role for column in self.columns]
        self.key = roles.index("key") if "key" in roles else 0
        self.group = roles.index("group") if "group" in roles else None
        self.measures = [i for i in range(len(self.columns)) if i not in (self.key, self.group)]
        self.rows: dict[tuple[str, int], tuple[Cell, ...]] = {}
        seen: dict[str, int] = {}
        for row in cells[table.header_rows :]:
            if any(cell.text.strip() for cell in row):
                key = row[self.key].text.strip() if self.key < len(row) else ""
                seen[key] = seen.get(key, 0) + 1
                self.rows[key, seen[key]] = row

    def text(self, key: tuple[str, int], at: int | None) -> str:
        row = self.rows.get(key)
        return row[at].text.strip() if row and at is not None and at < len(row) else ""

    def latest(self, before: date | None) -> int | None:
        """The column in force the day before `before`, or the last of all."""
        dated = [
            (start, at)
            for at in self.measures
            if (start := self.columns[at].start) and (before is None or start < before)
        ]
        return max(dated)[1] if dated else None

    def dated(self, at: int) -> bool:
        """Is it known from when the column holds, or that it opens the table?"""
        return self.columns[at].start is not None or at == self.opening()

    def opening(self) -> int | None:
        """The undated rate column that opens the table: "until ...", "current"."""
        rates = [at for at in self.measures if self.columns[at].role == "rate"]
        first = self.columns[rates[0]] if rates else None
        return rates[0] if first and first.start is None and first.heading.strip() else None


def _columns(cells: Grid, header_rows: int) -> tuple[Column, ...]:
    width = max((len(row) for row in cells), default=0)
    heads = cells[0] if cells and header_rows else ()
    return tuple(
        Column(heads[i].text.strip() if i < len(heads) else "", "key" if i == 0 else "other")
        for i in range(width)
    )


def _partner(at: int, was: _Side, now: _Side) -> int | None:
    """The base's column for the same time, or else with the same heading."""
    column = now.columns[at]
    if column.start:
        same = (i for i in was.measures if was.columns[i].start == column.start)
        return next(same, None)
    heading = " ".join(column.heading.split()).casefold()
    for i in was.measures:
        if heading and " ".join(was.columns[i].heading.split()).casefold() == heading:
            return i
    if at == now.opening():
        dated = was.latest(_day_after(column.end))
        return dated if dated is not None else was.opening()
    return None


def _day_after(day: date | None) -> date | None:
    return None if day is None or day == date.max else date.fromordinal(day.toordinal() + 1)


def _step(key: tuple[str, int], was: _Side, now: _Side, partners: list[int | None]) -> Step:
    cells = _cells(key, was, now, partners)
    return Step(key[0], now.text(key, now.group), was.text(key, was.group), tuple(cells))


def _cells(
    key: tuple[str, int], was: _Side, now: _Side, partners: list[int | None]
) -> Iterator[CellChange]:
    for at, partner in zip(now.measures, partners, strict=True):
        new, old = now.text(key, at), was.text(key, partner)
        if key not in now.rows:
            yield CellChange("removed", old, "")
        elif partner is not None and key in was.rows:
            kind = "same" if old == new else "changed"
            yield CellChange(kind, old, new, *rise(old, new))
        else:
            before = _rate_before(key, at, was, now)
            kind = "rate" if key in was.rows else "added"
            yield CellChange(kind, before, new, *rise(before, new))


def _rate_before(key: tuple[str, int], at: int, was: _Side, now: _Side) -> str:
    """What the step is paid up to the day on which the column of the new table begins.

    "" where that cannot be told: a column of rates that lost its heading may come between.
    """
    start = now.columns[at].start
    undated = [i for i in now.measures if now.columns[i].role == "rate" and not now.dated(i)]
    if start is None or undated:
        return ""
    for side in (now, was):
        for column in (side.latest(start), side.opening()):
            if rate := side.text(key, column):
                return rate
    return ""


def rise(old: str, new: str) -> tuple[Decimal | None, Decimal | None]:
    before, after = amount(old), amount(new)
    if before is None or after is None:
        return None, None
    return difference(before, after)


def difference(before: Decimal, after: Decimal) -> tuple[Decimal, Decimal | None]:
    """By how much an amount rose, and by how many per cent, to two places; None from nothing."""
    change = after - before
    if not before:
        return change, None
    return change, (change * 100 / before).quantize(Decimal("0.01"), ROUND_HALF_UP)
