"""Two tables compared by what their cells mean: step by step and date by date.

Rows meet by their key and columns by their day, wherever they stand. The opening column of a new
table of rates ("until 27 Jan 2026") stands for the base's latest column before that day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack.diff.rises import rise
from clausetrack.diff.row_names import labels, meant
from clausetrack.diff.table_columns import matched
from clausetrack.diff.table_grid import SECTION, Grid, Rows, headed, told_apart
from clausetrack.diff.table_rows import matched_rows
from clausetrack.diff.turned import turned
from clausetrack.model import Cell, Column, Table

#: A row by its step, its group where several rows have one step, and which of those it is.
_Key = tuple[str, str, int]
_NONE: _Key = ("", "", 0)
_Pair = tuple[_Key | None, _Key | None]  # a row of the new table, and the one that it was


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
    """One row: `old_key` and `old_group` are what the base calls it, where it has the step."""

    key: str
    group: str
    old_group: str
    cells: tuple[CellChange, ...]
    old_key: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A day of the base alone, and for every step what is paid on it in the new version."""

    column: Column
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class TableComparison:
    """`columns` are the new table's, but for its key and group; every step has a cell for each.

    `old_columns` has, column by column, the heading in the base that it continues, "" where it
    begins there; `dropped` the headings that the base alone has, and `lost` those of their days on
    which the new table pays something else.
    """

    columns: tuple[Column, ...]
    old_columns: tuple[str, ...]
    steps: tuple[Step, ...]
    dropped: tuple[str, ...]
    lost: tuple[Lost, ...] = ()


def compare(old: Table, new: Table) -> TableComparison:
    """The cells of `new` against those of `old`, in the order of `new`; removed steps come last.

    A table that was turned round is compared as it stands now.
    """
    old, new = headed(old, new)
    was, now, before, one = _sides(turned(old, new) or old, new)
    partners = _partners(was, now, one)
    pairs: list[_Pair] = [(key, before.get(key)) for key in now.rows]
    kept = set(before.values())
    pairs += [(None, key) for key in was.rows if key not in kept]
    taken = set(partners)
    dropped = [at for at in was.measures if at not in taken]
    return TableComparison(
        columns=tuple(now.columns[at] for at in now.measures),
        old_columns=tuple("" if at is None else was.columns[at].heading for at in partners),
        steps=tuple(_step(*pair, was, now, partners) for pair in pairs),
        dropped=tuple(was.columns[at].heading for at in dropped),
        lost=tuple(lost for at in dropped if (lost := _lost(at, pairs, was, now))),
    )


def step_names(old: Table, new: Table) -> tuple[list[str], list[str]]:
    """What each row of the two bodies goes by: its step, and its group where several have one.

    A row of the base goes by what the new table calls it, and by nothing where that is another row.
    """
    was, now, before, _ = _sides(old, new)
    called = {then: name for name, then in before.items()}
    gone = {name: name for name in was.rows if name not in called and name not in now.rows}
    names = [(called | gone).get(name) if name else None for name in was.names]
    both = [[" ".join(filter(None, (name or _NONE)[:2])) for name in side]
            for side in (names, now.names)]  # fmt: skip
    return both[0], both[1]


def _sides(old: Table, new: Table) -> tuple[_Side, _Side, dict[_Key, _Key], dict[int, int]]:
    """The two tables, and the rows and columns of the base by those of the new table.

    As the change list takes them for one; the rows then by what they are called, too.
    """
    both = meant(old, new)
    grids = list(map(Grid.of, (old, new), both, labels(old, new, both)))
    apart = any(grid.repeats() for grid in grids)  # a step of each grade: a row goes by both
    one, other = told_apart(*grids)
    was, now = _Side(old, one, apart), _Side(new, other, apart)
    columns = matched(one, other)[0]
    rows = _rows(was, now, _one(was, now, one, other, columns))
    return was, now, rows, {j: i for i, j in columns.items()}


def _one(
    was: _Side, now: _Side, one: Grid, other: Grid, columns: dict[int, int]
) -> dict[_Key, _Key]:
    """The rows of the base by those of the new table, where the change list takes them for one."""
    rows, moved = matched_rows(one, other, columns)
    heads = one.header_rows, other.header_rows
    return {
        name: then
        for i, j in (rows | moved).items()
        if i >= heads[0]
        and j >= heads[1]
        and (then := was.names[i - heads[0]])
        and (name := now.names[j - heads[1]])
    }


def _rows(was: _Side, now: _Side, out: dict[_Key, _Key]) -> dict[_Key, _Key]:
    """The rows of the base by those of the new table: those that are one, then by step and group,
    then by step alone.

    The latter only where as many rows of a step are left on both sides: a group took another name.
    """
    kept = set(out.values())
    out |= {key: key for key in now.rows if key in was.rows and key not in {*out, *kept}}
    for step in dict.fromkeys(key[0] for key in now.rows):
        kept = set(out.values())
        left = [key for key in was.rows if key[0] == step and key not in kept]
        right = [key for key in now.rows if key[0] == step and key not in out]
        if len(left) == len(right):
            out |= dict(zip(right, left, strict=True))
    return out


