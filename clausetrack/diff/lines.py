"""Short lines that stand beside the same neighbour: their words say that they are one line.

What stands above them may be another: a line that became a heading takes what follows under
itself, and a heading that became a line of text no longer does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import alike, masked

_KEPT = 0.85  # how alike a part must be to what stood in its place
_MORE = 0.05  # and how much longer or shorter both may be than the whole
_END = -2  # the neighbour of the last line


def same_lines(
    old: Side, new: Side, forth: Mapping[int, int], here: Collection[int], there: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The places of `here` and `there`, which have no partner, that read the same, in order.

    Nothing but such places stands between them and a neighbour that both versions have.
    """
    if not here or not there:
        return
    stayed = sorted(forth)
    ends = {-1: -1, _END: _END, **forth}
    waiting: dict[tuple[bool, int, str], list[int]] = defaultdict(list)
    come = sorted(forth.values())
    for j in sorted(there, reverse=True):
        if new.clauses[j].table is None:
            for side, place in enumerate(_around(come, j)):
                waiting[bool(side), place, _line(new, j)].append(j)
    taken: set[int] = set()
    for i in sorted(here):
        said = _line(old, i)
        if not said or old.clauses[i].table is not None:
            continue
        for side, place in enumerate(_around(stayed, i)):
            found = waiting[bool(side), ends[place], said]
            while found and found[-1] in taken:
                found.pop()
            if found:
                taken.add(found[-1])
                yield i, found.pop()
                break


def parted(
    whole: Side, parts: Side, forth: Mapping[int, int], spare: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The places in `whole` of clauses that `parts` has in two, with the place of the spare one.

    What stands beside each other there says together what the whole says, but for figures and a
    word here and there: however slight one of the two, and however like the other, it is a part.
    """
    back = {forth[i]: i for i in forth} if spare else {}
    for j in sorted(spare):
        for beside in (j - 1, j + 1):
            i = back.get(beside)
            if i is None or whole.contents[i] == parts.contents[beside] or not parts.terms(j):
                continue
            both = sorted((beside, j))
            if any(parts.clauses[at].table for at in both) or whole.clauses[i].table:
                continue
            if _makes_up([masked(parts.terms(at)) for at in both], masked(whole.terms(i))):
                yield i, j
                break


def _makes_up(pieces: Sequence[list[str]], whole: list[str]) -> bool:
    """Is the whole two pieces, one behind the other, each the part that stands in its place?"""
    first, second = pieces
    if abs(len(first) + len(second) - len(whole)) > _MORE * len(whole):
        return False
    ends = whole[: len(first)], whole[len(whole) - len(second) :]
    return all(alike(one, other) >= _KEPT for one, other in zip(pieces, ends, strict=True))


def _line(side: Side, place: int) -> str:
    """The words of a clause, in whatever form they are set."""
    return " ".join(side.contents[place].replace("\x1f", " ").split())


def _around(places: Sequence[int], place: int) -> tuple[int, int]:
    """The last of the places before one, or -1, and the first after it, or _END."""
    at = bisect_left(places, place)
    return places[at - 1] if at else -1, places[at] if at < len(places) else _END
