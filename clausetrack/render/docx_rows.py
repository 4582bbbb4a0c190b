"""Which rows of a table are changed cell by cell, and which go and come whole.

Merged cells are what no tracked change can tell every reader: LibreOffice 7.4 keeps the new
merging when changes of cell properties are rejected. Where it differs, all rows of the merged
group are deleted and inserted, so that each version has its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clausetrack.diff.blocks import Step
from clausetrack.ooxml.names import Element, w
from clausetrack.ooxml.text import CellPlace, cell_places, members

_Shape = list[CellPlace]


def reshaped(old: Element, new: Element) -> bool:
    """Are the cells of two tables, which read alike, merged otherwise?"""
    merged = (w("vMerge"), w("gridSpan"))
    if all(next(table.iter(*merged), None) is None for table in (old, new)):
        return False
    was, now = (_shapes(list(members(table, "tr"))) for table in (old, new))
    return _alone(was) != _alone(now)


def by_rows(old: Sequence[Element], new: Sequence[Element], found: Sequence[Step]) -> list[Step]:
    """The steps from the old rows to the new ones, of which those that keep a row keep its cells.

    A row whose cells are merged otherwise, or are more or fewer, is replaced, and with it each row
    that is merged with it, in the old table or the new one. Between two kept rows the old ones
    stand before the new ones, and in front of both what is merged with the row above.
    """
    was, now = _shapes(old), _shapes(new)
    groups = _groups(was), _groups(now)
    alone = _alone(now)
    pairs = {step.old: step.new for step in found
             if step.old is not None and step.new is not None}  # fmt: skip
    unlike = {
        groups[0][i] for i, j in pairs.items()
        if not _fits(was[i], alone[j]) or _count(old[i]) != _count(new[j])
        or pairs.get(groups[0][i]) != groups[1][j]
    }  # fmt: skip
    gone = _reached(unlike, {(groups[0][i], groups[1][j]) for i, j in pairs.items()})
    pairs = {i: j for i, j in pairs.items() if groups[0][i] not in gone}
    out: list[Step] = []
    for above, below in pairwise([(-1, -1), *pairs.items(), (len(old), len(new))]):
        one, other = range(above[0] + 1, below[0]), range(above[1] + 1, below[1])
        own = [groups[side][above[side]] if above[side] >= 0 else -1 for side in (0, 1)]
        for joined in (True, False):
            out += [Step(i, None) for i in one if (groups[0][i] == own[0]) is joined]
            out += [Step(None, j) for j in other if (groups[1][j] == own[1]) is joined]
        if below[0] < len(old):
            out.append(Step(*below))
    return out


def _shapes(rows: Sequence[Element]) -> list[_Shape]:
    return [cell_places(row) for row in rows]


def _alone(shapes: list[_Shape]) -> list[_Shape]:
    """The shapes with a merge that ends in the row where it begins as none."""
    out = []
    for here, below in pairwise([*shapes, []]):
        goes_on = {cell.column for cell in below if cell.merge == "continue"}
        out.append([
            cell._replace(merge="") if cell.merge == "restart" and cell.column not in goes_on
            else cell for cell in here
        ])  # fmt: skip
    return out


def _fits(old: _Shape, new: _Shape) -> bool:
    """Can a row with one shape stand for one with the other? A merge may end where it begins."""
    return len(old) == len(new) and all(
        one == other or (one.merge == "restart" and one._replace(merge="") == other)
        for one, other in zip(old, new, strict=True)
    )


def _groups(shapes: list[_Shape]) -> list[int]:
    """For each row the place of the first of the rows that are merged with it."""
    out: list[int] = []
    for at, shape in enumerate(shapes):
        goes_on = at > 0 and any(cell.merge == "continue" for cell in shape)
        out.append(out[-1] if goes_on else at)
    return out


def _count(row: Element) -> int:
    return sum(1 for _ in members(row, "tc"))


def _reached(unlike: set[int], pairs: set[tuple[int, int]]) -> set[int]:
    """The old groups that are unlike, and all that share new groups with them."""
    forth: dict[int, list[int]] = {}
    back: dict[int, list[int]] = {}
    for one, other in pairs:
        forth.setdefault(one, []).append(other)
        back.setdefault(other, []).append(one)
    waiting, out = list(unlike), set[int]()
    while waiting:
        group = waiting.pop()
        if group not in out:
            out.add(group)
            for other in forth.get(group, []):
                waiting += back.pop(other, [])
    return out
