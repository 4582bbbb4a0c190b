"""Which rows of two versions of a table are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

from clausetrack.diff.order import longest_rising, uncrossed
from clausetrack.diff.similarity import alike, terms
from clausetrack.diff.steps import counted, counted_on
from clausetrack.diff.table_grid import Grid, gaps, keys, line, more, names, same

_ALIKE = 0.5  # how alike rows without a common key must be to be one row
_WINDOW = 8
_FEWEST = 2  # rows that took other names together
_PROSE = 4  # words beside its name by which a row is known, whatever its figures are

Pairs = dict[int, int]
#: How many figures an old row and a new one have in common, and no other row has.
Common = Callable[[int, int], int]
_NONE: set[tuple[int, str]] = set()


def matched_rows(was: Grid, now: Grid, columns: Pairs) -> tuple[Pairs, Pairs]:
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

    found: Pairs = {}
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
    if left_over:
        sides = zip((was, now), zip(*shared, strict=True), strict=True) if shared else ()
        figures = [_own_figures(side, places) for side, places in sides] or [{}, {}]

        def both(i: int, j: int) -> int:
            return len(figures[0].get(i, _NONE) & figures[1].get(j, _NONE))

        for gap in left_over:
            pairs |= _in_gap(was, now, *gap, both, shared)
        if shared:
            pairs |= _renamed(was, now, pairs, moved, left_over, both)
    return pairs, moved


def _renamed(
    was: Grid,
    now: Grid,
    pairs: Pairs,
    moved: Pairs,
    left_over: Sequence[tuple[list[int], list[int]]],
    both: Common,
) -> Pairs:
    """The rows that took other names: all of a gap, or most of as many."""
    out: Pairs = {}
    come = set(moved.values())
    for here, there in gaps(pairs, len(was.cells), len(now.cells)):
        rest = [i for i in here if i not in moved], [j for j in there if j not in come]
        renamed = dict(zip(*rest, strict=False)) if len(rest[0]) == len(rest[1]) else {}
        if all(both(*pair) for pair in renamed.items()):
            out |= renamed
    pairs = pairs | out
    for rest in left_over:
        renamed = dict(zip(*rest, strict=False)) if len(rest[0]) == len(rest[1]) else {}
        kept = {i: j for i, j in renamed.items() if both(i, j)}
        in_order = all(pairs.get(i, j) == j for i, j in renamed.items())
        if in_order and len(kept) >= _FEWEST and 2 * len(kept) > len(renamed):
            # of steps the order says which is which; of other names nothing does
            steps = counted(map(was.key, renamed)) or counted(map(now.key, renamed.values()))
            out |= renamed if steps else kept
    return out


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


def _moved(was: Grid, now: Grid, passed: Pairs, columns: Pairs) -> Pairs:
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


def _in_gap(
    was: Grid,
    now: Grid,
    here: Sequence[int],
    there: Sequence[int],
    both: Common,
    shared: Sequence[tuple[int, int]],
) -> Pairs:
    """The rows of a gap that are alike, in order.

    What is alike in one figure alone is so by chance, unless that holds of most of the rows.
    """
    scored = []
    texts = {j: terms(line(now.cells[j])) for j in there}
    for at, i in enumerate(here):
        middle = at * len(there) // len(here)
        words = terms(line(was.cells[i]))
        for j in there[max(middle - _WINDOW, 0) : middle + _WINDOW + 1]:
            score = alike(words, texts[j])
            if score >= _ALIKE and (both(i, j) or _known(was, now, i, j, shared)):
                scored.append((-score, i, j))
    pairs = uncrossed((i, j) for _, i, j in sorted(scored))
    chance = {
        i: j
        for i, j in pairs.items()
        if both(i, j) < _FEWEST and not _known(was, now, i, j, shared)
    }
    if len(chance) < _FEWEST or 2 * len(chance) <= max(len(here), len(there)):
        pairs = {i: j for i, j in pairs.items() if i not in chance}
    return pairs


def _known(was: Grid, now: Grid, i: int, j: int, shared: Sequence[tuple[int, int]]) -> bool:
    """Are two rows known to each other by their names, or by words, and not by figures alone?"""
    called = terms(was.key(i)), terms(now.key(j))
    if not all(called) or not set(called[0]).isdisjoint(called[1]):
        return True
    if line(was.cells[i]) == line(now.cells[j]):  # in other columns
        return True
    said = [
        (was.cell(i, left).text, now.cell(j, right).text)
        for left, right in shared
        if left not in was.labels and right not in now.labels
    ]
    if not any(map(str.isdigit, "".join(one + other for one, other in said))):
        return True
    words = [[word for word in terms(" ".join(side)) if not word[0].isdigit()]
             for side in zip(*said, strict=True)]  # fmt: skip
    return min(map(len, words)) >= _PROSE and alike(*words) >= _ALIKE
