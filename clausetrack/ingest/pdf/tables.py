"""The tables of a page that rules draw."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clausetrack.ingest.pdf.page import Rule, Word

_TOUCH = 2.5
#: How far letters of a line that is turned stand off it, at most, in sizes of the text.
_ASKEW = 0.3
#: How wide a word that is turned is across the page, at most, in sizes of the text.
_WIDE = 1.2


@dataclass(slots=True)
class TableCell:
    """A cell: its place in the grid, how much of it it covers, and its words."""

    row: int
    column: int
    colspan: int
    rowspan: int
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class FoundTable:
    """A table of a page. `edges` are the left edges of its columns, for one that goes on."""

    top: float
    bottom: float
    left: float
    right: float
    edges: list[float]
    cells: list[TableCell]


def ruled(
    rules: Sequence[Rule], words: Sequence[Word], turned: list[Word]
) -> tuple[list[FoundTable], list[Word]]:
    """The tables that rules draw, with their words, and the words outside them.

    Of the words that are `turned` they take those that are all that a cell has, as headings do.
    """
    levels = merged([r for r in rules if r.level], level=True)
    uprights = merged([r for r in rules if not r.level and r.y1 - r.y0 > 5], level=False)
    grids = [grid for grid in _components(levels, uprights) if grid.is_table]
    grids = [grid for grid in grids if not any(other.holds(grid) for other in grids)]
    if not grids:
        return [], list(words)
    rest: list[Word] = []
    for word in words:
        middle = (word.x0 + word.x1) / 2, word.y + 0.3 * word.style.size
        for grid in grids:
            if grid.take(word, *middle):
                break
        else:
            rest.append(word)
    taken: set[int] = set()
    for line in _turned_lines(turned):
        if any(grid.take_turned(line) for grid in grids if grid.filled):
            taken.update(map(id, line))
    turned[:] = [word for word in turned if id(word) not in taken]
    return [grid.table() for grid in grids if grid.filled], rest


def _turned_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Turned words by the lines that they stand in; what runs askew, as a stamp may, has none."""
    out: list[list[Word]] = []
    for word in words:
        if out and word.before != "\n" and abs(word.x0 - out[-1][-1].x0) < _ASKEW * word.style.size:
            out[-1].append(word)
        else:
            out.append([word])
    return [
        line
        for line in out
        if sum(len(word.text) for word in line) > 1
        and all(word.x1 - word.x0 < _WIDE * word.style.size for word in line)
    ]


def merged(rules: Sequence[Rule], *, level: bool) -> list[Rule]:
    """Rules in one line that touch, as one."""
    out: list[Rule] = []
    by_place: dict[int, list[Rule]] = {}
    for rule in rules:
        place = (rule.y0 + rule.y1) / 2 if level else (rule.x0 + rule.x1) / 2
        by_place.setdefault(round(place), []).append(rule)
    for place in sorted(by_place):
        near = by_place[place]
        # what was rounded to the next place on is in line too
        near.sort(key=lambda r: r.x0 if level else r.y0)
        current: Rule | None = None
        for rule in near:
            if current is None:
                current = rule
            elif level and rule.x0 <= current.x1 + _TOUCH:
                current = Rule(current.x0, current.y0, max(current.x1, rule.x1), current.y1, "")
            elif not level and rule.y0 <= current.y1 + _TOUCH:
                current = Rule(current.x0, current.y0, current.x1, max(current.y1, rule.y1), "")
            else:
                out.append(current)
                current = rule
        if current is not None:
            out.append(current)
    return out


