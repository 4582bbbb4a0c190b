"""A table with every place filled, and its rows and columns by their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from clausetrack.grids import fill
from clausetrack.model import Cell, Column, Table

Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with every place filled."""

    cells: Rows
    width: int
    header_rows: int
    meanings: tuple[Column, ...]
    keys: int
    labels: tuple[int, ...]
    names: tuple[str, ...]  # what each row goes by
    sections: tuple[str, ...] = ()  # what each row of the body stands under, where that is asked

    @classmethod
    def of(cls, table: Table, meanings: tuple[Column, ...], labels: tuple[int, ...]) -> Grid:
        cells = fill(table.rows)
        width = max((len(row) for row in cells), default=0)
        roles = [column.role for column in meanings]
        key = roles.index("key") if "key" in roles else 0
        names = tuple(" ".join(row[key].text.split()) if key < len(row) else "" for row in cells)
        return cls(cells, width, table.header_rows, meanings, key, labels, names)

    def repeats(self) -> bool:
        """Do several rows have one key?"""
        keys = [key for key in self.names[self.header_rows :] if key]
        return len(set(keys)) < len(keys)

    def by_labels(self) -> Grid:
        """Its rows by all their labels."""
        names = [" ".join(" ".join(said.values()).split()) for said in self.said()]
        return replace(self, names=(*self.names[: self.header_rows], *names))

    def said(self) -> Iterator[dict[int, str]]:
        """The labels of each row of the body; one stands for the rows under it that have none.

        Its section comes first, where rows go by that too.
        """
        last = dict.fromkeys((*[SECTION] * bool(self.sections), *self.labels), "")
        for row in range(self.header_rows, len(self.cells)):
            if self.sections:
                last[SECTION] = self.sections[row - self.header_rows]
            for at in self.labels:
                said = self.cell(row, at).text
                last[at] = said if said.strip() or at == self.keys else last[at]
            yield dict(last)

    def in_sections(self) -> Grid:
        """With the section of each row: the last row above that says one thing and no more."""
        out, last = [], ""
        for row in self.cells[self.header_rows :]:
            said = list({id(cell): text for cell in row if (text := cell.text.strip())}.values())
            alone = said[0] if len(said) == 1 and row[0].text.strip() else ""
            alone = alone if any(map(str.isalpha, alone)) else ""
            out.append("" if alone else last)
            last = alone or last
        return replace(self, sections=tuple(out))

    def folded(self) -> list[str]:
        return [name.casefold() for name in self.names]

    def cell(self, row: int, column: int) -> Cell:
        cells = self.cells[row]
        return cells[column] if column < len(cells) else _EMPTY

    def column(self, place: int) -> list[str]:
        return [self.cell(row, place).text for row in range(len(self.cells))]

    def body(self, place: int) -> list[str]:
        return self.column(place)[self.header_rows :]

    def heading(self, place: int) -> str:
        if place < len(self.meanings):
            return " ".join(self.meanings[place].heading.split())
        return " ".join(self.cell(0, place).text.split()) if self.header_rows else ""

    def headed(self, place: int) -> str:
        """All that the rows of the heading say of a column, a merged cell once."""
        cells = (self.cell(row, place) for row in range(self.header_rows))
        return " ".join(" ".join({id(cell): cell.text for cell in cells}.values()).split())

    def key(self, row: int) -> str:
        return self.names[row]


_EMPTY = Cell(())
SECTION = -1  # the place of what stands over a row, among the columns that it goes by


def told_apart(was: Grid, now: Grid) -> tuple[Grid, Grid]:
    """Rows that share a key go by all their labels, and by their section where those repeat too.

    Sections are told by their names, so they must have the same ones, but for those that went.
    """
    if not (was.repeats() or now.repeats()):
        return was, now
    sides = was.by_labels(), now.by_labels()
    if any(side.repeats() for side in sides):
        under = was.in_sections(), now.in_sections()
        one, other = (set(filter(None, side.sections)) for side in under)
        if one and other and (one <= other or other <= one):
            return under[0].by_labels(), under[1].by_labels()
    return sides


def headed(old: Table, new: Table) -> tuple[Table, Table]:
    """Two tables; one that is the heading of the other and no more has it as its heading."""
    return _headed(old, new), _headed(new, old)


def _headed(table: Table, other: Table) -> Table:
    count = other.header_rows
    if table.header_rows or len(table.rows) != count or table.texts != other.texts[:count]:
        return table
    return replace(table, header_rows=count, columns=other.columns)


def line(row: Sequence[Cell]) -> str:
    return "\t".join(cell.text for cell in row)


def keys(side: Grid) -> dict[Hashable, int]:
    """The rows by key, which alone does not tell rows of one key apart: their count does.

    The rows of the heading are one family, whatever they say.
    """
    seen: Counter[str] = Counter()
    out: dict[Hashable, int] = {}
    for row in range(len(side.cells)):
        key = "\x00" if row < side.header_rows else side.key(row).casefold()
        seen[key] += 1
        if key:
            out[key, seen[key]] = row
    return out


def names(
    side: Grid, name: Callable[[Grid, int], Hashable], *, rows: bool = False
) -> dict[Hashable, int]:
    """Rows or columns by their name and its count; those without a name are left out."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(side.cells) if rows else side.width):
        if (called := name(side, place)) is not None:
            groups[called].append(place)
    return {(called, at): place for called, places in groups.items()
            for at, place in enumerate(places)}  # fmt: skip


def same(old: dict[Hashable, int], new: dict[Hashable, int]) -> dict[int, int]:
    return {place: new[name] for name, place in old.items() if name in new}


def more(
    pairs: dict[int, int], old: dict[Hashable, int], new: dict[Hashable, int]
) -> dict[int, int]:
    """Those of one name that have no partner yet."""
    taken = set(pairs.values())
    return {i: j for i, j in same(old, new).items() if i not in pairs and j not in taken}


def gaps(
    pairs: dict[int, int], old: int, new: int
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The places between pairs that rise on both sides, old and new, where both have some."""
    i = j = 0
    for one, other in [*sorted(pairs.items()), (old, new)]:
        if i < one and j < other:
            yield range(i, one), range(j, other)
        i, j = one + 1, other + 1
