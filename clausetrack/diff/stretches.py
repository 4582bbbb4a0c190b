"""Clauses that stand elsewhere, and were edited more than what is known again at once.

Asked of what nothing else told: what was left out, or written anew in other words, shares no long
stretches with what came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Common, Index, alike

_ALIKE = 0.45  # how alike they must be all the same
_SOME, _MOST = 10, 0.6  # shingles of the shorter one, and the part of them that the longer has


def in_stretches(
    old: Side, new: Side, common: Common, here: Collection[int], there: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The places of `here` and `there` that are one clause, the likeliest first.

    Most of the shorter wording stands in the longer in rows of words that no other clause has.
    """
    held = {j: new.shingles(j) for j in sorted(there) if new.clauses[j].table is None}
    asked = {i: old.shingles(i) for i in sorted(here) if old.clauses[i].table is None}
    if not (held and asked):
        return
    index = Index(held.items(), common.among(set().union(*held.values(), *asked.values())))
    scored = []
    for i, said in asked.items():
        for j in index.candidates(said):
            short = min(len(said), len(held[j]))
            if short >= _SOME and len((said & held[j]) - index.dull) >= _MOST * short:
                score = alike(old.terms(i), new.terms(j))
                if score >= _ALIKE:
                    scored.append((-score, i, j))
    taken: set[int] = set()
    gone: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in gone and j not in taken:
            gone.add(i)
            taken.add(j)
            yield i, j
