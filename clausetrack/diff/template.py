"""Clauses in one place that have only the template of both in common: none became the other.

Agreements say much in set phrases. Two clauses that share them alone look alike, and one that was
deleted beside one that was inserted would be told as an edit of every word that counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Common, kept

_SURELY = 0.9  # the score of a pair that needs no more: 0.8 alike, 0.65 and of one number
_LONG = 10  # words that two wordings must have, or they have little to share
_Scored = tuple[float, int, int]


def of_one_clause(
    old: Side, new: Side, common: Common, scored: Sequence[_Scored]
) -> list[_Scored]:
    """Of scored pairs of places those that share more than the set phrases of the document.

    A score is the less, the likelier an old and a new place are one clause.
    """
    weak = {
        (i, j): set(old.shingles(i) & new.shingles(j))
        for score, i, j in scored
        if score > -_SURELY
        and old.clauses[i].table is None
        and min(len(old.terms(i)), len(new.terms(j))) >= _LONG
        and not kept(old.terms(i), new.terms(j))
    }
    if not weak:
        return [*scored]
    dull = common.among(set().union(*weak.values()))
    return [pair for pair in scored if pair[1:] not in weak or not weak[pair[1:]] <= dull]
