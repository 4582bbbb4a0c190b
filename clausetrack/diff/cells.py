"""The edits of a table: rows by their key, columns by their meaning, and the cells between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from clausetrack.diff import row_names
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.order import longest_rising
from clausetrack.diff.similarity import alike, terms
from clausetrack.diff.steps import counted_on
from clausetrack.diff.table_columns import matched
from clausetrack.diff.table_grid import Grid, gaps, keys, more, names, same
from clausetrack.diff.tables import rise
from clausetrack.diff.turned import turned
from clausetrack.model import Cell, Table

_ALIKE = 0.5  # how alike rows without a common key must be to be one row
_WINDOW = 8
_FEWEST = 2  # rows that took other names together


def table_edits(old: Table, new: Table) -> Iterator[ChangeEdit]:
    """Columns and rows that went, rows that moved, cells that changed, columns and rows that came.

    A heading that stands in more rows in one of them, and says the same, was not edited. What
    names the edits of a table that was turned round is the new one.
    """
    if (other := turned(old, new)) is not None:
        before, after = ("\n".join(map(_line, table.rows)) for table in (old, new))
        yield ChangeEdit("move", before, after, "table")
        old = other
    meant = row_names.meant(old, new)
    was, now = map(Grid.of, (old, new), meant, row_names.labels(old, new, meant))
    if was.repeats() or now.repeats():  # a step of each role: its row goes by both
        was, now = was.by_labels(), now.by_labels()
    columns, passed = matched(was, now)
    rows, moved = _rows(was, now, columns)
    heads = (was.header_rows, now.header_rows) if _one_heading(was, now, columns) else (0, 0)
    rows = {i: j for i, j in rows.items() if i >= heads[0] and j >= heads[1]} | moved
    for place in range(was.width):
        if place not in columns:
            text = "\n".join(was.column(place))
            yield ChangeEdit("delete", text, "", "column", place, column=was.heading(place))
    for i, j in sorted(passed.items(), key=lambda pair: pair[1]):
        both = "\n".join(was.column(i)), "\n".join(now.column(j))
        left = now.heading(j - 1) if j else None
        yield ChangeEdit("move", *both, "column", i, column=now.heading(j), to=j, after=left)
    for place, row in enumerate(was.cells):
        if place >= heads[0] and place not in rows:
            yield ChangeEdit("delete", _line(row), "", "row", place, row=was.key(place))
    for i, j in sorted(moved.items(), key=lambda pair: pair[1]):
        lines = _line(was.cells[i]), _line(now.cells[j])
        above = now.key(j - 1) if j > now.header_rows else None
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


def _one_heading(was: Grid, now: Grid, columns: dict[int, int]) -> bool:
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
    was: Grid, now: Grid, rows: dict[int, int], columns: dict[int, int]
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


def _line(row: Sequence[Cell]) -> str:
    return "\t".join(cell.text for cell in row)


# --------------------------------------------------------------------------------------- rows


def _rows(was: Grid, now: Grid, columns: dict[int, int]) -> tuple[dict[int, int], dict[int, int]]:
    """The rows that are one: the same cells, then the same key, then alike between those.

    What is left between the same neighbours is one row where it has a figure of its own in common,
    or where that holds of most of as many rows. Steps that count on after one of them went are
    those of their figures. Those that kept their order, and those that surely are one and passed
    others.
    """
    shared = sorted(columns.items())

    def left(side: Grid, row: int) -> Hashable:
        return tuple(side.cell(row, one).text for one, _ in shared)

    def right(side: Grid, row: int) -> Hashable:
        return tuple(side.cell(row, other).text for _, other in shared)

    found: dict[int, int] = {}
    if was.keys in columns and columns[was.keys] == now.keys:
        found = same(keys(was), keys(now))
    found |= more(found, names(was, left, rows=True), names(now, right, rows=True))
    steps, *touched = counted_on(was, now, columns)
    if steps:
        found = {i: j for i, j in found.items() if i not in touched[0] and j not in touched[1]}
        found |= steps
    pairs = dict(longest_rising(sorted(found.items())))
    passed = {i: j for i, j in found.items() if i not in pairs}
    moved = _moved(was, now, passed, columns) if passed else {}
    come = set(moved.values())
    left_over = [
        ([i for i in here if i not in moved], [j for j in there if j not in come])
        for here, there in gaps(pairs, len(was.cells), len(now.cells))
    ]
    for gap in left_over:
        pairs |= _in_gap(was, now, *gap)
    between = list(gaps(pairs, len(was.cells), len(now.cells)))
    if between and shared:
        sides = zip((was, now), zip(*shared, strict=True), strict=True)
        figures = [_own_figures(side, places) for side, places in sides]
        for here, there in between:
            rest = [i for i in here if i not in moved], [j for j in there if j not in come]
            renamed = dict(zip(*rest, strict=False)) if len(rest[0]) == len(rest[1]) else {}
            if all(figures[0][i] & figures[1][j] for i, j in renamed.items()):
                pairs |= renamed
        for rest in left_over:
            renamed = dict(zip(*rest, strict=False)) if len(rest[0]) == len(rest[1]) else {}
            kept = sum(bool(figures[0][i] & figures[1][j]) for i, j in renamed.items())
            in_order = all(pairs.get(i, j) == j for i, j in renamed.items())
            if in_order and kept >= _FEWEST and 2 * kept > len(renamed):
                pairs |= renamed
    return pairs, moved


def _own_figures(side: Grid, places: Sequence[int]) -> dict[int, set[tuple[int, str]]]:
    """The figures of each row that stand in no other row of their column, which has a count."""
    out: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for nth, place in enumerate(places):
        texts = side.column(place)
        counts = Counter(texts)
        for row in range(side.header_rows, len(texts)):
            if counts[texts[row]] == 1 and any(map(str.isdigit, texts[row])):
                out[row].add((nth, texts[row]))
    return out


def _moved(was: Grid, now: Grid, passed: dict[int, int], columns: dict[int, int]) -> dict[int, int]:
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


def _in_gap(was: Grid, now: Grid, here: Sequence[int], there: Sequence[int]) -> dict[int, int]:
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
