"""The edits of a table: rows by their key, columns by their meaning, and the cells between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from clausetrack.diff import row_names
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.order import longest_rising
from clausetrack.diff.similarity import alike, terms
from clausetrack.diff.tables import rise
from clausetrack.grids import fill
from clausetrack.model import Cell, Column, Table

_ALIKE = 0.5  # how alike rows without a common key must be to be one row
_WINDOW = 8

Rows = Sequence[Sequence[Cell]]


def table_edits(old: Table, new: Table) -> Iterator[ChangeEdit]:
    """Columns and rows that went, rows that moved, cells that changed, columns and rows that came.

    A heading that stands in more rows in one of them, and says the same, was not edited.
    """
    meant = row_names.meant(old, new)
    was, now = map(_Grid.of, (old, new), meant, row_names.labels(old, new, meant))
    if was.repeats() or now.repeats():  # a step of each role: its row goes by both
        was, now = was.by_labels(), now.by_labels()
    columns, passed = _columns(was, now)
    rows, moved = _rows(was, now, columns)
    heads = (was.header_rows, now.header_rows) if _one_heading(was, now, columns) else (0, 0)
    rows = {i: j for i, j in rows.items() if i >= heads[0] and j >= heads[1]} | moved
    for place in range(was.width):
        if place not in columns:
            text = "\n".join(was.column(place))
            yield ChangeEdit("delete", text, "", "column", place, column=was.heading(place))
    for i, j in sorted(passed.items(), key=lambda pair: pair[1]):
        both = "\n".join(was.column(i)), "\n".join(now.column(j))
        left = now.heading(j - 1) if j else ""
        yield ChangeEdit("move", *both, "column", i, column=now.heading(j), to=j, after=left)
    for place, row in enumerate(was.cells):
        if place >= heads[0] and place not in rows:
            yield ChangeEdit("delete", _line(row), "", "row", place, row=was.key(place))
    for i, j in sorted(moved.items(), key=lambda pair: pair[1]):
        lines = _line(was.cells[i]), _line(now.cells[j])
        above = now.key(j - 1) if j > now.header_rows else ""
        yield ChangeEdit("move", *lines, "row", i, row=now.key(j), to=j, after=above)
    yield from _cells(was, now, rows, columns)
    taken = set(columns.values())
    for place in range(now.width):
        if place not in taken:
            text = "\n".join(now.column(place))
            yield ChangeEdit("insert", "", text, "column", place, column=now.heading(place))
    taken = set(rows.values())
    for place, row in enumerate(now.cells):
        if place >= heads[1] and place not in taken:
            yield ChangeEdit("insert", "", _line(row), "row", place, row=now.key(place))


def _one_heading(was: _Grid, now: _Grid, columns: dict[int, int]) -> bool:
    """Do the headings of two tables say the same in another number of rows?

    A cell whose words do not fit is printed in several lines, and a PDF says nothing of cells.
    """
    counts = {was.header_rows, now.header_rows}
    return (
        len(counts) == 2
        and 0 not in counts
        and bool(columns)
        and all(was.headed(i) == now.headed(j) for i, j in columns.items())
    )


def _cells(
    was: _Grid, now: _Grid, rows: dict[int, int], columns: dict[int, int]
) -> Iterator[ChangeEdit]:
    seen: set[tuple[int, int]] = set()
    for i, j in sorted(rows.items(), key=lambda pair: pair[1]):
        for left, right in sorted(columns.items(), key=lambda pair: pair[1]):
            one, other = was.cell(i, left), now.cell(j, right)
            pair = (id(one), id(other))
            if one.text == other.text or pair in seen:
                continue
            seen.add(pair)  # a merged cell stands in several places and is one
            op = "replace" if one.text and other.text else "delete" if one.text else "insert"
            difference, percent = rise(one.text.strip(), other.text.strip())
            yield ChangeEdit(op, one.text, other.text, "cell", j, now.key(j), now.heading(right),
                             difference, percent)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with every place filled."""

    cells: Rows
    width: int
    header_rows: int
    meanings: tuple[Column, ...]
    keys: int
    labels: tuple[int, ...]
    names: tuple[str, ...]  # what each row goes by

    @classmethod
    def of(cls, table: Table, meanings: tuple[Column, ...], labels: tuple[int, ...]) -> _Grid:
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

    def by_labels(self) -> _Grid:
        """Its rows by all their labels; a label stands for the rows under it that have none."""
        names = list(self.names)
        last = dict.fromkeys(self.labels, "")
        for row in range(self.header_rows, len(self.cells)):
            for at in self.labels:
                said = self.cell(row, at).text
                last[at] = said if said.strip() or at == self.keys else last[at]
            names[row] = " ".join(" ".join(last.values()).split())
        return replace(self, names=tuple(names))

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


