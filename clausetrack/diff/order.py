"""Longest rising choices: what kept its order, so that the rest is what moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType


def heaviest_rising(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The indexes of the rising choice from `places` (all different) that weighs the most.

    Of two choices of one weight, the one that ends first is taken. Takes n log n steps.
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places), 1)}
    best = [(0, -1)] * (len(places) + 1)  # a Fenwick tree: the best choice that ends at or below
    before = [-1] * len(places)
    top = (0, -1)
    for index, place in enumerate(places):
        found = (0, -1)
        at = ranks[place] - 1
        while at > 0:
            if best[at][0] > found[0]:
                found = best[at]
            at -= at & -at
        before[index] = found[1]
        ending = (found[0] + max(weights[index], 1), index)
        if ending[0] > top[0]:
            top = ending
        at = ranks[place]
        while at < len(best):
            if ending[0] > best[at][0]:
                best[at] = ending
            at += at & -at
    kept: set[int] = set()
    here = top[1]
    while here >= 0:
        kept.add(here)
        here = before[here]
    return kept


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of `pairs`, sorted by their first parts, whose second parts rise too."""
    tops: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for index, (_, at) in enumerate(pairs):
        pile = bisect_left(tops, at)
        before.append(best[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(at)
            best.append(index)
        else:
            tops[pile], best[pile] = at, index
    out = []
    index = best[-1] if best else -1
    while index >= 0:
        out.append(pairs[index])
        index = before[index]
    return out[::-1]


def uncrossed(
    wanted: Iterable[tuple[int, int]], known: Mapping[int, int] = MappingProxyType({})
) -> dict[int, int]:
    """Of pairs, the best first, those that cross none of the better ones, nor of the known."""
    rising = sorted(known.items())
    left, right = [-1, *(i for i, _ in rising)], [-1, *(j for _, j in rising)]
    out: dict[int, int] = {}
    for i, j in wanted:
        at = bisect_right(left, i)
        if left[at - 1] < i and right[at - 1] < j and (at == len(left) or j < right[at]):
            left.insert(at, i)
            right.insert(at, j)
            out[i] = j
    return out