class _Side:
    """One table made ready: its columns with a role, and its rows by step, group and count.

    `apart` says that a step alone does not tell the rows apart; without it a row goes by no group.
    """

    def __init__(self, table: Table, grid: Grid, apart: bool) -> None:
        self.columns = grid.meanings or _columns(grid.cells, table.header_rows)
        roles = [column.role for column in self.columns]
        self.key = roles.index("key") if "key" in roles else 0
        self.group = roles.index("group") if "group" in roles else None
        beside = [at for at in grid.labels if at != self.key] if apart else []
        beside = [SECTION, *beside] if grid.sections else beside
        named = {self.key, self.group, *beside}
        self.measures = [i for i in range(len(self.columns)) if i not in named]
        self.rows: dict[_Key, tuple[Cell, ...]] = {}
        self.groups: dict[_Key, str] = {}
        #: What each row of the body goes by; None for one that is empty or is the heading again.
        self.names: list[_Key | None] = []
        seen: Counter[tuple[str, str]] = Counter()
        heads = [_texts(row) for row in grid.cells[: table.header_rows]]
        for row, said in zip(grid.cells[table.header_rows :], grid.said(), strict=True):
            self.names.append(None)
            if any(texts := _texts(row)) and texts not in heads:
                key = row[self.key].text.strip() if self.key < len(row) else ""
                group = " ".join(" ".join(said[at] for at in beside).split())
                seen[key, group] += 1
                name = key, group, seen[key, group]
                self.rows[name] = tuple(row)
                self.groups[name] = group or self.text(name, self.group)
                self.names[-1] = name

    def text(self, key: _Key | None, at: int | None) -> str:
        row = self.rows.get(key) if key else None
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


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text.strip() for cell in row]


def _columns(cells: Rows, header_rows: int) -> tuple[Column, ...]:
    width = max((len(row) for row in cells), default=0)
    heads = cells[0] if cells and header_rows else ()
    return tuple(
        Column(heads[i].text.strip() if i < len(heads) else "", "key" if i == 0 else "other")
        for i in range(width)
    )


def _partners(was: _Side, now: _Side, one: dict[int, int]) -> list[int | None]:
    """The base's column of each of the new table.

    Where no day and no heading says which, the one that the change list takes for it (`one`).
    """
    out = [_partner(at, was, now) for at in now.measures]
    for place, at in enumerate(now.measures):
        same = one.get(at)
        if out[place] is None and same in was.measures and same not in out:
            undated = was.columns[same].start is None and now.columns[at].start is None
            out[place] = same if undated else None
    return out


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


def _step(
    key: _Key | None, old: _Key | None, was: _Side, now: _Side, partners: list[int | None]
) -> Step:
    """The row `key` of the new table against the row `old` of the base; either may be None."""
    cells = tuple(_cells(key, old, was, now, partners))
    step = (key or old or _NONE)[0]
    groups = now.groups.get(key or _NONE, ""), was.groups.get(old or _NONE, "")
    return Step(step, *groups, cells, (old or _NONE)[0])


def _lost(at: int, pairs: Sequence[_Pair], was: _Side, now: _Side) -> Lost | None:
    """A day of the base that the new table has not, where that pays less or more on it."""
    column = was.columns[at]
    day = _day_after(column.start)
    paid = now.latest(day) if day else None
    if paid is None:
        return None
    cells = []
    for key, row in pairs:
        old, new = was.text(row, at), now.text(key, paid)
        kind = "removed" if key is None else "added" if row is None else "changed"
        kind = "same" if old == new else kind
        cells.append(CellChange(kind, old, new, *rise(old, new)))
    return Lost(column, tuple(cells)) if any(one.kind == "changed" for one in cells) else None


def _cells(
    key: _Key | None, row: _Key | None, was: _Side, now: _Side, partners: list[int | None]
) -> Iterator[CellChange]:
    for at, partner in zip(now.measures, partners, strict=True):
        new, old = now.text(key, at), was.text(row, partner)
        if key is None:
            yield CellChange("removed", old, "")
        elif partner is not None and row is not None:
            kind = "same" if old == new else "changed"
            yield CellChange(kind, old, new, *rise(old, new))
        else:
            before = _rate_before(key, row, at, was, now)
            kind = "added" if row is None else "rate"
            yield CellChange(kind, before, new, *rise(before, new))


def _rate_before(key: _Key, row: _Key | None, at: int, was: _Side, now: _Side) -> str:
    """What the step is paid up to the day on which the column of the new table begins.

    That is the last rate that either table has before that day: where a rise was put off, the base
    pays it already. "" where it cannot be told: a column of rates that lost its heading may come
    between.
    """
    start = now.columns[at].start
    undated = [i for i in now.measures if now.columns[i].role == "rate" and not now.dated(i)]
    if start is None or undated:
        return ""
    sides = [(now, key), (was, row)]
    own, theirs = now.latest(start), was.latest(start)
    if theirs is not None:
        day, first = was.columns[theirs].start, now.opening()
        if own is not None:
            later = (day or date.min) > (now.columns[own].start or date.min)
        else:  # rates that are current in both, and the same, are older than those of any day
            later = first is not None and now.columns[first].end is None and (
                now.text(key, first) == was.text(row, was.opening()))  # fmt: skip
        sides = sides[::-1] if later else sides
    for side, name in sides:
        for column in (side.latest(start), side.opening()):
            if rate := side.text(name, column):
                return rate
    return ""
