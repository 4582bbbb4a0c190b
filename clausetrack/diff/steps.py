"""Steps of a pay scale that count on after one of them went or came: who is paid what stays."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from clausetrack.diff.order import longest_rising
from clausetrack.diff.table_grid import Grid

_STEP = re.compile(r"\d{1,3}[A-Za-z]?|[A-Za-z]")
_FEWEST = 2  # steps that took another number and kept all their figures

Pairs = dict[int, int]


def counted_on(was: Grid, now: Grid, columns: Pairs) -> tuple[Pairs, set[int], set[int]]:
    """The rows of scales in which steps took the numbers of others, and all rows of these scales.

    A scale is one only where its steps are more or fewer, and each of the fewer ones is among the
    others by its figures, or stands between such as many others. What is paid on another day says
    nothing of that: a rise may lift a step to what the next one had.
    """
    pairs: Pairs = {}
    touched: tuple[set[int], set[int]] = (set(), set())
    places = [(i, j) for i, j in columns.items() if i not in was.labels and j not in now.labels
              and _start(was, i) == _start(now, j)]  # fmt: skip
    if not places or columns.get(was.keys) != now.keys:
        return pairs, *touched
    scales = _scales(was), _scales(now)
    for group, here in scales[0].items():
        there = scales[1].get(group, [])
        if len(here) == len(there) or not here or not there:
            continue
        found = _by_figures(was, now, here, there, places)
        if found:
            pairs |= found
            touched[0].update(here)
            touched[1].update(there)
    return pairs, *touched


def _start(side: Grid, place: int) -> date | None:
    return side.meanings[place].start if place < len(side.meanings) else None


def _scales(side: Grid) -> dict[tuple[str, ...], list[int]]:
    """The rows of steps by what else they go by: their grade; no scale has two of one step."""
    out: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, said in enumerate(side.said(), side.header_rows):
        out[tuple(text.casefold() for at, text in said.items() if at != side.keys)].append(row)
    return {group: rows for group, rows in out.items() if _counts(side, rows)}


def _counts(side: Grid, rows: Sequence[int]) -> bool:
    """Do rows go by numbers or letters, each by its own?"""
    steps = [_step(side, row) for row in rows]
    return all(map(_STEP.fullmatch, steps)) and len(set(steps)) == len(steps)


def counted(names: Iterable[str]) -> bool:
    """Does each of these names end in a number or a letter: "3", "Grade 3"?"""
    return all(_STEP.fullmatch(name.rpartition(" ")[2]) for name in names)


def _step(side: Grid, row: int) -> str:
    return side.cell(row, side.keys).text.strip()


def _by_figures(
    was: Grid,
    now: Grid,
    here: Sequence[int],
    there: Sequence[int],
    places: Sequence[tuple[int, int]],
) -> Pairs:
    """The rows of one scale by their figures; {} where they are those of their numbers."""
    left = {row: tuple(was.cell(row, i).text for i, _ in places) for row in here}
    right = {row: tuple(now.cell(row, j).text for _, j in places) for row in there}
    counts = Counter(left.values()), Counter(right.values())
    at = {said: row for row, said in right.items()}
    found = dict(longest_rising([
        (row, at[said]) for row, said in left.items()
        if said in at and counts[0][said] == counts[1][said] == 1
        and any(map(str.isdigit, "".join(said)))
    ]))  # fmt: skip
    others = sum(_step(was, i) != _step(now, j) for i, j in found.items())
    if others < _FEWEST or 2 * len(found) <= min(len(here), len(there)):
        return {}
    for one, other in _between(found, here, there):
        if len(one) == len(other):
            found |= dict(zip(one, other, strict=True))
    return found if len(found) == min(len(here), len(there)) else {}


def _between(
    found: Pairs, here: Sequence[int], there: Sequence[int]
) -> list[tuple[list[int], list[int]]]:
    """The rows of a scale between those that were found, old and new."""
    ends = [(here[0] - 1, there[0] - 1), *sorted(found.items()), (here[-1] + 1, there[-1] + 1)]
    return [
        ([row for row in here if a[0] < row < b[0]], [row for row in there if a[1] < row < b[1]])
        for a, b in pairwise(ends)
    ]
