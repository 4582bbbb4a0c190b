"""Short lines that stand beside the same neighbour: their words say that they are one line.

What stands above them may be another: a line that became a heading takes what follows under
itself, and a heading that became a line of text no longer does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from clausetrack.diff.sides import Side

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
    """The places in `whole` of clauses whose last line `parts` has as a clause, with its place.

    Not a word of the two is another: however short the line is, it is that line.
    """
    back = {forth[i]: i for i in forth} if spare else {}
    for j in sorted(spare):
        i = back.get(j - 1)
        if i is None or whole.contents[i] == parts.contents[j - 1] or not _line(parts, j):
            continue
        if any(side.clauses[at].table for side, at in ((whole, i), (parts, j - 1), (parts, j))):
            continue
        if _line(whole, i) == f"{_line(parts, j - 1)} {_line(parts, j)}".strip():
            yield i, j


def _line(side: Side, place: int) -> str:
    """The words of a clause, in whatever form they are set."""
    return " ".join(side.contents[place].replace("\x1f", " ").split())


def _around(places: Sequence[int], place: int) -> tuple[int, int]:
    """The last of the places before one, or -1, and the first after it, or _END."""
    at = bisect_left(places, place)
    return places[at - 1] if at else -1, places[at] if at < len(places) else _END