def _line(row: Sequence[Cell]) -> str:
    return "\t".join(cell.text for cell in row)


# ------------------------------------------------------------------------------------ columns


def _columns(was: _Grid, now: _Grid) -> tuple[dict[int, int], dict[int, int]]:
    """The columns that mean the same, and those of them that passed others.

    What is left between those is the same by order where it is as many. A column that opens the
    new table ("until ...") continues the latest one of the old.
    """
    found = _same(_names(was, _meaning), _names(now, _meaning))
    found |= _more(found, _names(was, _title), _names(now, _title))
    pairs = dict(longest_rising(sorted(found.items())))
    titles = [Counter(_title(side, at) for at in range(side.width)) for side in (was, now)]
    passed = {i: j for i, j in found.items() if i not in pairs and (title := _title(was, i))
              and titles[0][title] == titles[1][_title(now, j)] == 1}  # fmt: skip
    _opening(was, now, pairs)
    come = set(passed.values())
    for here, there in _gaps(pairs, was.width, now.width):
        left, right = [i for i in here if i not in passed], [j for j in there if j not in come]
        plain_left = [i for i in left if not _dated(was, i)]
        plain_right = [j for j in right if not _dated(now, j)]
        if len(plain_left) == len(plain_right):
            pairs |= dict(zip(plain_left, plain_right, strict=True))
        if [was.body(i) for i in left] == [now.body(j) for j in right]:  # a heading put right
            pairs |= dict(zip(left, right, strict=True))
    return pairs | passed, passed


def _meaning(side: _Grid, place: int) -> Hashable:
    """The role and the day of a dated column; what has none means nothing by itself."""
    if place >= len(side.meanings):
        return None
    column = side.meanings[place]
    if column.role == row_names.MEASURE and not column.heading:
        return column.role, None  # what has no name is known by what it holds
    return (column.role, column.start) if column.start or column.role in {"key", "group"} else None


def _title(side: _Grid, place: int) -> Hashable:
    return side.heading(place).casefold() or None


def _dated(side: _Grid, place: int) -> bool:
    return place < len(side.meanings) and side.meanings[place].start is not None


def _opening(was: _Grid, now: _Grid, pairs: dict[int, int]) -> None:
    """Match an "until" column with the old column that was in force on its last day."""
    taken = set(pairs.values())
    for place, column in enumerate(now.meanings):
        if column.role != "rate" or column.start or not column.end or place in taken:
            continue
        before = [
            (earlier.start, at)
            for at, earlier in enumerate(was.meanings)
            if earlier.start and earlier.start <= column.end and at not in pairs
        ]
        if before:
            at = max(before)[1]
            if all((i < at) == (j < place) for i, j in pairs.items()):
                pairs[at] = place


# --------------------------------------------------------------------------------------- rows