class _Grid:
    """Rules that cross or touch each other, and the cells between them."""

    def __init__(self, levels: list[Rule], uprights: list[Rule]) -> None:
        self.levels, self.uprights = levels, uprights
        self.xs = _places((r.x0 + r.x1) / 2 for r in uprights)
        self.ys = _places((r.y0 + r.y1) / 2 for r in levels)
        self.cells: list[TableCell] = []
        self.at: dict[tuple[int, int], TableCell] = {}
        self.filled = False
        if self.is_table:
            self._cut()

    @property
    def is_table(self) -> bool:
        return len(self.xs) > 2 and len(self.ys) > 1 and (len(self.xs) - 1) * (len(self.ys) - 1) > 1

    def holds(self, other: _Grid) -> bool:
        return other is not self and (
            self.xs[0] <= other.xs[0] + 1
            and other.xs[-1] <= self.xs[-1] + 1
            and self.ys[0] <= other.ys[0] + 1
            and other.ys[-1] <= self.ys[-1] + 1
            and (len(self.xs), self.xs, self.ys) != (len(other.xs), other.xs, other.ys)
        )

    def _cut(self) -> None:
        """Cells from the top left, each as wide and high as no rule cuts it."""
        columns, rows = len(self.xs) - 1, len(self.ys) - 1
        for row in range(rows):
            for column in range(columns):
                if (row, column) in self.at:
                    continue
                wide = 1
                while (
                    column + wide < columns
                    and (row, column + wide) not in self.at
                    and not self._walled(row, column + wide)
                ):
                    wide += 1
                high = 1
                while row + high < rows and not self._floored(row + high, column, wide):
                    high += 1
                cell = TableCell(row, column, wide, high)
                self.cells.append(cell)
                for r in range(row, row + high):
                    for c in range(column, column + wide):
                        self.at[r, c] = cell

    def _walled(self, row: int, edge: int) -> bool:
        """Is there a rule at the left of that column, in that row (counted from the top)?"""
        x = self.xs[edge]
        middle = (self.ys[-1 - row] + self.ys[-2 - row]) / 2
        return any(
            abs((r.x0 + r.x1) / 2 - x) < _TOUCH and r.y0 <= middle <= r.y1 for r in self.uprights
        )

    def _floored(self, edge: int, column: int, wide: int) -> bool:
        y = self.ys[-1 - edge]
        for at in range(column, column + wide):
            middle = (self.xs[at] + self.xs[at + 1]) / 2
            if any(
                abs((r.y0 + r.y1) / 2 - y) < _TOUCH and r.x0 <= middle <= r.x1 for r in self.levels
            ):
                return True
        return False

    def take(self, word: Word, x: float, y: float) -> bool:
        """Put a word into the cell that its middle lies in, if it lies in the table."""
        cell = self._cell_at(x, y)
        if cell is None:
            return False
        cell.words.append(word)
        self.filled = True
        return True

    def take_turned(self, line: Sequence[Word]) -> bool:
        """Put a line of turned words into the cell that holds all of it and no other words."""
        cells = [self._cell_at((word.x0 + word.x1) / 2, word.y) for word in line]
        cell = cells[0]
        if cell is None or any(other is not cell for other in cells):
            return False
        if any(word.style.upright for word in cell.words):
            return False
        cell.words += line
        return True

    def _cell_at(self, x: float, y: float) -> TableCell | None:
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = len(self.ys) - 1 - min(bisect_right(self.ys, y), len(self.ys) - 1)
        return self.at[row, column]

    def table(self) -> FoundTable:
        return FoundTable(
            self.ys[-1], self.ys[0], self.xs[0], self.xs[-1], self.xs[:-1], self.cells
        )


def _places(values: Iterable[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _TOUCH:
            out.append(value)
    return out


def _components(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[_Grid]:
    """The rules that hang together by crossing or touching."""
    group = list(range(len(levels) + len(uprights)))

    def top(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for i, level in enumerate(levels):
        for j, upright in enumerate(uprights, len(levels)):
            if (
                level.x0 - _TOUCH <= upright.x1
                and upright.x0 <= level.x1 + _TOUCH
                and upright.y0 - _TOUCH <= level.y1
                and level.y0 <= upright.y1 + _TOUCH
            ):
                group[top(i)] = top(j)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate([*levels, *uprights]):
        found.setdefault(top(at), ([], []))[0 if at < len(levels) else 1].append(rule)
    return [_Grid(*both) for both in found.values() if len(both[0]) > 1 and len(both[1]) > 1]
