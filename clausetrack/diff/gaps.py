"""Which clauses stand in the same gap of two versions: between what their neighbours became."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping

from clausetrack.diff.order import longest_rising
from clausetrack.diff.sides import Side

_WINDOW = 6  # places to each side that are looked at where many siblings changed


def near_places(
    old: Side, new: Side, forth: Mapping[int, int], back: Mapping[int, int], here: Iterable[int]
) -> dict[int, list[int]]:
    """For each old place, the new ones without a partner under the same parent around it.

    They stand between what its neighbours became, or at least near the same part of that gap.
    """
    wanted = set(here)
    found: dict[int, list[int]] = {}
    for above in dict.fromkeys(old.parents[i] for i in sorted(wanted)):
        parent = forth.get(above) if above >= 0 else -1
        if parent is None:
            found |= _between(old.under(above), wanted, forth, back)
            continue
        siblings = new.under(parent)
        ranks = {j: rank for rank, j in enumerate(siblings)}
        family = old.under(above)
        stayed = [(at, ranks[forth[i]]) for at, i in enumerate(family) if forth.get(i) in ranks]
        ends = dict(longest_rising(stayed))  # what moved bounds no gap
        start = 0
        gap: list[int] = []
        for at, i in enumerate([*family, None]):
            if i is not None and i in wanted:
                gap.append(i)
                continue
            end = len(siblings) if i is None else ends.get(at, -1)
            if end < 0:
                continue
            open_ = [j for j in siblings[start:end] if j not in back]
            for nth, place in enumerate(gap):
                middle = nth * len(open_) // len(gap)
                found[place] = open_[max(middle - _WINDOW, 0) : middle + _WINDOW + 1]
            gap = []
            start = end + 1
        if len(ends) < len(stayed):
            _only_one_left(found, [i for i in family if i in wanted],
                           [j for j in siblings if j not in back])  # fmt: skip
    return found


def counted_on(
    old: Side, new: Side, forth: Mapping[int, int], here: Iterable[int]
) -> set[int]:
    """The old places of which the number says little: those around them took other numbers.

    The next clause of the list that has a partner did, on one side at least, and none right beside
    them kept its own.
    """
    wanted = set(here)
    out: set[int] = set()
    sure: set[int] = set()
    for above in dict.fromkeys(old.parents[i] for i in sorted(wanted)):
        parent = forth.get(above) if above >= 0 else -1
        family = old.under(above)
        for order in (family, reversed(family)):
            counts = stays = False
            for i in order:
                if i in forth:
                    stays = old.clauses[i].id == new.clauses[forth[i]].id
                    counts = not stays and new.parents[forth[i]] == parent
                    continue
                if i in wanted:
                    out.update([i] if counts else [])
                    sure.update([i] if stays else [])
                stays = False
    return out - sure


def in_one_gap(
    old: Side, new: Side, forth: Mapping[int, int]
) -> Callable[[int, int], bool]:
    """Does a new place stand between what the clauses before and behind an old one became?

    Asked of an old and a new place under one parent.
    """
    known: dict[int, list[tuple[int, int]]] = {}

    def tells(i: int, j: int) -> bool:
        above = old.parents[i]
        if above not in known:
            stayed = ((one, forth[one]) for one in old.under(above) if one in forth)
            under = [pair for pair in stayed if new.parents[pair[1]] == new.parents[j]]
            known[above] = longest_rising(under)  # what moved bounds no gap
        ends = known[above]
        at = bisect_left(ends, (i, -1))
        return (not at or ends[at - 1][1] < j) and (at == len(ends) or j < ends[at][1])

    return tells


def _between(
    family: Iterable[int], wanted: set[int], forth: Mapping[int, int], back: Mapping[int, int]
) -> dict[int, list[int]]:
    """Of clauses whose parent is gone, what alone stands between what both neighbours became."""
    found = {}
    for i in family:
        j = forth.get(i - 1, -1) + 1
        if i in wanted and j and forth.get(i + 1) == j + 1 and j not in back:
            found[i] = [j]
    return found


def _only_one_left(found: dict[int, list[int]], here: list[int], there: list[int]) -> None:
    """Of clauses that changed places, the one that has no partner may be the one that came."""
    if len(here) == len(there) == 1:
        found[here[0]] = there