def _rows(was: _Grid, now: _Grid, columns: dict[int, int]) -> tuple[dict[int, int], dict[int, int]]:
    """The rows that are one: the same cells, then the same key, then alike between those.

    What is left between the same neighbours is one row where it has a figure of its own in common.
    Those that kept their order, and those that surely are one and passed others.
    """
    shared = sorted(columns.items())

    def left(side: _Grid, row: int) -> Hashable:
        return tuple(side.cell(row, one).text for one, _ in shared)

    def right(side: _Grid, row: int) -> Hashable:
        return tuple(side.cell(row, other).text for _, other in shared)

    found: dict[int, int] = {}
    if was.keys in columns and columns[was.keys] == now.keys:
        found = _same(_keys(was), _keys(now))
    found |= _more(found, _names(was, left, rows=True), _names(now, right, rows=True))
    pairs = dict(longest_rising(sorted(found.items())))
    passed = {i: j for i, j in found.items() if i not in pairs}
    moved = _moved(was, now, passed, columns) if passed else {}
    come = set(moved.values())
    for here, there in _gaps(pairs, len(was.cells), len(now.cells)):
        open_ = [i for i in here if i not in moved], [j for j in there if j not in come]
        pairs |= _in_gap(was, now, *open_)
    gaps = list(_gaps(pairs, len(was.cells), len(now.cells)))
    if gaps and shared:
        sides = zip((was, now), zip(*shared, strict=True), strict=True)
        figures = [_own_figures(side, places) for side, places in sides]
        for here, there in gaps:
            rest = [i for i in here if i not in moved], [j for j in there if j not in come]
            renamed = dict(zip(*rest, strict=False)) if len(rest[0]) == len(rest[1]) else {}
            if all(figures[0][i] & figures[1][j] for i, j in renamed.items()):
                pairs |= renamed
    return pairs, moved


def _own_figures(side: _Grid, places: Sequence[int]) -> dict[int, set[tuple[int, str]]]:
    """The figures of each row that stand in no other row of their column, which has a count."""
    out: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for nth, place in enumerate(places):
        texts = side.column(place)
        counts = Counter(texts)
        for row in range(side.header_rows, len(texts)):
            if counts[texts[row]] == 1 and any(map(str.isdigit, texts[row])):
                out[row].add((nth, texts[row]))
    return out


def _moved(
    was: _Grid, now: _Grid, passed: dict[int, int], columns: dict[int, int]
) -> dict[int, int]:
    """Those rows of `passed` that surely are one: no other has their name, or nothing changed."""
    counts = Counter(was.folded()), Counter(now.folded())
    return {
        i: j
        for i, j in passed.items()
        if i >= was.header_rows
        and j >= now.header_rows
        and (name := was.key(i).casefold()) == now.key(j).casefold()
        and (
            (name and counts[0][name] == counts[1][name] == 1)
            or all(was.cell(i, one).text == now.cell(j, other).text
                   for one, other in columns.items())
        )
    }  # fmt: skip


def _keys(side: _Grid) -> dict[Hashable, int]:
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


def _in_gap(was: _Grid, now: _Grid, here: Sequence[int], there: Sequence[int]) -> dict[int, int]:
    """The rows of a gap that are alike, in order."""
    scored = []
    texts = {j: terms(_line(now.cells[j])) for j in there}
    for at, i in enumerate(here):
        middle = at * len(there) // len(here)
        words = terms(_line(was.cells[i]))
        for j in there[max(middle - _WINDOW, 0) : middle + _WINDOW + 1]:
            score = alike(words, texts[j])
            if score >= _ALIKE:
                scored.append((-score, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in pairs and all((i < a) == (j < b) and j != b for a, b in pairs.items()):
            pairs[i] = j
    return pairs


# -------------------------------------------------------------------------------------- names


def _names(
    side: _Grid, name: Callable[[_Grid, int], Hashable], *, rows: bool = False
) -> dict[Hashable, int]:
    """Rows or columns by their name and its count; those without a name are left out."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(side.cells) if rows else side.width):
        if (called := name(side, place)) is not None:
            groups[called].append(place)
    return {(called, at): place for called, places in groups.items()
            for at, place in enumerate(places)}  # fmt: skip


def _same(old: dict[Hashable, int], new: dict[Hashable, int]) -> dict[int, int]:
    return {place: new[name] for name, place in old.items() if name in new}


def _more(
    pairs: dict[int, int], old: dict[Hashable, int], new: dict[Hashable, int]
) -> dict[int, int]:
    """Those of one name that have no partner yet."""
    taken = set(pairs.values())
    return {i: j for i, j in _same(old, new).items() if i not in pairs and j not in taken}


def _gaps(
    pairs: dict[int, int], old: int, new: int
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The places between pairs that rise on both sides, old and new, where both have some."""
    i = j = 0
    for one, other in [*sorted(pairs.items()), (old, new)]:
        if i < one and j < other:
            yield range(i, one), range(j, other)
        i, j = one + 1, other + 1
