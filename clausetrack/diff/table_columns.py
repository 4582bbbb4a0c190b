"""Which columns of two versions of a table are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from clausetrack.diff import row_names
from clausetrack.diff.order import longest_rising, uncrossed
from clausetrack.diff.table_grid import Grid, gaps, keys, more, names, same

_FEWEST = 2  # figures that stayed; one may be the same by chance


def matched(was: Grid, now: Grid) -> tuple[dict[int, int], dict[int, int]]:
    """The columns that mean the same, and those of them that passed others.

    What is left between those is the same by order where it is as many, or by its figures where
    most of them stayed. A column that opens the new table ("until ...") continues the latest one of
    the old, and the one day that a table has that of the other.
    """
    titles = [Counter(_title(side, at) for at in range(side.width)) for side in (was, now)]

    def told(side: Grid, place: int) -> Hashable:
        """Of columns of one heading that became more or fewer, their figures say which is which."""
        title = _title(side, place)
        return title if titles[0][title] == titles[1][title] else None

    found = same(names(was, _meaning), names(now, _meaning))
    found |= more(found, names(was, told), names(now, told))
    pairs = dict(longest_rising(sorted(found.items())))
    passed = {i: j for i, j in found.items() if i not in pairs and (title := _title(was, i))
              and titles[0][title] == titles[1][_title(now, j)] == 1}  # fmt: skip
    _opening(was, now, pairs)
    come = set(passed.values())
    for here, there in gaps(pairs, was.width, now.width):
        left, right = [i for i in here if i not in passed], [j for j in there if j not in come]
        plain_left = [i for i in left if not _dated(was, i)]
        plain_right = [j for j in right if not _dated(now, j)]
        if len(plain_left) == len(plain_right):
            pairs |= dict(zip(plain_left, plain_right, strict=True))
        if [was.body(i) for i in left] == [now.body(j) for j in right]:  # a heading put right
            pairs |= dict(zip(left, right, strict=True))
        else:
            inside = {i: pairs[i] for i in here if i in pairs}
            pairs |= uncrossed(_kept_figures(was, now, left, right), inside)
    only = [[at for at in range(side.width) if _dated(side, at)] for side in (was, now)]
    if list(map(len, only)) == [1, 1]:
        i, j = only[0][0], only[1][0]
        free = i not in pairs | passed and j not in {*pairs.values(), *come}
        if free and all((i < a) == (j < b) for a, b in pairs.items()):
            pairs[i] = j
    return pairs | passed, passed


def _kept_figures(
    was: Grid, now: Grid, left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The columns that hold mostly the same figures by row, as where a day was put off."""
    if not (left and right):
        return
    heads = was.header_rows, now.header_rows
    rows = [
        (i, j) for i, j in same(keys(was), keys(now)).items() if i >= heads[0] and j >= heads[1]
    ]
    figures = [Counter(at for row in side.cells[side.header_rows :]
                       for at, cell in enumerate(row) if _figure(cell.text))
               for side in (was, now)]  # fmt: skip
    places: list[dict[str, list[int]]] = []  # where a figure stands in each of the new rows
    for _, b in rows:
        places.append({})
        for j in right:
            places[-1].setdefault(now.cell(b, j).text, []).append(j)
    for i in left:
        kept: Counter[int] = Counter()
        for (a, _), held in zip(rows, places, strict=True):
            if _figure(text := was.cell(a, i).text):
                kept.update(held.get(text, ()))
        for j in sorted(kept):
            if kept[j] >= _FEWEST and 2 * kept[j] > max(figures[0][i], figures[1][j]):
                yield i, j


def _figure(text: str) -> bool:
    return any(map(str.isdigit, text))


def _meaning(side: Grid, place: int) -> Hashable:
    """The role and the day of a dated column; what has none means nothing by itself."""
    if place >= len(side.meanings):
        return None
    column = side.meanings[place]
    if column.role == row_names.MEASURE and not column.heading:
        return column.role, None  # what has no name is known by what it holds
    return (column.role, column.start) if column.start or column.role in {"key", "group"} else None


def _title(side: Grid, place: int) -> Hashable:
    return side.heading(place).casefold() or None


def _dated(side: Grid, place: int) -> bool:
    return place < len(side.meanings) and side.meanings[place].start is not None


def _opening(was: Grid, now: Grid, pairs: dict[int, int]) -> None:
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
