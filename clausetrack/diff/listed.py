"""Paragraphs that became a line with a list under it: nothing else of their wording changed.

The lead keeps the place and the name of the whole, and its items may each say too little to be
known by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Index, alike, masked, shingles, together

_WHOLE = 0.85  # how alike line and list together must be to the paragraph
_PART = 0.8  # how much of the paragraph one of them may make up
_INSIDE = 0.75  # how much of each must stand in it
_FEW = 5  # words that a paragraph must have
_MOST = 100  # items that a paragraph may become


def listed(
    whole: Side, parts: Side, here: Collection[int], there: Collection[int]
) -> Iterator[tuple[int, list[int]]]:
    """The places in `whole` of such paragraphs, with the places in `parts` of line and items.

    All of them are left without a partner: `here` in `whole` and `there` in `parts`. With the
    sides exchanged, the lists that became paragraphs.
    """
    lists = [(j, found) for j in sorted(there) if len(found := _list(parts, j, there)) > 2]
    if not lists:
        return
    open_ = {i for i in here if not whole.children[i] and whole.clauses[i].table is None
             and len(whole.terms(i)) >= _FEW}  # fmt: skip
    index = Index((i, whole.rows(i)) for i in sorted(open_))
    taken: set[int] = set()
    for j, found in lists:
        if not taken.isdisjoint(found):
            continue
        said = [word for place in found for word in parts.terms(place)]
        clause = parts.clauses[j]
        own = whole.at.get((clause.fragment, clause.id), -1)
        for i in dict.fromkeys([own, *index.candidates(shingles(said))]):
            if i in open_ and _says(whole.terms(i), said, parts, found):
                open_.remove(i)
                taken.update(found)
                yield i, found
                break


def _says(paragraph: Sequence[str], said: Sequence[str], parts: Side, found: list[int]) -> bool:
    """Do line and items, each of them a part, say together what the paragraph says?"""
    pieces = [masked(parts.terms(place)) for place in found]
    whole = masked(paragraph)
    return (
        max(map(len, pieces)) <= _PART * len(whole)
        and alike(masked(said), whole) >= _WHOLE
        and all(together(piece, whole) >= _INSIDE for piece in pieces)
    )


def _list(side: Side, place: int, spare: Collection[int]) -> list[int]:
    """A line and all that is under it, in order; nothing where that is not all spare wording."""
    found: list[int] = []
    waiting = [place]
    while waiting and len(found) < _MOST:
        here = waiting.pop()
        if here not in spare or not side.terms(here) or side.clauses[here].table is not None:
            return []
        found.append(here)
        waiting += reversed(side.children[here])
    return [] if waiting else found
