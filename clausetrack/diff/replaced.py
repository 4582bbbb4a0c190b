"""Clauses that left their place and number to others of one template, and stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Index, alike, strong
from clausetrack.diff.words import STOP_WORDS

_HARDLY = 0.85  # how alike a clause must be that stands elsewhere hardly changed
_STAYS = 0.94  # the score of a pair that is no other clause: 0.69 alike, and of one number
_KNOWN = 0.05  # what it counts to be known elsewhere; to be near counts 0.1, the number 0.15

_Scored = tuple[float, int, int]


def gone_elsewhere(
    old: Side, new: Side, scored: Sequence[_Scored], here: Sequence[int], there: Sequence[int]
) -> list[_Scored]:
    """Those of the places that are left of which one of a scored pair stands hardly changed.

    A score is the less, the likelier an old and a new place are one clause.
    """
    turned = [(score, j, i) for score, i, j in scored]
    return [
        *_elsewhere(old, new, scored, there),
        *((score, i, j) for score, j, i in _elsewhere(new, old, turned, here)),
    ]


def _elsewhere(
    old: Side, new: Side, scored: Iterable[_Scored], there: Iterable[int]
) -> Iterator[_Scored]:
    """The same for the first of each pair.

    What the clause lost on the way must not stand where it stood: there it may be the same clause,
    and another was made after it. Where several are as like, none is taken.
    """
    best: dict[int, _Scored] = {}
    for pair in sorted(scored):
        best.setdefault(pair[1], pair)
    weak = [pair for pair in best.values() if pair[0] > -_STAYS and strong(old.contents[pair[1]])]
    if not weak:
        return
    index = Index((j, new.shingles(j)) for j in there)
    for least, i, stands in weak:
        said = old.terms(i)
        found = []
        for j in index.candidates(old.shingles(i)):
            if (old.clauses[i].table is None) != (new.clauses[j].table is None):
                continue
            stayed = alike(said, new.terms(j))
            if stayed >= _HARDLY:
                lost = set(said).difference(new.terms(j), STOP_WORDS)
                if j == stands or lost.isdisjoint(new.terms(stands)):
                    found.append((-stayed - _KNOWN, i, j))
        if len(found) == 1 and found[0][0] < least:
            yield found[0]
